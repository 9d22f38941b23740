//! The passenger: whom the law leaves out, and what is due beside the sum.

use crate::assessment::Right;
use crate::case::Disruption;
use crate::disruption::LegalDisruption;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::notice::IN_TIME;

use super::scheme::{Band, Scheme, Text};
use super::{amendment, disruption, downgrade, rule};
use crate::reasoning::{NothingOwed, Reasoning};

/// Minutes at departure from which the passenger may ask for the fare back
/// (Art 6(1)(iii)).
const REFUND_AFTER: i64 = 300;

/// Fares that are not open to the public are left out (Art 3(3)).
pub fn fare(journey: &Journey<'_>, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if journey.facts.fare_available_to_public {
        return Ok(());
    }
    notes.fails(rule::PUBLIC_FARE, Finding::FareNotPublic)
}

/// Grants care, refund, re-routing, transfer, expenses and the share for a lower
/// class; no cause takes them away.
pub fn rights(
    scheme: &Scheme,
    journey: &Journey<'_>,
    disruption: LegalDisruption,
    band: Band,
    notes: &mut Reasoning,
) {
    if journey.undisturbed
        || matches!(
            disruption,
            LegalDisruption::Downgrade | LegalDisruption::Baggage
        )
    {
        return;
    }
    match disruption {
        LegalDisruption::Cancellation
        | LegalDisruption::BroughtForward
        | LegalDisruption::FarDiversion => {
            notes.grant(Right::RefundOrRerouting, "Art 5(1)(a), 8");
            // Two weeks ahead nobody waits at the airport.
            if journey.facts.notice_days.is_none_or(|days| days < IN_TIME) {
                notes.grant(care(scheme), "Art 5(1)(b), 9");
            }
        }
        LegalDisruption::DeniedBoarding => when_refused(scheme, journey, notes),
        LegalDisruption::Delay => while_waiting(scheme, journey, band, notes),
        LegalDisruption::Downgrade | LegalDisruption::Baggage => {}
    }
    if journey.disruption == Disruption::Diversion {
        notes.grant(Right::Transfer, "Art 8(3); C-826/19");
    }
    expenses(scheme, journey, notes);
    if downgrade::is_shown(journey) && journey.facts.travelled && !journey.facts.refund_chosen {
        notes.grant(Right::DowngradeReimbursement, "Art 10(2)");
    }
}

/// Meals, calls and a hotel, as each text measures them.
fn care(scheme: &Scheme) -> Right {
    match scheme.text {
        Text::Of2004 => Right::Care,
        Text::Of2026 => Right::CareByHours,
    }
}

/// What a refusal gives: nothing where there was a ground or nobody presented.
fn when_refused(scheme: &Scheme, journey: &Journey<'_>, notes: &mut Reasoning) {
    let facts = journey.facts;
    if facts.denied_voluntarily {
        notes.grant(Right::RefundOrRerouting, "Art 4(1), 8");
    } else if facts.refusal_grounds.is_none() && disruption::presented(journey) {
        // Art 8 is spent for who reached the end in time all the same.
        if !disruption::on_time_after_all(journey) {
            notes.grant(Right::RefundOrRerouting, "Art 4(3), 8");
        }
        notes.grant(care(scheme), "Art 4(3), 9");
    }
}

/// What a delay gives, by its length at departure (Art 6). A missed connection
/// is a wait at an airport too, and its length shows at the end.
fn while_waiting(scheme: &Scheme, journey: &Journey<'_>, band: Band, notes: &mut Reasoning) {
    if !journey.facts.checked_in_on_time {
        return;
    }
    let Some(minutes) = journey.longest_wait() else {
        return;
    };
    match scheme.text {
        Text::Of2004 if minutes >= band.care_after() => {
            notes.grant(Right::Care, "Art 6(1), 9");
        }
        Text::Of2004 => {}
        Text::Of2026 => amendment::while_waiting(minutes, notes),
    }
    if journey
        .departure_delay()
        .is_some_and(|minutes| minutes >= REFUND_AFTER)
    {
        notes.grant(Right::Refund, "Art 6(1)(iii), 8(1)(a)");
    }
}

/// What the passenger had to pay because care or another way was not given
/// (C-12/11 McDonagh for care). Who took the fare back, or was offered another
/// way, has not to buy one.
fn expenses(scheme: &Scheme, journey: &Journey<'_>, notes: &mut Reasoning) {
    let has = |right| notes.rights.iter().any(|granted| granted.right == right);
    let another_way = has(Right::RefundOrRerouting)
        && journey.offer().is_none()
        && !journey.facts.refund_chosen
        && !journey.facts.denied_voluntarily;
    let cared_for = has(care(scheme));
    if another_way && scheme.text == Text::Of2026 {
        notes.grant(Right::SelfRerouting, "Regulation (EU) 2026/2202, on Art 8");
    }
    let basis = match (cared_for, another_way) {
        (true, true) => "Art 8(1)(b), 9; C-12/11 McDonagh",
        (true, false) => "Art 9; C-12/11 McDonagh",
        (false, true) => "Art 8(1)(b)",
        (false, false) => return,
    };
    notes.grant(Right::Expenses, basis);
}
