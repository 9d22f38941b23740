//! What happened to a journey, for the laws that tell delay, cancellation and
//! refusal apart.

use crate::case::Disruption;
use crate::journey::Journey;

/// What a disruption counts as, in the words of such a law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalDisruption {
    /// Late; missed connections and near diversions included.
    Delay,
    /// Not flown as planned.
    Cancellation,
    /// Left so early that the law asks whether it counts as cancelled.
    BroughtForward,
    /// Came back or landed far away.
    FarDiversion,
    /// Refused.
    DeniedBoarding,
    /// A lower class than paid for.
    Downgrade,
    /// Baggage.
    Baggage,
}

impl LegalDisruption {
    /// The disruption of a journey. What is early enough and what is far away, each
    /// law says itself; a flight that is neither is a late one.
    pub fn of<'a>(
        journey: &Journey<'a>,
        left_early: impl FnOnce(&Journey<'a>) -> bool,
        landed_far: impl FnOnce(&Journey<'a>) -> bool,
    ) -> Self {
        match journey.disruption {
            Disruption::Cancellation => Self::Cancellation,
            Disruption::DeniedBoarding => Self::DeniedBoarding,
            Disruption::Downgrade => Self::Downgrade,
            Disruption::Baggage => Self::Baggage,
            Disruption::BroughtForward if left_early(journey) => Self::BroughtForward,
            Disruption::Diversion if landed_far(journey) => Self::FarDiversion,
            Disruption::BroughtForward
            | Disruption::Diversion
            | Disruption::Delay
            | Disruption::MissedConnection => Self::Delay,
        }
    }
}
