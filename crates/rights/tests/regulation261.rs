//! Regulation 261/2004 beyond the sum for a late or cancelled flight.

mod support;

use jiff::ToSpan;
use jiff::civil::date;
use rights::{
    Baggage, BaggageKind, Case, Cause, Change, Confidence, Disruption, Entry, Finding, Leg,
    LegStatus, MissingFact, Money, Outcome, Regime, Reroute, Right, Step,
};
use support::{cancelled, case, entry, eu, judge, late, leg, time, verdict, with};

/// A flight at noon.
fn flight(number: &str, from: &str, to: &str) -> Leg {
    leg(number, from, to, "2026-06-10T12:00", "2026-06-10T23:00")
}

/// The entry under Regulation 261/2004.
fn entry_eu(case: &Case) -> Entry {
    entry(case, Regime::Eu261).expect("an entry")
}

/// A sum in hundredths.
fn money(minor: i64, currency: &str) -> Money {
    Money::new(minor, currency.parse().expect("a currency"))
}

/// A downgrade on these legs; the flight cost 400.00.
fn downgrade(legs: Vec<Leg>, currency: &str) -> Case {
    let mut case = case(Disruption::Downgrade, legs);
    case.facts.leg_fare = Some(money(40_000, currency));
    case
}

/// The step with this rule.
fn step(entry: &Entry, rule: &str) -> Option<Step> {
    entry
        .steps
        .iter()
        .copied()
        .find(|step| step.rule.name == rule)
}

/// Where a right stands.
fn basis(entry: &Entry, right: Right) -> Option<&'static str> {
    let granted = entry.other_rights.iter().find(|other| other.right == right);
    granted.map(|granted| granted.basis)
}

/// Frankfurt to a hub and on.
fn connection(first: (&str, &str, &str), second: (&str, &str, &str)) -> Vec<Leg> {
    vec![
        leg(
            first.0,
            first.1,
            first.2,
            "2026-06-10T08:00",
            "2026-06-10T12:00",
        ),
        leg(
            second.0,
            second.1,
            second.2,
            "2026-06-10T16:00",
            "2026-06-10T23:00",
        ),
    ]
}

#[test]
fn baggage_is_not_what_this_law_is_about_art_1_1() {
    for minutes in [0, 600] {
        let legs = vec![late(flight("LH1", "FRA", "LHR"), minutes)];
        let mut case = case(Disruption::Baggage, legs);
        case.facts.baggage = Some(Baggage {
            kind: BaggageKind::Lost,
            reported_after_days: Some(1),
        });
        for regime in [Regime::Eu261, Regime::Uk261] {
            let entry = entry(&case, regime).expect("an entry");
            assert_eq!(entry.outcome, Outcome::NoCompensation);
            assert!(step(&entry, "BAGGAGE").is_some());
            assert!(entry.other_rights.is_empty());
            assert_eq!(entry.at_stake, None);
        }
    }
}

#[test]
fn in_switzerland_the_sum_for_a_delay_is_due_and_may_be_refused() {
    let warned = |from: &str, to: &str, event, forum: Option<&str>| {
        let mut case = case(event, vec![late(flight("LX1", from, to), 300)]);
        case.facts.forum = forum.map(|forum| forum.parse().expect("a court"));
        case.facts.notice_days = Some(0);
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Eligible, "{from}-{to}");
        let noted = step(&entry, "SWISS_COURTS").is_some();
        let change = entry.could_change.contains(&Change::SwissCourtMayRefuse);
        assert_eq!(noted, change);
        noted
    };
    let delay = Disruption::Delay;
    // Only Switzerland brings the law in.
    assert!(warned("ZRH", "JFK", delay, None));
    assert!(warned("JFK", "ZRH", delay, None));
    assert!(warned("ZRH", "GVA", delay, None));
    // A court of the EU is at the other end.
    assert!(!warned("ZRH", "FRA", delay, None));
    assert!(!warned("FRA", "ZRH", delay, None));
    // Unless the passenger goes to a Swiss one.
    assert!(warned("FRA", "ZRH", delay, Some("CH")));
    assert!(!warned("ZRH", "JFK", delay, Some("DE")));
    // The sum for a cancellation stands in the text itself.
    assert!(!warned("ZRH", "JFK", Disruption::Cancellation, None));
    // EuroAirport lies in France.
    assert!(!warned("BSL", "JFK", delay, None));
}

