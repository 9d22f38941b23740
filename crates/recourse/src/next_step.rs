//! What to do now, and by when.

use jiff::civil::Date;
use rights::Coded;

use crate::answer::{Body, Court, ForumAnswer, NextStep};
use crate::body::days_needed;
use crate::calendar::later;
use crate::facts::Facts;
use crate::forum::BodyId;
use crate::outlook::Outlook;
use crate::table::{self, Binding, BodyKind, Unit};
use crate::words::{ForumKind, Part, Step};

/// A step without a day.
fn plain(step: Step) -> NextStep {
    NextStep {
        step,
        forum: None,
        body: None,
        name: None,
        courts: Vec::new(),
        refusal_ends_wait: false,
        from: None,
        by: None,
    }
}

/// The next step towards the best forum. A body whose answer would come after the last
/// safe day of that forum is no step, and neither is one that opens after the last safe
/// day that counts; the court is, or a person where it waits for that body.
#[must_use]
pub fn of(facts: &Facts, best: Option<&ForumAnswer>, outlook: &Outlook) -> NextStep {
    if facts.in_court {
        return plain(Step::AwaitAnswer);
    }
    let Some(best) = best else {
        return without_forum(facts, outlook);
    };
    let over = best.deadline.airline_time_over;
    let way = Way {
        facts,
        best,
        today: facts.today(),
        safe: outlook.safe.filter(|safe| facts.today() <= *safe),
        home_unlisted: outlook.home_unlisted,
        airline_time_over: over.map(|over| bounded(over, outlook.safe)),
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
    if facts.asked_by().is_none() {
        return way.to_airline(outlook.safe);
    }
    match best.body.as_ref() {
        Some(body) if facts.has_asked_body() => way.after_body(body),
        Some(body) => way.to_body(body),
        None => way.to_court(),
    }
}

/// Weeks before the last safe day in which a court is gone to, although the airline has
/// a time that would end later: the claim has to be written.
const WEEKS_TO_FILE: i32 = 4;

/// The first day after the airline's time, or where the last safe day comes before it, a
/// day in good time for that.
fn bounded(over: Date, safe: Option<Date>) -> Date {
    match safe {
        Some(safe) if safe < over => later(safe, -WEEKS_TO_FILE, Unit::Week),
        _ => over,
    }
}

/// It supervises the airline and gives no passenger an answer to wait for.
fn supervises(body: &Body) -> bool {
    body.kind == BodyKind::Enforcement && body.binding == Binding::No
}

/// The first day after the time that a body has for its answer.
fn time_of(body: &Body, asked: Date) -> Option<Date> {
    let row = table::body(BodyId::from_code(body.id)?)?;
    later(asked, days_needed(row), Unit::Day).tomorrow().ok()
}

/// No forum in the list hears the claim in time. It is too late only where the longest
/// period has passed in every state whose courts may hear it; else the airline is asked,
/// or a person, who has until the next day of those states.
fn without_forum(facts: &Facts, outlook: &Outlook) -> NextStep {
    if outlook.has_places && !outlook.is_alive {
        return plain(Step::TooLate);
    }
    if facts.is_filed() {
        return plain(Step::AwaitAnswer);
    }
    let passed = outlook.safe.is_some() && outlook.by_person.is_none();
    if facts.asked_by().is_none() && outlook.has_places && outlook.all_in_time && !passed {
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
    let sent = facts.asked_by().unwrap_or(facts.today());
    let deadline = &best.deadline;
    let passed = |last: Option<Date>, day: Date| last.is_some_and(|last| day > last);
    passed(deadline.limitation_last_day, facts.filing_day())
        || passed(deadline.claim_to_airline_safe_day, sent)
}

/// The way to the best forum.
struct Way<'a> {
    facts: &'a Facts,
    best: &'a ForumAnswer,
    today: Date,
    /// The last safe day, unless it has passed.
    safe: Option<Date>,
    /// The first day after the airline's time, and in time for the last safe day.
    airline_time_over: Option<Date>,
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
        let too_late = self.safe.is_some_and(|safe| safe < opens);
        if is_over || too_late || body.warning.is_some() || supervises(body) {
            return self.without(body);
        }
        let waits = opens > self.today;
        let step = match waits {
            true => Step::WaitForAirline,
            false => Step::AskBody,
        };
        NextStep {
            name: Some(body.name.to_owned()),
            body: Some(body.id),
            refusal_ends_wait: waits && self.would_end_by_refusal(body),
            from: Some(opens),
            by: [body.safe_until.or(body.open_until), self.safe]
                .into_iter()
                .flatten()
                .min(),
            ..self.step(step)
        }
    }

    /// The airline did not refuse yet, and the body would open if it did.
    fn would_end_by_refusal(&self, body: &Body) -> bool {
        let row = BodyId::from_code(body.id).and_then(table::body);
        self.facts.days.refused_on.is_none() && row.is_some_and(|row| row.refusal_ends_wait)
    }

    /// The body was asked: its answer first, as long as its time runs and it comes
    /// before the last safe day; then the court. Where the answer binds the airline, what
    /// it says decides, which is not known.
    fn after_body(&self, body: &Body) -> NextStep {
        let binds = body.binding == Binding::Yes;
        if self.facts.body_has_ended() {
            return match binds {
                true => self.to_person(),
                false => self.to_court(),
            };
        }
        if body.kind == BodyKind::Regulator {
            return match binds {
                true => self.step(Step::AwaitAnswer),
                false => self.to_person(),
            };
        }
        let asked = self.facts.days.body_asked_on;
        if supervises(body) || (asked.is_none() && body.compulsory) {
            return self.without(body);
        }
        // Without the day it was asked on the first day on which it could be.
        let Some(over) = asked.or(body.open_from).and_then(|day| time_of(body, day)) else {
            return self.to_court();
        };
        if over <= self.today {
            return self.to_court();
        }
        if self.safe.is_some_and(|safe| safe < over) {
            return self.without(body);
        }
        NextStep {
            name: Some(body.name.to_owned()),
            body: Some(body.id),
            from: Some(over),
            by: self.safe,
            ..self.step(Step::AwaitAnswer)
        }
    }

    /// The step where a body is none: the court, or a person where no court hears who has
    /// not asked that body.
    fn without(&self, body: &Body) -> NextStep {
        match body.compulsory {
            true => self.to_person(),
            false => self.to_court(),
        }
    }

    /// The court, once the airline's time is over, or before it in time for the last safe
    /// day. A regulator has none, and whether a court is open at all may go by
    /// where the sides are at home.
    fn to_court(&self) -> NextStep {
        let open_by_home = |fact: &str| ["claimant_home", "carrier_licence"].contains(&fact);
        let missing = self.best.depends.iter();
        let unsure = missing
            .filter(|missing| missing.part == Part::Forum)
            .any(|missing| missing.fact.is_some_and(open_by_home));
        if self.best.kind != ForumKind::Court || unsure || self.home_unlisted {
            return self.to_person();
        }
        let opens = self.airline_time_over.filter(|over| *over > self.today);
        let step = match opens {
            Some(_) => Step::WaitForAirline,
            None => Step::GoToCourt,
        };
        NextStep {
            name: self.court_name(),
            courts: self.living_courts(),
            refusal_ends_wait: opens.is_some() && self.facts.days.refused_on.is_none(),
            from: Some(opens.unwrap_or(self.today)),
            by: self.safe,
            ..self.step(step)
        }
    }

    /// The courts that may be chosen and whose limitation has not passed.
    fn living_courts(&self) -> Vec<Court> {
        let filed = self.facts.filing_day();
        let lives = |court: &&Court| court.limitation_last_day.is_none_or(|last| filed <= last);
        self.best.courts.iter().filter(lives).cloned().collect()
    }

    fn court_name(&self) -> Option<String> {
        let own = self.best.court.clone();
        own.or_else(|| Some(self.best.title.to_owned()))
    }
}
