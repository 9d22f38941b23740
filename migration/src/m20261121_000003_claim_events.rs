//! What happened to a claim, and who did it; written once.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261121_000003_claim_events",
    UP,
    "DROP TABLE claim_events; DROP FUNCTION claim_events_are_final()",
);

const UP: &str = r"
CREATE TABLE claim_events (
    id         uuid PRIMARY KEY,
    -- No cascade: a claim with a history cannot be deleted from under it.
    claim_id   uuid NOT NULL REFERENCES claims (id),
    at         timestamptz NOT NULL,
    actor_kind text NOT NULL CHECK (actor_kind IN ('passenger', 'staff', 'system')),
    actor_id   uuid,
    kind       text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 60),
    detail     jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object'),
    CONSTRAINT claim_events_staff_is_named
        CHECK ((actor_kind = 'staff') = (actor_id IS NOT NULL))
);

-- The history of one claim in order; the id, a UUIDv7, breaks ties.
CREATE INDEX claim_events_claim_id_idx ON claim_events (claim_id, at, id);

CREATE FUNCTION claim_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'claim_events is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
-- A trigger for each statement also refuses a change that would touch no row.
CREATE TRIGGER claim_events_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON claim_events
    FOR EACH STATEMENT EXECUTE FUNCTION claim_events_are_final();
";
