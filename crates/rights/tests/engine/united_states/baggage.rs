//! Baggage inside the United States.

use rights::{Baggage, BaggageKind, Case, Currency, Disruption, Leg, Money, Right};

use super::flights::{basis, dollars, domestic, found, international, last, usa};
use crate::support::{case, leg};

/// A bag lost on this journey.
fn bag(legs: Vec<Leg>, loss: Option<Money>) -> Case {
    let mut case = case(Disruption::Baggage, legs);
    case.facts.baggage = Some(Baggage {
        kind: BaggageKind::Lost,
        reported_after_days: Some(2),
    });
    case.facts.proven_loss = loss;
    case
}

#[test]
fn domestic_baggage_is_the_loss_shown_up_to_the_limit_254_4() {
    let with = |loss| usa(&bag(vec![domestic()], loss));
    assert_eq!(with(Some(dollars(4699))), "4699.00");
    assert_eq!(with(Some(dollars(4700))), "4700.00");
    assert_eq!(with(Some(dollars(4701))), "4700.00");
    assert_eq!(with(None), "depends");
    assert_eq!(with(Some(dollars(0))), "depends");
    assert_eq!(with(Some(Money::new(10_000, Currency::EUR))), "depends");
    for (day, sum) in [
        ("2025-01-22", "4700.00"),
        ("2025-01-21", "3800.00"),
        ("2021-04-13", "3800.00"),
        ("2021-04-12", "3500.00"),
        ("2015-08-25", "3500.00"),
        ("2015-08-24", "depends"),
    ] {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
        assert_eq!(usa(&bag(vec![leg], Some(dollars(9000)))), sum, "{day}");
    }
}

#[test]
fn international_baggage_is_none_of_it_254_2() {
    let of = |legs| usa(&bag(legs, Some(dollars(100))));
    assert_eq!(of(vec![international()]), "none");
    // A stop abroad makes it international carriage.
    let through_canada = vec![
        leg("AS1", "SEA", "YVR", "2026-06-10T08:00", "2026-06-10T09:00"),
        leg("AS2", "YVR", "ANC", "2026-06-10T11:00", "2026-06-10T13:00"),
    ];
    assert_eq!(of(through_canada), "none");
    let bag = found(&bag(vec![international()], None));
    assert_eq!(bag.other_rights[0].right, Right::BaggageFee);
    assert_eq!(bag.missing_facts, []);
}

#[test]
fn a_loss_of_the_limit_itself_is_within_it_254_4() {
    let finding = |loss| last(&bag(vec![domestic()], Some(dollars(loss))));
    assert_eq!(finding(4699), "LossWithinLimit");
    assert_eq!(finding(4700), "LossWithinLimit");
    assert_eq!(finding(4701), "LossAboveLimit");
}

#[test]
fn the_fee_for_a_bag_that_did_not_come_in_time_is_due_since_part_260() {
    let fee = |kind, day: &str| {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
        let mut case = bag(vec![leg], Some(dollars(100)));
        case.facts.baggage = Some(Baggage {
            kind,
            reported_after_days: Some(2),
        });
        basis(&case, Right::BaggageFee)
    };
    assert_eq!(fee(BaggageKind::Lost, "2024-10-27"), None);
    for kind in [BaggageKind::Lost, BaggageKind::Delayed] {
        assert_eq!(fee(kind, "2024-10-28"), Some("14 CFR 260"), "{kind:?}");
    }
    assert_eq!(fee(BaggageKind::Damaged, "2026-06-10"), None);
}
