use domain::Language;
use rights::{MissingFact, Regime, Right};

use crate::tr;

/// The name of a body of law.
pub fn regime_name(language: Language, regime: Regime) -> String {
    match regime {
        Regime::Eu261 => tr!(language, law.regime.eu261),
        Regime::Uk261 => tr!(language, law.regime.uk261),
        Regime::CaAppr => tr!(language, law.regime.ca_appr),
        Regime::TrShy => tr!(language, law.regime.tr_shy),
        Regime::IlAsl => tr!(language, law.regime.il_asl),
        Regime::BrAnac400 => tr!(language, law.regime.br_anac400),
        Regime::InDgca => tr!(language, law.regime.in_dgca),
        Regime::SaGaca => tr!(language, law.regime.sa_gaca),
        Regime::UsDot => tr!(language, law.regime.us_dot),
        Regime::Mc99 => tr!(language, law.regime.mc99),
    }
}

/// A right beside the sum, as the law gives it that grants it.
pub fn right(language: Language, regime: Option<Regime>, right: Right) -> String {
    match right {
        Right::Care => care(language, regime),
        Right::RefundOrRerouting => tr!(language, law.right.refund_or_rerouting),
        Right::Refund => tr!(language, law.right.refund),
        Right::Transfer => tr!(language, law.right.transfer),
        Right::Rerouting => tr!(language, law.right.rerouting),
        Right::RefundAfterChange => tr!(language, law.right.refund_after_change),
        Right::FareDifference => tr!(language, law.right.fare_difference),
        Right::BaggageFee => tr!(language, law.right.baggage_fee),
        Right::Refreshments => tr!(language, law.right.refreshments),
        Right::FareBack => tr!(language, law.right.fare_back),
        Right::Expenses => tr!(language, law.right.expenses),
        Right::DowngradeReimbursement => tr!(language, law.right.downgrade_reimbursement),
        Right::CareByHours => tr!(language, law.right.care_by_hours),
        Right::Disembark => tr!(language, law.right.disembark),
        Right::SelfRerouting => tr!(language, law.right.self_rerouting),
        Right::RefundInDays => tr!(language, law.right.refund_in_days),
        Right::CarrierCommitments => tr!(language, law.right.carrier_commitments),
        Right::LeaveAircraft => tr!(language, law.right.leave_aircraft),
        Right::ReroutingElseRefund => tr!(language, law.right.rerouting_else_refund),
        Right::ReroutingOrRefundByNeeds => {
            tr!(language, law.right.rerouting_or_refund_by_needs)
        }
    }
}

/// What to keep as proof for a right.
pub fn proof(language: Language, right: Right) -> String {
    match right {
        Right::Care => tr!(language, law.proof.care),
        Right::RefundOrRerouting => tr!(language, law.proof.refund_or_rerouting),
        Right::Refund => tr!(language, law.proof.refund),
        Right::Transfer => tr!(language, law.proof.transfer),
        Right::Rerouting => tr!(language, law.proof.rerouting),
        Right::RefundAfterChange => tr!(language, law.proof.refund_after_change),
        Right::FareDifference => tr!(language, law.proof.fare_difference),
        Right::BaggageFee => tr!(language, law.proof.baggage_fee),
        Right::Refreshments => tr!(language, law.proof.refreshments),
        Right::FareBack => tr!(language, law.proof.fare_back),
        Right::Expenses => tr!(language, law.proof.expenses),
        Right::DowngradeReimbursement => tr!(language, law.proof.downgrade_reimbursement),
        Right::CareByHours => tr!(language, law.proof.care_by_hours),
        Right::Disembark => tr!(language, law.proof.disembark),
        Right::SelfRerouting => tr!(language, law.proof.self_rerouting),
        Right::RefundInDays => tr!(language, law.proof.refund_in_days),
        Right::CarrierCommitments => tr!(language, law.proof.carrier_commitments),
        Right::LeaveAircraft => tr!(language, law.proof.leave_aircraft),
        Right::ReroutingElseRefund => tr!(language, law.proof.rerouting_else_refund),
        Right::ReroutingOrRefundByNeeds => {
            tr!(language, law.proof.rerouting_or_refund_by_needs)
        }
    }
}

