//! What must hold for the recourse of every claim.

use jiff::civil::Date;
use recourse::answer::{Depends, ForumAnswer, Part};
use recourse::{Answer, Facts, Status, Step};

use crate::day;

/// What is wrong with an answer; nothing, if nothing is.
#[must_use]
pub fn answer_faults(facts: &Facts, answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let in_time = |forum: &&ForumAnswer| forum.status != Status::Late;
    let own = |forum: &&ForumAnswer| in_time(forum) && !forum.other_law;
    let first = answer.forums.iter().find(own);
    must(
        first == answer.recommended.as_ref(),
        "the best forum of the sum's law is recommended",
    );
    let late = answer.forums.iter().skip_while(in_time);
    must(
        late.clone().all(|forum| forum.status == Status::Late),
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
    check_step(facts, answer, &mut must);
    faults
}

fn check_step(facts: &Facts, answer: &Answer, must: &mut impl FnMut(bool, &str)) {
    let step = &answer.next_step;
    must(
        step.from.zip(step.by).is_none_or(|(from, by)| from <= by),
        "a step begins before it ends",
    );
    let today = facts.today();
    must(
        step.by.is_none_or(|by| today <= by),
        "no step ends before today",
    );
    let best = answer.recommended.as_ref();
    let limit = best.and_then(|best| best.deadline.safe_last_day);
    let elsewhere = answer.places.iter().filter_map(|place| place.safe_last_day);
    // A person finds the courts that the list does not have.
    let most = match step.step {
        Step::AskPerson => limit.into_iter().chain(elsewhere).max(),
        _ => limit,
    };
    must(
        most.zip(step.by).is_none_or(|(safe, by)| by <= safe),
        "no step lies after the last safe day",
    );
    check_places(facts, answer, must);
    must(
        step.step != Step::WriteToAirline || facts.asked_by().is_none(),
        "nobody asks an airline twice",
    );
    let waits = [Step::WaitForAirline, Step::AskBody].contains(&step.step);
    must(
        !waits || facts.asked_by().is_some(),
        "nothing waits for an airline that was not asked",
    );
    must(
        !facts.in_court || step.step == Step::AwaitAnswer,
        "who is in court waits for the answer there",
    );
    let over = best.and_then(|best| best.deadline.airline_time_over);
    let early = over.filter(|over| *over > today);
    let safe = answer.forums.iter();
    let safe = safe.filter_map(|forum| forum.deadline.safe_last_day);
    let earliest = safe.chain(step.by).min();
    must(
        step.step != Step::GoToCourt
            || early.is_none_or(|over| earliest.is_some_and(|safe| safe < over)),
        "nobody is sent to a court before the airline's time is over",
    );
    must(
        !step.refusal_ends_wait
            || (step.step == Step::WaitForAirline && facts.days.refused_on.is_none()),
        "only a wait is ended, by a refusal that has not come",
    );
    let compulsory = best.and_then(|best| best.body.as_ref());
    let compulsory = compulsory.filter(|body| body.compulsory && !facts.body_has_ended());
    let asked = facts.days.body_asked_on.filter(|asked| *asked <= today);
    let answers = compulsory
        .and_then(|body| body.decides_in_days)
        .zip(asked)
        .map(|(days, asked)| day::shifted(asked, i64::from(days)));
    must(
        step.step != Step::GoToCourt || answers.is_none_or(|last| last < today),
        "nobody is sent to a court while a body that it waits for has its time",
    );
    let filed = facts.filing_day();
    let legal = best.and_then(|best| best.deadline.limitation_last_day);
    must(
        step.step != Step::GoToCourt || legal.is_none_or(|last| filed <= last),
        "nobody is sent to a court after the legal day",
    );
}

fn check_places(facts: &Facts, answer: &Answer, must: &mut impl FnMut(bool, &str)) {
    let step = &answer.next_step;
    let filed = facts.filing_day();
    let is_over = |last: Option<Date>| last.is_some_and(|last| filed > last);
    for place in &answer.places {
        must(
            step.step != Step::TooLate || is_over(place.longest_last_day),
            "too late is what has passed in every state",
        );
        let day = place.safe_last_day.filter(|day| facts.today() <= *day);
        let open = place.limitation_last_day.is_some_and(|last| filed <= last);
        let waits = step.step != Step::AwaitAnswer;
        let counts = facts.claimant_home.is_none() && open && waits;
        must(
            !counts || step.by.zip(day).is_none_or(|(by, day)| by <= day),
            "without a known home the earliest day of all states counts",
        );
    }
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
    let filed = facts.filing_day();
    let passed = |last: Option<Date>| last.is_some_and(|last| filed > last);
    let to_airline = forum.deadline.claim_to_airline_last_day;
    let sent = facts.asked_by().unwrap_or(facts.today());
    let sent_late = to_airline.is_some_and(|last| sent > last);
    must(
        forum.status != Status::Late || passed(limit) || sent_late,
        "late is what comes after the limitation",
    );
    must(
        forum.status != Status::Open || !passed(limit),
        "what comes after the limitation is not open",
    );
    let longest = forum.deadline.longest_last_day;
    must(
        longest.is_none() || !passed(longest) || forum.status == Status::Late,
        "what comes after the longest reading is late",
    );
    must(
        limit
            .zip(longest)
            .is_none_or(|(limit, longest)| limit < longest),
        "the longest reading ends later",
    );
    must(
        forum.status != Status::Open || !forum.depends.iter().any(Depends::holds_up),
        "nothing is missing for what is open",
    );
    let explained = |part: Part| forum.depends.iter().any(|missing| missing.part == part);
    must(
        forum.fee.amount.is_some() || explained(Part::Fee),
        "a fee that is not known names what is missing",
    );
    let interest = &forum.interest;
    must(
        interest.rule.is_none() || interest.amount.is_some() || explained(Part::Interest),
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
        let today = facts.today();
        let opens = body.open_from.unwrap_or(today).max(today);
        let outlasts = body.safe_until.is_some_and(|until| until < opens);
        let is_over = body.open_until.is_some_and(|until| until < opens);
        must(body.warning.is_none() || outlasts, "a warning has its day");
        must(
            !outlasts || is_over || body.warning.is_some(),
            "a body whose time would outlast the claim says so",
        );
        let gone = body.open_until.is_some_and(|until| until < today);
        must(
            gone == body.closed_since.is_some(),
            "a body that can no longer be asked says since when",
        );
    }
}
