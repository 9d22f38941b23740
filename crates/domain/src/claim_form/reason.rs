use rights::Cause;

use super::{Answers, Faults, Field, what_went_wrong::choose};

/// What the airline said. It is a claim of the airline, never a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedReason {
    /// It gave none, or the passenger does not know.
    NoneGiven,
    /// A technical fault.
    Technical,
    /// Crew missing, ill or out of hours.
    Crew,
    /// The aircraft came late from its flight before.
    LateInbound,
    /// A strike of the airline's own staff.
    OwnStrike,
    /// A strike of others: airport, air traffic control.
    OtherStrike,
    /// Weather.
    Weather,
    /// Air traffic control.
    AirTrafficControl,
    /// Security, or closed airspace.
    Security,
    /// Something else.
    Other,
}

impl StatedReason {
    /// Every choice, in the order of the page.
    pub const ALL: [StatedReason; 10] = [
        StatedReason::NoneGiven,
        StatedReason::Technical,
        StatedReason::Crew,
        StatedReason::LateInbound,
        StatedReason::Weather,
        StatedReason::AirTrafficControl,
        StatedReason::OwnStrike,
        StatedReason::OtherStrike,
        StatedReason::Security,
        StatedReason::Other,
    ];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            StatedReason::NoneGiven => "none",
            StatedReason::Technical => "technical",
            StatedReason::Crew => "crew",
            StatedReason::LateInbound => "late-inbound",
            StatedReason::OwnStrike => "own-strike",
            StatedReason::OtherStrike => "other-strike",
            StatedReason::Weather => "weather",
            StatedReason::AirTrafficControl => "air-traffic-control",
            StatedReason::Security => "security",
            StatedReason::Other => "other",
        }
    }

    /// The cause in the terms of the law.
    pub fn cause(self) -> Option<Cause> {
        match self {
            StatedReason::NoneGiven => None,
            StatedReason::Technical => Some(Cause::TechnicalFault),
            StatedReason::Crew => Some(Cause::CrewShortage),
            StatedReason::LateInbound => Some(Cause::LateInbound),
            StatedReason::OwnStrike => Some(Cause::OwnStaffStrike),
            StatedReason::OtherStrike => Some(Cause::ThirdPartyStrike),
            StatedReason::Weather => Some(Cause::Weather),
            StatedReason::AirTrafficControl => Some(Cause::AirTrafficControl),
            StatedReason::Security => Some(Cause::Security),
            StatedReason::Other => Some(Cause::Unknown),
        }
    }
}

/// Reads the airline's reason.
///
/// # Errors
/// Nothing was chosen; "I don't know" is a choice.
pub(super) fn parse_reason(answers: &Answers) -> Result<StatedReason, Faults> {
    let mut faults = Faults::default();
    let choice = choose(
        answers,
        Field::Reason,
        StatedReason::ALL,
        StatedReason::value,
    );
    let reason = faults.keep(Field::Reason, choice);
    faults.unless_any(reason)
}