/// Meals, calls and a hotel; when the hotel is due differs from law to law.
fn care(language: Language, regime: Option<Regime>) -> String {
    match regime {
        Some(Regime::BrAnac400) => tr!(language, law.right.care_brazil),
        Some(Regime::InDgca) => tr!(language, law.right.care_india),
        Some(Regime::SaGaca) => tr!(language, law.right.care_saudi_arabia),
        _ => tr!(language, law.right.care),
    }
}

/// The question for a fact that is missing.
pub fn missing_fact(language: Language, regime: Regime, fact: MissingFact) -> String {
    match fact {
        MissingFact::ActualArrival => tr!(language, law.missing_fact.actual_arrival),
        MissingFact::ActualDeparture => tr!(language, law.missing_fact.actual_departure),
        MissingFact::ScheduledArrival => tr!(language, law.missing_fact.scheduled_arrival),
        MissingFact::NoticeDays => tr!(language, law.missing_fact.notice_days),
        MissingFact::MeasuresProven => tr!(language, law.missing_fact.measures_proven),
        MissingFact::CarrierLicence => tr!(language, law.missing_fact.carrier_licence),
        MissingFact::TerritoryStatus => tr!(language, law.missing_fact.territory_status),
        MissingFact::NewRegulation => tr!(language, law.missing_fact.new_regulation),
        MissingFact::Oversold => tr!(language, law.missing_fact.oversold),
        MissingFact::CarrierSize => tr!(language, law.missing_fact.carrier_size),
        MissingFact::LegFare => leg_fare(language, regime),
        MissingFact::ProvenLoss => tr!(language, law.missing_fact.proven_loss),
        MissingFact::Baggage => tr!(language, law.missing_fact.baggage),
        MissingFact::ReportedAfterDays => tr!(language, law.missing_fact.reported_after_days),
        MissingFact::TreatyStatus => tr!(language, law.missing_fact.treaty_status),
        MissingFact::ExchangeRate => tr!(language, law.missing_fact.exchange_rate),
        MissingFact::BlockTime => tr!(language, law.missing_fact.block_time),
        MissingFact::UnconfirmedRule => tr!(language, law.missing_fact.unconfirmed_rule),
        MissingFact::BroughtForwardSum => tr!(language, law.missing_fact.brought_forward_sum),
        MissingFact::DiversionSum => tr!(language, law.missing_fact.diversion_sum),
        MissingFact::ShareOfFare => tr!(language, law.missing_fact.share_of_fare),
        MissingFact::CauseExcuses => tr!(language, law.missing_fact.cause_excuses),
        MissingFact::HalvingWindow => tr!(language, law.missing_fact.halving_window),
        MissingFact::SumOfTheYear => tr!(language, law.missing_fact.sum_of_the_year),
        MissingFact::DelayMeasure => tr!(language, law.missing_fact.delay_measure),
        MissingFact::RefundAndSum => tr!(language, law.missing_fact.refund_and_sum),
        MissingFact::BaggageSum => tr!(language, law.missing_fact.baggage_sum),
        MissingFact::BaggageDays => tr!(language, law.missing_fact.baggage_days),
        MissingFact::DowngradedLeg => tr!(language, law.missing_fact.downgraded_leg),
        MissingFact::LicenceStatus => licence_status(language, regime),
        MissingFact::Reroute => tr!(language, law.missing_fact.reroute),
        MissingFact::OperatingCarrier => tr!(language, law.missing_fact.operating_carrier),
    }
}

/// The question whether a licence counts: under the British text a European one may not.
fn licence_status(language: Language, regime: Regime) -> String {
    match regime {
        Regime::Uk261 => tr!(language, law.missing_fact.licence_status_uk),
        _ => tr!(language, law.missing_fact.licence_status),
    }
}

/// The question for the figure that a law takes its share of: each has another.
fn leg_fare(language: Language, regime: Regime) -> String {
    match regime {
        Regime::UsDot => tr!(language, law.missing_fact.leg_fare_us),
        Regime::InDgca => tr!(language, law.missing_fact.leg_fare_in),
        Regime::SaGaca => tr!(language, law.missing_fact.leg_fare_sa),
        _ => tr!(language, law.missing_fact.leg_fare),
    }
}
