//! A lower class under the DGCA's requirements (CAR Section 3 Series M Part IV,
//! para 3.2A).

use crate::support::{case, entry, late, leg, outcome};
use rights::{Case, Currency, Disruption, MissingFact, Money, Regime};

fn rupees(amount: i64) -> Option<Money> {
    Some(Money::new(amount * 100, Currency::INR))
}

fn is(case: &Case) -> String {
    outcome(case, Regime::InDgca)
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::InDgca).expect("in scope").missing_facts
}

fn downgraded(number: &str, from: &str, to: &str, day: &str) -> Case {
    let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T17:30"));
    let flown = late(leg(number, from, to, &departure, &arrival), 0);
    let mut case = case(Disruption::Downgrade, vec![flown]);
    case.facts.leg_fare = rupees(20_000);
    case
}

#[test]
fn a_lower_class_gives_a_share_of_the_ticket_para_3_2a() {
    for (number, from, to, sum) in [
        // Inland, however far.
        ("AI865", "DEL", "BOM", "15000.00"),
        ("AI1", "DEL", "COK", "15000.00"),
        // 817, 2,190 and 6,740 km.
        ("AI213", "DEL", "KTM", "6000.00"),
        ("AI995", "DEL", "DXB", "10000.00"),
        ("AI161", "DEL", "LHR", "15000.00"),
    ] {
        let case = downgraded(number, from, to, "2026-06-10");
        assert_eq!(is(&case), sum, "{from} {to}");
    }
    let foreign = downgraded("BA142", "DEL", "LHR", "2026-06-10");
    assert_eq!(is(&foreign), "out");
}

#[test]
fn the_share_of_the_ticket_is_due_since_15_february_2023() {
    assert_eq!(
        missing(&downgraded("AI865", "DEL", "BOM", "2023-02-14")),
        [MissingFact::UnconfirmedRule]
    );
    let first = downgraded("AI865", "DEL", "BOM", "2023-02-15");
    assert_eq!(is(&first), "15000.00");
}

#[test]
fn the_ticket_price_is_asked_for_and_keeps_its_currency() {
    let mut case = downgraded("AI865", "DEL", "BOM", "2026-06-10");
    for fare in [None, rupees(0)] {
        case.facts.leg_fare = fare;
        assert_eq!(missing(&case), [MissingFact::LegFare]);
    }
    case.facts.leg_fare = Some(Money::new(10_000, Currency::EUR));
    assert_eq!(is(&case), "75.00");
    case.facts.booked_class = Some(rights::Cabin::Economy);
    case.facts.flown_class = Some(rights::Cabin::Economy);
    assert_eq!(is(&case), "none");
}

#[test]
fn which_of_several_flights_it_was_matters_only_where_the_shares_differ() {
    let mut two = downgraded("AI865", "BOM", "DEL", "2026-06-10");
    let second = late(
        leg(
            "AI213",
            "DEL",
            "KTM",
            "2026-06-10T19:00",
            "2026-06-10T21:00",
        ),
        0,
    );
    two.legs.push(second);
    assert_eq!(missing(&two), [MissingFact::DowngradedLeg]);
    two.disrupted_leg = Some(1);
    assert_eq!(is(&two), "6000.00");
    two.disrupted_leg = Some(0);
    assert_eq!(is(&two), "15000.00");
}
