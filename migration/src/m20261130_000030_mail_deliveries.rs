//! What became of each mail to a passenger.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261130_000030_mail_deliveries",
    UP,
    "DROP TABLE mail_deliveries",
);

const UP: &str = r"
CREATE TABLE mail_deliveries (
    -- An event is told of once by each kind of mail, however often its job runs.
    event_id     uuid NOT NULL,
    mail         text NOT NULL CHECK (char_length(mail) BETWEEN 1 AND 40),
    -- Whom it went to stands with the claim and nowhere else.
    claim_id     uuid NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    state        text NOT NULL CHECK (state IN ('sending', 'sent', 'refused')),
    -- What the mail server answered when it refused for good (RFC 5321 and 3463).
    -- Never its sentence, which tends to name the address.
    reply_code   integer CHECK (reply_code BETWEEN 500 AND 599),
    reply_status text CHECK (reply_status ~ '^5\.[0-9]{1,3}\.[0-9]{1,3}$'),
    begun_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    PRIMARY KEY (event_id, mail),
    CONSTRAINT mail_deliveries_ended_iff_known
        CHECK ((ended_at IS NULL) = (state = 'sending')),
    CONSTRAINT mail_deliveries_reply_if_refused
        CHECK (state = 'refused' OR num_nonnulls(reply_code, reply_status) = 0)
);

CREATE INDEX mail_deliveries_claim_id_idx ON mail_deliveries (claim_id);
CREATE INDEX mail_deliveries_ended_at_idx ON mail_deliveries (ended_at)
    WHERE ended_at IS NOT NULL;
";
