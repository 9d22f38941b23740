//! Leaving out a fact that the passenger must show never gives a firmer answer:
//! who says less is asked, and is neither given nor refused what saying more
//! would not have given or refused.
//!
//! What must be shown is the arrival for a delay, the notice of a cancellation,
//! fare and loss where a sum is taken of them, an oversold flight, the classes,
//! and when baggage was reported. Not so the arrival of a replacement: it helps
//! the carrier, and without it the sum is due in full.
//!
//! In a booking of several parts silence about one of them means that it ran as
//! booked where another failed (docs/law.md), so the arrival is left out of
//! journeys of one part only.

use proptest::prelude::*;
use rights::{Assessment, Case, Disruption, LegStatus, Regime};

use super::support::{Says, config, first_breach, judge, well_formed_case};

/// What is firm after was so before: a sum no higher, a refusal refused.
fn not_firmer(full: &Assessment, silent: &Assessment) -> Option<String> {
    first_breach(full, silent, |_, full, silent| is_not_firmer(full, silent))
}

fn is_not_firmer(full: Says, silent: Says) -> bool {
    match (full, silent) {
        (_, Says::Open) | (Says::Nothing, Says::Nothing) | (Says::Out, Says::Out) => true,
        (Says::Owed(full), Says::Owed(silent)) => silent.minor <= full.minor,
        _ => false,
    }
}

/// Leaves a fact out and compares.
fn left_out(case: &Case, leave_out: impl FnOnce(&mut Case)) -> Option<String> {
    let mut silent = case.clone();
    leave_out(&mut silent);
    not_firmer(&judge(case), &judge(&silent))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_unknown_arrival_is_asked_for(case in well_formed_case()) {
        let mut case = case;
        case.legs.truncate(1);
        // A replacement that was taken would tell the arrival.
        case.facts.reroute = None;
        let delayed = [Disruption::Delay, Disruption::MissedConnection];
        prop_assume!(delayed.contains(&case.disruption));
        let breach = left_out(&case, |case| {
            for leg in &mut case.legs {
                leg.actual_arrival = None;
            }
        });
        prop_assert_eq!(breach, None);
    }

    #[test]
    fn an_unknown_notice_is_asked_for(case in well_formed_case()) {
        let mut case = case;
        case.disruption = Disruption::Cancellation;
        // Who is told that boarding will be refused need not check in (C-238/22),
        // so there the notice helps the passenger.
        prop_assume!(case.legs.iter().all(|leg| leg.status != LegStatus::Denied));
        let mut silent = case.clone();
        silent.facts.notice_days = None;
        // The Canadian rules take silence for a passenger told on the day.
        let breach = first_breach(&judge(&case), &judge(&silent), |regime, full, silent| {
            regime == Regime::CaAppr || is_not_firmer(full, silent)
        });
        prop_assert_eq!(breach, None);
    }

    #[test]
    fn an_unknown_fare_is_asked_for(case in well_formed_case()) {
        prop_assert_eq!(left_out(&case, |case| case.facts.leg_fare = None), None);
    }

    #[test]
    fn an_unknown_loss_is_asked_for(case in well_formed_case()) {
        prop_assert_eq!(left_out(&case, |case| case.facts.proven_loss = None), None);
    }

    #[test]
    fn an_unknown_number_of_seats_is_asked_for(case in well_formed_case()) {
        prop_assert_eq!(left_out(&case, |case| case.facts.oversold = None), None);
    }

    #[test]
    fn unknown_classes_are_asked_for(case in well_formed_case()) {
        // Without the classes the event itself is the passenger's word for it; with
        // the same class twice the word is contradicted.
        prop_assume!(case.facts.flown_class < case.facts.booked_class);
        prop_assert_eq!(left_out(&case, |case| case.facts.booked_class = None), None);
        prop_assert_eq!(left_out(&case, |case| case.facts.flown_class = None), None);
    }

    #[test]
    fn an_unknown_day_of_the_report_is_asked_for(case in well_formed_case()) {
        let breach = left_out(&case, |case| {
            if let Some(baggage) = &mut case.facts.baggage {
                baggage.reported_after_days = None;
            }
        });
        prop_assert_eq!(breach, None);
    }
}
