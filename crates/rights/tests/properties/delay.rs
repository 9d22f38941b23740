//! More delay never lowers a sum, except where the law says so:
//!
//! - A replacement that leaves more than an hour early and arrives no later than
//!   booked leaves the sum whole; one that arrives a little late halves it
//!   (Art 7(2); C-146/20, C-270/20). So the replacement of a flight that was not
//!   flown counts only from the moment it is late.
//! - What was paid in full under one law is not owed under another: a delay that
//!   is long enough for a second law can end the claim under the first, and so
//!   can a notice that is too short. So nothing has been paid.
//! - Which leg failed follows from the times where no status tells it, and with
//!   it whose law applies and which part of a return journey ran as booked. So
//!   the end is late to begin with, and where nothing in the case says which leg
//!   it was, the passenger does: with both halves of a return journey late, one
//!   replacement would go to the half that it is nearest to.
//!
//! A clock time that comes twice in autumn is read as the first: a delay into
//! that hour is shorter than it was. What counts is the delay in absolute time.

use jiff::Timestamp;
use jiff::civil::DateTime;
use proptest::prelude::*;
use reference::Embedded;
use rights::timeline::instant;
use rights::{Airport, Case, Disruption, Leg, LegStatus, ReferenceData};

use super::support::{config, judge, nothing_gained, nothing_lost, well_formed_case};

/// The clock time so many minutes later; `None` where it reads as an earlier one.
fn later(time: DateTime, airport: &Airport, minutes: i64) -> Option<DateTime> {
    let then = instant(time, airport)?;
    let moment = Timestamp::from_second(then.as_second() + minutes * 60).ok()?;
    let shown = trials::local_time(moment, airport)?;
    (instant(shown, airport)? == moment).then_some(shown)
}

/// The case with its end so many minutes later.
fn prolonged(case: &Case, minutes: i64) -> Option<Case> {
    let mut longer = case.clone();
    let last = longer.legs.last_mut()?;
    let day = last.scheduled_departure?.date();
    let airport = Embedded.airport(last.destination, day)?;
    let known =
        last.actual_arrival.is_some() || longer.facts.reroute.and_then(|r| r.arrival).is_some();
    if let Some(time) = last.actual_arrival {
        last.actual_arrival = Some(later(time, &airport, minutes)?);
    }
    if let Some(reroute) = &mut longer.facts.reroute
        && let Some(time) = reroute.arrival
    {
        reroute.arrival = Some(later(time, &airport, minutes)?);
    }
    known.then_some(longer)
}

/// Whether every end that is known lies after the booking: that of the last leg,
/// and that of a replacement after each leg, since it may stand for any part.
fn ends_late(case: &Case) -> bool {
    let Some(last) = case.legs.last() else {
        return false;
    };
    let replaced = case.facts.reroute.and_then(|reroute| reroute.arrival);
    let after = |end: Option<DateTime>, leg: &Leg| end.is_none() || end > leg.scheduled_arrival;
    after(last.actual_arrival, last) && case.legs.iter().all(|leg| after(replaced, leg))
}

/// The case, in which the passenger names the last leg where neither a status nor, of
/// a mere delay without a replacement, the times tell which one failed.
fn with_leg_named(mut case: Case) -> Case {
    let told = case
        .legs
        .iter()
        .any(|leg| leg.status != LegStatus::Operated);
    let delayed = case.disruption == Disruption::Delay && case.facts.reroute.is_none();
    if !told && !delayed {
        let last = case.legs.len().checked_sub(1);
        case.disrupted_leg = case.disrupted_leg.or(last);
    }
    case
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_longer_delay_never_owes_less(case in well_formed_case(), minutes in 0i64..900) {
        let mut case = with_leg_named(case);
        case.facts.already_received = None;
        prop_assume!(ends_late(&case));
        let Some(longer) = prolonged(&case, minutes) else { return Ok(()) };
        prop_assert_eq!(nothing_lost(&judge(&case), &judge(&longer)), None);
    }

    /// Who is told earlier has more time to find another flight.
    #[test]
    fn an_earlier_notice_never_owes_more(case in well_formed_case(), told in 0u32..20, more in 0u32..20) {
        let mut case = case;
        case.facts.already_received = None;
        case.facts.notice_days = Some(told);
        let mut earlier = case.clone();
        earlier.facts.notice_days = Some(told + more);
        prop_assert_eq!(nothing_gained(&judge(&case), &judge(&earlier)), None);
    }
}
