//! Which forums are open to a claim: predicates over the facts, one a forum.

use rights::{Coded, Country, Iata};

use crate::calendar::later;
use crate::claim::Claim;
use crate::court::{CourtChoice, choices};
use crate::forum::{Closed, ForumId};
use crate::law::Law;
use crate::missing::Missing;
use crate::table::{ForumRow, Unit, court, forum, region};
use crate::value::{self, Value};
use crate::words::{Because, Part};

/// A forum that can hear the claim.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its row.
    pub row: &'static ForumRow,
    /// The courts that may be chosen, the best first; none of a regulator.
    pub courts: Vec<CourtChoice>,
    /// The value it goes by.
    pub value: Value,
    /// What could close it, or give it another place in the list.
    pub missing: Vec<Missing>,
    /// Its law is another than the one the sum comes from.
    pub other_law: bool,
}

/// What became of every forum that was looked at.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Those that can hear the claim.
    pub open: Vec<Candidate>,
    /// Those that cannot, with the reason.
    pub closed: Vec<(ForumId, Closed)>,
}

impl Found {
    fn add(&mut self, claim: &Claim<'_>, id: ForumId, checked: Result<Vec<&'static str>, Closed>) {
        let Some(row) = forum(id) else { return };
        let value = value::of(claim, row);
        let facts = claim.facts;
        let too_high = value
            .compared()
            .zip(row.value_max)
            .is_some_and(|(value, most)| value > most);
        let too_many = row.persons_max.is_some_and(|most| facts.persons > most);
        let missing = match checked {
            Err(reason) => Err(reason),
            Ok(_) if facts.in_court && row.is_court => Err(Closed::InCourt),
            Ok(_) if too_high => Err(Closed::ValueTooHigh),
            Ok(_) if too_many => Err(Closed::TooManyClaimants),
            Ok(missing) => Ok(missing),
        };
        let facts_missing = match missing {
            Ok(missing) => missing,
            Err(reason) => return self.closed.push((id, reason)),
        };
        let named = |fact: &&'static str| Missing::fact(Part::Forum, fact);
        let mut missing: Vec<Missing> = facts_missing.iter().map(named).collect();
        if value.each.is_none() && row.value_max.is_some() {
            missing.push(Missing::fact(Part::Forum, "fx"));
        }
        if is_above_earlier_limit(claim, row, value) {
            let key = format!("forum/{}/{}", id.code(), facts.filing_day());
            missing.push(Missing::row(Part::Forum, key, Because::NotYet));
        }
        self.open.push(Candidate {
            row,
            courts: choices(claim, row, value),
            value,
            missing,
            other_law: false,
        });
    }

    /// Marks what was added since as the road of another law than the one the sum
    /// comes from.
    fn of_another_law(&mut self, before: usize) {
        for candidate in self.open.iter_mut().skip(before) {
            candidate.other_law = true;
            if candidate.row.is_court {
                candidate.value = Value::UNKNOWN;
                candidate.missing = vec![Missing::fact(Part::Forum, "sum")];
            }
        }
    }
}

