//! What is said besides the sum: how far a threshold is, what a rule was applied to,
//! what is due at the airport.

use jiff::ToSpan;
use rights::{Change, Entry, Finding, Outcome, RefusalGrounds};

use super::*;

fn found(case: &Case) -> Entry {
    entry(case, Regime::TrShy).expect("an entry")
}

fn keys(case: &Case) -> Vec<&'static str> {
    let steps = found(case).steps;
    steps.iter().map(|step| step.finding.key()).collect()
}

#[test]
fn the_way_to_the_three_hours_is_told_art_7_3() {
    let changes = |minutes| found(&delayed(short(), minutes)).could_change;
    let above = |minutes| Change::MinutesAboveThreshold { minutes };
    assert!(changes(180).contains(&above(0)));
    assert!(changes(200).contains(&above(20)));
    let short_by = |minutes| [Change::MinutesToThreshold { minutes }];
    assert_eq!(changes(179), short_by(1));
    assert_eq!(changes(1), short_by(179));
    assert_eq!(changes(0), []);
    let last = |minutes| keys(&delayed(short(), minutes)).pop();
    assert_eq!(last(1), Some("ArrivedNotLateEnough"));
    assert_eq!(last(0), Some("ArrivedOnTime"));
    // What is short of the sum has one at stake.
    let stake = found(&delayed(short(), 1)).at_stake.expect("a sum");
    assert_eq!(stake.amount.decimal(), "250.00");
}

#[test]
fn the_deadline_is_said_to_be_uncertain() {
    let uncertain = Change::DeadlineUncertain {
        last_day: date(2028, 6, 10),
    };
    assert!(
        found(&delayed(short(), 180))
            .could_change
            .contains(&uncertain)
    );
}

#[test]
fn another_court_bars_by_its_own_period_where_it_is_named() {
    let mut case = delayed(on("2025-01-10", short()), 300);
    case.facts.forum = Some("PL".parse().expect("a court"));
    // Poland's year, which all sources give.
    for (day, outcome) in [(date(2026, 1, 10), "250.00"), (date(2026, 1, 11), "none")] {
        case.assessed_on = day;
        assert_eq!(tr(&case), outcome, "{day}");
    }
    let last = found(&case).steps.pop().expect("a step");
    assert_eq!(last.rule.name, "OTHER_LIMITATION");
}

#[test]
fn a_little_early_without_an_arrival_is_on_time_and_an_unknown_departure_is_asked_for() {
    let mut left = medium();
    left.actual_departure = left.scheduled_departure.map(|at| at - 60.minutes());
    let little = case(Disruption::BroughtForward, vec![left]);
    assert_eq!(tr(&little), "none");
    assert_eq!(keys(&little).pop(), Some("ArrivedOnTime"));
    let mut unknown = case(Disruption::BroughtForward, vec![medium()]);
    assert_eq!(
        missing(&unknown),
        [MissingFact::ActualDeparture, MissingFact::NoticeDays]
    );
    unknown.facts.notice_days = Some(14);
    assert_eq!(tr(&unknown), "none");
}

#[test]
fn what_a_refusal_gives_at_the_airport_art_5() {
    let refused = |change: fn(&mut Facts)| {
        let legs = vec![with(long(), LegStatus::Denied)];
        let mut case = case(Disruption::DeniedBoarding, legs);
        change(&mut case.facts);
        rights(&case)
    };
    let choice = Right::RefundOrRerouting;
    assert_eq!(refused(|_| {}), [choice, Right::Care]);
    assert_eq!(refused(|f| f.denied_voluntarily = true), [choice]);
    let ground = |f: &mut Facts| f.refusal_grounds = Some(RefusalGrounds::Security);
    assert_eq!(refused(ground), []);
}

