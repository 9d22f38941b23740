//! Limitation, the last safe day, and the days a forum sets. Nothing here waits:
//! no body, letter or negotiation moves the last day.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rights::{Confidence, Forum, LimitationStart, ReferenceData};

use crate::answer::Deadline;
use crate::calendar::{Calendar, later};
use crate::claim::Claim;
use crate::court::CourtChoice;
use crate::forum::ForumId;
use crate::table::{ForumRow, Unit, clock, forum};
use rights::Coded;

/// The limitation of a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The last legal day.
    pub last_day: Date,
    /// The last day on which the court surely takes the claim.
    pub safe_day: Date,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The limitation of a court, which is that of its state (C-139/11): the
/// shortest period the sources give.
#[must_use]
pub fn limit(flight: Date, court: &CourtChoice, data: &impl ReferenceData) -> Option<Limit> {
    let rule = data.limitation(court.forum)?;
    let start = match rule.start {
        LimitationStart::FlightDate => flight,
        LimitationStart::YearEnd => date(flight.year(), 12, 31),
    };
    let months = i64::from(rule.shortest_months?);
    let last_day = start.checked_add(months.months()).ok()?;
    Some(Limit {
        last_day,
        safe_day: court.calendar().last_surely_open(last_day),
        confidence: confidence_of(court.forum).unwrap_or(match rule.sure {
            true => Confidence::Probable,
            false => Confidence::Unconfirmed,
        }),
    })
}

/// How sure the limitation of a forum is, where the table of forums says so.
fn confidence_of(of: Forum) -> Option<Confidence> {
    let rows = ForumId::WORDS.iter().filter_map(|id| forum(*id));
    rows.filter(|row| row.limitation == Some(of))
        .find_map(|row| row.limitation_confidence)
}

/// The days of a forum.
#[must_use]
pub fn of(
    claim: &Claim<'_>,
    row: &ForumRow,
    court: Option<&CourtChoice>,
    limit: Option<Limit>,
) -> Deadline {
    let days = &claim.facts.days;
    let calendar = court.map(CourtChoice::calendar);
    let day_after = |from: Option<Date>, name: &str| due(from, name, calendar).map(|(day, _)| day);
    let mut deadline = Deadline {
        limitation_last_day: limit.map(|limit| limit.last_day),
        safe_last_day: limit.map(|limit| limit.safe_day),
        suspended_by: court.map(suspended_by).unwrap_or_default(),
        ..Deadline::default()
    };
    match row.id {
        ForumId::UkEwOcmc => {
            deadline.answer_due = due(days.filed_on, "uk_response", calendar).map(|(_, text)| text);
        }
        ForumId::AtBg => {
            deadline.answer_due =
                due(days.served_on, "at_objection", calendar).map(|(_, text)| text);
        }
        ForumId::IeScp => {
            deadline.answer_due =
                due(days.served_on, "ie_respondent", calendar).map(|(_, text)| text);
        }
        ForumId::EuEscp => deadline.form_c_due = day_after(days.served_on, "escp_answer"),
        ForumId::CaCta => {
            // APPR s19(3): one year from the flight.
            deadline.claim_to_airline_last_day =
                Some(later(claim.facts.flight_day, 12, Unit::Month));
        }
        ForumId::UsDot => {
            let calendar = Some(Calendar::UnitedStates);
            deadline.acknowledge_due =
                due(days.claim_sent, "airline_ack_us", calendar).map(|(day, _)| day);
            deadline.answer_due =
                due(days.claim_sent, "airline_answer_us", calendar).map(|(_, text)| text);
        }
        _ => {}
    }
    deadline
}

/// The end of a period as a day, and as it is written: with its hour where the
/// day ends before midnight.
fn due(from: Option<Date>, name: &str, calendar: Option<Calendar>) -> Option<(Date, String)> {
    let row = clock(name)?;
    let end = calendar?.due(from?.at(0, 0, 0, 0), row);
    let text = match row.cut_off {
        Some(_) => end.strftime("%Y-%m-%dT%H:%M").to_string(),
        None => end.date().to_string(),
    };
    Some((end.date(), text))
}

/// What would stop the limitation in a state. It is told, never counted on.
fn suspended_by(court: &CourtChoice) -> Vec<&'static str> {
    match court.forum.as_str() {
        "DE" => vec!["conciliation request", "claim"],
        "FR" => vec!["mediation, then at least six months (CC 2238)"],
        _ => vec!["claim"],
    }
}
