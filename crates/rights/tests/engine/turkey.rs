//! SHY-YOLCU: each side of every threshold, with the place it stands in.

mod reasons;

use crate::support::{cancelled, case, entry, late, leg, outcome, replacement, time, with};
use jiff::civil::date;
use rights::{Case, Cause, Disruption, Facts, Leg, LegStatus, MissingFact, Money, Regime, Right};

fn tr(case: &Case) -> String {
    outcome(case, Regime::TrShy)
}

/// 448 km inside Turkey.
fn domestic() -> Leg {
    leg(
        "TK2124",
        "IST",
        "ESB",
        "2026-06-10T08:00",
        "2026-06-10T09:15",
    )
}

/// Some 550 km.
fn short() -> Leg {
    leg(
        "TK1845",
        "IST",
        "ATH",
        "2026-06-10T08:00",
        "2026-06-10T09:30",
    )
}

/// Some 1,860 km.
fn medium() -> Leg {
    leg(
        "TK1587",
        "IST",
        "FRA",
        "2026-06-10T08:00",
        "2026-06-10T09:20",
    )
}

/// Some 8,000 km.
fn long() -> Leg {
    leg("TK1", "IST", "JFK", "2026-06-10T08:00", "2026-06-10T11:30")
}

fn delayed(leg: Leg, minutes: i64) -> Case {
    case(Disruption::Delay, vec![late(leg, minutes)])
}

fn on(day: &str, mut leg: Leg) -> Leg {
    leg.scheduled_departure = Some(time(&format!("{day}T08:00")));
    leg.scheduled_arrival = Some(time(&format!("{day}T09:20")));
    leg
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::TrShy).expect("an entry").missing_facts
}

fn rights(case: &Case) -> Vec<Right> {
    let rights = entry(case, Regime::TrShy).expect("an entry").other_rights;
    rights.into_iter().map(|other| other.right).collect()
}

#[test]
fn three_hours_at_arrival_give_the_whole_sum_of_the_band_art_7_3() {
    for (leg, sum) in [
        (domestic(), "100.00"),
        (short(), "250.00"),
        (medium(), "400.00"),
        (long(), "600.00"),
    ] {
        assert_eq!(tr(&delayed(leg.clone(), 179)), "none");
        assert_eq!(tr(&delayed(leg.clone(), 180)), sum);
        assert_eq!(tr(&delayed(leg.clone(), 239)), sum);
        assert_eq!(tr(&delayed(leg, 0)), "none");
    }
    assert_eq!(tr(&case(Disruption::Delay, vec![short()])), "depends");
}

#[test]
fn delays_give_a_sum_since_10_december_2024_rg_32748() {
    assert_eq!(tr(&delayed(on("2024-12-09", medium()), 240)), "none");
    assert_eq!(tr(&delayed(on("2024-12-10", medium()), 240)), "400.00");
}

#[test]
fn the_law_covers_flights_since_2012_rg_28131() {
    assert_eq!(tr(&cancelled(on("2011-12-31", medium()), 0, None)), "out");
    assert_eq!(
        tr(&cancelled(on("2012-01-01", medium()), 0, None)),
        "400.00"
    );
}

#[test]
fn foreign_carriers_are_covered_on_the_way_out_only_art_2_1() {
    let flight = |number, from, to| {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T11:00");
        delayed(leg, 200)
    };
    assert_eq!(tr(&flight("LH1301", "IST", "FRA")), "400.00");
    assert_eq!(tr(&flight("LH1300", "FRA", "IST")), "out");
    assert_eq!(tr(&flight("TK1588", "FRA", "IST")), "400.00");
    assert_eq!(tr(&flight("TK1588", "FRA", "MUC")), "out");
    let unknown = flight("QQZ1", "FRA", "IST");
    assert_eq!(missing(&unknown), [MissingFact::CarrierLicence]);
    assert_eq!(tr(&flight("QQZ1", "IST", "FRA")), "400.00");
    let mut licensed = unknown;
    licensed.legs[0].carrier_licence = Some("TR".parse().expect("a country"));
    assert_eq!(tr(&licensed), "400.00");
}

