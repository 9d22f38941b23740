//! What the engine answers: reasoned, in codes and values. The sentences live
//! with the application.

use jiff::civil::Date;

use crate::code::{CarrierCode, Country, Forum, Iata};
use crate::coded::Coded;
use crate::codes;
use crate::finding::{Change, Finding};
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reference::Bodies;
use crate::regime::Regime;
use crate::rule::Rule;

/// The answer to one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Version of the rule set, stored with a claim.
    pub rules: &'static str,
    /// Arrival at the final destination against the booking, in minutes;
    /// negative when early.
    pub delay_minutes: Option<i64>,
    /// First departure to final destination.
    pub distance: Option<Distance>,
    /// One entry for every regime whose scope the journey meets, best first.
    pub entries: Vec<Entry>,
    /// Which of the entries to go by. It is the first, unless that asks for a
    /// loss which nobody has shown (Montreal Convention): then the first that is
    /// about a fixed sum.
    pub leading: usize,
    /// The regime to claim under: that of the entry to go by, if there is
    /// something to gain.
    pub recommended: Option<Regime>,
    /// Regimes whose scope the journey does not meet, with the step that failed.
    pub out_of_scope: Vec<(Regime, Step)>,
}

impl Assessment {
    /// The entry to go by.
    #[must_use]
    pub fn best(&self) -> Option<&Entry> {
        self.entries.get(self.leading)
    }
}

/// Geodesic on WGS-84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distance {
    /// First departure.
    pub origin: Iata,
    /// Final destination.
    pub destination: Iata,
    /// Kilometres, unrounded.
    pub km: f64,
}

/// The answer of one regime.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The regime.
    pub regime: Regime,
    /// Its answer.
    pub outcome: Outcome,
    /// The sum owed per passenger; only with [`Outcome::Eligible`].
    pub compensation: Option<Compensation>,
    /// The sum that is at stake whatever the outcome, for "would be € 250".
    pub at_stake: Option<Compensation>,
    /// The airline to claim from.
    pub claim_from: CarrierCode,
    /// By when to claim in court.
    pub deadline: Option<Deadline>,
    /// Rights beside the sum.
    pub other_rights: Vec<OtherRight>,
    /// Facts without which no answer is possible.
    pub missing_facts: Vec<MissingFact>,
    /// The whole reasoning, in order.
    pub steps: Vec<Step>,
    /// What would turn the answer.
    pub could_change: Vec<Change>,
    /// Regimes whose sum is not owed beside this one.
    pub excludes: Vec<Regime>,
    /// What comes after the claim to the airline; `None`: the courts.
    pub process: Option<Process>,
}

/// Whom to turn to when the airline refuses or stays silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Process {
    /// Days to wait for the airline's answer first.
    pub wait_days: u32,
    /// The bodies, and the country they are of.
    pub bodies: Bodies,
    /// What the law gives the airline to do, and by when.
    pub airline_clocks: Option<AirlineClocks>,
    /// What the courts ask for before they hear the claim.
    pub mediation: Option<Mediation>,
}

/// By when an airline has to act on its own and on a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AirlineClocks {
    /// Hours after the end of the journey in which it tells how to claim.
    pub inform_hours: u32,
    /// Working days in which it confirms that it has a complaint.
    pub acknowledge_working_days: u32,
    /// Months in which it answers with reasons.
    pub reply_months: u32,
    /// Months in which it answers for good, where it said that it needs longer.
    pub final_reply_months: u32,
}

/// Courts that hear a claim only after mediation, and then on a writ alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mediation {
    /// The country of the courts.
    pub country: Country,
    /// Who mediates.
    pub mediator: Option<&'static str>,
    /// The day from which they ask for it.
    pub since: Date,
    /// Who had claimed from the airline before this day is free of it.
    pub unless_claimed_before: Option<Date>,
}

/// Whether a sum is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The sum is owed per passenger.
    Eligible,
    /// A person must decide, or facts are missing.
    Depends,
    /// The regime applies; no sum.
    NoCompensation,
}

codes!(Outcome {
    Eligible => "eligible",
    Depends => "depends",
    NoCompensation => "no_compensation",
});

