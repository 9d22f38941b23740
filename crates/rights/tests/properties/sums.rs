//! What was paid, what was lost and what the carrier proves.
//!
//! Nothing is exempt from these but one thing: proof of a cause is no proof for
//! the carrier where the cause itself founds the claim. `overbooking` says of a
//! refused boarding that the flight was oversold.

use proptest::prelude::*;
use rights::{Cause, Money};

use super::support::{Says, any_case, config, first_breach, judge, nothing_gained};

fn more(sum: Money, by: i64) -> Money {
    Money::new(sum.minor.saturating_add(by), sum.currency)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_payment_never_raises_a_sum(case in any_case(), further in 0i64..200_000) {
        let mut unpaid = case.clone();
        unpaid.facts.already_received = None;
        let (unpaid, paid) = (judge(&unpaid), judge(&case));
        prop_assert_eq!(nothing_gained(&unpaid, &paid), None);
        let mut paid_more = case.clone();
        paid_more.facts.already_received = case.facts.already_received.map(|sum| more(sum, further));
        prop_assert_eq!(nothing_gained(&paid, &judge(&paid_more)), None);
    }

    #[test]
    fn a_proven_cause_never_raises_a_sum(case in any_case()) {
        prop_assume!(case.facts.cause != Some(Cause::Overbooking));
        let (mut stated, mut proven) = (case.clone(), case);
        stated.facts.cause_proven = false;
        proven.facts.cause_proven = true;
        prop_assert_eq!(nothing_gained(&judge(&stated), &judge(&proven)), None);
    }

    /// Proven measures help the carrier more than silence, and silence more than
    /// measures that were not taken.
    #[test]
    fn proven_measures_never_raise_a_sum(case in any_case()) {
        let with = |measures| {
            let mut case = case.clone();
            case.facts.measures_proven = measures;
            judge(&case)
        };
        let (not_taken, open, taken) = (with(Some(false)), with(None), with(Some(true)));
        prop_assert_eq!(nothing_gained(&not_taken, &open), None);
        prop_assert_eq!(nothing_gained(&open, &taken), None);
        // Who is left without an answer by silence is not given one by the proof.
        let holds = |_, open, taken| {
            !matches!(taken, Says::Owed(_)) || matches!(open, Says::Owed(_))
        };
        prop_assert_eq!(first_breach(&open, &taken, holds), None);
    }

    /// A loss near a limit in another currency is open until somebody looks up the
    /// rate of the day.
    ///
    /// Nothing has been paid: what covers the whole of one law's sum would end
    /// the claims under the others (see `delay`).
    #[test]
    fn a_higher_fare_or_loss_never_owes_less(case in any_case(), by in 0i64..5_000_000) {
        let mut case = case;
        case.facts.already_received = None;
        let mut higher = case.clone();
        higher.facts.leg_fare = case.facts.leg_fare.map(|sum| more(sum, by));
        higher.facts.proven_loss = case.facts.proven_loss.map(|sum| more(sum, by));
        let holds = |_, before: Says, after| after == Says::Open || before.at_most(after);
        prop_assert_eq!(first_breach(&judge(&case), &judge(&higher), holds), None);
    }
}
