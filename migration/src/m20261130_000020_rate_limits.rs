//! Token buckets of the rate limits, for all processes.

use crate::step::Step;

pub(crate) const STEP: Step =
    Step::in_transaction("m20261130_000020_rate_limits", UP, "DROP TABLE rate_limits");

const UP: &str = r"
-- Unlogged: written often, and nothing is lost with it but who has to wait.
CREATE UNLOGGED TABLE rate_limits (
    limit_name text NOT NULL CHECK (char_length(limit_name) BETWEEN 1 AND 40),
    -- SHA-256 of the address, account or draft.
    key_hash   bytea NOT NULL CHECK (octet_length(key_hash) = 32),
    -- When the bucket is full again. No index on it: each taking changes it, and
    -- without one PostgreSQL changes the row where it lies.
    full_at    timestamptz NOT NULL,
    PRIMARY KEY (limit_name, key_hash)
) WITH (fillfactor = 50);
";
