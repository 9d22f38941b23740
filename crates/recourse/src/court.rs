//! The competent courts of a forum, and their names.

use rights::{Airport, Confidence, Country, Forum, Iata};

use crate::calendar::Calendar;
use crate::claim::{Claim, Ground};
use crate::forum::ForumId;
use crate::table::{ForumRow, court};
use crate::value::Value;
use crate::words::Because;
use rights::Coded;

/// A court that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourtChoice {
    /// Its state.
    pub state: Country,
    /// Whose limitation and calendar it goes by.
    pub forum: Forum,
    /// Why it has the claim.
    pub grounds: Vec<Ground>,
    /// Its name, where it is known.
    pub name: Option<String>,
    /// The city of the airport it is the court of; none for the seat.
    pub city: Option<&'static str>,
    /// How sure the court is.
    pub confidence: Confidence,
    /// The row that has no name, or is not there.
    pub missing: Option<(String, Because)>,
    /// The days on which it is free.
    pub calendar: Calendar,
}

/// The courts of a forum that may be chosen for a claim, the best first.
#[must_use]
pub fn choices(claim: &Claim<'_>, row: &ForumRow, value: Value) -> Vec<CourtChoice> {
    if !row.is_court {
        return Vec::new();
    }
    match row.id {
        ForumId::EuEscp => european(claim, row),
        ForumId::UkSctSp => vec![choice(claim, row, Country::GB, Forum::Scotland)],
        ForumId::UsSc => Vec::new(),
        _ => row
            .limitation
            .or_else(|| state_of_forum(row))
            .and_then(|forum| match forum {
                Forum::Country(state) => Some(choice(claim, row, state, forum)),
                Forum::Scotland => None,
            })
            .into_iter()
            .map(|court| renamed(court, row, value))
            .collect(),
    }
}

/// The court under the name it has for a claim of this value.
fn renamed(court: CourtChoice, row: &ForumRow, value: Value) -> CourtChoice {
    match &row.larger_court {
        Some((above, name)) if value.total.is_some_and(|total| total > *above) => CourtChoice {
            name: Some(name.clone()),
            ..court
        },
        _ => court,
    }
}

/// The state of a forum without a limitation of its own here.
fn state_of_forum(row: &ForumRow) -> Option<Forum> {
    row.id.code().get(..2)?.parse().ok()
}

/// The courts of the European procedure: those of a state other than the home of
/// one of the sides, the claimant's own state first. Where it is not known where
/// the sides are at home, all of them, those that are surely open first.
fn european(claim: &Claim<'_>, row: &ForumRow) -> Vec<CourtChoice> {
    let states = claim.member_states().into_iter().map(|place| place.state);
    let (mut places, others): (Vec<_>, Vec<_>) = states
        .filter(|state| Claim::has_european_procedure(*state))
        .partition(|state| claim.crosses_a_border(*state));
    if places.is_empty() || claim.home().is_none() {
        places.extend(others);
    }
    places.sort_by_key(|state| claim.home() != Some(*state));
    places
        .into_iter()
        .map(|state| choice(claim, row, state, Forum::Country(state)))
        .collect()
}

/// The court of one state.
fn choice(claim: &Claim<'_>, row: &ForumRow, state: Country, forum: Forum) -> CourtChoice {
    let mut grounds = claim.grounds(state);
    let found = airports(claim, &grounds, row.id)
        .map(|airport| (airport, named(airport.code, forum)))
        .collect::<Vec<_>>();
    let best = found
        .iter()
        .find(|(_, row)| row.is_some_and(|row| row.name.is_some()))
        .or_else(|| found.first());
    if row.id == ForumId::DeOnline {
        grounds
            .retain(|ground| best.is_some_and(|(end, _)| end_of(claim, *ground) == Some(end.code)));
    }
    let by_table = best.and_then(|(_, row)| *row);
    let ends: Vec<&Airport> = best
        .into_iter()
        .chain(&found)
        .map(|(end, _)| *end)
        .collect();
    let calendar = match row.id {
        ForumId::UkNiSc => Calendar::NorthernIreland,
        _ => calendar_of(forum, &ends),
    };
    let (name, confidence, missing) = match (&row.court, by_table) {
        (Some(name), _) => (Some(name.clone()), row.confidence, None),
        (None, Some(by_table)) if by_table.name.is_some() => {
            (by_table.name.clone(), by_table.confidence, None)
        }
        (None, by_table) => {
            let key = match best {
                Some((airport, _)) => airport.code.to_string(),
                None => format!("seat {}", claim.facts.carrier),
            };
            let because = if by_table.is_some() {
                Because::Empty
            } else {
                Because::Missing
            };
            let missing = (format!("airport_court/{key}"), because);
            (None, Confidence::Unconfirmed, Some(missing))
        }
    };
    // Against an airline from outside the Union national law decides (Brussels Ia
    // Art 6); that of Germany has the same places (ZPO s29).
    let by_national_law = !claim.seat_in_union
        && claim
            .member_states()
            .iter()
            .any(|place| place.state == state)
        && state.as_str() != "DE";
    let confidence = match by_national_law {
        true => confidence.min(Confidence::Probable),
        false => confidence,
    };
    CourtChoice {
        state,
        forum,
        grounds,
        name,
        city: best.map(|(airport, _)| airport.city),
        confidence,
        missing,
        calendar,
    }
}

/// The free days of a court that goes by these airports: those of the first that lies in
/// a part with days of its own, in Germany those of the first.
fn calendar_of(forum: Forum, ends: &[&Airport]) -> Calendar {
    let part = |end: &&Airport| match end.country.state() == end.country {
        true => court(end.code).and_then(|row| row.part.clone()),
        // Overseas parts have a code of their own.
        false => Some(end.country.to_string()),
    };
    let mut ends = ends.iter();
    let part = match forum.as_str() {
        "DE" => ends.next().and_then(part),
        _ => ends.find_map(part),
    };
    Calendar::of_part(forum, part.as_deref())
}

/// The free days of the courts of a state that have the claim on these grounds.
#[must_use]
pub fn calendar(claim: &Claim<'_>, state: Country, forum: Forum) -> Calendar {
    let here = claim.court_ends().into_iter().map(|(end, _)| end);
    let here: Vec<&Airport> = here.filter(|end| end.country.state() == state).collect();
    calendar_of(forum, &here)
}

/// The airports that ground a court, in the order of the flight.
fn airports<'c>(
    claim: &'c Claim<'_>,
    grounds: &[Ground],
    id: ForumId,
) -> impl Iterator<Item = &'c Airport> {
    let departs = grounds.contains(&Ground::Departure);
    let arrives = grounds.contains(&Ground::Arrival);
    let ends = [(departs, &claim.origin), (arrives, &claim.destination)];
    let is_pilot = |code: Iata| court(code).is_some_and(|row| row.online_pilot);
    ends.into_iter().filter_map(move |(holds, airport)| {
        let fits = holds
            && (id != ForumId::DeOnline || is_pilot(airport.code))
            && (id != ForumId::UkSctSp || airport.scottish);
        fits.then_some(airport)
    })
}

/// The airport a ground stands for.
fn end_of(claim: &Claim<'_>, ground: Ground) -> Option<Iata> {
    match ground {
        Ground::Departure => Some(claim.origin.code),
        Ground::Arrival => Some(claim.destination.code),
        Ground::Seat => None,
    }
}

/// The row of an airport, if it names a court of this forum.
fn named(airport: Iata, forum: Forum) -> Option<&'static crate::table::CourtRow> {
    court(airport).filter(|row| row.forum == forum)
}
