//! What to do now, and by when.

use jiff::civil::Date;

use crate::answer::{Body, ForumAnswer, NextStep};
use crate::facts::Facts;
use crate::outlook::Outlook;
use crate::table::{Binding, BodyKind};
use crate::words::{ForumKind, Part, Step};

/// A step without a day.
fn plain(step: Step) -> NextStep {
    NextStep {
        step,
        forum: None,
        body: None,
        name: None,
        from: None,
        by: None,
    }
}

/// The next step towards the best forum. A body whose answer would come after the last
/// safe day is no step; a court is, at once.
#[must_use]
pub fn of(facts: &Facts, best: Option<&ForumAnswer>, outlook: &Outlook) -> NextStep {
    if facts.in_court {
        return plain(Step::AwaitAnswer);
    }
    let Some(best) = best else {
        return without_forum(facts, outlook);
    };
    let way = Way {
        best,
        today: facts.today(),
        safe: outlook.safe.filter(|safe| facts.today() <= *safe),
        home_unlisted: outlook.home_unlisted,
    };
    if facts.is_filed() {
        return way.step(Step::AwaitAnswer);
    }
    if is_arguable(facts, best) {
        return NextStep {
            by: outlook.by_person,
            ..way.step(Step::AskPerson)
        };
    }
    if facts.days.claim_sent.is_none() {
        return way.to_airline(outlook.safe);
    }
    match best.body.as_ref() {
        Some(body) if !facts.body_asked => way.to_body(body),
        _ => way.to_court(),
    }
}

/// No forum in the list hears the claim in time. It is too late only where the longest
/// period has passed in every state whose courts may hear it; else the airline is asked,
/// or a person, who has until the earliest day of those states.
fn without_forum(facts: &Facts, outlook: &Outlook) -> NextStep {
    if outlook.has_places && !outlook.is_alive {
        return plain(Step::TooLate);
    }
    if facts.is_filed() {
        return plain(Step::AwaitAnswer);
    }
    let passed = outlook.safe.is_some() && outlook.by_person.is_none();
    // Who was refused has asked.
    let unasked = facts.received().or(facts.days.refused_on).is_none();
    if unasked && outlook.has_places && outlook.all_in_time && !passed {
        return NextStep {
            from: Some(facts.today()),
            by: outlook.by_person,
            ..plain(Step::WriteToAirline)
        };
    }
    NextStep {
        by: outlook.by_person,
        ..plain(Step::AskPerson)
    }
}

/// Only a person can say whether the claim still lives.
fn is_arguable(facts: &Facts, best: &ForumAnswer) -> bool {
    let sent = facts.days.claim_sent.unwrap_or(facts.today());
    let deadline = &best.deadline;
    let passed = |last: Option<Date>, day: Date| last.is_some_and(|last| day > last);
    passed(deadline.limitation_last_day, facts.filing_day())
        || passed(deadline.claim_to_airline_safe_day, sent)
}

/// The way to the best forum.
struct Way<'a> {
    best: &'a ForumAnswer,
    today: Date,
    /// The last safe day, unless it has passed.
    safe: Option<Date>,
    /// The courts at home may hear the claim, and nothing is known of them here.
    home_unlisted: bool,
}

impl Way<'_> {
    /// A step towards the forum, without a day.
    fn step(&self, step: Step) -> NextStep {
        NextStep {
            forum: Some(self.best.forum),
            ..plain(step)
        }
    }

    /// A person, who has until the last safe day.
    fn to_person(&self) -> NextStep {
        NextStep {
            by: self.safe,
            ..self.step(Step::AskPerson)
        }
    }

    /// The airline is asked first, while there is time for it.
    fn to_airline(&self, safe: Option<Date>) -> NextStep {
        let to_airline = self.best.deadline.claim_to_airline_safe_day;
        let by = [to_airline, safe].into_iter().flatten().min();
        if by.is_some_and(|by| by < self.today) {
            return self.step(Step::AskPerson);
        }
        NextStep {
            from: Some(self.today),
            by,
            ..self.step(Step::WriteToAirline)
        }
    }

    /// The body, once it is open and as long as its answer comes in time.
    fn to_body(&self, body: &Body) -> NextStep {
        let opens = match body.open_at_once {
            true => self.today,
            false => body.open_from.unwrap_or(self.today).max(self.today),
        };
        let is_over = body.open_until.is_some_and(|last| last < opens);
        if body.compulsory && (is_over || body.warning.is_some()) {
            return self.to_person();
        }
        let supervises = body.kind == BodyKind::Enforcement && body.binding == Binding::No;
        let too_late = self.safe.is_some_and(|safe| safe < opens);
        let at_once = supervises && opens == self.today;
        if is_over || too_late || body.warning.is_some() || at_once {
            return self.to_court();
        }
        if supervises {
            return self.wait_for_court(opens);
        }
        let step = match opens > self.today {
            true => Step::WaitForAirline,
            false => Step::AskBody,
        };
        NextStep {
            name: Some(body.name.to_owned()),
            body: Some(body.id),
            from: Some(opens),
            by: [body.safe_until.or(body.open_until), self.safe]
                .into_iter()
                .flatten()
                .min(),
            ..self.step(step)
        }
    }

    /// The airline has its time; then the court, as the body awards nothing.
    fn wait_for_court(&self, opens: Date) -> NextStep {
        NextStep {
            name: self.court_name(),
            from: Some(opens),
            by: self.safe,
            ..self.step(Step::WaitForAirline)
        }
    }

    /// The court now. A regulator has none, and whether a court is open at all may
    /// go by where the sides are at home.
    fn to_court(&self) -> NextStep {
        let open_by_home = |fact: &str| ["claimant_home", "carrier_licence"].contains(&fact);
        let missing = self.best.depends.iter();
        let unsure = missing
            .filter(|missing| missing.part == Part::Forum)
            .any(|missing| missing.fact.is_some_and(open_by_home));
        if self.best.kind != ForumKind::Court || unsure || self.home_unlisted {
            return self.to_person();
        }
        NextStep {
            name: self.court_name(),
            from: Some(self.today),
            by: self.safe,
            ..self.step(Step::GoToCourt)
        }
    }

    fn court_name(&self) -> Option<String> {
        let own = self.best.court.clone();
        own.or_else(|| Some(self.best.title.to_owned()))
    }
}
