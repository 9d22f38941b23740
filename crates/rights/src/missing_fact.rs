//! Facts the engine would need for an answer.

use crate::coded::Coded;
use crate::codes;

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
    /// Whether a flight that was brought forward founds a sum; for a person to
    /// decide.
    BroughtForwardSum,
    /// Whether a flight that landed elsewhere founds a sum; for a person to decide.
    DiversionSum,
    /// Which share of the fare is due; for a person to decide.
    ShareOfFare,
    /// Whether a cause excuses the airline; for a person to decide.
    CauseExcuses,
    /// How late a replacement may arrive for the sum to be halved; for a person
    /// to decide.
    HalvingWindow,
    /// The sum for the year of the flight; for a person to find.
    SumOfTheYear,
    /// At which end a delay counts; for a person to decide.
    DelayMeasure,
    /// Whether the sum is due beside the fare; for a person to decide.
    RefundAndSum,
    /// Whether a sum for baggage is fixed or a limit; for a person to decide.
    BaggageSum,
    /// How many days after the passenger the baggage came.
    BaggageDays,
    /// Which flight the passenger was downgraded on.
    DowngradedLeg,
    /// Whether a licence makes a Community carrier; for a person to decide.
    LicenceStatus,
    /// Whether the passenger took the replacement or the fare.
    Reroute,
    /// Which company of a group flew, of several that sell under one number.
    OperatingCarrier,
}

codes!(MissingFact {
    ActualArrival => "actual_arrival",
    ActualDeparture => "actual_departure",
    ScheduledArrival => "scheduled_arrival",
    NoticeDays => "notice_days",
    MeasuresProven => "measures_proven",
    CarrierLicence => "carrier_licence",
    TerritoryStatus => "territory_status",
    NewRegulation => "new_regulation",
    Oversold => "oversold",
    CarrierSize => "carrier_size",
    LegFare => "leg_fare",
    ProvenLoss => "proven_loss",
    Baggage => "baggage",
    ReportedAfterDays => "reported_after_days",
    TreatyStatus => "treaty_status",
    ExchangeRate => "exchange_rate",
    BlockTime => "block_time",
    UnconfirmedRule => "unconfirmed_rule",
    BroughtForwardSum => "brought_forward_sum",
    DiversionSum => "diversion_sum",
    ShareOfFare => "share_of_fare",
    CauseExcuses => "cause_excuses",
    HalvingWindow => "halving_window",
    SumOfTheYear => "sum_of_the_year",
    DelayMeasure => "delay_measure",
    RefundAndSum => "refund_and_sum",
    BaggageSum => "baggage_sum",
    BaggageDays => "baggage_days",
    DowngradedLeg => "downgraded_leg",
    LicenceStatus => "licence_status",
    Reroute => "reroute",
    OperatingCarrier => "operating_carrier",
});

impl MissingFact {
    /// The fact's key, as in the contract where it stands there.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}
