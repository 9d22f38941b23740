//! Sessions of the staff, under the hash of the id in the cookie.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261130_000021_staff_sessions",
    UP,
    "DROP TABLE staff_sessions",
);

// The table `sessions`, which the first release wrote, goes with
// `m20261130_000043_no_more_old_sessions`.
const UP: &str = r"
CREATE TABLE staff_sessions (
    -- SHA-256 of the id in the cookie: who reads this table can open no session.
    id_hash    bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
    staff_id   uuid NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    data       bytea NOT NULL CHECK (octet_length(data) <= 65536),
    created_at timestamptz NOT NULL,
    -- The last request but for those of the same minute.
    seen_at    timestamptz NOT NULL CHECK (seen_at >= created_at)
);

CREATE INDEX staff_sessions_staff_id_idx ON staff_sessions (staff_id);
CREATE INDEX staff_sessions_seen_at_idx ON staff_sessions (seen_at);
";
