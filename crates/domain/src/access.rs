//! Who asks. A query takes one of these, so that it says whose data it reads.

use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, StaffId};

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads and decides claims.
    Reviewer,
    /// Does what a reviewer does; later also manages staff.
    Admin,
}

impl Role {
    /// The name in the database and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Role::Reviewer => "reviewer",
            Role::Admin => "admin",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Role> {
        [Role::Reviewer, Role::Admin]
            .into_iter()
            .find(|role| role.name() == name)
    }
}

/// A signed-in member of staff who may read and decide claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    /// Whose actions these are, for the history of a claim.
    pub staff_id: StaffId,
    /// Shown in the desk's bar.
    pub name: String,
    /// What this person may do.
    pub role: Role,
}

/// Somebody who holds the private link of one claim, and so may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkHolder {
    /// The only claim this link opens.
    pub claim_id: ClaimId,
}

/// Whoever runs the service and has its command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator;
