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
    /// The last legal day: the end of the shortest period the sources give.
    pub last_day: Date,
    /// The last day on which the court surely takes the claim.
    pub safe_day: Date,
    /// The end of the longest period, moved on to a day on which the court is open;
    /// `None`: no end is sure. Nobody is told before that the claim is dead.
    pub longest_day: Option<Date>,
    /// The free days of the court are not known: the safe day lies a week earlier.
    pub calendar_unknown: bool,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Whether a claim comes in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It does.
    InTime,
    /// Only by the longest reading of the law, or because the last day was free.
    Arguable,
    /// It does not.
    Late,
}

impl Limit {
    /// How a claim stands that is filed on a day.
    #[must_use]
    pub fn standing(&self, filed: Date) -> Standing {
        let alive = self.longest_day.is_none_or(|last| filed <= last);
        match (filed <= self.last_day, alive) {
            (true, _) => Standing::InTime,
            (false, true) => Standing::Arguable,
            (false, false) => Standing::Late,
        }
    }
}

/// The limitation of a court, which is that of its state (C-139/11). Damages under the
/// Montreal Convention end with its two years (Art 35), wherever the court lies; no
/// letter and no body stops them.
#[must_use]
pub fn limit(
    claim: &Claim<'_>,
    forum: Forum,
    calendar: Calendar,
    data: &impl ReferenceData,
) -> Option<Limit> {
    let flight = claim.facts.flight_day;
    let national = data.limitation(forum).and_then(|rule| {
        let start = match rule.start {
            LimitationStart::FlightDate => flight,
            LimitationStart::YearEnd => date(flight.year(), 12, 31),
        };
        let after = |months: u32| start.checked_add(i64::from(months).months()).ok();
        let sure = match rule.sure {
            true => Confidence::Probable,
            false => Confidence::Unconfirmed,
        };
        Some(Ends {
            shortest: after(rule.shortest_months?)?,
            longest: rule.longest_months.and_then(after),
            confidence: confidence_of(forum).unwrap_or(sure),
        })
    });
    let montreal = || montreal(claim);
    let ends = match (national, claim.is_under_montreal()) {
        (Some(national), true) => montreal().map_or(national, |other| national.or_earlier(other)),
        (None, true) => montreal()?,
        (national, false) => national?,
    };
    // What may be damages is safe only within the two years, as long as they run.
    let doubtful = || {
        let safe = safe_day(montreal()?.shortest, calendar);
        (claim.facts.filing_day() <= safe).then_some(safe)
    };
    let national = safe_day(ends.shortest, calendar);
    let earlier = claim.may_be_under_montreal().then(doubtful).flatten();
    Some(Limit {
        safe_day: earlier.map_or(national, |earlier| earlier.min(national)),
        ..written(ends, calendar)
    })
}

/// The two years before a body that is no court: it gives nobody what no court gives any
/// more.
#[must_use]
pub fn montreal_limit(claim: &Claim<'_>, calendar: Calendar) -> Option<Limit> {
    let ends = montreal(claim).filter(|_| claim.is_under_montreal())?;
    Some(written(ends, calendar))
}

/// The two years of the Convention.
fn montreal(claim: &Claim<'_>) -> Option<Ends> {
    let row = clock("montreal_action")?;
    let end = later(claim.facts.flight_day, row.length, row.unit);
    Some(Ends {
        shortest: end,
        longest: Some(end),
        confidence: row.confidence,
    })
}

/// The last day at or before another one on which a court surely takes the claim.
fn safe_day(last: Date, calendar: Calendar) -> Date {
    calendar.last_surely_open(later(last, -calendar.margin(), Unit::Day))
}

fn written(ends: Ends, calendar: Calendar) -> Limit {
    Limit {
        last_day: ends.shortest,
        safe_day: safe_day(ends.shortest, calendar),
        longest_day: ends.longest.map(|end| calendar.first_surely_open(end)),
        calendar_unknown: calendar == Calendar::Elsewhere,
        confidence: ends.confidence,
    }
}

/// The ends of a period by its shortest and its longest reading.
#[derive(Clone, Copy)]
struct Ends {
    shortest: Date,
    longest: Option<Date>,
    confidence: Confidence,
}

