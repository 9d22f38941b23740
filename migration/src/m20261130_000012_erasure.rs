//! The lawful way to erase the people of a claim, and the only one that touches
//! a history: a function of the owner of the tables, which says that it did.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261130_000012_erasure", UP, DOWN);

const UP: &str = r"
-- Within erase_claim the particulars of one claim may be emptied, and nothing
-- else of it or of any other. Who is not the owner may not UPDATE at all.
CREATE OR REPLACE FUNCTION claim_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND coalesce(current_setting('aero.erasing', true), '') <> '' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'claim_events is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE FUNCTION claim_events_are_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.detail <> '{}' OR to_jsonb(NEW) - 'detail' <> to_jsonb(OLD) - 'detail'
        OR NEW.claim_id::text IS DISTINCT FROM current_setting('aero.erasing', true) THEN
        RAISE EXCEPTION 'claim_events is append-only: event % refused', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER claim_events_are_emptied BEFORE UPDATE ON claim_events
    FOR EACH ROW EXECUTE FUNCTION claim_events_are_emptied();

-- Removes who a claim is of: the people, the words of the decision, what was
-- declared, the particulars of the events, the draft, and the link. What
-- happened to which flight stays, and an event says what was done. False when
-- there is no such claim.
CREATE FUNCTION erase_claim(erased uuid, event_id uuid, erased_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    next_version integer;
BEGIN
    SELECT version + 1 INTO next_version FROM claims WHERE id = erased FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM claim_people WHERE claim_id = erased;
    DELETE FROM drafts WHERE claim_id = erased;
    UPDATE claims SET
        version = next_version,
        basis_version = next_version,
        updated_at = erased_at,
        -- A decision has words; these say nothing.
        decision_text = CASE WHEN decision_text IS NULL THEN NULL ELSE '-' END,
        statement = CASE WHEN statement ? 'declarations'
                         THEN jsonb_set(statement, '{declarations}', '[]') ELSE statement END,
        -- The hash of no secret that anybody holds, nor that can be derived.
        link_renewal_hash = NULL,
        link_hash = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    WHERE id = erased;
    PERFORM set_config('aero.erasing', erased::text, true);
    UPDATE claim_events SET detail = '{}' WHERE claim_id = erased;
    PERFORM set_config('aero.erasing', '', true);
    INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, kind, detail)
        VALUES (event_id, erased, next_version, erased_at, 'system', 'claim_erased', '{}');
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION erase_claim(uuid, uuid, timestamptz) FROM PUBLIC;
";

const DOWN: &str = r"
DROP FUNCTION erase_claim(uuid, uuid, timestamptz);
DROP TRIGGER claim_events_are_emptied ON claim_events;
DROP FUNCTION claim_events_are_emptied();
CREATE OR REPLACE FUNCTION claim_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'claim_events is append-only: % refused', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
";
