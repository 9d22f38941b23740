//! The people who review claims.

use crate::step::Step;

pub(crate) const STEP: Step =
    Step::in_transaction("m20261121_000001_staff", UP, "DROP TABLE staff");

const UP: &str = r"
CREATE TABLE staff (
    id            uuid PRIMARY KEY,
    -- Lower case, so that one person cannot have two accounts by the shift key.
    email         text NOT NULL UNIQUE
                  CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    password_hash text NOT NULL CHECK (char_length(password_hash) BETWEEN 20 AND 500),
    role          text NOT NULL CHECK (role IN ('reviewer', 'admin')),
    created_at    timestamptz NOT NULL,
    -- Staff are disabled and never deleted: decisions keep naming them.
    disabled_at   timestamptz CHECK (disabled_at >= created_at)
);
";
