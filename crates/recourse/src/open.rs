//! Which forums are open to a claim: predicates over the facts, one a forum.

use jiff::civil::Date;
use rights::{Country, Iata};

use crate::calendar::later;
use crate::claim::{Claim, Ground, Law};
use crate::court::{CourtChoice, choices};
use crate::forum::{Closed, ForumId};
use crate::table::{ForumRow, Unit, court, forum};
use crate::value::{self, Value};

/// A forum that can hear the claim.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its row.
    pub row: &'static ForumRow,
    /// The courts that may be chosen, the best first; none of a regulator.
    pub courts: Vec<CourtChoice>,
    /// The value it goes by.
    pub value: Value,
    /// Facts whose answer could close it.
    pub missing: Vec<&'static str>,
    /// Its law is another than the one the sum comes from.
    pub other_law: bool,
}

/// What became of every forum that was looked at.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    /// Those that can hear the claim.
    pub open: Vec<Candidate>,
    /// Those that cannot, with the reason.
    pub closed: Vec<(ForumId, Closed)>,
}

impl Looked {
    fn add(&mut self, claim: &Claim<'_>, id: ForumId, checked: Result<Vec<&'static str>, Closed>) {
        let Some(row) = forum(id) else { return };
        let value = value::of(claim, row);
        let checked = checked.and_then(|missing| {
            let too_high = value
                .compared()
                .zip(row.value_max)
                .is_some_and(|(value, most)| value > most);
            match claim.facts.in_court && row.is_court {
                true => Err(Closed::InCourt),
                false if too_high => Err(Closed::ValueTooHigh),
                false => Ok(missing),
            }
        });
        match checked {
            Ok(mut missing) => {
                if value.each.is_none() && row.value_max.is_some() {
                    missing.push("fx");
                }
                self.open.push(Candidate {
                    row,
                    courts: choices(claim, row),
                    value,
                    missing,
                    other_law: false,
                });
            }
            Err(reason) => self.closed.push((id, reason)),
        }
    }

    /// Marks what was added since as the road of another law than the one the sum
    /// comes from.
    fn of_another_law(&mut self, before: usize) {
        for candidate in self.open.iter_mut().skip(before) {
            candidate.other_law = true;
            if candidate.row.is_court {
                candidate.value = Value::UNKNOWN;
                candidate.missing = vec!["sum"];
            }
        }
    }
}

/// The courts of one state each, as the table has them.
const NATIONAL: [(ForumId, &str); 7] = [
    (ForumId::AtBg, "AT"),
    (ForumId::FrTj, "FR"),
    (ForumId::EsTi, "ES"),
    (ForumId::ItGdp, "IT"),
    (ForumId::NlKr, "NL"),
    (ForumId::PlSr, "PL"),
    (ForumId::IeScp, "IE"),
];

/// Looks at every forum that a claim has something to do with.
#[must_use]
pub fn look(claim: &Claim<'_>) -> Looked {
    let mut looked = Looked::default();
    match claim.law {
        Law::European => {
            european(claim, &mut looked);
            let british_home = claim.home() == Some(Country::GB);
            if british_home && claim.touches(Country::GB) {
                british(claim, &mut looked);
            }
        }
        Law::British => british(claim, &mut looked),
        Law::Canadian => {
            looked.add(claim, ForumId::CaCta, Ok(Vec::new()));
            if has_ontario_link(claim) {
                looked.add(claim, ForumId::CaOnScc, Ok(Vec::new()));
            }
        }
        Law::American => {
            looked.add(claim, ForumId::UsDot, Ok(Vec::new()));
            looked.add(claim, ForumId::UsSc, us_small_claims(claim));
        }
    }
    add_other_laws(claim, &mut looked);
    looked
}

