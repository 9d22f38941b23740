//! What holds for the answer to any case whatever: checked by the property tests
//! on cases, and by the fuzz targets on whatever they come up with.

use rights::{Assessment, Confidence, Entry, Finding, Money, Outcome, Regime, Step, canada};

/// What is wrong with an answer, in words; empty where all is well.
#[must_use]
pub fn faults(answer: &Assessment) -> Vec<String> {
    let mut faults = whole(answer);
    for entry in &answer.entries {
        let name = entry.regime;
        let own = [outcome(entry), sums(entry), confidence(entry)];
        let own = own.into_iter().flatten();
        faults.extend(own.map(|fault| format!("{name}: {fault}")));
        faults.extend(exclusion(entry, answer));
    }
    faults
}

/// A fault, unless something holds.
fn unless(holds: bool, fault: &str) -> Option<String> {
    (!holds).then(|| fault.to_owned())
}

/// Every regime has one answer, and the best for the passenger comes first.
fn whole(answer: &Assessment) -> Vec<String> {
    let entered = answer.entries.iter().map(|entry| entry.regime);
    let left_out = answer.out_of_scope.iter().map(|(regime, _)| *regime);
    let mut regimes: Vec<Regime> = entered.chain(left_out).collect();
    regimes.sort_unstable();
    let gain = answer
        .best()
        .filter(|entry| entry.outcome != Outcome::NoCompensation);
    let failed = |(_, step): &(Regime, Step)| !step.met;
    let km = answer
        .distance
        .is_none_or(|distance| distance.km.is_finite() && (0.0..=20_100.0).contains(&distance.km));
    let settled = |(_, step): &(Regime, Step)| step.rule.confidence != Confidence::Unconfirmed;
    [
        unless(regimes == Regime::ALL, "not one answer for every regime"),
        unless(best_first(&answer.entries), "not the best first"),
        unless(
            answer.recommended == gain.map(|entry| entry.regime),
            "recommended is not the one to go by",
        ),
        unless(
            answer.out_of_scope.iter().all(failed),
            "out of scope for a condition that is met",
        ),
        unless(
            answer.out_of_scope.iter().all(settled),
            "out of scope by an unconfirmed rule",
        ),
        unless(km, "no distance on this planet"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether no entry stands behind a worse one. A claim whose time may be over can stand
/// behind any that gives something.
fn best_first(entries: &[Entry]) -> bool {
    let gives = |entry: &Entry| entry.outcome != Outcome::NoCompensation;
    let in_order = |a: &Entry, b: &Entry| {
        if may_be_over(b) {
            gives(a) || !gives(b)
        } else {
            not_worse(a, b)
        }
    };
    let mut rest = entries;
    while let Some((first, others)) = rest.split_first() {
        if !others.iter().all(|other| in_order(first, other)) {
            return false;
        }
        rest = others;
    }
    true
}

/// Whether a step warns that the time for a claim may be over.
fn may_be_over(entry: &Entry) -> bool {
    let warns = |step: &rights::Step| matches!(step.finding, Finding::DeadlinePassed { .. });
    entry.steps.iter().any(warns)
}

/// Whether `a` may stand before `b`.
fn not_worse(a: &Entry, b: &Entry) -> bool {
    let rank = |entry: &Entry| match entry.outcome {
        Outcome::Eligible => 0,
        Outcome::Depends => 1,
        Outcome::NoCompensation => 2,
    };
    rank(a) < rank(b) || (rank(a) == rank(b) && worth(a) >= worth(b))
}

/// What is left of the sum of an entry, roughly: what was paid in another currency is
/// noted there, and not taken off the sum, so that it weighs a fiftieth less.
fn worth(entry: &Entry) -> i64 {
    let noted = entry.steps.iter().find_map(|step| match step.finding {
        Finding::PaidOtherwise { received }
        | Finding::Canada(canada::Finding::PaidUnderAnotherLaw { received }) => Some(received),
        _ => None,
    });
    let roughly = |sum: Money| sum.roughly_in_euro().unwrap_or_default();
    let sum = entry.compensation.or(entry.at_stake);
    let due = sum.map_or(0, |sum| roughly(sum.amount));
    due.saturating_sub(noted.map_or(0, |received| roughly(received).saturating_add(due / 50)))
}

/// What belongs to an outcome is there, and nothing else.
fn outcome(entry: &Entry) -> Option<String> {
    let owed = entry.outcome == Outcome::Eligible;
    let open = entry.outcome == Outcome::Depends;
    let none = entry.outcome == Outcome::NoCompensation;
    unless(
        entry.compensation.is_some() == owed,
        "a sum if and only if it is owed",
    )
    .or_else(|| {
        unless(
            entry.missing_facts.is_empty() != open,
            "facts are missing if and only if it depends",
        )
    })
    .or_else(|| unless(!entry.steps.is_empty(), "no reasoning"))
    .or_else(|| {
        unless(
            !none || entry.steps.iter().any(|step| !step.met),
            "no reason for owing nothing",
        )
    })
}

/// No sum is negative, and what is owed is more than nothing.
fn sums(entry: &Entry) -> Option<String> {
    let owed = entry.compensation.is_none_or(|sum| sum.amount.minor > 0);
    let at_stake = entry.at_stake.is_none_or(|sum| sum.amount.minor >= 0);
    unless(owed, "a sum of nothing or less")
        .or_else(|| unless(at_stake, "less than nothing at stake"))
}

/// What is not confirmed decides no money: no sum rests on it, and no refusal.
fn confidence(entry: &Entry) -> Option<String> {
    let unsure = |step: &&Step| step.rule.confidence == Confidence::Unconfirmed;
    let (ground, said) = match entry.outcome {
        Outcome::Eligible => (
            entry.steps.iter().filter(unsure).find(|step| step.met),
            "a sum rests",
        ),
        // The matter ended with the last step.
        Outcome::NoCompensation => (entry.steps.last().filter(unsure), "a refusal rests"),
        Outcome::Depends => (None, ""),
    };
    ground.map(|step| format!("{said} on {}, which is unconfirmed", step.rule.name))
}

/// Exclusion is mutual, and only of sums that are fixed by law and may be owed.
fn exclusion(entry: &Entry, answer: &Assessment) -> Option<String> {
    let gives =
        |entry: &Entry| entry.regime.is_fixed_sum() && entry.outcome != Outcome::NoCompensation;
    let mutual = entry.excludes.iter().all(|other| {
        let other = answer.entries.iter().find(|entry| entry.regime == *other);
        other.is_some_and(|other| {
            gives(other) && gives(entry) && other.excludes.contains(&entry.regime)
        })
    });
    unless(
        mutual && !entry.excludes.contains(&entry.regime),
        "excludes what does not exclude it",
    )
}
