//! Cases for the properties, and what is asked of two answers.

use proptest::prelude::*;
use proptest::test_runner::Config;
use reference::Embedded;
use rights::{Assessment, Case, Outcome, Regime, assess};

/// Four times as many cases as asked for: 1,024 where nobody asked.
pub fn config() -> Config {
    let asked = Config::default();
    Config {
        cases: asked.cases.saturating_mul(4),
        max_global_rejects: u32::MAX,
        failure_persistence: None,
        ..asked
    }
}

/// Any case; half of the byte strings are long enough for every fact.
pub fn any_case() -> impl Strategy<Value = Case> {
    proptest::collection::vec(any::<u8>(), 0..2 * trials::ENOUGH)
        .prop_map(|bytes| trials::case(&bytes))
}

/// A case that could have come as JSON.
pub fn well_formed_case() -> impl Strategy<Value = Case> {
    proptest::collection::vec(any::<u8>(), 0..2 * trials::ENOUGH)
        .prop_map(|bytes| trials::well_formed_case(&bytes))
}

/// The engine's answer.
pub fn judge(case: &Case) -> Assessment {
    assess(case, &Embedded)
}

/// What a regime says: out of scope, open, nothing, or a sum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    Out,
    Open,
    Nothing,
    Owed(rights::Money),
}

impl Says {
    /// Whether no more is owed than another answer owes. Sums in two currencies
    /// are held against each other by the engine's own rough rates.
    pub fn owes_no_more_than(self, other: Self) -> bool {
        let (Self::Owed(own), Self::Owed(other)) = (self, other) else {
            return !matches!(self, Self::Owed(_));
        };
        if own.currency == other.currency {
            return own.minor <= other.minor;
        }
        let rough = own.roughly_in_euro().zip(other.roughly_in_euro());
        rough.is_none_or(|(own, other)| own <= other)
    }
}

/// What each regime says, in the order of all.
pub fn says(answer: &Assessment) -> [(Regime, Says); 10] {
    Regime::ALL.map(|regime| {
        let entry = answer.entries.iter().find(|entry| entry.regime == regime);
        let says = entry.map_or(Says::Out, |entry| {
            match (entry.outcome, entry.compensation) {
                (Outcome::Eligible, Some(sum)) => Says::Owed(sum.amount),
                (Outcome::Depends, _) => Says::Open,
                (Outcome::NoCompensation | Outcome::Eligible, _) => Says::Nothing,
            }
        });
        (regime, says)
    })
}

/// The first regime for which two answers do not stand as they should.
pub fn first_breach(
    before: &Assessment,
    after: &Assessment,
    holds: impl Fn(Regime, Says, Says) -> bool,
) -> Option<String> {
    let pairs = says(before).into_iter().zip(says(after));
    let mut breaches = pairs.filter(|((regime, a), (_, b))| !holds(*regime, *a, *b));
    let ((regime, a), (_, b)) = breaches.next()?;
    let steps = |answer: &Assessment| {
        let entry = answer.entries.iter().find(|entry| entry.regime == regime);
        let steps = entry.map(|entry| entry.steps.iter());
        let lines = steps.into_iter().flatten();
        lines
            .map(|step| format!("  {} {} {:?}\n", step.met, step.rule.name, step.finding))
            .collect::<String>()
    };
    Some(format!(
        "{regime}: {a:?}\n{}then {b:?}\n{}",
        steps(before),
        steps(after)
    ))
}

/// No regime owes more than before.
pub fn nothing_gained(before: &Assessment, after: &Assessment) -> Option<String> {
    first_breach(before, after, |_, a, b| b.owes_no_more_than(a))
}

/// No regime owes less than before.
pub fn nothing_lost(before: &Assessment, after: &Assessment) -> Option<String> {
    first_breach(before, after, |_, a, b| a.owes_no_more_than(b))
}