/// The roads of other laws than the one the sum comes from. The passenger chooses
/// one law, not both; a regulator hears of any flight of its country.
fn add_other_laws(claim: &Claim<'_>, looked: &mut Looked) {
    let before = looked.open.len();
    let european_applies = claim.origin.zone.is_community()
        || (claim.destination.zone.is_community() && claim.seat_in_community);
    if claim.law != Law::European && european_applies {
        european(claim, looked);
    }
    if claim.law != Law::Canadian && claim.touches(Country::CA) {
        looked.add(claim, ForumId::CaCta, Ok(Vec::new()));
    }
    if claim.law != Law::American && claim.touches(Country::US) {
        looked.add(claim, ForumId::UsDot, Ok(Vec::new()));
    }
    looked.of_another_law(before);
}

fn european(claim: &Claim<'_>, looked: &mut Looked) {
    if let Ok(germany) = "DE".parse::<Country>()
        && !claim.grounds(germany).is_empty()
    {
        looked.add(claim, ForumId::DeOnline, german_online(claim));
        looked.add(claim, ForumId::DeAg, Ok(Vec::new()));
    }
    for (id, state) in NATIONAL {
        let Ok(state) = state.parse::<Country>() else {
            continue;
        };
        if claim.grounds(state).is_empty() {
            continue;
        }
        let checked = match id {
            ForumId::IeScp => irish_small_claims(claim, state),
            ForumId::FrTj => Ok(french_facts(claim)),
            _ => Ok(Vec::new()),
        };
        looked.add(claim, id, checked);
    }
    let places = claim.member_states();
    if !places.is_empty() {
        let crosses = places
            .iter()
            .any(|place| claim.crosses_a_border(place.state));
        let checked = match (crosses, claim.home()) {
            (true, _) => Ok(Vec::new()),
            (false, None) => Ok(vec!["claimant_home"]),
            (false, Some(_)) => Err(Closed::NoCrossBorder),
        };
        looked.add(claim, ForumId::EuEscp, checked);
    }
}

