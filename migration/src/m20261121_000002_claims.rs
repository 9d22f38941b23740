//! Claims that were sent, their passengers and the indexes of the queue.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261121_000002_claims",
    UP,
    "DROP TABLE claim_passengers, claims; DROP FUNCTION claims_count_versions()",
);

const UP: &str = r"
CREATE TABLE claims (
    id              uuid PRIMARY KEY,
    reference       text NOT NULL UNIQUE
                    CHECK (reference ~ '^AE-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    state           text NOT NULL
                    CHECK (state IN ('submitted', 'approved', 'rejected', 'withdrawn')),
    version         integer NOT NULL CHECK (version > 0),
    -- What makes sending idempotent: one draft, one claim. No foreign key, since
    -- the claim outlives the draft and must keep refusing its second sending.
    draft_id        uuid NOT NULL UNIQUE,
    language        text NOT NULL CHECK (language IN ('en', 'fr')),
    lead_name       text NOT NULL CHECK (char_length(lead_name) BETWEEN 1 AND 200),
    email           text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
    passenger_count integer NOT NULL CHECK (passenger_count > 0),
    origin          text NOT NULL CHECK (origin ~ '^[A-Z]{3}$'),
    destination     text NOT NULL CHECK (destination ~ '^[A-Z]{3}$'),
    flight          text NOT NULL CHECK (char_length(flight) BETWEEN 2 AND 10),
    -- A day in the calendar of the airport of departure.
    flight_day      date NOT NULL,
    event           text NOT NULL CHECK (event IN (
                        'delay', 'cancellation', 'missed_connection', 'denied_boarding',
                        'downgrade', 'brought_forward', 'diversion', 'baggage')),
    statement       jsonb NOT NULL CHECK (jsonb_typeof(statement) = 'object'),
    assessment      jsonb NOT NULL CHECK (jsonb_typeof(assessment) = 'object'),
    rules           text NOT NULL CHECK (char_length(rules) BETWEEN 1 AND 100),
    outcome         text NOT NULL
                    CHECK (outcome IN ('eligible', 'no_compensation', 'depends', 'out_of_scope')),
    regime          text CHECK (char_length(regime) BETWEEN 1 AND 40),
    -- Per person, in the smallest unit of the currency.
    amount_minor    bigint CHECK (amount_minor >= 0),
    currency        text CHECK (currency ~ '^[A-Z]{3}$'),
    claim_from      text CHECK (char_length(claim_from) BETWEEN 1 AND 200),
    -- SHA-256 of the secret in the private link; the secret itself is in no table.
    link_hash       bytea NOT NULL UNIQUE CHECK (octet_length(link_hash) = 32),
    link_issued_at  timestamptz NOT NULL,
    submitted_at    timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    decided_at      timestamptz,
    decided_by      uuid REFERENCES staff (id),
    decision_reason text CHECK (char_length(decision_reason) BETWEEN 1 AND 40),
    -- The words the passenger reads; as long as the form of the desk allows.
    decision_text   text CHECK (char_length(decision_text) BETWEEN 1 AND 4000),
    CONSTRAINT claims_amount_has_currency
        CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CONSTRAINT claims_decision_iff_decided
        CHECK (num_nonnulls(decided_at, decided_by, decision_text)
               = CASE WHEN state IN ('approved', 'rejected') THEN 3 ELSE 0 END),
    CONSTRAINT claims_reason_iff_rejected
        CHECK ((decision_reason IS NOT NULL) = (state = 'rejected'))
);

CREATE TABLE claim_passengers (
    claim_id uuid NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (claim_id, position)
);

CREATE INDEX claims_decided_by_idx ON claims (decided_by) WHERE decided_by IS NOT NULL;

-- The queue, newest first; the id breaks ties, so a page can start anywhere.
CREATE INDEX claims_queue_idx ON claims (submitted_at DESC, id DESC);
CREATE INDEX claims_queue_by_state_idx ON claims (state, submitted_at DESC, id DESC);

-- The search box: see docs/decisions/queue-search.md.
CREATE INDEX claims_search_reference_idx ON claims (reference text_pattern_ops);
CREATE INDEX claims_search_flight_idx ON claims (flight text_pattern_ops);
CREATE INDEX claims_search_email_idx ON claims (lower(email));
CREATE INDEX claims_search_name_idx ON claims USING gin (to_tsvector('simple', lead_name));

-- The optimistic check is worth nothing if one writer forgets to count.
CREATE FUNCTION claims_count_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'claim %: version % cannot follow %', OLD.id, NEW.version, OLD.version
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER claims_count_versions BEFORE UPDATE ON claims
    FOR EACH ROW EXECUTE FUNCTION claims_count_versions();
";
