//! Leaving out a fact that the passenger must show never gives a firmer answer:
//! who says less is asked, and is neither given nor refused what saying more
//! would not have given or refused.
//!
//! What must be shown is the arrival for a delay, the notice of a cancellation,
//! fare and loss where a sum is taken of them, an oversold flight, the classes,
//! and when baggage was reported. Not so the arrival of a replacement: it helps
//! the carrier, and without it the sum is due in full.
//!
//! Where law or contract make an exception:
//!
//! - In a booking of several parts silence about one of them means that it ran
//!   as booked where another failed (docs/law.md): the arrival is left out of
//!   journeys of one part only.
//! - A period that runs from the arrival runs from the day of the booked one
//!   where the real one is unknown (Art 35 Montreal Convention): the claim is
//!   made on the day of the flight.
//! - The Canadian rules take an unknown notice as given on the day (contract).
//! - What was paid in full under one law is not owed under another. What leaves
//!   the first open keeps the second alive: nothing has been paid.
//! - Who was told in advance of a refusal need not present (C-238/22), and
//!   silence about the notice then counts against nobody else than the passenger:
//!   the notice is left out where no boarding was refused.
//! - The Saudi rules speak of overbooking, and only who says that there was a seat
//!   leaves open what is due: silence about the seats helps nobody else than the
//!   passenger, and the contract does not ask for them there.
//! - The cause `overbooking` says of a flight that it was oversold.
//! - Who tells of a downgrade says by the word that the class was lower. Classes
//!   that say otherwise refute it; where they bear it out, silence adds nothing.

use proptest::prelude::*;
use rights::{Assessment, Case, Cause, Disruption, LegStatus, Regime};

use super::support::{Says, config, first_breach, judge, well_formed_case};

/// What is firm after was so before: a sum no higher, a refusal refused.
fn not_firmer(full: &Assessment, silent: &Assessment, exempt: Option<Regime>) -> Option<String> {
    first_breach(full, silent, |regime, full, silent| match (full, silent) {
        _ if exempt == Some(regime) => true,
        (_, Says::Open) | (Says::Nothing, Says::Nothing) | (Says::Out, Says::Out) => true,
        (Says::Owed(_), Says::Owed(_)) => silent.owes_no_more_than(full),
        _ => false,
    })
}

/// Leaves a fact out and compares.
fn left_out(case: &Case, leave_out: impl FnOnce(&mut Case)) -> Option<String> {
    left_out_but_for(None, case, leave_out)
}

/// The same, but for one regime.
fn left_out_but_for(
    exempt: Option<Regime>,
    case: &Case,
    leave_out: impl FnOnce(&mut Case),
) -> Option<String> {
    let mut full = case.clone();
    full.facts.already_received = None;
    let mut silent = full.clone();
    leave_out(&mut silent);
    not_firmer(&judge(&full), &judge(&silent), exempt)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_unknown_arrival_is_asked_for(case in well_formed_case()) {
        let mut case = case;
        case.legs.truncate(1);
        let flight = case.legs.first().and_then(|leg| leg.scheduled_departure);
        case.assessed_on = flight.map_or(case.assessed_on, |time| time.date());
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
        prop_assume!(case.legs.iter().all(|leg| leg.status != LegStatus::Denied));
        let breach = left_out_but_for(Some(Regime::CaAppr), &case, |case| case.facts.notice_days = None);
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
        prop_assume!(case.facts.cause != Some(Cause::Overbooking));
        let exempt = Some(Regime::SaGaca);
        prop_assert_eq!(left_out_but_for(exempt, &case, |case| case.facts.oversold = None), None);
    }

    #[test]
    fn unknown_classes_are_asked_for(case in well_formed_case()) {
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