#[test]
fn a_swiss_court_hears_two_years_ltrv_14() {
    let mut case = case(
        Disruption::Cancellation,
        vec![with(flight("LX1", "ZRH", "JFK"), LegStatus::Cancelled)],
    );
    case.facts.notice_days = Some(0);
    case.facts.forum = Some("CH".parse().expect("a court"));
    case.assessed_on = date(2028, 6, 10);
    assert_eq!(eu(&case), "600.00");
    case.assessed_on = date(2028, 6, 11);
    assert_eq!(eu(&case), "none");
}

#[test]
fn each_departure_names_what_brings_it_in_art_3_1_a() {
    let rows = [
        ("FRA", "JFK", "DEPARTURE_INSIDE", Confidence::Sure),
        ("OSL", "JFK", "DEPARTURE_IN_EEA", Confidence::Sure),
        ("KEF", "JFK", "DEPARTURE_IN_EEA", Confidence::Sure),
        ("ZRH", "FRA", "DEPARTURE_IN_SWITZERLAND", Confidence::Sure),
        ("ZRH", "JFK", "SWISS_DEPARTURE_ABROAD", Confidence::Probable),
    ];
    for (from, to, rule, confidence) in rows {
        let case = case(Disruption::Delay, vec![late(flight("UA1", from, to), 300)]);
        let entry = entry_eu(&case);
        let found = step(&entry, rule).map(|step| step.rule.confidence);
        assert_eq!(found, Some(confidence), "{from}-{to}");
        assert_eq!(entry.outcome, Outcome::Eligible, "{from}-{to}");
    }
}

#[test]
fn when_the_new_regulation_reaches_the_eea_and_switzerland_is_open() {
    let rule = |from: &str, to: &str, day: &str| {
        let booked = leg(
            "SK1",
            from,
            to,
            &format!("{day}T12:00"),
            &format!("{day}T23:00"),
        );
        let entry = entry_eu(&case(Disruption::Delay, vec![late(booked, 300)]));
        let open = entry.steps.iter().find(|step| !step.met);
        open.map(|step| (step.rule.name, entry.outcome))
    };
    let depends = Outcome::Depends;
    assert_eq!(rule("OSL", "JFK", "2027-10-22"), None);
    for place in ["OSL", "KEF", "ZRH"] {
        let found = rule(place, "JFK", "2027-10-23");
        assert_eq!(found, Some(("REFORM_BY_AGREEMENT", depends)), "{place}");
    }
    assert_eq!(rule("OSL", "FRA", "2027-10-23"), Some(("REFORM", depends)));
}

#[test]
fn a_licence_of_an_overseas_country_is_for_a_person_to_judge() {
    for (number, from, to) in [
        ("TN1", "LAX", "CDG"),
        ("SB1", "NRT", "CDG"),
        ("RC1", "FAE", "CPH"),
        ("GL1", "GOH", "CPH"),
    ] {
        let case = case(Disruption::Delay, vec![late(flight(number, from, to), 300)]);
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Depends, "{number}");
        assert_eq!(
            entry.missing_facts,
            [MissingFact::LicenceStatus],
            "{number}"
        );
    }
    // Out of the EU the airline does not matter.
    let case = case(
        Disruption::Delay,
        vec![late(flight("TN1", "CDG", "LAX"), 300)],
    );
    assert_eq!(eu(&case), "600.00");
}

