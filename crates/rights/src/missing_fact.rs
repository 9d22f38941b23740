//! Facts the engine would need for an answer.

/// A fact that is missing. Key in the locale file: [`MissingFact::key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingFact {
    /// When the passenger reached the final destination.
    ActualArrival,
    /// When the flight really left (a flight that was brought forward).
    ActualDeparture,
    /// When the journey should have reached the final destination.
    ScheduledArrival,
    /// How many days before departure the passenger was told.
    NoticeDays,
    /// Whether all reasonable measures would have helped.
    MeasuresProven,
    /// Which state licensed the airline.
    CarrierLicence,
    /// How the law stands for a disputed airport; for a person to decide.
    TerritoryStatus,
    /// How Regulation (EU) 2026/2202 judges the case; its text is not confirmed.
    NewRegulation,
    /// The price of the flight a percentage is taken of.
    LegFare,
    /// Which flight the passenger was downgraded on.
    DowngradedLeg,
    /// Whether a licence makes a Community carrier; for a person to decide.
    LicenceStatus,
}

impl MissingFact {
    /// The fact's key, as in the contract where it stands there.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::ActualArrival => "actual_arrival",
            Self::ActualDeparture => "actual_departure",
            Self::ScheduledArrival => "scheduled_arrival",
            Self::NoticeDays => "notice_days",
            Self::MeasuresProven => "measures_proven",
            Self::CarrierLicence => "carrier_licence",
            Self::TerritoryStatus => "territory_status",
            Self::NewRegulation => "new_regulation",
            Self::LegFare => "leg_fare",
            Self::DowngradedLeg => "downgraded_leg",
            Self::LicenceStatus => "licence_status",
        }
    }
}
