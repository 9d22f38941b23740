//! Signed-in browsers of the staff.

use crate::step::Step;

pub(crate) const STEP: Step =
    Step::in_transaction("m20261121_000005_sessions", UP, "DROP TABLE sessions");

const UP: &str = r"
CREATE TABLE sessions (
    id         text PRIMARY KEY CHECK (char_length(id) BETWEEN 1 AND 64),
    data       bytea NOT NULL CHECK (octet_length(data) <= 65536),
    expires_at timestamptz NOT NULL
);

CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);
";
