//! A renewed link does not count as a new version of the claim.

use crate::step::{Step, versions_but_for_links};

pub(crate) const STEP: Step = Step {
    name: "m20261121_000006_link_renewals",
    up: UP,
    down: DOWN,
};

const UP: &str = versions_but_for_links!("");

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
