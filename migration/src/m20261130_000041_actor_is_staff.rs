//! Who did something at the desk has an account: asked of new events at once, of
//! those that are there by the step that follows.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261130_000041_actor_is_staff", UP, DOWN);

const UP: &str = r"
ALTER TABLE claim_events ADD CONSTRAINT claim_events_actor_id_fkey
    FOREIGN KEY (actor_id) REFERENCES staff (id) NOT VALID;
";

const DOWN: &str = r"
ALTER TABLE claim_events DROP CONSTRAINT claim_events_actor_id_fkey;
";
