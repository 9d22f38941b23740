//! Whom a passenger turns to after the airline.

use crate::support::{case, entry, late, leg};
use rights::{Disruption, Regime};

/// The conciliation body of a flight out of Germany that was four hours late.
fn conciliation(flight: &str, from: &str, day: &str) -> Option<&'static str> {
    let (left, landed) = (format!("{day}T10:00"), format!("{day}T12:35"));
    let leg = late(leg(flight, from, "MAD", &left, &landed), 240);
    let found = entry(&case(Disruption::Delay, vec![leg]), Regime::Eu261)?;
    found.process?.bodies.conciliation
}

#[test]
fn out_of_germany_the_body_is_the_one_that_the_airline_is_with() {
    let (private, public) = (
        "Schlichtungsstelle Reise & Verkehr",
        "Schlichtungsstelle Luftverkehr beim Bundesamt für Justiz",
    );
    assert_eq!(conciliation("LH1112", "FRA", "2026-06-10"), Some(private));
    assert_eq!(conciliation("FR123", "BER", "2026-06-10"), Some(private));
    assert_eq!(conciliation("VY123", "BER", "2026-06-10"), Some(public));
    // Of an airline that is in no list, both are named.
    let both = conciliation("DI123", "BER", "2019-06-10").unwrap();
    assert!(both.contains(private) && both.contains(public));
    // Elsewhere there is one body for all.
    let french = conciliation("LH1039", "CDG", "2026-06-10");
    assert_eq!(french, conciliation("VY123", "CDG", "2026-06-10"));
}