/// The claim is filed before today's limit of the forum, and is worth more than the
/// forum took then.
#[must_use]
pub fn is_above_earlier_limit(claim: &Claim<'_>, row: &ForumRow, value: Value) -> bool {
    let filed = claim.facts.filing_day();
    let earlier = row.earlier_limit.filter(|limit| filed < limit.until);
    let worth = value.compared();
    earlier
        .zip(worth)
        .is_some_and(|(limit, worth)| worth > limit.value)
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
pub fn look(claim: &Claim<'_>) -> Found {
    let mut found = Found::default();
    match claim.law {
        // Damages for baggage are heard at the destination and at the seat wherever they
        // lie (Montreal Convention Art 33(1)).
        Law::European if claim.is_under_montreal() => montreal(claim, &mut found),
        Law::European => {
            european(claim, &mut found);
            if hears_europe(claim) {
                british(claim, &mut found);
            }
        }
        Law::Montreal => montreal(claim, &mut found),
        Law::British => british(claim, &mut found),
        Law::Canadian => canadian(claim, &mut found),
        Law::American => {
            found.add(claim, ForumId::UsDot, Ok(Vec::new()));
            found.add(claim, ForumId::UsSc, us_small_claims(claim));
        }
        // Nobody here knows a forum for it.
        Law::Other(_) => {}
    }
    add_other_laws(claim, &mut found);
    if claim.home().is_none() && found.open.len() > 1 {
        let european = claim.member_states();
        let courts = found.open.iter_mut().filter(|forum| forum.row.is_court);
        for forum in courts.filter(|_| !european.is_empty()) {
            let order = Missing::fact(Part::Order, "claimant_home");
            forum.missing.push(order);
        }
    }
    found
}

/// The roads of other laws than the one the sum comes from. The passenger chooses
/// one law, not both; a regulator hears of any flight of its country.
fn add_other_laws(claim: &Claim<'_>, found: &mut Found) {
    let before = found.open.len();
    if claim.law != Law::Montreal && claim.is_covered_in_europe() {
        european(claim, found);
    }
    let has_agency = found.open.iter().any(|open| open.row.id == ForumId::CaCta);
    if !has_agency && claim.touches(Country::CA) {
        found.add(claim, ForumId::CaCta, Ok(Vec::new()));
    }
    if claim.law != Law::American && claim.touches_america() {
        found.add(claim, ForumId::UsDot, Ok(Vec::new()));
    }
    found.of_another_law(before);
}

/// The courts of the United Kingdom hear a sum of Regulation 261/2004 of who lives there,
/// and of a flight from or to it on a day on which the Regulation was law there.
fn hears_europe(claim: &Claim<'_>) -> bool {
    let at_home = claim.home() == Some(Country::GB) && claim.touches(Country::GB);
    let ends = [&claim.origin, &claim.destination];
    at_home
        || ends
            .iter()
            .any(|end| end.country == Country::GB && end.zone.is_community())
}

/// The courts of the destination and of the airline's seat (Montreal Convention Art 33(1)),
/// and the Canadian agency.
fn montreal(claim: &Claim<'_>, found: &mut Found) {
    let places = claim.montreal_states();
    let is_place = |state: Country| places.iter().any(|place| place.state == state);
    european(claim, found);
    if is_place(Country::GB) || hears_europe(claim) {
        british(claim, found);
    }
    if is_place(Country::CA) {
        canadian(claim, found);
    }
    let american = claim.destination.country.is_american();
    if american || is_place(Country::US) {
        found.add(claim, ForumId::UsSc, us_small_claims(claim));
    }
}

fn canadian(claim: &Claim<'_>, found: &mut Found) {
    found.add(claim, ForumId::CaCta, Ok(Vec::new()));
    if has_ontario_link(claim) {
        found.add(claim, ForumId::CaOnScc, Ok(Vec::new()));
    }
}

fn european(claim: &Claim<'_>, found: &mut Found) {
    if let Ok(germany) = "DE".parse::<Country>()
        && !claim.grounds(germany).is_empty()
    {
        found.add(claim, ForumId::DeOnline, german_online(claim));
        found.add(claim, ForumId::DeAg, Ok(Vec::new()));
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
        found.add(claim, id, checked);
    }
    let places = claim.member_states();
    if !places.is_empty() {
        let crosses = |state: Country| claim.crosses_a_border(state);
        let checked = match (claim.home(), claim.seat) {
            _ if places.iter().any(|place| crosses(place.state)) => Ok(Vec::new()),
            _ if !places
                .iter()
                .any(|place| Claim::has_european_procedure(place.state)) =>
            {
                Err(Closed::NoCrossBorder)
            }
            (None, _) => Ok(vec!["claimant_home"]),
            (Some(_), None) => Ok(vec!["carrier_licence"]),
            (Some(_), Some(_)) => Err(Closed::NoCrossBorder),
        };
        found.add(claim, ForumId::EuEscp, checked);
    }
}

/// The German online procedure on trial: an airport of the trial is a place of
/// the flight, the claim is the traveller's own or comes from a fellow traveller,
/// the flight is at most four years old, and the claimant signs in with a German
/// identity card.
fn german_online(claim: &Claim<'_>) -> Result<Vec<&'static str>, Closed> {
    if claim.is_under_montreal() {
        return Err(Closed::OtherDuty);
    }
    if pilot_airport(claim).is_none() {
        return Err(Closed::NoPilotCourt);
    }
    if claim.facts.assigned_to_firm {
        return Err(Closed::AssignedToFirm);
    }
    if claim.facts.persons > 1 && !claim.facts.one_claims_for_all {
        return Err(Closed::SeveralClaimants);
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
    let ends = claim.court_ends().into_iter();
    ends.map(|(end, _)| end.code)
        .filter(|_| !claim.is_under_montreal())
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

/// Whether an end of the flight lies in England or Wales.
#[must_use]
pub fn has_english_end(claim: &Claim<'_>) -> bool {
    claim.court_ends().into_iter().any(|(end, _)| {
        end.country == Country::GB
            && !end.scottish
            && !region(end.code).is_some_and(|region| region.is_northern_irish())
    })
}

/// Whether an end of the flight lies in Scotland.
#[must_use]
pub fn has_scottish_end(claim: &Claim<'_>) -> bool {
    claim.court_ends().into_iter().any(|(end, _)| end.scottish)
}

/// Whether an end of the flight lies in Northern Ireland.
fn has_northern_irish_end(claim: &Claim<'_>) -> bool {
    let ends = claim.court_ends().into_iter();
    ends.filter_map(|(end, _)| region(end.code))
        .any(|region| region.is_northern_irish())
}

/// The English online service takes one grown-up claimant who acts for himself,
/// against an airline with an address there.
fn english_online(claim: &Claim<'_>, english_address: bool) -> Result<Vec<&'static str>, Closed> {
    let facts = claim.facts;
    match facts.airline_address {
        _ if facts.persons > 1 => Err(Closed::SeveralClaimants),
        _ if facts.represented => Err(Closed::Represented),
        _ if facts.under_18 => Err(Closed::UnderAge),
        None => Ok(vec!["airline_has_address_in"]),
        Some(_) if english_address => Ok(Vec::new()),
        Some(_) => Err(Closed::NoAddressThere),
    }
}

fn british(claim: &Claim<'_>, found: &mut Found) {
    let address = claim.facts.airline_address;
    let english_address = address.is_some_and(|region| region.is_english_or_welsh());
    if has_english_end(claim) || english_address {
        let online = english_online(claim, english_address);
        let paper = match online {
            Ok(_) => Err(Closed::OtherTrack),
            Err(_) => Ok(Vec::new()),
        };
        found.add(claim, ForumId::UkEwOcmc, online);
        found.add(claim, ForumId::UkEwN1, paper);
    }
    if has_scottish_end(claim) || address.is_some_and(|region| region.is_scottish()) {
        found.add(claim, ForumId::UkSctSp, Ok(Vec::new()));
    }
    if has_northern_irish_end(claim) || address.is_some_and(|region| region.is_northern_irish()) {
        found.add(claim, ForumId::UkNiSc, Ok(Vec::new()));
    }
}

fn has_ontario_link(claim: &Claim<'_>) -> bool {
    let ends = [claim.origin.code, claim.destination.code].map(region);
    let places = ends.into_iter().chain([claim.facts.claimant_home]);
    places.flatten().any(|place| place.is_of_ontario())
}

/// A state court hears the duties of the rules of the United States: refused
/// boarding, and the refund of a flight that did not run as booked; and damages under the
/// Montreal Convention.
fn us_small_claims(claim: &Claim<'_>) -> Result<Vec<&'static str>, Closed> {
    use rights::Disruption::{Baggage, Cancellation, DeniedBoarding, Downgrade};
    match claim.facts.disruption {
        _ if claim.is_under_montreal() => Ok(Vec::new()),
        DeniedBoarding | Cancellation | Downgrade | Baggage => Ok(Vec::new()),
        _ => Err(Closed::OtherDuty),
    }
}