impl Ends {
    /// Whatever ends first.
    fn or_earlier(self, other: Self) -> Self {
        let longest = [self.longest, other.longest].into_iter().flatten().min();
        let earlier = match other.shortest <= self.shortest {
            true => other,
            false => self,
        };
        Self { longest, ..earlier }
    }
}

/// The first anniversary of the flight, before which the airline must have had the claim
/// under the Canadian rules (APPR s19(3)). They set that time for delays and
/// cancellations only; refused boarding is paid at the airport (s20), and of a lower
/// class and of damages they say nothing.
#[must_use]
pub fn claim_to_airline(claim: &Claim<'_>) -> Option<Date> {
    use rights::Disruption::{
        Baggage, BroughtForward, Cancellation, Delay, DeniedBoarding, Diversion, Downgrade,
        MissedConnection,
    };
    let has_a_year = match claim.facts.disruption {
        Delay | Cancellation | MissedConnection | Diversion | BroughtForward => true,
        DeniedBoarding | Downgrade | Baggage => false,
    };
    if !has_a_year || claim.is_under_montreal() {
        return None;
    }
    let row = clock("ca_claim_to_airline")?;
    Some(later(claim.facts.flight_day, row.length, row.unit))
}

/// How a claim stands before a Canadian forum: sent to the airline after the first
/// anniversary, it brings no compensation for the delay or cancellation; the agency has
/// nothing else to say on it, a court may. The text counts to before that day, summaries
/// of it to the day itself.
#[must_use]
pub fn canadian_standing(claim: &Claim<'_>, row: &ForumRow) -> Standing {
    let facts = claim.facts;
    let is_canadian = matches!(row.id, ForumId::CaCta | ForumId::CaOnScc);
    let sent = facts.asked_by().unwrap_or(facts.today());
    match claim_to_airline(claim).filter(|_| is_canadian) {
        Some(last) if sent > last => match row.is_court || facts.claims_more_than_fixed_sum() {
            true => Standing::Arguable,
            false => Standing::Late,
        },
        Some(last) if sent == last => Standing::Arguable,
        _ => Standing::InTime,
    }
}

/// The row of the forum that goes by a limitation.
fn row_of(limitation: Forum) -> Option<&'static ForumRow> {
    let mut rows = ForumId::WORDS.iter().filter_map(|id| forum(*id));
    rows.find(|row| row.limitation == Some(limitation))
}

/// How sure the limitation of a forum is, where the table of forums says so.
fn confidence_of(limitation: Forum) -> Option<Confidence> {
    row_of(limitation)?.limitation_confidence
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
    let calendar = court.map(|court| court.calendar);
    let day_after = |from: Option<Date>, name: &str| due(from, name, calendar).map(|(day, _)| day);
    let mut deadline = Deadline {
        limitation_last_day: limit.map(|limit| limit.last_day),
        longest_last_day: limit.and_then(|limit| {
            let longest = limit.longest_day?;
            (longest > limit.last_day).then_some(longest)
        }),
        safe_last_day: limit.map(|limit| limit.safe_day),
        suspended_by: court
            .map(|court| suspended_by(claim, court))
            .unwrap_or_default(),
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
            let calendar = Some(Calendar::Canada);
            let day = |from, name| due(from, name, calendar).map(|(day, _)| day);
            ask_airline(claim, &mut deadline);
            deadline.answer_due =
                due(days.start_notice, "cta_airline", calendar).map(|(_, text)| text);
            deadline.reply_due = day(days.airline_answered_on, "cta_reply");
            deadline.decision_due = day(days.start_notice, "cta_decision");
        }
        ForumId::CaOnScc => ask_airline(claim, &mut deadline),
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

/// The days for the claim to the airline: the anniversary, and the day before it.
fn ask_airline(claim: &Claim<'_>, deadline: &mut Deadline) {
    let anniversary = claim_to_airline(claim);
    deadline.claim_to_airline_last_day = anniversary;
    deadline.claim_to_airline_safe_day = anniversary.and_then(|day| day.yesterday().ok());
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
fn suspended_by(claim: &Claim<'_>, court: &CourtChoice) -> Vec<&'static str> {
    match row_of(court.forum).filter(|_| !claim.is_under_montreal()) {
        Some(row) => row.suspended_by.iter().map(String::as_str).collect(),
        None => vec!["claim"],
    }
}
