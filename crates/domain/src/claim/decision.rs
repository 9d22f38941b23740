use serde::{Deserialize, Serialize};

/// Longest text of a decision, in characters.
pub const MAX_DECISION_TEXT: usize = 4_000;

/// What a decision comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionOutcome {
    /// The claim holds.
    Approved,
    /// The claim does not hold, for the reason given.
    Rejected(RejectionReason),
}

/// Why a claim was rejected, for the passenger's page and for statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectionReason {
    /// The journey is outside every law that Aero knows.
    OutOfScope,
    /// The delay or the notice does not reach the threshold.
    BelowThreshold,
    /// The airline has proved extraordinary circumstances.
    Extraordinary,
    /// The time limit for a claim has passed.
    TooLate,
    /// The flight or the booking could not be confirmed.
    NotConfirmed,
    /// The same claim was already sent or paid.
    Duplicate,
    /// Another reason, which the text gives.
    Other,
}

impl RejectionReason {
    /// Every reason, in the order in which the desk offers them.
    pub const ALL: [RejectionReason; 7] = [
        RejectionReason::OutOfScope,
        RejectionReason::BelowThreshold,
        RejectionReason::Extraordinary,
        RejectionReason::TooLate,
        RejectionReason::NotConfirmed,
        RejectionReason::Duplicate,
        RejectionReason::Other,
    ];

    /// The code in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            RejectionReason::OutOfScope => "out_of_scope",
            RejectionReason::BelowThreshold => "below_threshold",
            RejectionReason::Extraordinary => "extraordinary",
            RejectionReason::TooLate => "too_late",
            RejectionReason::NotConfirmed => "not_confirmed",
            RejectionReason::Duplicate => "duplicate",
            RejectionReason::Other => "other",
        }
    }

    /// The reason of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A reviewer's decision with the words the passenger reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Written as `verdict`, as by the releases before.
    #[serde(rename = "verdict")]
    outcome: DecisionOutcome,
    text: String,
}

/// Why a decision cannot be taken as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionError {
    /// Neither approved nor rejected.
    NoOutcome,
    /// Rejected without a reason.
    NoReason,
    /// Approved, with a reason for a rejection.
    ReasonToApprove,
    /// No words for the passenger.
    NoText,
    /// More than [`MAX_DECISION_TEXT`] characters.
    TextTooLong,
}

impl Decision {
    /// A decision always comes with words for the passenger.
    pub fn new(outcome: DecisionOutcome, text: &str) -> Result<Self, DecisionError> {
        // Line breaks are part of the words; other control characters are not,
        // and the database would refuse some of them.
        let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let text: String = text.chars().filter(kept).collect();
        let text = text.trim();
        if text.is_empty() {
            return Err(DecisionError::NoText);
        }
        if text.chars().count() > MAX_DECISION_TEXT {
            return Err(DecisionError::TextTooLong);
        }
        Ok(Self {
            outcome,
            text: text.to_owned(),
        })
    }

    /// Reads the desk's form: `approve` or `reject`, a reason code, a text. A
    /// reason goes with a rejection only: one of the two was a mistake, and the
    /// reviewer knows which.
    pub fn parse(outcome: &str, reason: &str, text: &str) -> Result<Self, DecisionError> {
        let outcome = match outcome {
            "approve" if reason.is_empty() => DecisionOutcome::Approved,
            "approve" => return Err(DecisionError::ReasonToApprove),
            "reject" => DecisionOutcome::Rejected(
                RejectionReason::from_code(reason).ok_or(DecisionError::NoReason)?,
            ),
            _ => return Err(DecisionError::NoOutcome),
        };
        Self::new(outcome, text)
    }

    /// Approved or rejected.
    pub fn outcome(&self) -> DecisionOutcome {
        self.outcome
    }

    /// The words for the passenger, in the language of the claim.
    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_needs_an_outcome_a_reason_and_words() {
        assert_eq!(Decision::parse("", "", "x"), Err(DecisionError::NoOutcome));
        assert_eq!(
            Decision::parse("reject", "", "x"),
            Err(DecisionError::NoReason)
        );
        assert_eq!(
            Decision::parse("approve", "too_late", "x"),
            Err(DecisionError::ReasonToApprove)
        );
        assert_eq!(
            Decision::parse("approve", "", "  \n"),
            Err(DecisionError::NoText)
        );
        let long = "é".repeat(MAX_DECISION_TEXT + 1);
        assert_eq!(
            Decision::parse("approve", "", &long),
            Err(DecisionError::TextTooLong)
        );
        let decision = Decision::parse("reject", "too_late", " Sorry. ").unwrap();
        assert_eq!(
            decision.outcome(),
            DecisionOutcome::Rejected(RejectionReason::TooLate)
        );
        assert_eq!(decision.text(), "Sorry.");
    }

    #[test]
    fn every_reason_has_a_code_of_its_own() {
        for reason in RejectionReason::ALL {
            assert_eq!(RejectionReason::from_code(reason.code()), Some(reason));
        }
    }
}
