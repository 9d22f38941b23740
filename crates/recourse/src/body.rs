//! Who is asked before a court, from when, until when, and whether its time
//! would outlast the claim.

use jiff::ToSpan;
use jiff::civil::Date;
use rights::{Coded, Confidence, Country, Disruption};

use crate::answer::Body;
use crate::calendar::later;
use crate::claim::{Claim, Ground};
use crate::deadline::Limit;
use crate::forum::{BodyId, ForumId};
use crate::open::{is_enforced_in, mediation_due};
use crate::table::{BodyRow, LodgeFrom, Suspends, Unit, body, member_body};

/// A body with its days, and how sure both are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// As it is written.
    pub body: Body,
    /// Its row.
    pub row: &'static BodyRow,
    /// How sure.
    pub confidence: Confidence,
}

/// The body that goes with a forum whose court lies in `state`.
#[must_use]
pub fn of(
    claim: &Claim<'_>,
    id: ForumId,
    state: Option<Country>,
    limit: Option<Limit>,
) -> Option<Chosen> {
    let (body_id, listed) = match id {
        ForumId::CaCta => (BodyId::CaCta, Confidence::Sure),
        ForumId::UsDot => (BodyId::UsDot, Confidence::Sure),
        ForumId::CaOnScc | ForumId::UsSc => return None,
        _ => competent(claim, state?)?,
    };
    let row = body(body_id)?;
    let window = window(claim, row);
    let safe_until = limit.map(|limit| safe_until(row, &window, limit));
    let earliest = window
        .from
        .unwrap_or(claim.facts.today())
        .max(claim.facts.today());
    let outlasts = safe_until.is_some_and(|safe| safe < earliest);
    let refused = window.by == Some("refusal");
    // The private German body's own page does not say that a refusal ends the
    // wait; the law does.
    let unsaid = refused && body_id == BodyId::DeRv;
    let confidence = row.confidence.min(listed).min(match unsaid {
        true => Confidence::Probable,
        false => Confidence::Sure,
    });
    Some(Chosen {
        body: Body {
            id: body_id.code(),
            warning: outlasts.then_some("before_limitation"),
            by: window.by,
            open_from: window.from,
            open_until: window.until,
            safe_until,
            compulsory: is_compulsory(claim, id, body_id),
            name: &row.name,
            kind: row.kind.code(),
            binding: row.binding.code(),
            decides_in_days: row.decides_in_days,
            suspends_limitation: row.suspends.code(),
            cost: &row.claimant_cost,
        },
        row,
        confidence,
    })
}

/// The last day on which a body can be asked and still answers before the last
/// safe day; where asking it stops the limitation, that day itself. No longer
/// than the body is open.
fn safe_until(row: &BodyRow, window: &Window, limit: Limit) -> Date {
    let needed = match row.suspends {
        Suspends::Yes => 0,
        Suspends::No | Suspends::Unknown => row.decides_in_days.unwrap_or(0),
    };
    let day = later(limit.safe_day, -needed, Unit::Day);
    window.until.map_or(day, |until| until.min(day))
}

/// A court hears nobody who has not asked: in France the mediator; in Italy the
/// conciliation, for anything but the fixed sum (TAR Piemonte 1093/2024). Before
/// the European procedure the French rule is open.
fn is_compulsory(claim: &Claim<'_>, id: ForumId, body: BodyId) -> bool {
    match body {
        BodyId::FrMtv => id == ForumId::FrTj && mediation_due(claim),
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
            let since = jiff::civil::date(2023, 6, 2);
            let heard = claim.facts.flight_day >= since
                && claim.facts.disruption != Disruption::Baggage
                && is_enforced_in(claim, state);
            heard.then_some((BodyId::EsAesa, Confidence::Sure))
        }
        "IT" => {
            let grounds = claim.grounds(state);
            let art = grounds.contains(&Ground::Departure)
                || (grounds.contains(&Ground::Arrival) && claim.seat_in_community);
            match claim.facts.expenses > 0 {
                true if art => sure(BodyId::ItArt),
                false if is_enforced_in(claim, state) => sure(BodyId::ItEnac),
                _ => None,
            }
        }
        "NL" => is_enforced_in(claim, state).then_some((BodyId::NlIlt, Confidence::Sure)),
        "PL" => is_enforced_in(claim, state).then_some((BodyId::PlRpp, Confidence::Sure)),
        "IE" => is_enforced_in(claim, state).then_some((BodyId::IeIaa, Confidence::Sure)),
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
    let carrier = claim
        .carrier
        .map_or(claim.facts.carrier, |carrier| carrier.code);
    let (id, sure) = match member_body(carrier) {
        Some(id) => (id, Confidence::Sure),
        // Whoever belongs to no private body belongs to the federal one.
        None => (BodyId::DeBfj, Confidence::Probable),
    };
    let each = claim.facts.value() / i64::from(claim.facts.persons.max(1));
    let most = body(id)?.value_max.unwrap_or(i64::MAX);
    let heard = claim.facts.private_trip && !claim.facts.in_court && each <= most;
    heard.then_some((id, sure))
}

/// Departs Austria; from the Union to Austria; an Austrian carrier within the
/// Union or into it; from outside to Austria on a Community carrier.
fn is_apf_competent(claim: &Claim<'_>, austria: Country) -> bool {
    let grounds = claim.grounds(austria);
    let from_inside = claim.origin.zone.is_community();
    let into_the_union = claim.destination.zone.is_community();
    grounds.contains(&Ground::Departure)
        || (grounds.contains(&Ground::Arrival) && (from_inside || claim.seat_in_community))
        || (grounds.contains(&Ground::Seat) && into_the_union)
}

/// When a body can be asked.
struct Window {
    by: Option<&'static str>,
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
        (Some(refused), _) => (Some("refusal"), Some(refused)),
        (None, Some(from)) => (Some("silence"), Some(from)),
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
