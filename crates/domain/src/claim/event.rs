use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::StaffId;

/// Who did something to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Whoever wrote the draft or holds the private link.
    Passenger,
    /// A member of staff.
    Staff(StaffId),
    /// Aero itself, for example a command of the operator.
    System,
}

/// What happened. Past tense: an event is a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The passenger sent the claim.
    ClaimSubmitted,
    /// A reviewer approved it.
    ClaimApproved,
    /// A reviewer rejected it.
    ClaimRejected,
    /// The passenger took it back.
    ClaimWithdrawn,
    /// A new private link was made; the old one opens nothing any more.
    LinkRenewed,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [EventKind; 5] = [
        EventKind::ClaimSubmitted,
        EventKind::ClaimApproved,
        EventKind::ClaimRejected,
        EventKind::ClaimWithdrawn,
        EventKind::LinkRenewed,
    ];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            EventKind::ClaimSubmitted => "claim_submitted",
            EventKind::ClaimApproved => "claim_approved",
            EventKind::ClaimRejected => "claim_rejected",
            EventKind::ClaimWithdrawn => "claim_withdrawn",
            EventKind::LinkRenewed => "link_renewed",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One line of a claim's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimEvent {
    /// What happened.
    pub kind: EventKind,
    /// Who did it.
    pub actor: Actor,
    /// When.
    pub at: Timestamp,
}
