use jiff::Timestamp;
use rights::{Coded, codes};
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
    /// A reviewer had the claim assessed again and took the new assessment over.
    ClaimReassessed,
    /// Who the claim is of was erased.
    ClaimErased,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [EventKind; 7] = [
        EventKind::ClaimSubmitted,
        EventKind::ClaimApproved,
        EventKind::ClaimRejected,
        EventKind::ClaimWithdrawn,
        EventKind::LinkRenewed,
        EventKind::ClaimReassessed,
        EventKind::ClaimErased,
    ];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        self.code()
    }

    /// The kind of that name; `None` for one that only a newer release knows.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::from_code(name)
    }
}

codes!(EventKind {
    ClaimSubmitted => "claim_submitted",
    ClaimApproved => "claim_approved",
    ClaimRejected => "claim_rejected",
    ClaimWithdrawn => "claim_withdrawn",
    LinkRenewed => "link_renewed",
    ClaimReassessed => "claim_reassessed",
    ClaimErased => "claim_erased",
});

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
