use jiff::Timestamp;

use super::Decision;
use crate::ids::{ClaimId, StaffId};

/// Where a claim stands, with what is known in that state only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimState {
    /// Sent, and waiting for a reviewer.
    Submitted,
    /// A reviewer has decided, for or against.
    Decided {
        /// What was decided, and the words for the passenger.
        decision: Decision,
        /// Who decided.
        by: StaffId,
        /// When.
        at: Timestamp,
    },
    /// The passenger took the claim back.
    Withdrawn,
}

/// The name of a state, for filters and for the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StateName {
    /// Waiting for a reviewer.
    Submitted,
    /// Decided for the passenger.
    Approved,
    /// Decided against.
    Rejected,
    /// Taken back.
    Withdrawn,
}

impl StateName {
    /// Every state, in the order of the desk's views.
    pub const ALL: [StateName; 4] = [
        StateName::Submitted,
        StateName::Approved,
        StateName::Rejected,
        StateName::Withdrawn,
    ];

    /// The name in the database and in URLs.
    pub fn name(self) -> &'static str {
        match self {
            StateName::Submitted => "submitted",
            StateName::Approved => "approved",
            StateName::Rejected => "rejected",
            StateName::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl ClaimState {
    /// The state's name.
    pub fn name(&self) -> StateName {
        match self {
            ClaimState::Submitted => StateName::Submitted,
            ClaimState::Decided { decision, .. } => match decision.outcome() {
                super::DecisionOutcome::Approved => StateName::Approved,
                super::DecisionOutcome::Rejected(_) => StateName::Rejected,
            },
            ClaimState::Withdrawn => StateName::Withdrawn,
        }
    }
}

/// A claim as far as its rules are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which claim.
    pub id: ClaimId,
    /// Counts the changes; two people who change the same version collide.
    pub version: i32,
    /// The version in which last changed what a decision rests on: a renewed
    /// link leaves it.
    pub basis_version: i32,
    /// Where it stands.
    pub state: ClaimState,
}