/// The German online procedure on trial: an airport of the trial is a place of
/// the flight, the claim is the traveller's own or comes from a fellow traveller,
/// the flight is at most four years old, and the claimant signs in with a German
/// identity card.
fn german_online(claim: &Claim<'_>) -> Result<Vec<&'static str>, Closed> {
    if pilot_airport(claim).is_none() {
        return Err(Closed::NoPilotCourt);
    }
    if claim.facts.assigned_to_firm {
        return Err(Closed::AssignedToFirm);
    }
    if claim.facts.today() > later(claim.facts.flight_day, 48, Unit::Month) {
        return Err(Closed::FlightTooLongAgo);
    }
    let at_home = claim.home().map(|home| home.as_str() == "DE");
    match claim.facts.german_eid.or(at_home) {
        Some(true) => Ok(Vec::new()),
        Some(false) => Err(Closed::NoIdentityCard),
        None => Ok(vec!["claimant_home"]),
    }
}

/// The airport of the trial: that of departure, else that of arrival.
#[must_use]
pub fn pilot_airport(claim: &Claim<'_>) -> Option<Iata> {
    [claim.origin.code, claim.destination.code]
        .into_iter()
        .find(|airport| court(*airport).is_some_and(|row| row.online_pilot))
}

/// A French court takes a family or a couple in one writ, else one writ each.
fn french_facts(claim: &Claim<'_>) -> Vec<&'static str> {
    match claim.facts.persons > 1 && claim.facts.relation.is_none() {
        true => vec!["relation"],
        false => Vec::new(),
    }
}

/// Both sides live or are based in Ireland.
fn irish_small_claims(claim: &Claim<'_>, ireland: Country) -> Result<Vec<&'static str>, Closed> {
    let mut missing = Vec::new();
    for (side, fact) in [
        (claim.home(), "claimant_home"),
        (claim.seat, "carrier_licence"),
    ] {
        match side {
            Some(state) if state != ireland => return Err(Closed::SidesNotBothThere),
            Some(_) => {}
            None => missing.push(fact),
        }
    }
    Ok(missing)
}

/// Airports of Northern Ireland, whose courts are none of these.
const NORTHERN_IRELAND: [&str; 3] = ["BFS", "BHD", "LDY"];

/// Whether an end of the flight lies in England or Wales.
#[must_use]
pub fn has_english_end(claim: &Claim<'_>) -> bool {
    [&claim.origin, &claim.destination].into_iter().any(|end| {
        end.country == Country::GB
            && !end.scottish
            && !NORTHERN_IRELAND.contains(&end.code.as_str())
    })
}

/// Whether an end of the flight lies in Scotland.
#[must_use]
pub fn has_scottish_end(claim: &Claim<'_>) -> bool {
    claim.origin.scottish || claim.destination.scottish
}

fn british(claim: &Claim<'_>, looked: &mut Looked) {
    let address = claim.facts.airline_address;
    let english_address = address.is_some_and(|region| region.is_english_or_welsh());
    if has_english_end(claim) || english_address {
        let several = claim.facts.persons > 1;
        let online = match address {
            _ if several => Err(Closed::SeveralClaimants),
            None => Ok(vec!["airline_has_address_in"]),
            Some(_) if english_address => Ok(Vec::new()),
            Some(_) => Err(Closed::NoAddressThere),
        };
        let paper = match several || (address.is_some() && !english_address) {
            true => Ok(Vec::new()),
            false => Err(Closed::OtherTrack),
        };
        looked.add(claim, ForumId::UkEwOcmc, online);
        looked.add(claim, ForumId::UkEwN1, paper);
    }
    if has_scottish_end(claim) || address.is_some_and(|region| region.is_scottish()) {
        looked.add(claim, ForumId::UkSctSp, Ok(Vec::new()));
    }
}

/// Airports of Ontario with scheduled flights.
const ONTARIO: [&str; 14] = [
    "YYZ", "YTZ", "YOW", "YHM", "YKF", "YXU", "YQG", "YQT", "YAM", "YSB", "YGK", "YTS", "YYB",
    "YQA",
];

fn has_ontario_link(claim: &Claim<'_>) -> bool {
    let home = claim.facts.claimant_home;
    let at_home = home.is_some_and(|home| home.country == Country::CA && home.part() == "ON");
    at_home
        || [claim.origin.code, claim.destination.code]
            .iter()
            .any(|airport| ONTARIO.contains(&airport.as_str()))
}

/// A state court hears the duties of the rules of the United States: refused
/// boarding, and the refund of a flight that did not run as booked.
fn us_small_claims(claim: &Claim<'_>) -> Result<Vec<&'static str>, Closed> {
    use rights::Disruption::{Baggage, Cancellation, DeniedBoarding, Downgrade};
    match claim.facts.disruption {
        DeniedBoarding | Cancellation | Downgrade | Baggage => Ok(Vec::new()),
        _ => Err(Closed::OtherDuty),
    }
}

/// The first day on which the French rule of mediation before any court action
/// is in force (decree 2025-772).
const MEDIATION_SINCE: Date = jiff::civil::date(2026, 2, 7);
/// A complaint before this day is exempt from it.
const MEDIATION_COMPLAINTS_SINCE: Date = jiff::civil::date(2025, 8, 7);
/// An event at least four years before the rule is exempt from it.
const MEDIATION_EVENTS_SINCE: Date = jiff::civil::date(2022, 2, 7);

/// Whether a French court hears only who has asked the mediator.
#[must_use]
pub fn mediation_due(claim: &Claim<'_>) -> bool {
    let facts = claim.facts;
    let old_complaint = facts
        .days
        .claim_sent
        .is_some_and(|sent| sent < MEDIATION_COMPLAINTS_SINCE);
    facts.today() >= MEDIATION_SINCE
        && !old_complaint
        && facts.flight_day > MEDIATION_EVENTS_SINCE
        && !facts.mediation_excused
}

/// Whether the flight starts in a state, or comes to it from outside the
/// Regulation's territory on a Community carrier (Regulation 261/2004 Art 16
/// with Art 3(1)).
#[must_use]
pub fn is_enforced_in(claim: &Claim<'_>, state: Country) -> bool {
    let grounds = claim.grounds(state);
    let from_outside = !claim.origin.zone.is_community();
    grounds.contains(&Ground::Departure)
        || (grounds.contains(&Ground::Arrival) && from_outside && claim.seat_in_community)
}
