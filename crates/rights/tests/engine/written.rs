//! Codes, numbers and sums as they are written for people and machines.

use rights::{
    CarrierCode, Code, Coded, Country, Currency, FlightNumber, Forum, Iata, MissingFact, Money,
    Outcome, Regime,
};

#[test]
fn codes_are_written_as_they_are_read() {
    for text in ["AF", "AFR", "4U", "U2"] {
        let code: CarrierCode = text.parse().expect("an airline");
        assert_eq!((code.as_str(), code.to_string().as_str()), (text, text));
        assert_eq!(format!("{code:?}"), text);
    }
    for text in ["11", "A", "ABCD", "A1C", "ä", ""] {
        assert!(text.parse::<CarrierCode>().is_err(), "{text}");
    }
    let airport: Iata = "BRE".parse().expect("an airport");
    assert_eq!(
        (airport.as_str(), airport.to_string().as_str()),
        ("BRE", "BRE")
    );
    assert_eq!(format!("{airport:?}"), "BRE");
    for text in ["BR", "BREM", "B1E"] {
        assert!(text.parse::<Iata>().is_err(), "{text}");
    }
    // Small letters are read as capitals.
    assert_eq!("bre".parse(), Ok(airport));
    assert_eq!(
        "u2".parse::<CarrierCode>().map(|code| code.to_string()),
        Ok("U2".to_owned())
    );
    for (text, forum) in [
        ("GB-SCT", Forum::Scotland),
        ("GB", Forum::Country(Country::GB)),
    ] {
        assert_eq!(text.parse(), Ok(forum));
        assert_eq!((forum.as_str(), forum.to_string().as_str()), (text, text));
    }
}

#[test]
fn a_flight_number_is_written_with_its_carrier_apart() {
    for (text, written) in [
        ("AF1225", "AF 1225"),
        ("AF 0012", "AF 12"),
        ("AFR7", "AFR 7"),
        ("U21a", "U2 1A"),
    ] {
        let number: FlightNumber = text.parse().expect("a flight");
        assert_eq!(number.to_string(), written);
        assert_eq!(format!("{number:?}"), written);
    }
    for text in ["AF12345", "AF", "AFA", "AF1-2", "AF 1 2"] {
        assert!(text.parse::<FlightNumber>().is_err(), "{text}");
    }
    let four: FlightNumber = "AF1234B".parse().expect("a flight");
    assert_eq!(four.carrier().as_str(), "AF");
}

#[test]
fn overseas_parts_have_the_courts_of_their_state() {
    let state = |code: &str| {
        let country: Country = code.parse().expect("a country");
        country.state().to_string()
    };
    for code in ["GP", "MQ", "GF", "RE", "YT", "MF"] {
        assert_eq!(state(code), "FR", "{code}");
    }
    assert_eq!(state("AX"), "FI");
    assert_eq!(state("DE"), "DE");
    let american = |code: &str| code.parse::<Country>().expect("a country").is_american();
    assert!(
        ["US", "PR", "VI", "GU", "MP", "AS", "UM"]
            .into_iter()
            .all(american)
    );
    assert!(!american("CA"));
}

#[test]
fn a_sum_and_a_regime_are_written_in_words_of_their_own() {
    let sum = Money::new(60_005, Currency::EUR);
    assert_eq!(sum.to_string(), "600.05 EUR");
    assert_eq!(Regime::Eu261.to_string(), "EU261");
    assert_eq!(Regime::Mc99.key(), "MC99");
    assert_eq!(Outcome::Depends.key(), "depends");
    assert_eq!(
        MissingFact::ActualArrival.key(),
        MissingFact::ActualArrival.code()
    );
}

#[test]
fn canada_and_the_convention_set_a_period_of_their_own() {
    // s19(3) of the Canadian rules, Art 35 of the Convention; elsewhere the court's law does.
    for regime in Regime::ALL {
        let own = matches!(regime, Regime::CaAppr | Regime::Mc99);
        assert_eq!(regime.sets_own_period(), own, "{regime}");
        assert_eq!(regime.is_fixed_sum(), regime != Regime::Mc99, "{regime}");
    }
}

#[test]
fn shares_go_to_the_nearest_hundredth_half_up() {
    let share = |minor, percent| Money::new(minor, Currency::EUR).percent(percent).minor;
    assert_eq!(share(10_000, 30), 3_000);
    // 0.01 by half is half a hundredth, which goes up; a little less goes down.
    assert_eq!(share(1, 50), 1);
    assert_eq!(share(1, 49), 0);
    assert_eq!(share(i64::MAX, 100), i64::MAX);
    assert_eq!(share(i64::MAX, 200), i64::MAX);
    assert_eq!(Money::new(25_000, Currency::EUR).times(3).minor, 75_000);
    assert_eq!(Money::new(i64::MAX, Currency::EUR).times(2).minor, i64::MAX);
}

#[test]
fn a_rough_worth_is_only_for_the_order() {
    let worth = |minor, currency: &str| {
        let currency = currency.parse().expect("a currency");
        Money::new(minor, currency).roughly_in_euro()
    };
    assert_eq!(worth(60_000, "EUR"), Some(60_000));
    // 220 pounds weigh as much as 250 euro, by a rate of 1.136.
    assert_eq!(worth(22_000, "GBP"), Some(24_992));
    assert_eq!(worth(100, "XAF"), None);
}

#[test]
fn a_stored_word_is_known_or_keeps_its_code() {
    let known = Code::<Outcome>::read("depends");
    assert_eq!(known.known(), Some(Outcome::Depends));
    assert_eq!(known.as_str(), "depends");
    assert_eq!(format!("{known:?}"), "depends");
    let newer = Code::<Outcome>::read("perhaps");
    assert_eq!(newer.known(), None);
    assert_eq!(newer.as_str(), "perhaps");
    assert_eq!(format!("{newer:?}"), "perhaps");
    assert_eq!(
        Code::from(Outcome::Eligible).known(),
        Some(Outcome::Eligible)
    );
}

#[test]
fn a_stored_sum_has_digits_and_two_of_them_after_the_point() {
    let read = |amount: &str| {
        let written = serde_json::json!({"amount": amount, "currency": "EUR"});
        serde_json::from_value::<Money>(written)
            .ok()
            .map(|sum| sum.minor)
    };
    for (amount, minor) in [("0.00", 0), ("6.05", 605), ("-0.05", -5), ("-6.00", -600)] {
        assert_eq!(read(amount), Some(minor), "{amount}");
    }
    for amount in [
        "", ".00", "-.00", "6", "6.", "6.0", "6.000", "6.0x", "x.00", "+6.00", "--6.00",
    ] {
        assert_eq!(read(amount), None, "{amount}");
    }
}
