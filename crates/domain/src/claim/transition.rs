use jiff::Timestamp;

use super::{Actor, Claim, ClaimEvent, ClaimState, Decision, EventKind, StateName, Verdict};
use crate::{access::Reviewer, ids::ClaimId};

/// A change of a claim that was allowed, ready to be stored.
///
/// Only the methods of [`Claim`] make one, and storage takes nothing else, so
/// what has no transition cannot happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// Which claim.
    pub claim_id: ClaimId,
    /// The version that was read; storage refuses another.
    pub from_version: i32,
    /// The state afterwards.
    pub to: ClaimState,
    /// What the history says.
    pub event: ClaimEvent,
}

/// Why a change is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimError {
    /// The claim is in a state in which this cannot happen.
    NotFrom(StateName),
    /// Somebody changed the claim in between.
    Stale {
        /// The version the decision was written for.
        read: i32,
        /// The version there is now.
        now: i32,
    },
}

impl Claim {
    /// A reviewer decides, having read version `read`.
    ///
    /// # Errors
    /// The claim was changed since, or is no longer waiting for a decision.
    pub fn decide(
        &self,
        reviewer: &Reviewer,
        decision: Decision,
        read: i32,
        at: Timestamp,
    ) -> Result<Transition, ClaimError> {
        self.must_be_submitted()?;
        if read != self.version {
            return Err(ClaimError::Stale {
                read,
                now: self.version,
            });
        }
        let kind = match decision.verdict() {
            Verdict::Approved => EventKind::ClaimApproved,
            Verdict::Rejected(_) => EventKind::ClaimRejected,
        };
        let by = reviewer.staff_id;
        let to = ClaimState::Decided { decision, by, at };
        Ok(self.transition(to, kind, Actor::Staff(by), at))
    }

    /// The passenger takes the claim back.
    ///
    /// # Errors
    /// The claim is already decided or taken back.
    pub fn withdraw(&self, at: Timestamp) -> Result<Transition, ClaimError> {
        self.must_be_submitted()?;
        Ok(self.transition(
            ClaimState::Withdrawn,
            EventKind::ClaimWithdrawn,
            Actor::Passenger,
            at,
        ))
    }

    fn must_be_submitted(&self) -> Result<(), ClaimError> {
        match self.state {
            ClaimState::Submitted => Ok(()),
            _ => Err(ClaimError::NotFrom(self.state.name())),
        }
    }

    fn transition(
        &self,
        to: ClaimState,
        kind: EventKind,
        actor: Actor,
        at: Timestamp,
    ) -> Transition {
        Transition {
            claim_id: self.id,
            from_version: self.version,
            to,
            event: ClaimEvent { kind, actor, at },
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{access::Role, claim::RejectionReason, ids::StaffId};

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn reviewer() -> Reviewer {
        Reviewer {
            staff_id: StaffId::from_uuid(Uuid::from_u128(7)),
            name: "Ines".into(),
            role: Role::Reviewer,
        }
    }

    fn decision(verdict: Verdict) -> Decision {
        Decision::new(verdict, "Because.").unwrap()
    }

    fn in_state(state: ClaimState) -> Claim {
        Claim {
            id: ClaimId::from_uuid(Uuid::from_u128(1)),
            version: 3,
            state,
        }
    }

    fn decided(verdict: Verdict) -> ClaimState {
        ClaimState::Decided {
            decision: decision(verdict),
            by: reviewer().staff_id,
            at: NOW,
        }
    }

    /// Every state against every action: the whole matrix.
    #[test]
    fn only_a_submitted_claim_can_change() {
        let rejected = Verdict::Rejected(RejectionReason::Other);
        let states = [
            (ClaimState::Submitted, true),
            (decided(Verdict::Approved), false),
            (decided(rejected), false),
            (ClaimState::Withdrawn, false),
        ];
        for (state, allowed) in states {
            let claim = in_state(state);
            for verdict in [Verdict::Approved, rejected] {
                let result = claim.decide(&reviewer(), decision(verdict), 3, NOW);
                assert_eq!(
                    result.is_ok(),
                    allowed,
                    "{:?} from {:?}",
                    verdict,
                    claim.state
                );
            }
            assert_eq!(
                claim.withdraw(NOW).is_ok(),
                allowed,
                "withdraw from {:?}",
                claim.state
            );
        }
    }

    #[test]
    fn a_decision_on_an_older_version_is_stale() {
        let claim = in_state(ClaimState::Submitted);
        let result = claim.decide(&reviewer(), decision(Verdict::Approved), 2, NOW);
        assert_eq!(result, Err(ClaimError::Stale { read: 2, now: 3 }));
    }

    #[test]
    fn a_decision_says_who_and_when_in_state_and_event_alike() {
        let claim = in_state(ClaimState::Submitted);
        let transition = claim
            .decide(&reviewer(), decision(Verdict::Approved), 3, NOW)
            .unwrap();
        assert_eq!(transition.to.name(), StateName::Approved);
        assert_eq!(transition.event.kind, EventKind::ClaimApproved);
        assert_eq!(transition.event.actor, Actor::Staff(reviewer().staff_id));
        assert_eq!(transition.from_version, 3);
    }
}
