//! The bands of distance.

use rights::{Case, Finding, Regime};

use super::flights::flight_late;
use crate::support::{entry, judge, outcome};

/// Whether the distance is noted as one to look at again.
fn is_near(case: &Case, regime: Regime, near: f64) -> bool {
    let steps = entry(case, regime).expect("an entry").steps;
    let noted =
        |finding| matches!(finding, Finding::DistanceNearLimit { limit, .. } if limit == near);
    steps.iter().any(|step| noted(step.finding))
}

#[test]
fn the_bands_change_at_1500_and_at_3500_kilometres_art_7_1() {
    let (european, british) = (Regime::Eu261, Regime::Uk261);
    let rows = [
        // Art 7(1)(a): up to 1,500 km, inside the EU and out of it.
        (european, "LYS", "SOF", 1499, 1500.0, "250.00"),
        (european, "MAD", "MUC", 1499, 1500.0, "250.00"),
        (european, "OTP", "SVO", 1499, 1500.0, "250.00"),
        // Art 7(1)(b): over 1,500 km inside the EU, whatever more.
        (european, "BER", "SKG", 1501, 1500.0, "400.00"),
        (european, "BER", "CFU", 1501, 1500.0, "400.00"),
        (european, "ACE", "BUD", 3494, 0.0, "400.00"),
        (european, "TFS", "WAW", 4097, 0.0, "400.00"),
        // Art 7(1)(b): others over 1,500 km up to 3,500 km.
        (european, "NTE", "TUN", 1504, 1500.0, "400.00"),
        (european, "BCN", "DKR", 3498, 3500.0, "400.00"),
        // Art 7(1)(c): the rest; four hours late, so that nothing is halved.
        (european, "BIO", "SID", 3502, 3500.0, "600.00"),
        (european, "OTP", "TAS", 3504, 3500.0, "600.00"),
        // The United Kingdom's Art 7(1): distance alone.
        (british, "LTN", "BUD", 1495, 1500.0, "220.00"),
        (british, "LGW", "SPU", 1501, 1500.0, "350.00"),
        (british, "LTN", "BEY", 3496, 3500.0, "350.00"),
        (british, "LGW", "CAI", 3501, 3500.0, "520.00"),
    ];
    for (regime, from, to, km, near, sum) in rows {
        let case = flight_late(from, to, 240);
        let measured = judge(&case).distance.expect("a distance").km;
        assert!(
            (measured - f64::from(km)).abs() < 1.0,
            "{from}-{to} {measured}"
        );
        assert_eq!(outcome(&case, regime), sum, "{from}-{to}");
        for limit in [1500.0, 3500.0] {
            assert_eq!(
                is_near(&case, regime, limit),
                near == limit,
                "{from}-{to} {limit}"
            );
        }
    }
}