#[test]
fn a_change_of_planes_in_turkey_is_for_a_person_to_judge() {
    let legs = vec![
        leg("TK2", "JFK", "IST", "2026-06-10T08:00", "2026-06-11T01:00"),
        late(
            leg(
                "TK716",
                "IST",
                "DEL",
                "2026-06-11T03:00",
                "2026-06-11T11:30",
            ),
            300,
        ),
    ];
    let case = case(Disruption::Delay, legs);
    assert_eq!(tr(&case), "depends");
    assert_eq!(missing(&case), [MissingFact::TerritoryStatus]);
}

#[test]
fn free_tickets_are_covered_art_2_1() {
    let mut case = delayed(short(), 200);
    case.facts.fare_available_to_public = false;
    assert_eq!(tr(&case), "250.00");
}

#[test]
fn notice_and_replacement_free_the_carrier_rg_28131() {
    let rows = [
        (14, None, "none"),
        (13, None, "400.00"),
        (13, Some((120, 239)), "none"),
        (13, Some((121, 239)), "400.00"),
        (7, Some((120, 240)), "400.00"),
        (7, Some((120, 239)), "none"),
        (6, Some((60, 119)), "none"),
        (6, Some((61, 119)), "200.00 half"),
        (0, Some((60, 120)), "200.00 half"),
        (0, Some((0, 180)), "200.00 half"),
        (0, Some((0, 181)), "400.00"),
        (0, Some((61, 0)), "400.00"),
        (0, None, "400.00"),
    ];
    for (days, offer, expected) in rows {
        let case = cancelled(medium(), days, offer);
        assert_eq!(tr(&case), expected, "{days} days, {offer:?}");
    }
    let mut unknown = cancelled(medium(), 0, None);
    unknown.facts.notice_days = None;
    assert_eq!(missing(&unknown), [MissingFact::NoticeDays]);
}

#[test]
fn only_international_sums_are_halved() {
    let told_late = |leg: Leg, late| tr(&cancelled(leg, 0, Some((0, late))));
    assert_eq!(told_late(short(), 120), "125.00 half");
    assert_eq!(told_late(short(), 121), "250.00");
    assert_eq!(told_late(long(), 240), "300.00 half");
    assert_eq!(told_late(long(), 241), "600.00");
    // Two sources halve the sum inside Turkey as well: a person looks.
    assert_eq!(
        missing(&cancelled(domestic(), 0, Some((0, 120)))),
        [MissingFact::HalvingWindow]
    );
    assert_eq!(told_late(domestic(), 121), "100.00");
}

#[test]
fn a_refused_boarding_knows_no_force_majeure() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(long(), LegStatus::Denied)],
    );
    case.facts.cause = Some(Cause::Weather);
    case.facts.cause_proven = true;
    case.facts.measures_proven = Some(true);
    assert_eq!(tr(&case), "600.00");
    case.facts.reroute = Some(replacement(&long(), (0, 240)));
    assert_eq!(tr(&case), "300.00 half");
    case.facts.denied_voluntarily = true;
    assert_eq!(tr(&case), "none");
    case.facts.denied_voluntarily = false;
    case.facts.refusal_grounds = Some(rights::RefusalGrounds::Health);
    assert_eq!(tr(&case), "none");
    case.facts.refusal_grounds = None;
    case.facts.checked_in_on_time = false;
    assert_eq!(tr(&case), "none");
}

fn caused(mut case: Case, cause: Cause, proven: bool, measures: Option<bool>) -> Case {
    case.facts.cause = Some(cause);
    case.facts.cause_proven = proven;
    case.facts.measures_proven = measures;
    case
}

