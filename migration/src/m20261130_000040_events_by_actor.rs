//! The events of a member of staff, found by who did them.

use crate::step::Step;

pub(crate) const STEP: Step = Step::outside_transaction(
    "m20261130_000040_events_by_actor",
    &[
        // What an attempt that was cut off has left is no index and keeps its name.
        "DROP INDEX CONCURRENTLY IF EXISTS claim_events_actor_id_idx",
        "CREATE INDEX CONCURRENTLY claim_events_actor_id_idx ON claim_events (actor_id)
            WHERE actor_id IS NOT NULL",
    ],
    &["DROP INDEX CONCURRENTLY IF EXISTS claim_events_actor_id_idx"],
);
