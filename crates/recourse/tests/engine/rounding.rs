//! Days that move, and sums that are rounded as a state's law has it.

use crate::support::{claim, entry, written};
use serde_json::{Value, json};

fn of(changes: &Value, forum: &str) -> Value {
    entry(&written(&claim(changes)), forum)
}

#[test]
fn an_austrian_payment_day_on_a_free_day_moves() {
    // ABGB s903: Whit Sunday 24 May 2026 and the Monday after it are free; Saturdays by
    // Art 5 of the European Convention on the Calculation of Time-Limits. 97 days of 4 %
    // on 250.00 from the 26th: 2.6575.
    for (term, start, amount) in [
        ("2026-05-22", "2026-05-22", "2.77"),
        ("2026-05-23", "2026-05-26", "2.66"),
        ("2026-05-24", "2026-05-26", "2.66"),
        ("2026-05-26", "2026-05-26", "2.66"),
    ] {
        let facts = json!({ "origin": "VIE", "destination": "BCN", "carrier": "OS",
            "flight_day": "2026-04-20", "claim_sent": "2026-05-04", "deadline_in_demand": term,
            "filed_on": "2026-08-31", "claimant_home": "AT" });
        let interest = of(&facts, "AT-BG")["interest"].clone();
        assert_eq!(interest["start"], start, "{term}");
        assert_eq!(interest["amount"], amount, "{term}");
    }
}

#[test]
fn a_dutch_payment_day_stays_where_it_is() {
    // The Algemene termijnenwet moves terms of laws, not of letters (Art 1).
    let facts = json!({ "origin": "AMS", "destination": "AGP", "carrier": "HV",
        "deadline_in_demand": "2026-05-24", "claimant_home": "NL" });
    assert_eq!(of(&facts, "NL-KR")["interest"]["start"], "2026-05-24");
}

#[test]
fn a_polish_share_is_rounded_up_to_the_full_zloty() {
    // UKSC Art 21; the value too is one in full zloty (KPC Art 126-1(3)).
    for (sum, fee) in [
        ("20000.00", "1000.00"),
        ("20000.01", "1001.00"),
        ("20020.00", "1001.00"),
        ("20020.01", "1002.00"),
        ("21333.33", "1067.00"),
        ("24000.00", "1200.00"),
    ] {
        let facts = json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO", "sum": sum,
            "currency": "PLN", "claimant_home": "PL" });
        let found = of(&facts, "PL-SR")["fee"].clone();
        assert_eq!(found["amount"], fee, "{sum}");
        assert_eq!(found["value"], sum, "{sum}");
    }
    // Each traveller pays one.
    let two = json!({ "origin": "WAW", "destination": "KRK", "carrier": "LO", "persons": 2,
        "sum": "42666.66", "currency": "PLN", "claimant_home": "PL" });
    assert_eq!(of(&two, "PL-SR")["fee"]["amount"], "2134.00");
}
