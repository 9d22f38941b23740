//! Israel: the Aviation Services Law (Compensation and Assistance for Flight
//! Cancellation or Change of Conditions), 5772-2012, for flights since 16 August
//! 2012. The text itself was not at hand; what stands here is what secondary
//! sources agree on.
//!
//! It covers every journey that starts, ends or stops in Israel, on any carrier.
//! A delay counts at departure, and from eight hours on it is a cancellation in
//! law. The sums follow the consumer prices each year. Flights inside Israel have
//! regulations of their own.
//!
//! The order of the questions is that of the law: scope, journey, disruption,
//! notice, exemptions, sum, set-off, limitation.

mod cause;
mod disruption;
mod domestic;
mod rights;
pub mod rule;
mod scope;
mod tariff;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assessment::{Compensation, Deadline, Entry, Step};
use crate::booking::note_unit;
use crate::code::{Country, Currency, Forum};
use crate::disruption::LegalDisruption;
use crate::finding::Finding as Shared;
use crate::journey::Journey;
use crate::limitation;
use crate::missing_fact::MissingFact;
use crate::passenger::downgrade_is_open;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::ReferenceData;
use crate::regime::Regime;
use crate::set_off::set_off;

pub use crate::finding::israel::Finding;
pub use rule::ALL as RULES;
use tariff::Tariff;

/// The Israeli courts.
const ISRAEL: Forum = Forum::Country(Country::IL);

/// Years within which a claim goes to court.
const LIMITATION_YEARS: i32 = 4;

/// Judges a journey.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn entry(
    journey: &Journey<'_>,
    assessed_on: Date,
    data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let mut notes = Reasoning::default();
    scope::scope(journey, &mut notes)?;
    note_unit(
        rule::SINGLE_BOOKING,
        rule::RETURN_IS_SEPARATE,
        journey,
        &mut notes,
    );
    let mut sum = None;
    let owed = judge(journey, &mut sum, &mut notes);
    let deadline = deadline(journey, data);
    let owed = owed.and_then(|()| {
        limitation::time_bar_in_court(rule::LIMITATION, deadline, journey, assessed_on, &mut notes)
    });
    Ok(notes.entry(Regime::IlAsl, journey, owed, sum, deadline))
}

/// Asks for the fare first, for the Law gives nothing at all for one that the public
/// cannot buy; then grants the rights and judges the disruption.
fn judge(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if !journey.facts.fare_available_to_public {
        return notes.fails(rule::PUBLIC_FARE, Shared::FareNotPublic);
    }
    let disruption = disruption::of(journey);
    rights::grant(disruption, journey, notes);
    match disruption {
        LegalDisruption::Baggage => notes.fails(rule::BAGGAGE, Finding::NoBaggageSum),
        LegalDisruption::Downgrade => {
            let open = (rule::DOWNGRADE, Finding::DowngradeOpen);
            downgrade_is_open(rule::SAME_CLASS, open, journey, notes)
        }
        _ if domestic::is_domestic(journey) => domestic::judge(disruption, journey, notes),
        _ => owed(disruption, journey, sum, notes),
    }
}

/// Walks through disruption, exemptions, sum and set-off.
fn owed(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let tariff = Tariff::of(journey);
    notes.at_stake = tariff.at_stake();
    disruption::happened(disruption, journey, notes)?;
    cause::defence(disruption, journey, notes)?;
    cause::special_period(disruption, journey, notes);
    let Some(due) = tariff.due(disruption, journey, notes) else {
        return Ok(());
    };
    notes.at_stake = Some(due);
    *sum = Some(set_off(rule::SET_OFF, due, journey, notes)?);
    paid_abroad(journey, notes);
    Ok(())
}

/// What was received under the law of another country for the same event excludes
/// the same benefit here. A payment in another currency may be one of that kind: it is
/// where it is all that another law gives (`settlement::settle_once`), else a person says.
fn paid_abroad(journey: &Journey<'_>, notes: &mut Reasoning) {
    let received = journey.facts.already_received.filter(|sum| sum.minor > 0);
    if let Some(received) = received.filter(|sum| sum.currency != Currency::ILS) {
        let finding = Finding::PaidUnderForeignLaw { received };
        notes.open(rule::FOREIGN_PAYMENT, finding, MissingFact::UnconfirmedRule);
    }
}

/// The deadline: four years in Israel. It bars there if the passenger named
/// these courts, and only warns where none were named.
fn deadline(journey: &Journey<'_>, data: &impl ReferenceData) -> Option<Deadline> {
    match journey.facts.forum {
        Some(forum) if forum != ISRAEL => limitation::deadline(forum, journey.day, data),
        _ => limitation::own_period(ISRAEL, journey.day, LIMITATION_YEARS.years()),
    }
}
