//! What a passenger can do after the airline's refusal or silence, for the pages
//! of a claim.

use db::ClaimRow;
use domain::claim::{ClaimState, DecisionOutcome};
use jiff::civil::Date;
use recourse::answer::NextStep;
use recourse::{Days, Exchange, Facts, recourse};
use reference::Embedded;
use rights::contract::disruption;
use rights::{Coded, Disruption, Regime};

use crate::{DeskClaim, TrackedClaim};

impl TrackedClaim {
    /// What to do towards the airline and after its answer; `None` where nothing is owed by
    /// what is stored, the claim was withdrawn, or a reviewer decided against it.
    #[must_use]
    pub fn next_step(&self, today: Date) -> Option<NextStep> {
        next_step(&self.row, today)
    }
}

impl DeskClaim {
    /// What the passenger is told to do next.
    #[must_use]
    pub fn next_step(&self, today: Date) -> Option<NextStep> {
        next_step(&self.row, today)
    }
}

/// The next step of a claim. The form asks neither whether and when the airline was
/// asked, nor where the passenger lives: the day on which the form was sent to us
/// starts no time of a body, and the earliest last day of all courts is the one that
/// counts. Whom we have told that the claim does not hold we do not send to a court.
fn next_step(row: &ClaimRow, today: Date) -> Option<NextStep> {
    let is_open = match &row.claim.state {
        ClaimState::Withdrawn => false,
        ClaimState::Submitted => true,
        ClaimState::Decided { decision, .. } => decision.outcome() == DecisionOutcome::Approved,
    };
    if !is_open {
        return None;
    }
    let amount = row.facts.summary.amount.as_ref()?;
    let persons = u32::try_from(row.passenger_count).ok()?.max(1);
    let facts = Facts {
        origin: row.facts.origin.parse().ok()?,
        destination: row.facts.destination.parse().ok()?,
        carrier: row.facts.claim_from.as_deref()?.parse().ok()?,
        carrier_licence: None,
        disruption: disruption(&row.facts.disruption).unwrap_or(Disruption::Delay),
        persons,
        relation: None,
        sum: amount.minor.checked_mul(i64::from(persons))?,
        expenses: 0,
        currency: amount.currency.parse().ok()?,
        regime: row
            .facts
            .summary
            .regime
            .as_deref()
            .and_then(Regime::from_code),
        exchange: Exchange::default(),
        flight_day: row.facts.flight_day,
        days: Days {
            as_of: Some(today),
            ..Days::default()
        },
        claimant_home: None,
        airline_address: None,
        private_trip: true,
        one_claims_for_all: true,
        assigned_to_firm: false,
        in_court: false,
        represented: false,
        under_18: false,
        german_eid: None,
        legal_aid: false,
        mediation_excused: false,
        airline_in_scheme: None,
        body_asked: false,
        documents_held: Vec::new(),
    };
    Some(recourse(&facts, &Embedded).next_step)
}
