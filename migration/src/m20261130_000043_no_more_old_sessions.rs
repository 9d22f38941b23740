//! Contract: the table `sessions` goes, whose place `staff_sessions` has taken. It
//! held ids that open a session to whoever reads them.
//!
//! It comes in the same release as `m20261130_000021_staff_sessions`, which made the
//! other: only the first release wrote it, and that one has not run on this schema
//! since `m20261130_000011_people`. Expand and contract in one step is right for this
//! step alone; `docs/deployment.md` says what it means for going back.

use crate::step::Step;

pub(crate) const STEP: Step =
    Step::in_transaction("m20261130_000043_no_more_old_sessions", UP, DOWN);

const UP: &str = "DROP TABLE sessions";

// As it was made. Its rows do not come back: whoever was signed in signs in again.
const DOWN: &str = r"
CREATE TABLE sessions (
    id         text PRIMARY KEY CHECK (char_length(id) BETWEEN 1 AND 64),
    data       bytea NOT NULL CHECK (octet_length(data) <= 65536),
    expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
";
