//! That a mail server took a mail and gave it back later.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261130_000050_bounced_mail",
    UP,
    "ALTER TABLE mail_deliveries DROP COLUMN bounced_at, DROP COLUMN bounce_status",
);

/// Beside the state and not one more of it: the release before goes on to read
/// such a mail as sent. The constraints hold what is written from now on; the step
/// after this one has them looked at in the rows that are there.
const UP: &str = r"
ALTER TABLE mail_deliveries
    ADD COLUMN bounced_at timestamptz,
    -- Why, as the notification says (RFC 3464). Never its sentences, which name the
    -- address.
    ADD COLUMN bounce_status text;
ALTER TABLE mail_deliveries
    ADD CONSTRAINT mail_deliveries_bounce_status_check
        CHECK (bounce_status ~ '^[45]\.[0-9]{1,3}\.[0-9]{1,3}$') NOT VALID,
    ADD CONSTRAINT mail_deliveries_bounced_if_sent
        CHECK (bounced_at IS NULL OR state = 'sent') NOT VALID,
    ADD CONSTRAINT mail_deliveries_bounce_has_status
        CHECK ((bounced_at IS NULL) = (bounce_status IS NULL)) NOT VALID;
";
