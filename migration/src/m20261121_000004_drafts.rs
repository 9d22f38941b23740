//! Claims that are still being written.

use crate::step::Step;

pub(crate) const STEP: Step =
    Step::in_transaction("m20261121_000004_drafts", UP, "DROP TABLE drafts");

const UP: &str = r"
CREATE TABLE drafts (
    id         uuid PRIMARY KEY,
    -- SHA-256 of the secret in the browser's cookie; the secret is in no table.
    key_hash   bytea NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
    -- Field name to what was typed, unparsed: a draft may be wrong. The limit is
    -- far above a full form and far below what would hurt.
    answers    jsonb NOT NULL DEFAULT '{}'
               CHECK (jsonb_typeof(answers) = 'object' AND octet_length(answers::text) <= 262144),
    language   text NOT NULL CHECK (language IN ('en', 'fr')),
    version    integer NOT NULL CHECK (version > 0),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    -- Set when the draft was sent. Who erases a claim erases its draft with it.
    claim_id   uuid UNIQUE REFERENCES claims (id) ON DELETE CASCADE
);

CREATE INDEX drafts_expires_at_idx ON drafts (expires_at);
";
