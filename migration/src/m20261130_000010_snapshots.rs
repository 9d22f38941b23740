//! Claims are snapshots: what older releases stored as raw answers is upgraded
//! once, without counting as a change of the claim.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261130_000010_snapshots", UP, DOWN);

const UP: &str = r"
CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- The words are made from the name after this trigger. Columns are told by
    -- their names, so that some may be added and dropped later.
    link CONSTANT text[] := ARRAY['link_hash', 'link_issued_at', 'link_generation',
                                  'link_renewal_hash', 'updated_at', 'lead_words'];
    form CONSTANT text[] := ARRAY['statement', 'assessment', 'lead_words'];
BEGIN
    -- Decisions do not rest on the link: renewing it must not make them stale.
    IF NEW.link_hash <> OLD.link_hash AND to_jsonb(NEW) - link = to_jsonb(OLD) - link THEN
        RETURN NEW;
    END IF;
    -- The same claim, in a form that has a version.
    IF NOT OLD.statement ? 'version' AND NEW.statement ? 'version'
        AND to_jsonb(NEW) - form = to_jsonb(OLD) - form THEN
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
DECLARE
    only_link claims := OLD;
BEGIN
    -- Decisions do not rest on the link: renewing it must not make them stale.
    only_link.link_hash := NEW.link_hash;
    only_link.link_issued_at := NEW.link_issued_at;
    only_link.updated_at := NEW.updated_at;
    -- Made from the name after this trigger.
    only_link.lead_words := NEW.lead_words;
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
