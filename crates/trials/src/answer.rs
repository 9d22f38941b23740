//! What must hold for the recourse of every claim.

use jiff::civil::Date;
use recourse::answer::ForumAnswer;
use recourse::{Answer, Facts};

/// What is wrong with an answer; nothing, if nothing is.
#[must_use]
pub fn answer_faults(facts: &Facts, answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let in_time = |forum: &&ForumAnswer| forum.status != "late";
    let first = answer.forums.iter().find(in_time);
    must(
        first == answer.recommended.as_ref(),
        "the best forum is recommended",
    );
    let late = answer.forums.iter().skip_while(in_time);
    must(
        late.clone().all(|forum| forum.status == "late"),
        "what is late comes last",
    );
    for forum in &answer.forums {
        let closed = answer
            .closed
            .iter()
            .any(|closed| closed.forum == forum.forum);
        must(!closed, "a forum is open or closed");
        let own = forum.alternatives.contains(&forum.forum);
        must(!own, "a forum is no alternative of itself");
        check_forum(facts, forum, &mut must);
    }
    let recommended = answer.recommended.as_ref();
    let safe = recommended.and_then(|forum| forum.deadline.safe_last_day);
    let waits = answer
        .next_step
        .by
        .filter(|_| answer.next_step.forum.is_some());
    let claims_first = answer.next_step.step == "write_to_airline";
    must(
        claims_first || safe.zip(waits).is_none_or(|(safe, by)| by <= safe),
        "no step lies after the last safe day",
    );
    faults
}

fn check_forum(facts: &Facts, forum: &ForumAnswer, must: &mut impl FnMut(bool, &str)) {
    let limit = forum.deadline.limitation_last_day;
    let safe = forum.deadline.safe_last_day;
    must(
        limit.is_some() == safe.is_some(),
        "a last day has a safe day",
    );
    must(
        limit.zip(safe).is_none_or(|(limit, safe)| safe <= limit),
        "the safe day is not after the legal one",
    );
    let today = facts.days.filed_on.unwrap_or(facts.today());
    let passed = |limit: Date| today > limit;
    must(
        forum.status != "late" || limit.is_some_and(passed),
        "late is what comes after the limitation",
    );
    must(
        forum.status == "late" || !limit.is_some_and(passed),
        "what comes after the limitation is late",
    );
    let explained = |part: &str| forum.depends.iter().any(|missing| missing.part == part);
    must(
        forum.fee.amount.is_some() || explained("fee"),
        "a fee that is not known names what is missing",
    );
    let interest = &forum.interest;
    must(
        interest.rule.is_none() || interest.amount.is_some() || explained("interest"),
        "interest that is not known names what is missing",
    );
    let days = interest.start.zip(interest.last_day);
    must(
        days.is_none_or(|(start, last)| start <= last),
        "interest runs forward",
    );
    let negative = |amount: &Option<String>| {
        amount
            .as_ref()
            .is_some_and(|amount| amount.starts_with('-'))
    };
    must(!negative(&interest.amount), "interest is not negative");
    must(!negative(&forum.fee.amount), "a fee is not negative");
    let order = ["L", "M", "H"];
    let place = |letter: &str| order.iter().position(|other| *other == letter);
    let parts = &forum.confidence;
    let all = [
        parts.body,
        parts.court,
        parts.fee,
        parts.interest,
        parts.deadline,
    ];
    must(
        all.iter().all(|part| place(part).is_some()),
        "every part has a letter",
    );
    let weakest = all.iter().filter_map(|part| place(part)).min();
    must(
        place(parts.weakest) == weakest,
        "the weakest part is the weakest",
    );
    must(
        forum
            .documents_missing
            .iter()
            .all(|key| forum.documents.contains(key)),
        "what is missing is wanted",
    );
    if let Some(body) = &forum.body {
        let ends = body.safe_until.zip(safe);
        must(
            ends.is_none_or(|(until, safe)| until <= safe),
            "no body is safe beyond the court's safe day",
        );
        let opens = body.open_from.unwrap_or(today).max(today);
        let outlasts = body.safe_until.is_some_and(|until| until < opens);
        must(
            outlasts == body.warning.is_some(),
            "a body whose time would outlast the claim says so",
        );
    }
}
