//! Who is asked before a court, from when, until when, and whether its time
//! would outlast the claim.

use rights::{Coded, Confidence, Country};

use crate::answer::Body;
use crate::calendar::later;
use crate::claim::Claim;
use crate::deadline::Limit;
use crate::forum::{BodyId, ForumId};
use crate::law::Law;
use crate::missing::Missing;
use crate::table::{Binding, BodyKind, BodyRow, LodgeFrom, Unit, body, has_bodies};
use crate::value::convert;
use crate::window::window;
use crate::words::{Because, Opening, Part, Warning};

/// A body with its days, and how sure both are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// As it is written; `None`: none hears the claim.
    pub body: Option<Body>,
    /// How sure.
    pub confidence: Confidence,
    /// What is missing.
    pub missing: Option<Missing>,
}

impl Chosen {
    /// No body hears the claim.
    const NONE: Self = Self {
        body: None,
        confidence: Confidence::Sure,
        missing: None,
    };

    /// The seat of the airline decides whether a body hears the claim.
    fn of_unknown_seat() -> Self {
        Self {
            confidence: Confidence::Unconfirmed,
            missing: Some(Missing::fact(Part::Body, "carrier_licence")),
            ..Self::NONE
        }
    }

    /// What makes a body the one to ask, the weightier first. One that was asked is not
    /// held against the days on which it can be.
    fn weight(&self, claim: &Claim<'_>) -> Option<(bool, bool, bool, bool)> {
        let body = self.body.as_ref()?;
        let is_open = body.closed_since.is_none() && body.warning.is_none();
        Some((
            body.compulsory,
            is_open || claim.facts.has_asked_body(),
            body.binding == Binding::Yes,
            body.kind != BodyKind::Enforcement || body.binding != Binding::No,
        ))
    }

    /// The bodies of a state were not read.
    fn unknown(state: Country) -> Self {
        Self {
            confidence: Confidence::Unconfirmed,
            missing: Some(Missing::row(
                Part::Body,
                format!("body/{state}"),
                Because::Missing,
            )),
            ..Self::NONE
        }
    }
}

