//! What to do now, and by when.

use jiff::civil::Date;

use crate::answer::{ForumAnswer, NextStep};
use crate::facts::Facts;

/// A step without a day.
fn plain(step: &'static str) -> NextStep {
    NextStep {
        step,
        forum: None,
        body: None,
        name: None,
        from: None,
        by: None,
    }
}

/// The next step towards the best forum. A body whose answer would come after
/// the last safe day is no step; a court is, at once.
#[must_use]
pub fn of(facts: &Facts, best: Option<&ForumAnswer>, any: bool) -> NextStep {
    let Some(best) = best else {
        return plain(if any { "too_late" } else { "ask_person" });
    };
    let today = facts.today();
    let safe = best.deadline.safe_last_day;
    let step = NextStep {
        forum: Some(best.forum),
        by: safe,
        ..plain("go_to_court")
    };
    if facts.in_court || facts.days.served_on.is_some() {
        return NextStep {
            by: None,
            ..NextStep {
                step: "await_answer",
                ..step
            }
        };
    }
    if facts.days.claim_sent.is_none() {
        let by = best.deadline.claim_to_airline_last_day.or(safe);
        return NextStep {
            step: "write_to_airline",
            from: Some(today),
            by,
            ..step
        };
    }
    let Some(body) = best.body.as_ref() else {
        return to_court(best, today, step);
    };
    let is_over = body.open_until.is_some_and(|last| last < today);
    let is_of_use = body.compulsory || (body.kind != "neb" || body.binding != "no");
    let opens = body.open_from.unwrap_or(today);
    if body.warning.is_some() && !body.compulsory {
        return to_court(best, today, step);
    }
    if today < opens {
        return NextStep {
            step: "wait_for_airline",
            name: Some(body.name.to_owned()),
            body: Some(body.id),
            from: Some(opens),
            by: body.safe_until.or(safe),
            ..step
        };
    }
    if is_over || !is_of_use || facts.body_asked {
        return to_court(best, today, step);
    }
    NextStep {
        step: "ask_body",
        name: Some(body.name.to_owned()),
        body: Some(body.id),
        from: Some(opens.max(today)),
        by: body.safe_until.or(body.open_until),
        ..step
    }
}

/// The court now; a regulator has none.
fn to_court(best: &ForumAnswer, today: Date, step: NextStep) -> NextStep {
    if best.kind != "court" {
        return NextStep {
            step: "ask_person",
            ..step
        };
    }
    NextStep {
        name: best.court.clone().or_else(|| Some(best.title.to_owned())),
        from: Some(today),
        ..step
    }
}
