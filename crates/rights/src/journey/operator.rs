//! Which airlines may have flown a leg whose number does not tell: several companies of one
//! group, each with a licence of its own, sell under one code (easyJet, easyJet Europe and
//! easyJet Switzerland under U2).

use jiff::civil::Date;

use crate::case::Leg;
use crate::code::Country;
use crate::reference::{Airport, Carrier, ReferenceData, Zone};

/// The airlines that may have flown a leg, the one of the number first. Empty where the
/// case names the operator or its licence, where the number tells it, and where none of
/// them may fly there.
pub fn candidates(
    leg: &Leg,
    (from, to): &(Airport, Airport),
    day: Date,
    data: &impl ReferenceData,
) -> Vec<Carrier> {
    if leg.operating_carrier.is_some() || leg.carrier_licence.is_some() {
        return Vec::new();
    }
    let Some(own) = data.carrier(leg.carrier(), day) else {
        return Vec::new();
    };
    let mut companies = data.sold_under(own.code, day);
    if companies.is_empty() {
        return companies;
    }
    companies.insert(0, own);
    companies.retain(|company| {
        [from, to]
            .into_iter()
            .any(|end| at_home(company.licence, end, day, data))
    });
    companies
}

/// Whether an airline with a licence of a state has its home market at an airport. Between
/// two places that are both abroad to it, it has no right to carry anybody: since 2021 a
/// British one none within the Union, nor from there to a third country (Trade and
/// Cooperation Agreement between the Union and the United Kingdom, Art 419).
fn at_home(licence: Country, end: &Airport, day: Date, data: &impl ReferenceData) -> bool {
    let union = |zone: Zone| zone.is_treaty_territory() || zone == Zone::Eea;
    match data.zone(licence, day) {
        Some(zone) if union(zone) => union(end.zone),
        _ => end.country == licence,
    }
}
