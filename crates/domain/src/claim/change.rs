use jiff::Timestamp;
use rights::snapshot::AssessmentV1;

use super::{
    Actor, Claim, ClaimEvent, ClaimState, Decision, DecisionOutcome, Effect, EventKind, MailKind,
    StateName,
};
use crate::{
    access::{DecideClaims, Grant, ReassessClaims},
    ids::ClaimId,
};

/// A change of a claim that was allowed, with the event that tells of it and the
/// work that follows from it.
///
/// Only the methods of [`Claim`] make one, and storage takes nothing else: what
/// has no event cannot happen. `To` is what the claim becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<To> {
    claim_id: ClaimId,
    from_version: i32,
    to: To,
    event: ClaimEvent,
    effects: Vec<Effect>,
}

/// The change that begins a claim: it is submitted, in version 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submission;

/// The change that makes another secret open a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkRenewal {
    /// SHA-256 of the secret that opened the claim until now.
    pub old: [u8; 32],
    /// SHA-256 of the secret that opens it from now on.
    pub new: [u8; 32],
    /// SHA-256 of what the form carried that asked for it, if a form did: sent
    /// again, it finds the link it made.
    pub request: Option<[u8; 32]>,
}

/// The change that puts another assessment in the place of the stored one.
#[derive(Debug, Clone, PartialEq)]
pub struct Reassessment {
    /// What was stored until now.
    pub old: AssessmentV1,
    /// What is stored from now on.
    pub new: AssessmentV1,
}

impl<To> Change<To> {
    /// Which claim.
    pub fn claim_id(&self) -> ClaimId {
        self.claim_id
    }

    /// The version that was read, 0 before there is a claim; storage refuses
    /// another.
    pub fn from_version(&self) -> i32 {
        self.from_version
    }

    /// What the claim becomes.
    pub fn to(&self) -> &To {
        &self.to
    }

    /// What the history says.
    pub fn event(&self) -> &ClaimEvent {
        &self.event
    }

