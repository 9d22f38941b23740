//! An assessment as JSON, in the contract's shape.

use serde_json::{Value, json};

use crate::assessment::{Assessment, Compensation, Entry, Step};
use crate::missing_fact::MissingFact;
use crate::regime::Regime;

/// Writes an assessment. The sentences are the caller's: `because` for a step,
/// `question` for a missing fact.
#[must_use]
pub fn to_json(
    assessment: &Assessment,
    because: impl Fn(&Step) -> String,
    question: impl Fn(&MissingFact) -> String,
) -> Value {
    let entries = assessment.entries.iter();
    let entries: Vec<Value> = entries.map(|e| entry(e, &because, &question)).collect();
    let regimes = assessment
        .not_covered
        .regimes
        .iter()
        .map(|regime| regime.key());
    let mut answer = json!({
        "rules": assessment.rules,
        "delay_minutes": assessment.delay_minutes,
        "distance": assessment.distance.map(|distance| json!({
            "origin": distance.origin.as_str(),
            "destination": distance.destination.as_str(),
            "km": (distance.km * 10.0).round() / 10.0,
        })),
        "assessments": entries,
        "recommended": assessment.recommended.map(Regime::key),
        "not_covered": regimes.collect::<Vec<_>>(),
    });
    if assessment.entries.is_empty() {
        let failed = assessment.out_of_scope.iter().map(|(regime, failed)| {
            let mut value = step(failed, &because);
            value["regime"] = json!(regime.key());
            value
        });
        answer["out_of_scope"] = failed.collect();
    }
    answer
}

fn entry(
    entry: &Entry,
    because: impl Fn(&Step) -> String,
    question: impl Fn(&MissingFact) -> String,
) -> Value {
    let rights = entry.other_rights.iter();
    let missing = entry.missing_facts.iter();
    json!({
        "regime": entry.regime.key(),
        "outcome": entry.outcome.key(),
        "compensation": entry.compensation.as_ref().map(compensation),
        "claim_from": entry.claim_from.as_str(),
        "deadline": entry.deadline.map(|deadline| json!({
            "last_day": deadline.last_day.to_string(),
            "forum": deadline.forum.as_str(),
            "certain": deadline.certain,
        })),
        "other_rights": rights
            .map(|other| json!({"right": other.right.key(), "basis": other.basis}))
            .collect::<Vec<_>>(),
        "missing_facts": missing
            .map(|fact| json!({"fact": fact.key(), "question": question(fact)}))
            .collect::<Vec<_>>(),
        "steps": entry.steps.iter().map(|s| step(s, &because)).collect::<Vec<_>>(),
    })
}

fn compensation(sum: &Compensation) -> Value {
    json!({
        "amount": sum.amount.decimal(),
        "currency": sum.amount.currency.as_str(),
        "reduced": sum.reduced,
    })
}

fn step(step: &Step, because: impl Fn(&Step) -> String) -> Value {
    json!({"rule": step.rule.source(), "met": step.met, "because": because(step)})
}