#[test]
fn force_majeure_excuses_only_when_proven() {
    for case in [delayed(short(), 300), cancelled(short(), 0, None)] {
        let with = |cause, proven, measures| tr(&caused(case.clone(), cause, proven, measures));
        assert_eq!(with(Cause::Weather, false, Some(true)), "250.00");
        assert_eq!(with(Cause::Weather, true, Some(true)), "none");
        assert_eq!(with(Cause::Weather, true, Some(false)), "250.00");
        assert_eq!(with(Cause::Weather, true, None), "depends");
        assert_eq!(with(Cause::TechnicalFault, true, Some(true)), "250.00");
        // Technical reasons are never force majeure (HUD-2015/3 para 2).
        assert_eq!(with(Cause::HiddenDefect, true, Some(true)), "250.00");
        assert_eq!(with(Cause::OwnStaffStrike, true, Some(true)), "depends");
        assert_eq!(with(Cause::OwnStaffStrike, true, Some(false)), "250.00");
        assert_eq!(with(Cause::OwnStaffStrike, false, Some(true)), "250.00");
    }
    let strike = caused(delayed(short(), 300), Cause::OwnStaffStrike, true, None);
    assert_eq!(missing(&strike), [MissingFact::CauseExcuses]);
}

#[test]
fn three_hours_of_the_carriers_own_are_enough_art_7_3() {
    let mixed = |cause, minutes| {
        let mut case = caused(delayed(short(), 300), cause, true, Some(true));
        case.facts.extraordinary_minutes = Some(minutes);
        tr(&case)
    };
    assert_eq!(mixed(Cause::BirdStrike, 120), "250.00");
    assert_eq!(mixed(Cause::BirdStrike, 121), "none");
    assert_eq!(mixed(Cause::OwnStaffStrike, 120), "250.00");
    assert_eq!(mixed(Cause::OwnStaffStrike, 121), "depends");
}

#[test]
fn a_passenger_who_was_not_there_or_did_not_fly_has_no_delay() {
    let changed = |change: fn(&mut Facts)| {
        let mut case = delayed(short(), 300);
        change(&mut case.facts);
        tr(&case)
    };
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "none");
    assert_eq!(changed(|facts| facts.travelled = false), "none");
}

#[test]
fn the_fare_back_and_the_sum_are_due_side_by_side_from_three_hours_on_art_7_3() {
    let refunded = |minutes: Option<i64>, day: &str| {
        let flight = leg(
            "TK2130",
            "IST",
            "ESB",
            &format!("{day}T10:00"),
            &format!("{day}T11:15"),
        );
        let flight = minutes.map_or(flight.clone(), |minutes| late(flight, minutes));
        let mut case = case(Disruption::Delay, vec![flight]);
        case.facts.refund_chosen = true;
        case
    };
    let of = |minutes, day| tr(&refunded(minutes, day));
    assert_eq!(of(Some(180), "2026-06-10"), "100.00");
    assert_eq!(of(Some(240), "2026-06-10"), "100.00");
    assert_eq!(of(Some(179), "2026-06-10"), "none");
    // The amendment of 10 December 2024 made it so.
    assert_eq!(of(Some(240), "2024-12-10"), "100.00");
    assert_eq!(of(Some(240), "2024-12-09"), "none");
    // Who did not fly cannot say when a door opened at the end.
    let unknown = refunded(None, "2026-06-10");
    let entry = entry(&unknown, Regime::TrShy).expect("an entry");
    assert_eq!(entry.missing_facts, [MissingFact::RefundAndSum]);
}

#[test]
fn a_departure_moved_forward_late_is_a_cancellation_hud_2015_3_para_4() {
    let forward = |minutes: i64, days| {
        let mut case = case(Disruption::BroughtForward, vec![late(medium(), -minutes)]);
        case.facts.notice_days = days;
        case
    };
    assert_eq!(tr(&forward(60, Some(0))), "none");
    assert_eq!(tr(&forward(61, Some(0))), "400.00");
    assert_eq!(tr(&forward(120, Some(7))), "none");
    assert_eq!(tr(&forward(121, Some(7))), "400.00");
    assert_eq!(tr(&forward(600, Some(13))), "400.00");
    assert_eq!(tr(&forward(600, Some(14))), "none");
    assert_eq!(missing(&forward(600, None)), [MissingFact::NoticeDays]);
    assert_eq!(rights(&forward(600, Some(13))), [Right::RefundOrRerouting]);
    assert_eq!(rights(&forward(600, Some(14))), []);
}