    /// The work that follows.
    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }
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
    /// The passenger sends a claim, which is known by `id` from then on.
    pub fn submit(id: ClaimId, at: Timestamp) -> Change<Submission> {
        Change {
            claim_id: id,
            from_version: 0,
            to: Submission,
            event: ClaimEvent {
                kind: EventKind::ClaimSubmitted,
                actor: Actor::Passenger,
                at,
            },
            effects: vec![
                Effect::SendMail(MailKind::ClaimReceived, id),
                Effect::NotifyViewers(id),
            ],
        }
    }

    /// A reviewer decides, having read version `read`.
    ///
    /// # Errors
    /// The claim was changed since, or is no longer waiting for a decision. A
    /// link that was renewed since is no such change.
    pub fn decide(
        &self,
        grant: &Grant<DecideClaims>,
        decision: Decision,
        read: i32,
        at: Timestamp,
    ) -> Result<Change<ClaimState>, ClaimError> {
        self.must_be_submitted()?;
        self.must_be_current(read)?;
        let kind = match decision.outcome() {
            DecisionOutcome::Approved => EventKind::ClaimApproved,
            DecisionOutcome::Rejected(_) => EventKind::ClaimRejected,
        };
        let by = grant.staff_id();
        let actor = Actor::Staff(by);
        let to = ClaimState::Decided { decision, by, at };
        let change = self.change(to, ClaimEvent { kind, actor, at });
        Ok(change.then(Effect::SendMail(MailKind::ClaimDecided, self.id)))
    }

    /// The passenger takes the claim back.
    ///
    /// # Errors
    /// The claim is already decided or taken back.
    pub fn withdraw(&self, at: Timestamp) -> Result<Change<ClaimState>, ClaimError> {
        self.must_be_submitted()?;
        let event = ClaimEvent {
            kind: EventKind::ClaimWithdrawn,
            actor: Actor::Passenger,
            at,
        };
        Ok(self.change(ClaimState::Withdrawn, event))
    }

    /// A reviewer takes over what today's rules say to a claim, having read
    /// version `read`.
    ///
    /// # Errors
    /// The claim was changed since, or is no longer waiting for a decision.
    pub fn reassess(
        &self,
        grant: &Grant<ReassessClaims>,
        reassessment: Reassessment,
        read: i32,
        at: Timestamp,
    ) -> Result<Change<Reassessment>, ClaimError> {
        self.must_be_submitted()?;
        self.must_be_current(read)?;
        let kind = EventKind::ClaimReassessed;
        let actor = Actor::Staff(grant.staff_id());
        Ok(self.change(reassessment, ClaimEvent { kind, actor, at }))
    }

    /// Another secret opens the claim, in whatever state it is.
    pub fn renew_link(
        &self,
        renewal: LinkRenewal,
        actor: Actor,
        at: Timestamp,
    ) -> Change<LinkRenewal> {
        let kind = EventKind::LinkRenewed;
        let change = self.change(renewal, ClaimEvent { kind, actor, at });
        change.then(Effect::SendMail(MailKind::LinkRenewed, self.id))
    }

    /// Whether who read version `read` has read what the claim rests on now.
    pub fn is_current(&self, read: i32) -> bool {
        (self.basis_version..=self.version).contains(&read)
    }

    /// Whether a decision of who has read version `read` can still be taken.
    pub fn awaits_decision(&self, read: i32) -> bool {
        self.state == ClaimState::Submitted && self.is_current(read)
    }

    /// Whether who has the grant has decided just this, having read version `read`: the
    /// button was pressed twice.
    pub fn is_decided_so(&self, grant: &Grant<DecideClaims>, wanted: &Decision, read: i32) -> bool {
        match &self.state {
            ClaimState::Decided { decision, by, .. } => {
                decision == wanted && *by == grant.staff_id() && read < self.basis_version
            }
            ClaimState::Submitted | ClaimState::Withdrawn => false,
        }
    }

    fn must_be_current(&self, read: i32) -> Result<(), ClaimError> {
        match self.is_current(read) {
            true => Ok(()),
            false => Err(ClaimError::Stale {
                read,
                now: self.version,
            }),
        }
    }

    fn must_be_submitted(&self) -> Result<(), ClaimError> {
        match self.state {
            ClaimState::Submitted => Ok(()),
            _ => Err(ClaimError::NotFrom(self.state.name())),
        }
    }

    /// A change of a claim that there is; whoever looks at it is told.
    fn change<To>(&self, to: To, event: ClaimEvent) -> Change<To> {
        Change {
            claim_id: self.id,
            from_version: self.version,
            to,
            event,
            effects: vec![Effect::NotifyViewers(self.id)],
        }
    }
}

impl<To> Change<To> {
    fn then(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        access::{Role, Staff},
        claim::RejectionReason,
        ids::StaffId,
    };

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn staff(number: u128) -> Staff {
        Staff {
            id: StaffId::from_uuid(Uuid::from_u128(number)),
            name: "Ines".into(),
            role: Role::Reviewer,
        }
    }

    fn reviewer() -> Grant<DecideClaims> {
        staff(7).may(DecideClaims).unwrap()
    }

    fn decision(outcome: DecisionOutcome) -> Decision {
        Decision::new(outcome, "Because.").unwrap()
    }

    fn in_state(state: ClaimState) -> Claim {
        Claim {
            id: ClaimId::from_uuid(Uuid::from_u128(1)),
            version: 3,
            basis_version: 3,
            state,
        }
    }

    fn decided(outcome: DecisionOutcome) -> ClaimState {
        ClaimState::Decided {
            decision: decision(outcome),
            by: reviewer().staff_id(),
            at: NOW,
        }
    }

