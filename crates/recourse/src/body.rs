//! Who is asked before a court, from when, until when, and whether its time
//! would outlast the claim.

use jiff::ToSpan;
use jiff::civil::Date;
use rights::{Coded, Confidence, Country};

use crate::answer::Body;
use crate::calendar::later;
use crate::claim::Claim;
use crate::deadline::Limit;
use crate::forum::{BodyId, ForumId};
use crate::missing::Missing;
use crate::table::{BodyRow, LodgeFrom, Unit, body, has_bodies};
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

/// The body that goes with a forum whose court lies in `state`.
#[must_use]
pub fn of(claim: &Claim<'_>, id: ForumId, state: Option<Country>, limit: Option<Limit>) -> Chosen {
    let found = match (id, state) {
        (ForumId::CaCta, _) => Some((BodyId::CaCta, Confidence::Sure)),
        (ForumId::UsDot, _) => Some((BodyId::UsDot, Confidence::Sure)),
        (ForumId::CaOnScc | ForumId::UsSc, _) | (_, None) => None,
        (_, Some(state)) if !has_bodies(state) => return Chosen::unknown(state),
        (_, Some(state)) => competent(claim, state),
    };
    let Some((row, listed)) = found.and_then(|(id, listed)| Some((body(id)?, listed))) else {
        return match state {
            Some(state) if goes_by_the_seat(claim, state) => Chosen::of_unknown_seat(),
            _ => Chosen::NONE,
        };
    };
    chosen(claim, id, row, listed, limit)
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
    row: &'static BodyRow,
    listed: Confidence,
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
    let no_figure = limit.is_some() && row.settles() && row.decides_in_days.is_none();
    let missing = no_figure.then(|| {
        let key = format!("body/{}/decides_in_days", row.id.code());
        Missing::row(Part::Body, key, Because::Empty)
    });
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
            compulsory: is_compulsory(claim, id, row.id),
            open_at_once: row.open_at_once,
            name: &row.name,
            kind: row.kind,
            binding: row.binding,
            decides_in_days: row.decides_in_days,
            suspends_limitation: row.suspends,
            cost: &row.claimant_cost,
        }),
        confidence: row.confidence.min(listed).min(said),
        missing,
    }
}

/// What a body is taken to need for its answer where no figure is known: as long as
/// the slowest of the others.
const DAYS_WITHOUT_A_FIGURE: i32 = 90;

/// Days a body needs for its answer. That asking it may stop the limitation is not
/// counted on; one that only supervises gives no answer to wait for.
fn days_needed(row: &BodyRow) -> i32 {
    match row.settles() {
        true => row.decides_in_days.unwrap_or(DAYS_WITHOUT_A_FIGURE),
        false => 0,
    }
}

/// A court hears nobody who has not asked: in France the mediator; in Italy the
/// conciliation, for anything but the fixed sum (TAR Piemonte 1093/2024). Before
/// the European procedure the French rule is open.
fn is_compulsory(claim: &Claim<'_>, id: ForumId, body: BodyId) -> bool {
    match body {
        BodyId::FrMtv => id == ForumId::FrTj && claim.mediation_due(),
        BodyId::ItArt => true,
        _ => false,
    }
}

/// The body of a state that hears the claim, and how sure it is that it is this
/// one.
fn competent(claim: &Claim<'_>, state: Country) -> Option<(BodyId, Confidence)> {
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

/// The German body of the airline. It hears private trips, up to a value for each
/// person (LuftVG s57b).
fn german(claim: &Claim<'_>) -> Option<(BodyId, Confidence)> {
    let (id, sure) = match claim
        .german_body
        .map(|listed| BodyId::from_code(listed.code))
    {
        Some(Some(id)) => (id, Confidence::Sure),
        // Whoever belongs to no private body belongs to the federal one.
        Some(None) | None => (BodyId::DeBfj, Confidence::Probable),
    };
    let each = claim.facts.value() / i64::from(claim.facts.persons.max(1));
    let most = body(id)?.value_max.unwrap_or(i64::MAX);
    let heard = claim.facts.private_trip && each <= most;
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

/// When a body can be asked.
struct Window {
    by: Option<Opening>,
    from: Option<Date>,
    until: Option<Date>,
}

/// A body opens with the refusal, where a refusal ends the wait, else on the day
/// after the last day the airline had. A last day that is a Sunday does not move.
fn window(claim: &Claim<'_>, row: &BodyRow) -> Window {
    let days = &claim.facts.days;
    let start = match row.wait_from_receipt {
        true => claim.facts.received(),
        false => days.claim_sent,
    };
    let (length, unit) = row.wait;
    let last_of_wait = start.map(|start| later(start, length, unit));
    let refused = days
        .refused_on
        .filter(|_| row.refusal_ends_wait)
        .filter(|refused| last_of_wait.is_none_or(|last| *refused <= last));
    let silence = last_of_wait.and_then(|last| last.tomorrow().ok());
    let (by, from) = match (refused, silence) {
        (Some(refused), _) => (Some(Opening::Refusal), Some(refused)),
        (None, Some(from)) => (Some(Opening::Silence), Some(from)),
        (None, None) => (None, None),
    };
    let until = row.lodge.and_then(|(years, from)| {
        let start = match from {
            LodgeFrom::Sent => days.claim_sent,
            LodgeFrom::Flight => Some(claim.facts.flight_day),
            LodgeFrom::Refusal => days.refused_on,
        };
        start?.checked_add(years.years()).ok()
    });
    Window { by, from, until }
}
