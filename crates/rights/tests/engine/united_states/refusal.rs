//! Who was refused for want of a seat, and what the substitute makes of the share.

use jiff::ToSpan;
use rights::{Cause, Facts, LegStatus, MissingFact, RefusalGrounds, Reroute};

use super::flights::{domestic, found, international, last, refused, usa};
use crate::support::{late, leg, replacement, time, with};

#[test]
fn the_share_of_the_fare_goes_by_the_substitute_250_5() {
    for (minutes, domestic_sum, international_sum) in [
        (Some(-60), "none", "none"),
        (Some(0), "none", "none"),
        (Some(60), "none", "none"),
        (Some(61), "600.00", "600.00"),
        (Some(119), "600.00", "600.00"),
        (Some(120), "1200.00", "600.00"),
        (Some(239), "1200.00", "600.00"),
        (Some(240), "1200.00", "1200.00"),
        (None, "1200.00", "1200.00"),
    ] {
        assert_eq!(
            usa(&refused(domestic(), minutes)),
            domestic_sum,
            "{minutes:?}"
        );
        let abroad = usa(&refused(international(), minutes));
        assert_eq!(abroad, international_sum, "{minutes:?}");
    }
}

#[test]
fn a_booked_stay_of_some_hours_may_be_the_stopover_that_counts_250_1() {
    let stay = |minutes: i64, offered: bool| {
        let second = leg("DL2", "LHR", "FCO", "2026-06-11T07:00", "2026-06-11T10:30");
        let mut second = second;
        let on = |time: Option<jiff::civil::DateTime>| time.map(|at| at + minutes.minutes());
        second.scheduled_departure = on(second.scheduled_departure);
        second.scheduled_arrival = on(second.scheduled_arrival);
        let mut case = refused(international(), None);
        case.facts.reroute = offered.then(|| replacement(&second, (0, 90)));
        case.legs.push(second);
        case
    };
    assert_eq!(usa(&stay(240, true)), "600.00");
    assert_eq!(
        found(&stay(241, true)).missing_facts,
        [MissingFact::UnconfirmedRule]
    );
    // Without a substitute four times the fare is due wherever the delay counts.
    assert_eq!(usa(&stay(241, false)), "1200.00");
}

#[test]
fn only_flights_that_leave_the_united_states_250_2() {
    let into = leg("DL2", "LHR", "JFK", "2026-06-10T10:00", "2026-06-10T13:00");
    assert_eq!(usa(&refused(into.clone(), None)), "none");
    assert_eq!(last(&refused(into.clone(), None)), "RefusedAbroad");
    // Refused on the connecting flight inside: foreign transportation all the same.
    let onward = leg("DL3", "JFK", "ORD", "2026-06-10T16:00", "2026-06-10T18:00");
    let connecting = |first: LegStatus, second: LegStatus, minutes| {
        let mut case = refused(onward.clone(), Some(minutes));
        case.legs = vec![with(into.clone(), first), with(onward.clone(), second)];
        usa(&case)
    };
    assert_eq!(
        connecting(LegStatus::Operated, LegStatus::Denied, 150),
        "600.00"
    );
    assert_eq!(
        connecting(LegStatus::Denied, LegStatus::Operated, 150),
        "none"
    );
    // A flight that was late first does not hide where boarding was refused.
    let mut case = refused(onward.clone(), Some(150));
    case.legs = vec![late(into.clone(), 40), with(onward, LegStatus::Denied)];
    assert_eq!(usa(&case), "600.00");
}

#[test]
fn territories_are_inside_40102_a_25() {
    for (from, to, sum) in [
        ("SJU", "JFK", "1200.00"),
        ("STT", "MIA", "1200.00"),
        ("GUM", "HNL", "1200.00"),
        ("SPN", "GUM", "1200.00"),
        ("PPG", "HNL", "1200.00"),
        ("GUM", "NRT", "600.00"),
        ("YYZ", "LHR", "out"),
    ] {
        let leg = leg("UA1", from, to, "2026-06-10T08:00", "2026-06-11T08:00");
        assert_eq!(usa(&refused(leg, Some(150))), sum, "{from}-{to}");
    }
}

