//! Refused boarding, *preterição* (Art 22 to 24).

use crate::assessment::Compensation;
use crate::code::Currency;
use crate::finding::Finding as Shared;
use crate::journey::{Journey, place};
use crate::money::Money;
use crate::passenger::RefusalRules;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::reference::Airport;
use crate::set_off::set_off;
use crate::sum::full;

use crate::finding::brazil::Finding;

use super::rule;
use super::scope::in_brazil;

/// The sum for a flight within Brazil (Art 24 I).
const DOMESTIC: Money = Money::new(25_000, Currency::SDR);

/// The sum for a flight across its border (Art 24 II).
const INTERNATIONAL: Money = Money::new(50_000, Currency::SDR);

/// What is asked of the passenger.
const REFUSAL: RefusalRules = RefusalRules {
    check_in: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    unless_told: true,
};

/// Notes whether boarding was refused against the passenger's will, and what
/// is due. No cause excuses it, and it needs no oversold flight: it is enough
/// that who presented was not carried.
pub fn judge(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<Compensation, NothingOwed> {
    REFUSAL.against_the_will(journey, notes)?;
    let (_, origin, destination) = journey.refused_leg();
    if !in_brazil(origin) && !in_brazil(destination) {
        let finding = Finding::RefusedElsewhere {
            origin: place(origin),
            destination: place(destination),
        };
        notes.fails(rule::TERRITORY, finding)?;
    }
    notes.met(rule::DENIED_BOARDING, Shared::BoardingDenied);
    notes.met(rule::DENIED_BOARDING, Shared::NoExcuseForDenial);
    let due = full(amount(journey, origin, destination, notes));
    notes.at_stake = Some(due);
    set_off(rule::SET_OFF, due, journey, notes)
}

/// The sum goes by the flight (*voo*) that was refused. Where that stays in
/// Brazil and the journey does not, the lower sum is due in any case, and the
/// higher one is a question for a person.
fn amount(
    journey: &Journey<'_>,
    origin: &Airport,
    destination: &Airport,
    notes: &mut Reasoning,
) -> Money {
    if !in_brazil(origin) || !in_brazil(destination) {
        let amount = INTERNATIONAL;
        notes.met(rule::SUM, Finding::InternationalSum { amount });
        return amount;
    }
    let amount = DOMESTIC;
    notes.met(rule::SUM, Finding::DomesticSum { amount });
    let abroad = journey.airports();
    if abroad.into_iter().any(|airport| !in_brazil(airport)) {
        let higher = INTERNATIONAL;
        notes.unmet(rule::SUM_OF_FEEDER, Finding::FeederSum { amount, higher });
    }
    amount
}
