//! Several companies of one group that fly under one number, each with a licence of its
//! own: the one that flew answers (Art 2(b) Regulation 261/2004), and for flights into the
//! territory its licence decides (Art 3(1)(b)).

use crate::support::{case, entry, eu, judge, late, leg, outcome, uk};
use rights::{Case, Disruption, Finding, MissingFact, Regime};

/// 200 minutes late under a number, without a word on who flew.
fn flight(number: &str, from: &str, to: &str, day: &str) -> Case {
    let booked = leg(
        number,
        from,
        to,
        &format!("{day}T10:00"),
        &format!("{day}T14:00"),
    );
    case(Disruption::Delay, vec![late(booked, 200)])
}

fn easyjet(from: &str, to: &str) -> Case {
    flight("U21234", from, to, "2026-06-10")
}

fn claim_from(case: &Case, regime: Regime) -> String {
    let entry = entry(case, regime).expect("an entry");
    entry.claim_from.as_str().to_owned()
}

#[test]
fn a_british_company_has_no_rights_between_two_places_abroad_tca_art_419() {
    // Inside the Union and between it and a third country only easyJet Europe flies,
    // between Switzerland and a third country only easyJet Switzerland.
    for (from, to, sum, company) in [
        ("RAK", "CDG", "400.00", "EC"),
        ("SSH", "MXP", "400.00", "EC"),
        ("BER", "PMI", "400.00", "EC"),
        ("TLV", "GVA", "400.00", "DS"),
    ] {
        let case = easyjet(from, to);
        assert_eq!(eu(&case), sum, "{from}-{to}");
        assert_eq!(uk(&case), "out", "{from}-{to}");
        assert_eq!(claim_from(&case, Regime::Eu261), company, "{from}-{to}");
        // The same as where the operator is told.
        let mut told = case;
        told.legs[0].operating_carrier = Some(company.parse().expect("an airline"));
        assert_eq!(eu(&told), sum, "{from}-{to}");
    }
    // Between London and a third country only the British one.
    let case = easyjet("AGA", "LGW");
    assert_eq!(
        (eu(&case), uk(&case)),
        ("out".to_owned(), "350.00".to_owned())
    );
    assert_eq!(claim_from(&case, Regime::Uk261), "U2");
}

#[test]
fn out_of_london_the_european_sum_hangs_on_who_flew_art_3_1_b() {
    let case = easyjet("LGW", "AGP");
    assert_eq!(uk(&case), "350.00");
    assert_eq!(eu(&case), "depends");
    let open = entry(&case, Regime::Eu261).expect("an entry");
    assert_eq!(open.missing_facts, [MissingFact::OperatingCarrier]);
    let at_stake = open.at_stake.expect("a sum").amount.decimal();
    assert_eq!(at_stake, "400.00");
    assert_eq!(judge(&case).recommended, Some(Regime::Uk261));
    // The answer to the question settles it.
    for (company, european) in [("EC", "400.00"), ("U2", "out"), ("DS", "400.00")] {
        let mut told = case.clone();
        told.legs[0].operating_carrier = Some(company.parse().expect("an airline"));
        assert_eq!(eu(&told), european, "{company}");
    }
    // So does the licence, where the case gives that.
    let mut told = case;
    told.legs[0].carrier_licence = Some("GB".parse().expect("a country"));
    assert_eq!(eu(&told), "out");
}

#[test]
fn out_of_geneva_the_british_sum_hangs_on_who_flew_art_2_c() {
    let case = easyjet("GVA", "LGW");
    assert_eq!(eu(&case), "250.00");
    assert_eq!(uk(&case), "depends");
    let asked = entry(&case, Regime::Uk261).expect("an entry").missing_facts;
    assert!(asked.contains(&MissingFact::OperatingCarrier), "{asked:?}");
}

#[test]
fn where_only_the_debtor_is_open_the_sum_is_owed_and_a_remark_says_who_pays() {
    let remark = |case: &Case, regime| {
        let entry = entry(case, regime).expect("an entry");
        // It names the airline of the number.
        let number = case.legs[0].flight.carrier();
        let named = |finding| finding == Finding::CompanyOfGroup { carrier: number };
        entry.steps.iter().any(|step| named(step.finding))
    };
    // Paris to Geneva: European or Swiss, and the law covers both.
    let case = easyjet("CDG", "GVA");
    assert_eq!(eu(&case), "250.00");
    assert!(remark(&case, Regime::Eu261));
    // Malta Air, Lauda Europe and Buzz fly under Ryanair's number.
    let case = flight("FR1234", "BER", "PMI", "2026-06-10");
    assert_eq!(eu(&case), "400.00");
    assert_eq!(claim_from(&case, Regime::Eu261), "FR");
    assert!(remark(&case, Regime::Eu261));
    // Who is told needs no remark, nor who flies under a number of its own.
    let mut told = case;
    told.legs[0].operating_carrier = Some("LW".parse().expect("an airline"));
    assert!(!remark(&told, Regime::Eu261));
    assert!(!remark(
        &flight("W91234", "LTN", "PMI", "2026-06-10"),
        Regime::Uk261
    ));
    assert!(!remark(
        &flight("LH1234", "FRA", "PMI", "2026-06-10"),
        Regime::Eu261
    ));
}

#[test]
fn out_of_london_ryanair_may_be_its_british_company_art_3_1_b() {
    let case = flight("FR1234", "STN", "DUB", "2026-06-10");
    assert_eq!(uk(&case), "220.00");
    assert_eq!(eu(&case), "depends");
    // Into the Union from Morocco no British company flies.
    assert_eq!(eu(&flight("FR1234", "RAK", "DUB", "2026-06-10")), "400.00");
    // Out of the Union the law covers every airline.
    assert_eq!(eu(&flight("FR1234", "DUB", "STN", "2026-06-10")), "250.00");
    // While the United Kingdom was inside, its companies were of the Community.
    assert_eq!(eu(&flight("FR1234", "RAK", "DUB", "2020-06-10")), "400.00");
    assert_eq!(eu(&flight("U21234", "RAK", "CDG", "2019-06-10")), "400.00");
}

#[test]
fn an_answer_that_no_company_changes_stays_as_it_is() {
    let mut case = easyjet("LGW", "AGP");
    case.legs[0] = late(
        leg(
            "U21234",
            "LGW",
            "PMI",
            "2026-06-10T10:00",
            "2026-06-10T14:00",
        ),
        60,
    );
    assert_eq!(uk(&case), "none");
    assert_eq!(eu(&case), "none");
    for regime in [Regime::CaAppr, Regime::TrShy] {
        assert_eq!(outcome(&case, regime), "out");
    }
}
