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
    /// Whether there were more passengers than seats.
    Oversold,
    /// Canada: whether the airline is large or small.
    CarrierSize,
    /// The fare a percentage is taken of, in the currency of the law.
    LegFare,
    /// The loss shown, in the currency of the law.
    ProvenLoss,
    /// What happened to the baggage.
    Baggage,
    /// How many days after delivery the damage or delay of baggage was reported.
    ReportedAfterDays,
    /// Whether a state is bound by the Montreal Convention; for a person to decide.
    TreatyStatus,
    /// The rate between a currency and the special drawing right on the day.
    ExchangeRate,
    /// When the flight that failed was booked to leave and to arrive.
    BlockTime,
    /// How the law stands on a point that is not confirmed here; for a person to
    /// decide. The step before it says which point.
    UnconfirmedRule,
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
            Self::Oversold => "oversold",
            Self::CarrierSize => "carrier_size",
            Self::LegFare => "leg_fare",
            Self::ProvenLoss => "proven_loss",
            Self::Baggage => "baggage",
            Self::ReportedAfterDays => "reported_after_days",
            Self::TreatyStatus => "treaty_status",
            Self::ExchangeRate => "exchange_rate",
            Self::BlockTime => "block_time",
            Self::UnconfirmedRule => "unconfirmed_rule",
        }
    }
}