    /// Every state against every action: the whole matrix.
    #[test]
    fn only_a_submitted_claim_can_change() {
        let rejected = DecisionOutcome::Rejected(RejectionReason::Other);
        let states = [
            (ClaimState::Submitted, true),
            (decided(DecisionOutcome::Approved), false),
            (decided(rejected), false),
            (ClaimState::Withdrawn, false),
        ];
        for (state, allowed) in states {
            let claim = in_state(state);
            for outcome in [DecisionOutcome::Approved, rejected] {
                let result = claim.decide(&reviewer(), decision(outcome), 3, NOW);
                assert_eq!(
                    result.is_ok(),
                    allowed,
                    "{:?} from {:?}",
                    outcome,
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
        assert!(claim.awaits_decision(3));
        assert!(!claim.awaits_decision(2));
        let decided = in_state(decided(DecisionOutcome::Approved));
        assert!(!decided.awaits_decision(3));
        let result = claim.decide(&reviewer(), decision(DecisionOutcome::Approved), 2, NOW);
        assert_eq!(result, Err(ClaimError::Stale { read: 2, now: 3 }));
    }

    #[test]
    fn a_renewed_link_makes_no_decision_stale() {
        let mut claim = in_state(ClaimState::Submitted);
        claim.basis_version = 2;
        let decide =
            |read| claim.decide(&reviewer(), decision(DecisionOutcome::Approved), read, NOW);
        for (read, allowed) in [(1, false), (2, true), (3, true), (4, false)] {
            assert_eq!(decide(read).is_ok(), allowed, "version {read}");
        }
    }

    #[test]
    fn only_the_same_decision_on_the_same_version_is_a_second_press() {
        let claim = in_state(decided(DecisionOutcome::Approved));
        let same = decision(DecisionOutcome::Approved);
        assert!(claim.is_decided_so(&reviewer(), &same, 2));
        // Who has read the decision decides anew.
        assert!(!claim.is_decided_so(&reviewer(), &same, 3));
        let other = Decision::new(DecisionOutcome::Approved, "Because I say so.").unwrap();
        assert!(!claim.is_decided_so(&reviewer(), &other, 2));
        let somebody = staff(8).may(DecideClaims).unwrap();
        assert!(!claim.is_decided_so(&somebody, &same, 2));
        let open = in_state(ClaimState::Submitted);
        assert!(!open.is_decided_so(&reviewer(), &same, 2));
    }

    #[test]
    fn a_decision_says_who_and_when_in_state_and_event_alike() {
        let claim = in_state(ClaimState::Submitted);
        let change = claim
            .decide(&reviewer(), decision(DecisionOutcome::Approved), 3, NOW)
            .unwrap();
        assert_eq!(change.to().name(), StateName::Approved);
        assert_eq!(change.event().kind, EventKind::ClaimApproved);
        assert_eq!(change.event().actor, Actor::Staff(reviewer().staff_id()));
        assert_eq!((change.claim_id(), change.from_version()), (claim.id, 3));
    }

    #[test]
    fn what_the_passenger_should_know_follows_as_mail() {
        let claim = in_state(ClaimState::Submitted);
        let (id, rejected) = (claim.id, DecisionOutcome::Rejected(RejectionReason::Other));
        let mail = |kind| Some(Effect::SendMail(kind, id));
        let mail_of = |effects: &[Effect]| {
            let mut mails = effects.iter().copied();
            assert!(effects.contains(&Effect::NotifyViewers(id)));
            mails.find(|effect| matches!(effect, Effect::SendMail(..)))
        };
        let sent = Claim::submit(id, NOW);
        assert_eq!(mail_of(sent.effects()), mail(MailKind::ClaimReceived));
        assert_eq!((sent.from_version(), sent.to()), (0, &Submission));
        for outcome in [DecisionOutcome::Approved, rejected] {
            let decided = claim.decide(&reviewer(), decision(outcome), 3, NOW);
            let decided = decided.unwrap();
            assert_eq!(mail_of(decided.effects()), mail(MailKind::ClaimDecided));
        }
        let withdrawn = claim.withdraw(NOW).unwrap();
        assert_eq!(mail_of(withdrawn.effects()), None);
        let renewal = LinkRenewal {
            old: [1; 32],
            new: [2; 32],
            request: None,
        };
        let renewed = claim.renew_link(renewal, Actor::Passenger, NOW);
        assert_eq!(mail_of(renewed.effects()), mail(MailKind::LinkRenewed));
        assert_eq!(renewed.event().kind, EventKind::LinkRenewed);
    }
}