/// A body that hears the claim, and how sure it is that it is this one.
type Competent = (&'static BodyRow, Confidence);

/// The body that goes with a forum whose court lies in `state`.
///
/// Competent is the one of the state where the flight started, whatever court hears
/// the claim; the court's own state may have one too. What a court waits for comes
/// first, then who can still be asked in time, then whom the airline must obey, then who
/// settles single cases at all; of two alike that of the court's state.
#[must_use]
pub fn of(claim: &Claim<'_>, id: ForumId, state: Option<Country>, limit: Option<Limit>) -> Chosen {
    let alone = |body_id| {
        let row = body(body_id)?;
        Some(chosen(claim, id, state, (row, Confidence::Sure), limit))
    };
    let court = match (id, state) {
        (ForumId::CaCta, _) => return alone(BodyId::CaCta).unwrap_or(Chosen::NONE),
        (ForumId::UsDot, _) => return alone(BodyId::UsDot).unwrap_or(Chosen::NONE),
        (ForumId::CaOnScc | ForumId::UsSc, _) | (_, None) => return Chosen::NONE,
        (_, Some(court)) => court,
    };
    let departure = departure_state(claim, id).filter(|departure| *departure != court);
    let chosen_of = |found: Competent| chosen(claim, id, state, found, limit);
    let here = competent(claim, court).map(chosen_of);
    let there = departure.and_then(|departure| competent(claim, departure));
    let there = there.map(|(row, listed)| match row.id {
        // Which foreign airlines are with the mediator is not known.
        BodyId::FrMtv => chosen_of((row, listed.min(Confidence::Probable))),
        _ => chosen_of((row, listed)),
    });
    match (here, there) {
        (Some(here), Some(there)) if there.weight(claim) > here.weight(claim) => there,
        (Some(found), _) | (None, Some(found)) => found,
        (None, None) => none_of(claim, court, departure),
    }
}

/// No body is known: the bodies of a state were not read, the airline's seat decides,
/// or there is none.
fn none_of(claim: &Claim<'_>, court: Country, departure: Option<Country>) -> Chosen {
    let mut states = [Some(court), departure].into_iter().flatten();
    match states.find(|state| !has_bodies(*state)) {
        Some(unread) => Chosen::unknown(unread),
        None if goes_by_the_seat(claim, court) => Chosen::of_unknown_seat(),
        None => Chosen::NONE,
    }
}

/// The state where the flight started, whose body goes by the European Regulation
/// (Art 16); none before British courts for a sum of British law.
fn departure_state(claim: &Claim<'_>, id: ForumId) -> Option<Country> {
    let british = matches!(id, ForumId::UkEwOcmc | ForumId::UkEwN1 | ForumId::UkSctSp);
    let european = claim.origin.zone.is_community() && (claim.law == Law::European || !british);
    european.then(|| claim.departure_state())
}

/// From outside, a state's body is competent for a Community carrier only; whether
/// the airline is one is not known.
fn goes_by_the_seat(claim: &Claim<'_>, state: Country) -> bool {
    let from_outside = !claim.origin.zone.is_community();
    claim.seat.is_none() && from_outside && claim.arrival_state() == state
}

/// A body with its days.
fn chosen(
    claim: &Claim<'_>,
    id: ForumId,
    state: Option<Country>,
    (row, listed): Competent,
    limit: Option<Limit>,
) -> Chosen {
    let window = window(claim, row);
    let today = claim.facts.today();
    let earliest = window.from.unwrap_or(today).max(today);
    let answered_in_time = limit.map(|limit| later(limit.safe_day, -days_needed(row), Unit::Day));
    let outlasts = answered_in_time.is_some_and(|last| last < earliest);
    let closed = window.until.filter(|until| *until < today);
    // The private German body's own page does not say that a refusal ends the
    // wait; the law does.
    let unsaid = window.by == Some(Opening::Refusal) && row.id == BodyId::DeRv;
    let said = match unsaid {
        true => Confidence::Probable,
        false => Confidence::Sure,
    };
    Chosen {
        body: Some(Body {
            id: row.id.code(),
            warning: outlasts.then_some(Warning::BeforeLimitation),
            by: window.by,
            open_from: window.from,
            open_until: window.until,
            closed_since: closed.and_then(|until| until.tomorrow().ok()),
            safe_until: answered_in_time
                .map(|last| window.until.map_or(last, |until| until.min(last))),
            compulsory: is_compulsory(claim, id, state, row.id),
            open_at_once: row.open_at_once,
            name: &row.name,
            kind: row.kind,
            binding: row.binding,
            decides_in_days: row.decides_in_days,
            suspends_limitation: row.suspends,
            cost: &row.claimant_cost,
        }),
        confidence: row.confidence.min(listed).min(said),
        missing: missing(claim, row, limit),
    }
}

/// What is missing for a body: the rate of exchange for the value that it takes at
/// most, the day from which its own last day counts, or its time.
fn missing(claim: &Claim<'_>, row: &BodyRow, limit: Option<Limit>) -> Option<Missing> {
    let no_rate = row.value_max.is_some() && value_in(claim, row).is_none();
    let from_the_letter = matches!(row.lodge, Some((_, LodgeFrom::Sent)));
    let no_letter = from_the_letter && claim.facts.days.claim_sent.is_none();
    let no_figure = limit.is_some() && row.settles() && row.decides_in_days.is_none();
    match (no_rate, no_letter && claim.facts.asked_by().is_some()) {
        (true, _) => Some(Missing::fact(Part::Body, "fx")),
        (false, true) => Some(Missing::fact(Part::Body, "claim_sent")),
        (false, false) => no_figure.then(|| {
            let key = format!("body/{}/decides_in_days", row.id.code());
            Missing::row(Part::Body, key, Because::Empty)
        }),
    }
}

/// The claim in the currency of a body; `None` without a rate of exchange.
fn value_in(claim: &Claim<'_>, row: &BodyRow) -> Option<i64> {
    let facts = claim.facts;
    convert(facts.value(), facts.currency, row.currency, &facts.exchange)
}

/// What a body is taken to need for its answer where no figure is known: as long as
/// the slowest of the others.
const DAYS_WITHOUT_A_FIGURE: i32 = 90;

/// Days a body needs for its answer. That asking it may stop the limitation is not
/// counted on; one that only supervises gives no answer to wait for.
pub fn days_needed(row: &BodyRow) -> i32 {
    match row.settles() {
        true => row.decides_in_days.unwrap_or(DAYS_WITHOUT_A_FIGURE),
        false => 0,
    }
}

/// A court hears nobody who has not asked: in France the mediator; in Italy the
/// conciliation, for anything but the fixed sum (TAR Piemonte 1093/2024). Before
/// the European procedure the French rule is open.
fn is_compulsory(claim: &Claim<'_>, id: ForumId, state: Option<Country>, body: BodyId) -> bool {
    match body {
        BodyId::FrMtv => id == ForumId::FrTj && claim.mediation_due(),
        BodyId::ItArt => state.is_some_and(|state| state.as_str() == "IT"),
        _ => false,
    }
}

/// The body of a state that hears the claim, and how sure it is that it is this
/// one.
fn competent(claim: &Claim<'_>, state: Country) -> Option<Competent> {
    let (id, listed) = competent_id(claim, state)?;
    Some((body(id)?, listed))
}

fn competent_id(claim: &Claim<'_>, state: Country) -> Option<(BodyId, Confidence)> {
    let sure = |id| Some((id, Confidence::Sure));
    match state.as_str() {
        "DE" => german(claim),
        "AT" => is_apf_competent(claim, state).then_some((BodyId::AtApf, Confidence::Sure)),
        "FR" => sure(BodyId::FrMtv),
        "ES" => {
            let since = body(BodyId::EsAesa)?.events_since;
            let heard = since.is_none_or(|since| claim.facts.flight_day >= since)
                && !claim.is_for_baggage()
                && claim.is_enforced_in(state);
            heard.then_some((BodyId::EsAesa, Confidence::Sure))
        }
        "IT" => {
            let art = claim.departure_state() == state
                || (claim.arrival_state() == state && claim.seat_in_community);
            match claim.facts.claims_more_than_fixed_sum() {
                true if art => sure(BodyId::ItArt),
                false if claim.is_enforced_in(state) => sure(BodyId::ItEnac),
                _ => None,
            }
        }
        "NL" => claim
            .is_enforced_in(state)
            .then_some((BodyId::NlIlt, Confidence::Sure)),
        "PL" => claim
            .is_enforced_in(state)
            .then_some((BodyId::PlRpp, Confidence::Sure)),
        "IE" => claim
            .is_enforced_in(state)
            .then_some((BodyId::IeIaa, Confidence::Sure)),
        "GB" => match claim.facts.airline_in_scheme {
            Some(false) => sure(BodyId::UkPact),
            _ => sure(BodyId::UkAdr),
        },
        _ => None,
    }
}

/// The German body of the airline. It hears private trips, up to a value in euro for
/// each person (LuftVG s57b(2)); where a claim in another currency has no rate, that is
/// left open.
fn german(claim: &Claim<'_>) -> Option<(BodyId, Confidence)> {
    let (id, sure) = match claim
        .german_body
        .map(|listed| BodyId::from_code(listed.code))
    {
        Some(Some(id)) => (id, Confidence::Sure),
        // Whoever belongs to no private body belongs to the federal one.
        Some(None) | None => (BodyId::DeBfj, Confidence::Probable),
    };
    let row = body(id)?;
    let persons = i64::from(claim.facts.persons.max(1));
    let most = row.value_max.map(|most| most.saturating_mul(persons));
    let value = value_in(claim, row);
    let too_high = value.zip(most).is_some_and(|(value, most)| value > most);
    let heard = claim.facts.private_trip && !too_high;
    let sure = match value {
        Some(_) => sure,
        None => Confidence::Unconfirmed,
    };
    heard.then_some((id, sure))
}

/// Departs Austria; from the Union to Austria; an Austrian carrier within the
/// Union or into it; from outside to Austria on a Community carrier.
fn is_apf_competent(claim: &Claim<'_>, austria: Country) -> bool {
    let from_inside = claim.origin.zone.is_community();
    let into_the_union = claim.destination.zone.is_community();
    claim.departure_state() == austria
        || (claim.arrival_state() == austria && (from_inside || claim.seat_in_community))
        || (claim.seat == Some(austria) && into_the_union)
}
