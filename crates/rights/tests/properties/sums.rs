//! What was paid, what was lost and what the carrier proves.
//!
//! Where the law makes an exception:
//!
//! - Proof of a cause is no proof for the carrier where the cause itself founds
//!   the claim: `overbooking` says of a refused boarding that the flight was
//!   oversold.
//! - What was paid in full under one law is not owed under another. What ends a
//!   claim under the first can so keep the second alive: nothing has been paid.
//! - A fare or a loss in another currency than that of the limit needs the rate
//!   of a day that is not known here (Art 23(1) Montreal Convention): near the
//!   limit a higher one may be left open, though never refused.

use proptest::prelude::*;
use rights::{Case, Cause, Currency, Money, Regime};

use super::support::{
    Says, any_case, config, first_breach, judge, nothing_gained, says, well_formed_case,
};

fn more(sum: Money, by: i64) -> Money {
    Money::new(sum.minor.saturating_add(by), sum.currency)
}

/// The case without any payment.
fn unpaid(case: &Case) -> Case {
    let mut case = case.clone();
    case.facts.already_received = None;
    case
}

/// The currency of a regime's limits; `None`: it has none.
fn limits(regime: Regime) -> Option<Currency> {
    Some(match regime {
        Regime::Eu261 | Regime::Uk261 | Regime::IlAsl => return None,
        Regime::TrShy => Currency::EUR,
        // In Canada only baggage hangs on a loss, with the limit of the Convention.
        Regime::CaAppr | Regime::BrAnac400 | Regime::SaGaca | Regime::Mc99 => Currency::SDR,
        Regime::InDgca => Currency::INR,
        Regime::UsDot => Currency::USD,
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_payment_never_raises_a_sum(case in any_case(), further in 0i64..200_000) {
        let paid = judge(&case);
        prop_assert_eq!(nothing_gained(&judge(&unpaid(&case)), &paid), None);
        let mut paid_more = case.clone();
        paid_more.facts.already_received = case.facts.already_received.map(|sum| more(sum, further));
        prop_assert_eq!(nothing_gained(&paid, &judge(&paid_more)), None);
    }

    /// A payment ends the claim under another law only where it covers a sum that
    /// is owed for sure: an open claim settles nothing. The claim is made on the
    /// day of the flight, since a sum can be paid and its claim out of time.
    #[test]
    fn only_a_sum_that_is_owed_is_settled(case in well_formed_case()) {
        let mut case = case;
        let flight = case.legs.first().and_then(|leg| leg.scheduled_departure);
        case.assessed_on = flight.map_or(case.assessed_on, |time| time.date());
        let Some(received) = case.facts.already_received else { return Ok(()) };
        let before = judge(&unpaid(&case));
        let covered = |(regime, says): &(Regime, Says)| regime.is_fixed_sum() && match says {
            Says::Owed(sum) => sum.currency == received.currency && sum.minor <= received.minor,
            _ => false,
        };
        if !says(&before).iter().any(covered) {
            let own = |regime, before, after| {
                let settled = matches!(before, Says::Owed(_)) && after == Says::Nothing;
                // Damages are reckoned with the payment whatever it was for.
                !settled || regime == Regime::Mc99
            };
            prop_assert_eq!(first_breach(&before, &judge(&case), own), None);
        }
    }

    #[test]
    fn a_proven_cause_never_raises_a_sum(case in any_case()) {
        prop_assume!(case.facts.cause != Some(Cause::Overbooking));
        let (mut stated, mut proven) = (unpaid(&case), unpaid(&case));
        stated.facts.cause_proven = false;
        proven.facts.cause_proven = true;
        prop_assert_eq!(nothing_gained(&judge(&stated), &judge(&proven)), None);
    }

    /// Proven measures help the carrier more than silence, and silence more than
    /// measures that were not taken.
    #[test]
    fn proven_measures_never_raise_a_sum(case in any_case()) {
        let with = |measures| {
            let mut case = unpaid(&case);
            case.facts.measures_proven = measures;
            judge(&case)
        };
        let (not_taken, open, taken) = (with(Some(false)), with(None), with(Some(true)));
        prop_assert_eq!(nothing_gained(&not_taken, &open), None);
        prop_assert_eq!(nothing_gained(&open, &taken), None);
    }

    #[test]
    fn a_higher_fare_or_loss_never_owes_less(case in any_case(), by in 0i64..5_000_000) {
        let case = unpaid(&case);
        let mut higher = case.clone();
        higher.facts.leg_fare = case.facts.leg_fare.map(|sum| more(sum, by));
        higher.facts.proven_loss = case.facts.proven_loss.map(|sum| more(sum, by));
        let foreign = |regime| {
            let told = [case.facts.leg_fare, case.facts.proven_loss];
            let mut currencies = told.into_iter().flatten().map(|sum| sum.currency);
            limits(regime).is_some_and(|own| currencies.any(|currency| currency != own))
        };
        let holds = |regime, before: Says, after: Says| {
            before.owes_no_more_than(after) || (after == Says::Open && foreign(regime))
        };
        prop_assert_eq!(first_breach(&judge(&case), &judge(&higher), holds), None);
    }
}
