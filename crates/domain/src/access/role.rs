use serde::{Deserialize, Serialize};

use super::Permission;

/// What a member of staff is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads and decides claims.
    Reviewer,
    /// Does what a reviewer does, and puts right what went wrong with claims.
    Lead,
    /// Does what a lead does, and manages the accounts of the others.
    Admin,
    /// Reads everything and changes nothing.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Reviewer, Role::Lead, Role::Admin, Role::Auditor];

    /// The name in the database and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Role::Reviewer => "reviewer",
            Role::Lead => "lead",
            Role::Admin => "admin",
            Role::Auditor => "auditor",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Role> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether the role has a permission. `docs/security.md` has the table.
    pub fn has(self, permission: Permission) -> bool {
        match permission {
            Permission::ReadClaims => true,
            Permission::DecideClaims | Permission::ReassessClaims => self != Role::Auditor,
            Permission::RetryJobs => matches!(self, Role::Lead | Role::Admin),
            Permission::ManageStaff => self == Role::Admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_name_that_reads_back() {
        let names = ["reviewer", "lead", "admin", "auditor"];
        assert_eq!(Role::ALL.map(Role::name), names);
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
        }
        for name in ["", "Reviewer", "owner"] {
            assert_eq!(Role::from_name(name), None, "{name}");
        }
    }

    /// Every role against every permission: the whole table.
    #[test]
    fn a_role_has_these_permissions_and_no_others() {
        let table = [
            (Role::Reviewer, [true, true, true, false, false]),
            (Role::Lead, [true, true, true, true, false]),
            (Role::Admin, [true, true, true, true, true]),
            (Role::Auditor, [true, false, false, false, false]),
        ];
        assert_eq!(table.map(|(role, _)| role), Role::ALL);
        for (role, has) in table {
            let found = Permission::ALL.map(|permission| role.has(permission));
            assert_eq!(found, has, "{role:?}");
        }
    }
}