#[test]
fn refused_boarding_is_a_want_of_seats_250_6() {
    let with = |change: fn(&mut Facts)| {
        let mut case = refused(domestic(), None);
        change(&mut case.facts);
        usa(&case)
    };
    assert_eq!(with(|f| f.oversold = Some(false)), "none");
    assert_eq!(with(|f| f.oversold = None), "depends");
    let by_cause = |f: &mut Facts| (f.oversold, f.cause) = (None, Some(Cause::Overbooking));
    assert_eq!(with(by_cause), "1200.00");
    assert_eq!(with(|f| f.denied_voluntarily = true), "none");
    assert_eq!(with(|f| f.checked_in_on_time = false), "none");
    assert_eq!(
        with(|f| f.refusal_grounds = Some(RefusalGrounds::Security)),
        "none"
    );
    // No cause excuses an oversale.
    let weather = |f: &mut Facts| {
        (f.cause, f.cause_proven, f.measures_proven) = (Some(Cause::Weather), true, Some(true));
    };
    assert_eq!(with(weather), "1200.00");
    let mut open = refused(domestic(), None);
    open.facts.oversold = None;
    assert_eq!(found(&open).missing_facts, [MissingFact::Oversold]);
}

#[test]
fn what_was_planned_counts_and_only_what_the_carrier_arranged() {
    let offer = |change: fn(&mut Reroute)| {
        let mut case = refused(domestic(), Some(90));
        let mut offer = case.facts.reroute.expect("an offer");
        change(&mut offer);
        case.facts.reroute = Some(offer);
        case
    };
    // Declined, it was offered all the same.
    assert_eq!(usa(&offer(|o| o.accepted = Some(false))), "600.00");
    assert_eq!(usa(&offer(|o| o.self_arranged = true)), "1200.00");
    // Without its arrival it is not shown to be soon enough; who took it knows.
    let silent = |o: &mut Reroute| (o.arrival, o.accepted) = (None, None);
    assert_eq!(usa(&offer(silent)), "1200.00");
    let mut taken = offer(|o| o.arrival = None);
    assert_eq!(found(&taken).missing_facts, [MissingFact::ActualArrival]);
    taken.legs[0].actual_arrival = Some(time("2026-06-10T12:40"));
    assert_eq!(usa(&taken), "600.00");
    // Planned to arrive an hour and a half later, it came five hours later.
    let mut later = refused(domestic(), Some(90));
    later.legs[0].actual_arrival = Some(time("2026-06-10T16:10"));
    assert_eq!(usa(&later), "600.00");
}

#[test]
fn a_refusal_on_the_way_back_from_abroad_is_none_of_it() {
    let out = leg("DL1", "JFK", "LHR", "2026-06-10T19:00", "2026-06-11T07:00");
    let back = leg("DL2", "LHR", "JFK", "2026-06-20T10:00", "2026-06-20T13:00");
    let trip = |out: LegStatus, back_status: LegStatus| {
        let mut case = refused(self::international(), None);
        case.legs = vec![
            with(self::international(), out),
            with(back.clone(), back_status),
        ];
        usa(&case)
    };
    assert_eq!(trip(LegStatus::Operated, LegStatus::Denied), "none");
    assert_eq!(trip(LegStatus::Denied, LegStatus::Operated), "1200.00");
    let mut apart = refused(out.clone(), None);
    apart.legs = vec![late(out, 0), with(back, LegStatus::Denied)];
    apart.facts.single_booking = false;
    assert_eq!(usa(&apart), "none");
}

#[test]
fn the_claim_goes_to_the_operating_airline() {
    let mut case = refused(domestic(), None);
    case.legs[0].operating_carrier = Some("YX".parse().expect("an airline"));
    assert_eq!(found(&case).claim_from.as_str(), "YX");
}