#[test]
fn out_of_scope_a_neighbour_may_have_copied_the_law() {
    let rule = |number: &str, from: &str, to: &str| {
        let case = case(Disruption::Delay, vec![late(flight(number, from, to), 300)]);
        let answer = judge(&case);
        let (_, step) = *answer
            .out_of_scope
            .iter()
            .find(|(regime, _)| *regime == Regime::Eu261)
            .expect("out of scope");
        assert!(!step.met);
        step.rule.name
    };
    assert_eq!(rule("JU1", "BEG", "FRA"), "COPIED_LAW");
    assert_eq!(rule("JU1", "BEG", "IST"), "COPIED_LAW");
    assert_eq!(rule("TK1", "IST", "SJJ"), "COPIED_LAW");
    assert_eq!(rule("TK1", "IST", "FRA"), "ARRIVAL_ON_COVERED_CARRIER");
    assert_eq!(rule("TK1", "IST", "DXB"), "TERRITORY");
    // Covered journeys say nothing of it.
    let covered = case(
        Disruption::Delay,
        vec![late(flight("JU1", "FRA", "BEG"), 300)],
    );
    assert_eq!(eu(&covered), "250.00");
}

#[test]
fn to_svalbard_a_person_decides_where_the_sum_hangs_on_it() {
    let flight = |from: &str| {
        case(
            Disruption::Delay,
            vec![late(flight("SK1", from, "LYR"), 300)],
        )
    };
    assert_eq!(eu(&flight("OSL")), "400.00");
    // 400 inside the Community, 600 outside of it.
    let far = entry_eu(&flight("TFS"));
    assert_eq!(far.outcome, Outcome::Depends);
    assert_eq!(far.missing_facts, [MissingFact::TerritoryStatus]);
    let downgraded = |from: &str| downgrade(vec![self::flight("SK1", from, "LYR")], "EUR");
    assert_eq!(eu(&downgraded("OSL")), "200.00");
    assert_eq!(eu(&downgraded("TFS")), "depends");
}

#[test]
fn on_the_way_in_help_received_abroad_could_change_the_answer_art_3_1_b() {
    let noted = |number: &str, from: &str, to: &str, regime| {
        let case = case(Disruption::Delay, vec![late(flight(number, from, to), 300)]);
        let entry = entry(&case, regime).expect("an entry");
        entry.could_change.contains(&Change::HelpedAbroad)
    };
    assert!(noted("LH1", "JFK", "FRA", Regime::Eu261));
    assert!(!noted("LH1", "FRA", "JFK", Regime::Eu261));
    assert!(noted("BA1", "JFK", "LHR", Regime::Uk261));
    assert!(noted("BA1", "JFK", "CDG", Regime::Uk261));
    assert!(!noted("BA1", "LHR", "JFK", Regime::Uk261));
}

#[test]
fn the_rights_beside_the_sum_each_with_its_article() {
    let booked = || flight("LH1", "FRA", "MAD");
    let rights = |case: &Case| {
        let entry = entry_eu(case);
        let listed = entry.other_rights.iter();
        listed
            .map(|other| (other.right, other.basis))
            .collect::<Vec<_>>()
    };
    let choice = (Right::RefundOrRerouting, "Art 5(1)(a), 8");
    let care = (Right::Care, "Art 5(1)(b), 9");
    let expenses = |basis| (Right::Expenses, basis);
    let all = expenses("Art 8(1)(b), 9; C-12/11 McDonagh");
    let only_care = expenses("Art 9; C-12/11 McDonagh");
    // Cancelled, told on the day, nothing offered.
    assert_eq!(rights(&cancelled(booked(), 0, None)), [choice, care, all]);
    // Offered another way.
    assert_eq!(
        rights(&cancelled(booked(), 0, Some((0, 300)))),
        [choice, care, only_care]
    );
    // Told in time: nobody waits at the airport.
    assert_eq!(
        rights(&cancelled(booked(), 14, None)),
        [choice, expenses("Art 8(1)(b)")]
    );
    // The fare back: no other way to pay for.
    let mut refunded = cancelled(booked(), 0, None);
    refunded.facts.refund_chosen = true;
    assert_eq!(rights(&refunded), [choice, care, only_care]);
    // Bought another way.
    let mut own = cancelled(booked(), 0, Some((0, 300)));
    own.facts.reroute.as_mut().expect("a way").self_arranged = true;
    assert_eq!(rights(&own), [choice, care, all]);
    // Refused.
    let mut refused = case(
        Disruption::DeniedBoarding,
        vec![with(booked(), LegStatus::Denied)],
    );
    let choice = (Right::RefundOrRerouting, "Art 4(3), 8");
    assert_eq!(
        rights(&refused),
        [choice, (Right::Care, "Art 4(3), 9"), all]
    );
    refused.facts.denied_voluntarily = true;
    assert_eq!(
        rights(&refused),
        [(Right::RefundOrRerouting, "Art 4(1), 8")]
    );
    refused.facts.denied_voluntarily = false;
    refused.facts.checked_in_on_time = false;
    assert_eq!(rights(&refused), []);
    // Extraordinary circumstances take none of them away (C-12/11).
    let mut storm = cancelled(booked(), 0, None);
    storm.facts.cause = Some(Cause::Weather);
    storm.facts.cause_proven = true;
    storm.facts.measures_proven = Some(true);
    assert_eq!(eu(&storm), "none");
    assert_eq!(rights(&storm).len(), 3);
}

