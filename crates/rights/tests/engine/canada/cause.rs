//! What happened, and in whose control it was.

use rights::{ApprControl, Cause, Facts};

use super::flights::{canada, control, delayed, found, keys};

#[test]
fn the_category_given_decides_alone_s10_to_12() {
    for (category, outcome) in [
        (ApprControl::WithinControl, "400.00"),
        (ApprControl::WithinControlSafety, "none"),
        (ApprControl::OutsideControl, "none"),
    ] {
        let mut facts = control(category);
        assert_eq!(canada(&delayed(200, facts.clone())), outcome);
        // Proofs and causes do not matter beside it.
        facts.cause = Some(Cause::Weather);
        facts.cause_proven = category == ApprControl::WithinControl;
        facts.measures_proven = Some(true);
        assert_eq!(canada(&delayed(200, facts)), outcome);
    }
}

#[test]
fn without_a_category_a_cause_that_is_shown_decides_s10_to_12() {
    use Cause::*;
    let outside = [
        Weather,
        LightningStrike,
        AirTrafficControl,
        AirspaceClosure,
        Security,
        AirportInfrastructure,
        AirportStaffShortage,
        RunwayContamination,
        ForeignObjectDamage,
        MedicalEmergency,
        DisruptivePassenger,
        BirdStrike,
        OwnStaffStrike,
        ThirdPartyStrike,
        HiddenDefect,
        AuthorityOrder,
        AircraftCollision,
        Epidemic,
        FuelShortage,
    ];
    for (name, cause) in Cause::ALL {
        let judged = |cause_proven| {
            let facts = Facts {
                cause: Some(cause),
                cause_proven,
                ..Facts::default()
            };
            canada(&delayed(200, facts))
        };
        let excused = outside.contains(&cause) || cause == TechnicalFault;
        let expected = if excused { "none" } else { "400.00" };
        assert_eq!(judged(true), expected, "{name}");
        assert_eq!(judged(false), "400.00", "{name} is only stated");
    }
    let last = |cause| {
        let facts = Facts {
            cause: Some(cause),
            cause_proven: true,
            ..Facts::default()
        };
        keys(&found(&delayed(200, facts))).pop()
    };
    assert_eq!(last(TechnicalFault), Some("CauseRequiredForSafety"));
    assert_eq!(last(Weather), Some("CauseOutsideControl"));
}
