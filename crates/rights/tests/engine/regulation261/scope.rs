//! Which journeys the law covers.

use rights::{
    Baggage, BaggageKind, Change, Confidence, Disruption, Entry, MissingFact, Outcome, Regime,
};

use super::flights::{downgrade, entry_eu, flight, step};
use crate::support::{case, entry, eu, judge, late, leg};

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
    // Also into the Union: the departure is what brings it in.
    let found = rule("OSL", "FRA", "2027-10-23");
    assert_eq!(found, Some(("REFORM_BY_AGREEMENT", depends)));
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
fn from_svalbard_into_the_community_it_is_covered_either_way_art_3_1() {
    let from = |number: &str, origin: &str, to: &str| {
        entry_eu(&case(
            Disruption::Delay,
            vec![late(flight(number, origin, to), 300)],
        ))
    };
    let sum = |entry: &Entry| entry.compensation.map(|sum| sum.amount.decimal());
    for number in ["DY1", "SK1", "LH1"] {
        let covered = from(number, "LYR", "OSL");
        assert_eq!(sum(&covered).as_deref(), Some("400.00"), "{number}");
        let step = step(&covered, "COVERED_EITHER_WAY").expect("a step");
        assert_eq!(step.rule.confidence, Confidence::Sure);
        assert!(step.met && covered.missing_facts.is_empty());
    }
    // Another licence, or another end: a person decides.
    for (number, to) in [
        ("TK1", "OSL"),
        ("QQZ1", "OSL"),
        ("RC1", "CPH"),
        ("DY1", "LHR"),
    ] {
        let open = from(number, "LYR", to);
        assert_eq!(open.outcome, Outcome::Depends, "{number} {to}");
        assert_eq!(open.missing_facts, [MissingFact::TerritoryStatus]);
    }
    // Over 3,500 km the sum hangs on it: 400 inside the Community, 600 outside.
    let far = from("DY1", "LYR", "TFS");
    assert_eq!(far.outcome, Outcome::Depends);
    assert_eq!(far.missing_facts, [MissingFact::TerritoryStatus]);
    // The same holds of Gibraltar while its standing is open.
    assert_eq!(sum(&from("IB1", "GIB", "MAD")).as_deref(), Some("250.00"));
    assert_eq!(from("BA1", "GIB", "MAD").outcome, Outcome::Depends);
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

/// The rule on which a regime's scope fails.
fn fails(number: &str, from: &str, to: &str, day: &str, regime: Regime) -> Option<&'static str> {
    let (departure, arrival) = (format!("{day}T12:00"), format!("{day}T23:00"));
    let booked = leg(number, from, to, &departure, &arrival);
    let answer = judge(&case(Disruption::Delay, vec![late(booked, 300)]));
    let mut out = answer.out_of_scope.iter();
    let found = out.find(|(other, _)| *other == regime);
    found.map(|(_, step)| step.rule.name)
}

#[test]
fn before_its_first_day_each_text_names_its_own_beginning_art_19() {
    let (eu, uk) = (Regime::Eu261, Regime::Uk261);
    let in_force = |day, regime| fails("BA1", "LHR", "FRA", day, regime);
    assert_eq!(in_force("2005-02-16", eu), Some("IN_FORCE"));
    assert_eq!(in_force("2005-02-17", eu), None);
    assert_eq!(in_force("2020-12-31", uk), Some("UK_IN_FORCE"));
    assert_eq!(in_force("2021-01-01", uk), None);
}

#[test]
fn helicopters_are_not_covered_art_3_4() {
    let on = |from, to| fails("LH1", from, to, "2026-06-10", Regime::Eu261);
    assert_eq!(on("MCM", "NCE"), Some("FIXED_WING"));
    assert_eq!(on("NCE", "MCM"), Some("FIXED_WING"));
    assert_eq!(on("FRA", "MAD"), None);
}

#[test]
fn an_overseas_licence_is_open_into_the_kingdom_and_none_of_it_into_the_union() {
    let into_uk = case(
        Disruption::Delay,
        vec![late(flight("RC1", "JFK", "LHR"), 300)],
    );
    let entry = entry(&into_uk, Regime::Uk261).expect("an entry");
    assert_eq!(entry.missing_facts, [MissingFact::LicenceStatus]);
    // Into the Union the third limb asks for a licence of the Kingdom alone.
    let into_union = fails("TN1", "JFK", "CDG", "2026-06-10", Regime::Uk261);
    assert_eq!(into_union, Some("ARRIVAL_ON_COVERED_CARRIER"));
}

#[test]
fn svalbard_was_open_when_gibraltar_was_not_art_1_3() {
    let of = |number: &str, from: &str, to: &str, day: &str| {
        let (departure, arrival) = (format!("{day}T12:00"), format!("{day}T23:00"));
        let booked = leg(number, from, to, &departure, &arrival);
        let mut case = case(Disruption::Delay, vec![late(booked, 300)]);
        case.assessed_on = "2026-01-02".parse().expect("a day");
        eu(&case)
    };
    for day in ["2025-12-31", "2026-01-01"] {
        assert_eq!(of("TK1", "LYR", "OSL", day), "depends", "{day}");
    }
    // Art 1(3) suspends the law for Gibraltar; what the treaty changes is not settled.
    assert_eq!(of("BA1", "GIB", "MAD", "2025-12-31"), "out");
    assert_eq!(of("BA1", "GIB", "MAD", "2026-01-01"), "depends");
}

#[test]
fn an_unknown_licence_could_change_the_answer_and_an_open_one_is_for_a_person() {
    let changes = |number: &str, from: &str, to: &str| {
        let case = case(Disruption::Delay, vec![late(flight(number, from, to), 300)]);
        let entry = entry_eu(&case);
        let licence = Change::CarrierLicence {
            carrier: entry.claim_from,
        };
        (entry.missing_facts, entry.could_change.contains(&licence))
    };
    let unknown = (vec![MissingFact::CarrierLicence], true);
    assert_eq!(changes("QQZ1", "JFK", "FRA"), unknown);
    let open = (vec![MissingFact::LicenceStatus], false);
    assert_eq!(changes("TN1", "LAX", "CDG"), open);
    let place = (vec![MissingFact::TerritoryStatus], false);
    assert_eq!(changes("TK1", "LYR", "OSL"), place);
}
