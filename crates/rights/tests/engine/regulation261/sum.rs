//! The sum and where it stands, and what is at stake where none is owed.

use rights::{Case, Cause, Change, Disruption, Facts};

use super::flights::{entry_eu, flight_late, long, medium, money, short, step};
use crate::support::{cancelled, case, late};

/// What was at stake, and whether it was halved, where a storm excuses the carrier.
fn stake(mut case: Case) -> (String, bool) {
    case.facts = Facts {
        cause: Some(Cause::Weather),
        cause_proven: true,
        measures_proven: Some(true),
        ..case.facts
    };
    let entry = entry_eu(&case);
    assert_eq!(entry.compensation, None);
    let sum = entry.at_stake.expect("a sum");
    (sum.amount.decimal(), sum.reduced)
}

#[test]
fn what_is_at_stake_is_halved_for_a_short_delay_over_3_500_km_alone() {
    let delayed = |leg, minutes| stake(case(Disruption::Delay, vec![late(leg, minutes)]));
    assert_eq!(delayed(long(), 200), ("300.00".to_owned(), true));
    assert_eq!(delayed(long(), 239), ("300.00".to_owned(), true));
    assert_eq!(delayed(long(), 240), ("600.00".to_owned(), false));
    assert_eq!(delayed(medium(), 200), ("400.00".to_owned(), false));
    assert_eq!(delayed(short(), 200), ("250.00".to_owned(), false));
    // A delay nobody knows the length of may be long enough for the whole.
    let unknown = stake(case(Disruption::Delay, vec![long()]));
    assert_eq!(unknown, ("600.00".to_owned(), false));
    // The short delay halves no sum for a cancellation (Sturgeon, para 63).
    let replaced = stake(cancelled(long(), 0, Some((0, 200))));
    assert_eq!(replaced, ("600.00".to_owned(), false));
}

#[test]
fn inside_the_community_by_agreement_the_sum_has_a_rule_of_its_own_beyond_3_500_km() {
    let rule = |from, to| {
        let entry = entry_eu(&flight_late(from, to, 300));
        ["SUM_MEDIUM", "SUM_BY_AGREEMENT"].map(|rule| step(&entry, rule).is_some())
    };
    // Up to 3,500 km the sum is the same with and without the agreement.
    assert_eq!(rule("FCO", "OSL"), [true, false]);
    assert_eq!(rule("TFS", "OSL"), [false, true]);
    assert_eq!(rule("OSL", "TFS"), [false, true]);
    assert_eq!(rule("TFS", "WAW"), [true, false]);
}

#[test]
fn the_minutes_to_the_whole_sum_are_told_sturgeon_63() {
    let changes = |minutes| {
        let case = case(Disruption::Delay, vec![late(long(), minutes)]);
        entry_eu(&case).could_change
    };
    let short_by = |minutes| Change::FourHoursGiveFull {
        minutes,
        amount: money(60_000, "EUR"),
    };
    assert!(changes(180).contains(&short_by(60)));
    assert!(changes(200).contains(&short_by(40)));
    let above = |minutes| Change::LessThanFourHoursHalves { minutes };
    assert!(changes(250).contains(&above(10)));
}
