//! More roles than reviewer and admin.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction("m20261130_000023_staff_roles", UP, DOWN);

const UP: &str = r"
ALTER TABLE staff
    DROP CONSTRAINT staff_role_check,
    ADD CONSTRAINT staff_role_check CHECK (role IN ('reviewer', 'lead', 'admin', 'auditor'));
";

// The schema before knows two: who may do less than a reviewer is disabled.
const DOWN: &str = r"
UPDATE staff SET role = 'reviewer' WHERE role = 'lead';
UPDATE staff SET role = 'reviewer', disabled_at = coalesce(disabled_at, created_at)
    WHERE role = 'auditor';
ALTER TABLE staff
    DROP CONSTRAINT staff_role_check,
    ADD CONSTRAINT staff_role_check CHECK (role IN ('reviewer', 'admin'));
";
