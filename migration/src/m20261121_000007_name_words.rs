//! The words of a name are kept with the claim, where a search that looks at
//! many claims in their order can compare them without taking names apart.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261121_000007_name_words", UP, DOWN);

const UP: &str = r"
ALTER TABLE claims ADD COLUMN lead_words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('simple', lead_name)) STORED;
CREATE INDEX claims_search_words_idx ON claims USING gin (lead_words);
-- No release has searched by it.
DROP INDEX claims_search_name_idx;

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

const DOWN: &str = r"
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

CREATE INDEX claims_search_name_idx ON claims USING gin (to_tsvector('simple', lead_name));
ALTER TABLE claims DROP COLUMN lead_words;
";