#[test]
fn who_came_late_to_check_in_is_told_of_the_45_minutes_art_3_2_a() {
    for (event, status) in [
        (Disruption::Delay, LegStatus::Operated),
        (Disruption::DeniedBoarding, LegStatus::Denied),
    ] {
        let mut case = case(
            event,
            vec![with(late(flight("LH1", "FRA", "MAD"), 300), status)],
        );
        case.facts.checked_in_on_time = false;
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::NoCompensation);
        let told = Change::CheckInTimeNotNamed { minutes: 45 };
        assert!(entry.could_change.contains(&told), "{event:?}");
    }
}

#[test]
fn a_refusal_announced_two_weeks_before_still_pays_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(flight("LH1", "FRA", "MAD"), LegStatus::Denied)],
    );
    case.facts.notice_days = Some(17);
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn where_it_stands_what_a_diversion_counts_as() {
    let rows = [
        ("MUC", "LANDED_FAR", "250.00"),
        ("FRA", "CAME_BACK", "250.00"),
        ("TOJ", "LANDED_NEARBY", "none"),
    ];
    for (landed, rule, sum) in rows {
        let leg = with(late(flight("LH1", "FRA", "MAD"), 100), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some(landed.parse().expect("an airport"));
        assert_eq!(eu(&case), sum, "{landed}");
        let entry = entry_eu(&case);
        assert!(step(&entry, rule).is_some(), "{landed}");
        assert_eq!(
            basis(&entry, Right::Transfer),
            Some("Art 8(3); C-826/19"),
            "{landed}"
        );
    }
}

#[test]
fn a_replacement_late_in_its_turn_may_give_a_second_sum_c_832_18() {
    let noted = |minutes: i64| {
        let mut case = cancelled(flight("LH1", "FRA", "MAD"), 0, Some((0, 300)));
        let planned = case.facts.reroute.and_then(|reroute| reroute.arrival);
        case.legs[0].actual_arrival = planned.map(|at| at + minutes.minutes());
        let entry = entry_eu(&case);
        assert_eq!(entry.outcome, Outcome::Eligible);
        step(&entry, "SECOND_EVENT").is_some()
    };
    assert_eq!([0, 179, 180].map(noted), [false, false, true]);
}

#[test]
fn an_airline_that_only_sold_the_leg_answers_with_a_reason_c_502_18() {
    let mut legs = connection(("LH1", "BRE", "FRA"), ("UA2", "FRA", "JFK"));
    legs[1].marketing_flight = Some("LH9000".parse().expect("a flight"));
    legs[1] = late(legs[1].clone(), 300);
    let sold = entry_eu(&case(Disruption::Delay, legs.clone()));
    assert_eq!(sold.claim_from.as_str(), "LH");
    assert!(step(&sold, "SELLER_ANSWERS").is_some());
    legs[1].marketing_flight = None;
    let own = entry_eu(&case(Disruption::Delay, legs));
    assert_eq!(own.claim_from.as_str(), "UA");
    assert!(step(&own, "SELLER_ANSWERS").is_none());
}

#[test]
fn a_late_aircraft_is_no_excuse_by_itself_art_5_3() {
    let outcome = |cause| {
        let mut case = case(
            Disruption::Delay,
            vec![late(flight("LH1", "FRA", "MAD"), 300)],
        );
        case.facts.cause = Some(cause);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        eu(&case)
    };
    // The contract's list, and every other cause.
    let excuses = [
        Cause::HiddenDefect,
        Cause::BirdStrike,
        Cause::LightningStrike,
        Cause::ForeignObjectDamage,
        Cause::RunwayContamination,
        Cause::DisruptivePassenger,
        Cause::MedicalEmergency,
        Cause::ThirdPartyStrike,
        Cause::AirTrafficControl,
        Cause::AirportInfrastructure,
        Cause::AirportStaffShortage,
        Cause::Weather,
        Cause::AirspaceClosure,
        Cause::Security,
    ];
    for (key, cause) in Cause::ALL {
        let expected = if excuses.contains(&cause) {
            "none"
        } else {
            "250.00"
        };
        assert_eq!(outcome(cause), expected, "{key}");
    }
}

/// Journeys, events and days on which something is open.
fn cases_with_doubts() -> Vec<Case> {
    let airports = ["FRA", "JFK", "LHR", "LYR", "GIB", "ZRH", "TFS", "PPT"];
    let events = [
        Disruption::Delay,
        Disruption::Cancellation,
        Disruption::DeniedBoarding,
        Disruption::Downgrade,
        Disruption::Baggage,
    ];
    let mut cases = Vec::new();
    for from in airports {
        for to in airports.into_iter().filter(|to| *to != from) {
            for number in ["LH1", "BA1", "TN1", "QQZ1"] {
                for event in events {
                    for day in ["2026-06-10", "2027-10-23"] {
                        for minutes in [0, 300] {
                            let booked = leg(
                                number,
                                from,
                                to,
                                &format!("{day}T01:00"),
                                &format!("{day}T23:00"),
                            );
                            let mut case = downgrade(vec![late(booked, minutes)], "EUR");
                            case.disruption = event;
                            case.facts.notice_days = Some(3);
                            cases.push(case);
                        }
                    }
                }
            }
        }
    }
    cases
}

#[test]
fn what_could_not_be_confirmed_decides_no_money() {
    let unconfirmed = |step: &Step| step.rule.confidence == Confidence::Unconfirmed;
    let mut met = 0;
    for case in cases_with_doubts() {
        let answer = judge(&case);
        for (regime, step) in &answer.out_of_scope {
            let ours = matches!(regime, Regime::Eu261 | Regime::Uk261);
            assert!(!(ours && unconfirmed(step)), "{case:?}");
        }
        let ours = |entry: &&Entry| matches!(entry.regime, Regime::Eu261 | Regime::Uk261);
        for entry in answer.entries.iter().filter(ours) {
            let open = entry.steps.iter().filter(|step| unconfirmed(step)).count();
            met += open;
            match entry.outcome {
                Outcome::Eligible => assert_eq!(open, 0, "{case:?}"),
                Outcome::NoCompensation => {
                    // Refused on a sure ground that holds either way.
                    let last = entry.steps.iter().rfind(|step| !step.met);
                    assert!(last.is_some_and(|step| !unconfirmed(step)), "{case:?}");
                }
                Outcome::Depends => {}
            }
        }
    }
    assert!(met > 0);
}

#[test]
fn every_rule_has_a_source_and_a_name_of_its_own() {
    let rules = rights::rules(Regime::Eu261);
    for (index, rule) in rules.iter().enumerate() {
        assert!(!rule.source.is_empty());
        let again = rules[index + 1..]
            .iter()
            .any(|other| other.name == rule.name);
        assert!(!again, "{}", rule.name);
    }
}

#[test]
fn a_replacement_the_passenger_found_is_no_offer_and_counts_for_the_arrival() {
    let mut case = case(
        Disruption::Delay,
        vec![late(flight("LH1", "FRA", "MAD"), 600)],
    );
    case.facts.reroute = Some(Reroute {
        arrival: Some(time("2026-06-11T01:59")),
        self_arranged: true,
        ..Reroute::default()
    });
    assert_eq!(verdict(&case, Regime::Eu261), "none");
    let late = |finding| matches!(finding, Finding::ArrivedNotLateEnough { minutes: 179 });
    assert!(entry_eu(&case).steps.iter().any(|step| late(step.finding)));
}
