//! A renewed link does not count as a new version of the claim.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261121_000006_link_renewals", UP, DOWN);

const UP: &str = r"
CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    only_link claims := OLD;
BEGIN
    -- Decisions do not rest on the link: renewing it must not make them stale.
    only_link.link_hash := NEW.link_hash;
    only_link.link_issued_at := NEW.link_issued_at;
    only_link.updated_at := NEW.updated_at;
    IF NEW.link_hash <> OLD.link_hash AND NEW IS NOT DISTINCT FROM only_link THEN
        RETURN NEW;
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'claim %: version % cannot follow %', OLD.id, NEW.version, OLD.version
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
";

const DOWN: &str = r"
CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'claim %: version % cannot follow %', OLD.id, NEW.version, OLD.version
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
";