impl Outcome {
    /// The outcome's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

/// A sum per passenger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Compensation {
    /// The sum.
    pub amount: Money,
    /// Halved, as Art 7(2) Regulation 261/2004 has it.
    pub reduced: bool,
}

/// The last day for a claim in court.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The earliest last day the sources give.
    pub last_day: Date,
    /// The courts it is the rule of.
    pub forum: Forum,
    /// The sources agree.
    pub certain: bool,
    /// The latest last day the sources give; `None`: no sure end.
    pub longest: Option<Date>,
}

/// A right beside the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OtherRight {
    /// The right.
    pub right: Right,
    /// Where it stands.
    pub basis: &'static str,
}

/// Rights beside the sum. Key in the locale file: the variant in snake case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Meals, two calls, a hotel when a night falls in between (Art 9).
    Care,
    /// The fare back, or another way to the destination (Art 8(1)).
    RefundOrRerouting,
    /// The fare back after five hours, instead of flying (Art 6(1)(iii), 8(1)(a)).
    Refund,
    /// Transfer from the place of landing to the booked airport (Art 8(3)).
    Transfer,
    /// Another way to the destination, without the choice of the fare back.
    Rerouting,
    /// The fare back for a flight that was cancelled or changed and not taken.
    RefundAfterChange,
    /// The difference in price to the lower class that was flown.
    FareDifference,
    /// The fee paid for a bag that was lost, broken or much too late.
    BaggageFee,
    /// Food, drink and calls while waiting, without a hotel.
    Refreshments,
    /// The fare back, for who no longer wants to fly.
    FareBack,
    /// What the passenger had to spend because care or another way was not given.
    Expenses,
    /// A share of the fare for a lower class than booked (Art 10(2)).
    DowngradeReimbursement,
    /// Refreshments, meals, calls and a hotel by the hours of waiting
    /// (Regulation (EU) 2026/2202).
    CareByHours,
    /// To leave an aircraft that stands on the ground.
    Disembark,
    /// Another way that the passenger found, up to four times the fare.
    SelfRerouting,
    /// Another way to the destination; the fare back only where none can be given in
    /// time.
    ReroutingElseRefund,
    /// To leave an aircraft that stands on the ground for hours.
    LeaveAircraft,
    /// What the carrier has promised to the authority.
    CarrierCommitments,
    /// The fare back within days that the law counts.
    RefundInDays,
    /// Another way to the destination; the fare back where what is offered does not
    /// meet the passenger's needs.
    ReroutingOrRefundByNeeds,
}

codes!(Right {
    Care => "care",
    RefundOrRerouting => "refund_or_rerouting",
    Refund => "refund",
    Transfer => "transfer",
    Rerouting => "rerouting",
    RefundAfterChange => "refund_after_change",
    FareDifference => "fare_difference",
    BaggageFee => "baggage_fee",
    Refreshments => "refreshments",
    FareBack => "fare_back",
    Expenses => "expenses",
    DowngradeReimbursement => "downgrade_reimbursement",
    CareByHours => "care_by_hours",
    Disembark => "disembark",
    SelfRerouting => "self_rerouting",
    ReroutingElseRefund => "rerouting_else_refund",
    LeaveAircraft => "leave_aircraft",
    CarrierCommitments => "carrier_commitments",
    RefundInDays => "refund_in_days",
    ReroutingOrRefundByNeeds => "rerouting_or_refund_by_needs",
});

impl Right {
    /// The right's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

/// One step of the reasoning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The rule that was applied.
    pub rule: Rule,
    /// Whether its condition is met.
    pub met: bool,
    /// What was looked at and found.
    pub finding: Finding,
}

impl Step {
    /// A condition that is met.
    #[must_use]
    pub fn met(rule: Rule, finding: impl Into<Finding>) -> Self {
        Self {
            rule,
            met: true,
            finding: finding.into(),
        }
    }

    /// A condition that is not met.
    #[must_use]
    pub fn failed(rule: Rule, finding: impl Into<Finding>) -> Self {
        Self {
            rule,
            met: false,
            finding: finding.into(),
        }
    }
}
