//! Summer time, the date line, midnight: delay is a matter of absolute time.

use crate::support::{case, judge, leg, time};
use rights::Disruption;

/// Minutes late for a booking and a real arrival.
fn delay(from: &str, to: &str, departure: &str, booked: &str, real: &str) -> Option<i64> {
    let mut leg = leg("LH1", from, to, departure, booked);
    leg.actual_arrival = Some(time(real));
    judge(&case(Disruption::Delay, vec![leg])).delay_minutes
}

#[test]
fn the_hour_that_spring_skips_does_not_count() {
    // Berlin, 29 March 2026: 02:00 is 03:00.
    let minutes = delay(
        "PMI",
        "FRA",
        "2026-03-28T23:30",
        "2026-03-29T01:30",
        "2026-03-29T05:29",
    );
    assert_eq!(minutes, Some(179));
}

#[test]
fn the_hour_that_autumn_repeats_counts_twice() {
    // Berlin, 25 October 2026: 03:00 is 02:00 again.
    let minutes = delay(
        "PMI",
        "FRA",
        "2026-10-24T23:30",
        "2026-10-25T01:30",
        "2026-10-25T03:30",
    );
    assert_eq!(minutes, Some(180));
}

#[test]
fn a_time_that_does_not_exist_is_read_as_the_hour_after() {
    let minutes = delay(
        "PMI",
        "FRA",
        "2026-03-28T23:30",
        "2026-03-29T01:30",
        "2026-03-29T02:30",
    );
    assert_eq!(minutes, Some(60));
}

#[test]
fn midnight_and_the_date_line_do_not_matter() {
    let minutes = delay(
        "CDG",
        "FRA",
        "2026-06-10T21:30",
        "2026-06-10T23:00",
        "2026-06-11T02:00",
    );
    assert_eq!(minutes, Some(180));
    let minutes = delay(
        "AKL",
        "PPT",
        "2026-06-10T15:00",
        "2026-06-09T22:00",
        "2026-06-10T01:00",
    );
    assert_eq!(minutes, Some(180));
}

#[test]
fn both_ends_may_change_their_clocks_between_booking_and_arrival() {
    // New York changes on 8 March 2026, Frankfurt three weeks later.
    let minutes = delay(
        "FRA",
        "JFK",
        "2026-03-07T20:00",
        "2026-03-07T23:00",
        "2026-03-08T03:00",
    );
    assert_eq!(minutes, Some(180));
}
