//! That the rows which were there before keep the constraints of the step before.

use crate::step::Step;

/// Each looks at every row, and everybody reads and writes meanwhile. Each may
/// happen again.
pub(crate) const STEP: Step = Step::outside_transaction(
    "m20261130_000051_bounces_were_checked",
    &[
        "ALTER TABLE mail_deliveries VALIDATE CONSTRAINT mail_deliveries_bounce_status_check",
        "ALTER TABLE mail_deliveries VALIDATE CONSTRAINT mail_deliveries_bounced_if_sent",
        "ALTER TABLE mail_deliveries VALIDATE CONSTRAINT mail_deliveries_bounce_has_status",
    ],
    &[],
);