#[test]
fn two_weeks_ahead_nobody_waits_and_who_was_not_there_did_not_either() {
    let told = |days| rights(&cancelled(short(), days, None));
    assert_eq!(told(13), [Right::RefundOrRerouting, Right::Care]);
    assert_eq!(told(14), [Right::RefundOrRerouting]);
    let mut absent = delayed(short(), 200);
    absent.facts.checked_in_on_time = false;
    assert_eq!(rights(&absent), []);
}

#[test]
fn a_ticket_that_was_not_for_sale_is_remarked_art_2_1() {
    let remarked = |public| {
        let mut case = delayed(short(), 200);
        case.facts.fare_available_to_public = public;
        keys(&case).contains(&"FreeTicketCovered")
    };
    assert!(remarked(false));
    assert!(!remarked(true));
}

#[test]
fn before_december_2024_a_far_landing_was_open_however_late_rg_32748() {
    let diverted = |day| {
        let leg = with(late(on(day, medium()), 300), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some("MUC".parse().expect("an airport"));
        tr(&case)
    };
    assert_eq!(diverted("2024-12-09"), "depends");
    assert_eq!(diverted("2024-12-10"), "400.00");
}

#[test]
fn halving_inside_turkey_shows_both_sums() {
    let offered = |late| found(&cancelled(domestic(), 0, Some((0, late))));
    let both = |entry: &Entry| {
        entry.steps.iter().find_map(|step| match step.finding {
            Finding::Turkey(rights::turkey::Finding::DomesticHalvingOpen { lower, amount }) => {
                Some((lower.decimal(), amount.decimal()))
            }
            _ => None,
        })
    };
    let sums = Some(("50.00".to_owned(), "100.00".to_owned()));
    assert_eq!(both(&offered(120)), sums);
    assert_eq!(both(&offered(121)), None);
    // A delay is not halved anywhere.
    let mut delayed = delayed(domestic(), 300);
    delayed.facts.reroute = Some(replacement(&domestic(), (0, 120)));
    delayed.facts.reroute.as_mut().expect("an offer").accepted = Some(false);
    assert_eq!(found(&delayed).outcome, Outcome::Eligible);
    assert_eq!(both(&found(&delayed)), None);
}

#[test]
fn where_a_journey_starts_or_changes_planes_is_named_art_2_1() {
    let start = |number, from, to| {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T11:00");
        keys(&delayed(leg, 200))[0]
    };
    assert_eq!(start("LH1301", "IST", "FRA"), "StartsInTurkey");
    assert_eq!(start("TK1588", "FRA", "IST"), "ArrivesOnTurkishCarrier");
    assert_eq!(start("QQZ1", "FRA", "IST"), "CarrierLicenceUnknown");
    let leg = leg("QQZ1", "FRA", "IST", "2026-06-10T08:00", "2026-06-10T11:00");
    let unknown = found(&delayed(leg, 200));
    let carrier = unknown.claim_from;
    let licence = Change::CarrierLicence { carrier };
    assert!(unknown.could_change.contains(&licence));
}

#[test]
fn each_band_names_its_rule_art_7_1() {
    let rule = |leg: Leg| {
        let steps = found(&delayed(leg, 200)).steps;
        let mut named = steps.iter().map(|step| step.rule.name);
        named.find(|rule| rule.starts_with("SUM_"))
    };
    assert_eq!(rule(domestic()), Some("SUM_DOMESTIC"));
    assert_eq!(rule(short()), Some("SUM_SHORT"));
    assert_eq!(rule(medium()), Some("SUM_MEDIUM"));
    assert_eq!(rule(long()), Some("SUM_LONG"));
}

#[test]
fn the_fare_and_the_sum_beside_it_are_named_art_7_3() {
    let refunded = |minutes| {
        let mut case = delayed(short(), minutes);
        case.facts.refund_chosen = true;
        keys(&case)
    };
    assert!(refunded(180).contains(&"SumBesideFare"));
    assert_eq!(refunded(179).pop(), Some("RefundTaken"));
}
