//! What is still to upgrade to a snapshot; empty, and free, once that is done.

use crate::step::Step;

pub(crate) const STEP: Step = Step::outside_transaction(
    "m20261130_000013_unversioned_claims",
    &[
        "DROP INDEX CONCURRENTLY IF EXISTS claims_unversioned_idx",
        "CREATE INDEX CONCURRENTLY claims_unversioned_idx ON claims (id)
            WHERE NOT statement ? 'version'",
    ],
    &["DROP INDEX CONCURRENTLY IF EXISTS claims_unversioned_idx"],
);
