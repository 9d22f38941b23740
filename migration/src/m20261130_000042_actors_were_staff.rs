//! The events that were there before are read through, while others go on being
//! written.

use crate::step::Step;

pub(crate) const STEP: Step = Step::outside_transaction(
    "m20261130_000042_actors_were_staff",
    &["ALTER TABLE claim_events VALIDATE CONSTRAINT claim_events_actor_id_fkey"],
    // The step before takes the whole constraint away.
    &[],
);
