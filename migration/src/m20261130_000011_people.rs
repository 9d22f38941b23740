//! Who travelled, apart from what happened, so that erasing people is one
//! statement; and the order of events within a claim, by its versions.
//!
//! The columns that move go in the same step: no release has been deployed that
//! would have to run on this schema (docs/decisions/0011-people-apart.md).

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261130_000011_people", UP, DOWN);

const UP: &str = r"
CREATE TABLE claim_people (
    claim_id uuid NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    -- 0 is who sent the claim; the others in the order of the form.
    position integer NOT NULL CHECK (position >= 0),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    email    text CHECK (char_length(email) BETWEEN 3 AND 254),
    -- The words of the name, so that a search that looks at many claims in their
    -- order can compare them without taking names apart.
    words    tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED,
    PRIMARY KEY (claim_id, position),
    CONSTRAINT claim_people_only_the_lead_has_an_address
        CHECK ((position = 0) = (email IS NOT NULL))
);
INSERT INTO claim_people (claim_id, position, name, email)
    SELECT id, 0, lead_name, email FROM claims
    UNION ALL
    SELECT claim_id, position, name, NULL FROM claim_passengers WHERE position > 0;
CREATE INDEX claim_people_words_idx ON claim_people USING gin (words) WHERE position = 0;
-- Over all rows: of a part PostgreSQL would not know how few have an address.
CREATE INDEX claim_people_email_idx ON claim_people (lower(email));

DROP TABLE claim_passengers;
ALTER TABLE claims DROP COLUMN lead_words, DROP COLUMN lead_name, DROP COLUMN email;

-- One word for what went wrong.
ALTER TABLE claims RENAME COLUMN event TO disruption;
ALTER TABLE claims RENAME CONSTRAINT claims_event_check TO claims_disruption_check;

-- Every change counts, a renewed link too; what a decision rests on changed last
-- in this version.
ALTER TABLE claims ADD COLUMN basis_version integer NOT NULL DEFAULT 1;
ALTER TABLE claim_events ADD COLUMN claim_version integer;
ALTER TABLE claims DISABLE TRIGGER claims_count_versions;
ALTER TABLE claim_events DISABLE TRIGGER claim_events_are_final;
UPDATE claim_events SET claim_version = numbered.version
    FROM (SELECT id, row_number() OVER (PARTITION BY claim_id ORDER BY at, id) AS version
          FROM claim_events) AS numbered
    WHERE numbered.id = claim_events.id;
UPDATE claims SET version = history.version, basis_version = history.basis
    FROM (SELECT claim_id, max(claim_version) AS version,
                 coalesce(max(claim_version) FILTER (WHERE kind <> 'link_renewed'), 1) AS basis
          FROM claim_events GROUP BY claim_id) AS history
    WHERE history.claim_id = claims.id;
ALTER TABLE claim_events ENABLE TRIGGER claim_events_are_final;
ALTER TABLE claims ENABLE TRIGGER claims_count_versions;
ALTER TABLE claims ALTER COLUMN basis_version DROP DEFAULT,
    ADD CONSTRAINT claims_basis_version_check
        CHECK (basis_version > 0 AND basis_version <= version);
ALTER TABLE claim_events ALTER COLUMN claim_version SET NOT NULL,
    ADD CONSTRAINT claim_events_claim_version_check CHECK (claim_version > 0),
    ADD CONSTRAINT claim_events_claim_version_key UNIQUE (claim_id, claim_version);
DROP INDEX claim_events_claim_id_idx;

CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    form CONSTANT text[] := ARRAY['statement', 'assessment'];
BEGIN
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
CREATE INDEX claim_events_claim_id_idx ON claim_events (claim_id, at, id);
ALTER TABLE claim_events DROP COLUMN claim_version;
ALTER TABLE claims DROP COLUMN basis_version;
ALTER TABLE claims RENAME CONSTRAINT claims_disruption_check TO claims_event_check;
ALTER TABLE claims RENAME COLUMN disruption TO event;
ALTER TABLE claims ADD COLUMN lead_name text CHECK (char_length(lead_name) BETWEEN 1 AND 200),
    ADD COLUMN email text CHECK (char_length(email) BETWEEN 3 AND 254);
ALTER TABLE claims DISABLE TRIGGER claims_count_versions;
UPDATE claims SET lead_name = coalesce(people.name, 'erased'),
                  email = coalesce(people.email, 'erased@example.org')
    FROM claims AS known LEFT JOIN claim_people AS people
        ON people.claim_id = known.id AND people.position = 0
    WHERE known.id = claims.id;
ALTER TABLE claims ENABLE TRIGGER claims_count_versions;
ALTER TABLE claims ALTER COLUMN lead_name SET NOT NULL, ALTER COLUMN email SET NOT NULL;
ALTER TABLE claims ADD COLUMN lead_words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('simple', lead_name)) STORED;
CREATE INDEX claims_search_words_idx ON claims USING gin (lead_words);
CREATE INDEX claims_search_email_idx ON claims (lower(email));
CREATE TABLE claim_passengers (
    claim_id uuid NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (claim_id, position)
);
INSERT INTO claim_passengers SELECT claim_id, position, name FROM claim_people;
DROP TABLE claim_people;
CREATE OR REPLACE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    link CONSTANT text[] := ARRAY['link_hash', 'link_issued_at', 'link_generation',
                                  'link_renewal_hash', 'updated_at', 'lead_words'];
    form CONSTANT text[] := ARRAY['statement', 'assessment', 'lead_words'];
BEGIN
    IF NEW.link_hash <> OLD.link_hash AND to_jsonb(NEW) - link = to_jsonb(OLD) - link THEN
        RETURN NEW;
    END IF;
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