#[test]
fn a_far_diversion_is_for_a_person_to_judge_unless_three_hours_late() {
    let diverted = |landed: &str, minutes| {
        let leg = with(late(medium(), minutes), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some(landed.parse().expect("an airport"));
        tr(&case)
    };
    assert_eq!(diverted("MUC", 179), "depends");
    assert_eq!(diverted("MUC", 180), "400.00");
    assert_eq!(diverted("HHN", 179), "none");
    assert_eq!(diverted("HHN", 180), "400.00");
}

#[test]
fn a_missed_connection_counts_at_the_final_destination() {
    let legs = |late_by| {
        let first = late(
            leg(
                "TK2125",
                "ESB",
                "IST",
                "2026-06-10T08:00",
                "2026-06-10T09:15",
            ),
            70,
        );
        let mut second = leg(
            "TK1587",
            "IST",
            "FRA",
            "2026-06-10T10:15",
            "2026-06-10T12:20",
        );
        second = with(late(second, late_by), LegStatus::Missed);
        second.actual_departure = None;
        vec![first, second]
    };
    let missed = |minutes| tr(&case(Disruption::MissedConnection, legs(minutes)));
    assert_eq!(missed(179), "none");
    assert_eq!(missed(180), "400.00");
    let mut apart = case(Disruption::MissedConnection, legs(300));
    apart.facts.single_booking = false;
    assert_eq!(tr(&apart), "none");
}

#[test]
fn downgrade_and_baggage_give_no_sum_that_is_known() {
    let lower = case(Disruption::Downgrade, vec![late(medium(), 0)]);
    assert_eq!(missing(&lower), [MissingFact::ShareOfFare]);
    let mut same = lower;
    same.facts.booked_class = Some(rights::Cabin::Economy);
    same.facts.flown_class = Some(rights::Cabin::Economy);
    assert_eq!(tr(&same), "none");
    assert_eq!(
        tr(&case(Disruption::Baggage, vec![late(medium(), 0)])),
        "none"
    );
}

#[test]
fn care_by_distance_and_the_fare_back_after_five_hours() {
    assert_eq!(rights(&delayed(short(), 119)), []);
    assert_eq!(rights(&delayed(short(), 120)), [Right::Care]);
    assert_eq!(rights(&delayed(medium(), 179)), []);
    let waited = |leg: Leg, minutes| {
        let mut case = delayed(leg, minutes);
        case.legs[0].actual_arrival = case.legs[0].scheduled_arrival;
        rights(&case)
    };
    assert_eq!(waited(medium(), 180), [Right::Care]);
    assert_eq!(waited(long(), 239), []);
    assert_eq!(waited(long(), 240), [Right::Care]);
    assert_eq!(waited(long(), 299), [Right::Care]);
    assert_eq!(waited(long(), 300), [Right::Care, Right::Refund]);
    // Three hours late at the end Art 8 and 9 are due side by side (Art 7(3)).
    assert_eq!(rights(&delayed(short(), 179)), [Right::Care]);
    let both = [Right::Care, Right::RefundOrRerouting];
    assert_eq!(rights(&delayed(short(), 180)), both);
    assert_eq!(
        rights(&delayed(on("2024-12-09", short()), 180)),
        [Right::Care]
    );
    let told = rights(&cancelled(short(), 14, None));
    assert_eq!(told, [Right::RefundOrRerouting]);
}

#[test]
fn what_was_paid_is_taken_off() {
    let paid = |amount| {
        let mut case = delayed(short(), 200);
        let euro = "EUR".parse().expect("a currency");
        case.facts.already_received = Some(Money::new(amount, euro));
        tr(&case)
    };
    assert_eq!(paid(10_000), "150.00");
    assert_eq!(paid(25_000), "none");
}

#[test]
fn the_turkish_period_warns_and_never_refuses() {
    let mut case = delayed(on("2025-01-10", short()), 300);
    case.assessed_on = date(2027, 1, 11);
    let late = entry(&case, Regime::TrShy).expect("an entry");
    let deadline = late.deadline.expect("a deadline");
    assert_eq!(deadline.last_day, date(2027, 1, 10));
    assert!(!deadline.certain);
    assert_eq!(tr(&case), "250.00");
    assert!(
        late.steps
            .iter()
            .any(|s| s.finding.key() == "DeadlinePassed")
    );
    case.facts.forum = Some("TR".parse().expect("a forum"));
    assert_eq!(tr(&case), "250.00");
}
