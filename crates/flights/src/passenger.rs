//! What a passenger of a flight would type into the claim form, and the delay
//! that the assessment then states.

use domain::claim_form::{
    AirportDirectory, AirportMatch, Answers, Field, Moment, Part, Statement, Step, StepContext,
};
use jiff::civil::{Date, DateTime, Time, date};
use jiff::{Timestamp, ToSpan};
use reference::Embedded;
use rights::{Airport, Iata, ReferenceData, timeline};

use crate::row::{Row, clock};

/// The form is read after the last of the flights.
const TODAY: Date = date(2024, 6, 30);

/// A flight does not leave more than two hours early, so a clock that shows an
/// earlier hour shows it on the next day.
const EARLIEST: i64 = 2 * 60;

/// The airports by code.
struct Codes;

impl AirportDirectory for Codes {
    fn find(&self, text: &str) -> AirportMatch {
        let known = |code: &Iata| reference::Airports::get(*code).is_some();
        let code = text.parse().ok().filter(known);
        code.map_or(AirportMatch::None, AirportMatch::One)
    }

    fn minutes_between(&self, from: (Iata, DateTime), to: (Iata, DateTime)) -> Option<i64> {
        let moment = |(code, local): (Iata, DateTime)| {
            timeline::instant(local, &Embedded.airport(code, local.date())?)
        };
        Some(timeline::minutes(moment(from)?, moment(to)?))
    }
}

/// A local time, and the moment it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At {
    pub(crate) local: DateTime,
    pub(crate) moment: Timestamp,
}

/// The times of a flight that landed, each with its day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    pub(crate) booked_departure: At,
    pub(crate) booked_arrival: At,
    pub(crate) arrival: At,
}

impl Times {
    /// The table has a day for the booked departure only. Every other time is on
    /// the first day on which the clocks at its airport show that hour after what
    /// came before it; a flight more than 22 hours late is then taken for one of
    /// the day before. `None` for a flight that did not land, or an airport, a
    /// zone or an hour that is none.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let day = row.date()?;
        let airport = |code: &str| Embedded.airport(code.parse().ok()?, day);
        let (from, to) = (airport(&row.origin)?, airport(&row.dest)?);
        let local = DateTime::from_parts(day, clock(row.sched_dep_time)?);
        let booked_departure = At {
            local,
            moment: timeline::instant(local, &from)?,
        };
        let earliest = booked_departure
            .moment
            .checked_sub(EARLIEST.minutes())
            .ok()?;
        let departure = first(clock(row.dep_time?)?, earliest, &from, day)?;
        let booked = clock(row.sched_arr_time)?;
        Some(Self {
            booked_departure,
            booked_arrival: first(booked, booked_departure.moment, &to, day)?,
            arrival: first(clock(row.arr_time?)?, departure.moment, &to, day)?,
        })
    }

    /// The times of a passenger who says that the flight landed a day later.
    pub(crate) fn a_day_later(self, to: &Airport) -> Option<Self> {
        let local = self.arrival.local.checked_add(1.day()).ok()?;
        let moment = timeline::instant(local, to)?;
        let arrival = At { local, moment };
        Some(Self { arrival, ..self })
    }
}

/// The first time that an airport's clocks show an hour at or after a moment, at
/// the earliest on the day before `day`: zones lie less than a day apart.
fn first(hour: Time, from: Timestamp, airport: &Airport, day: Date) -> Option<At> {
    let days = day.yesterday().ok()?.series(1.day()).take(4);
    days.filter_map(|day| {
        let local = DateTime::from_parts(day, hour);
        let moment = timeline::instant(local, airport)?;
        Some(At { local, moment })
    })
    .find(|at| at.moment >= from)
}

/// What stops a flight from being judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The form does not accept this page.
    Form(Step),
    /// The assessment states no delay.
    NoDelay,
}

/// Types a flight into the claim form and gives the minutes of delay that the
/// assessment of it states.
///
/// # Errors
/// A page refuses an answer, or no delay is stated.
pub(crate) fn stated_delay(row: &Row, times: &Times) -> Result<i64, Stopped> {
    let answers = answers(row, times);
    let context = StepContext::new(TODAY, &Codes);
    let statement = Statement::parse(&answers, &context).map_err(Stopped::Form)?;
    let assessment = rights::assess(&statement.to_case(TODAY), &Embedded);
    assessment.delay_minutes.ok_or(Stopped::NoDelay)
}

/// The pages up to the assessment, as they are typed.
fn answers(row: &Row, times: &Times) -> Answers {
    let mut answers = Answers::default();
    answers.set(Field::Disruption, "delay");
    answers.set(Field::Origin, &row.origin);
    answers.set(Field::Destination, &row.dest);
    answers.set(Field::Flight(1), &format!("{} {}", row.carrier, row.flight));
    answers.set(Field::Reason, "none");
    for (moment, local, with_time) in [
        (Moment::Flight, times.booked_departure.local, false),
        (Moment::BookedArrival, times.booked_arrival.local, true),
        (Moment::ActualArrival, times.arrival.local, true),
    ] {
        let mut put = |part, text: String| answers.set(Field::When(moment, part), &text);
        put(Part::Day, local.day().to_string());
        put(Part::Month, local.month().to_string());
        put(Part::Year, local.year().to_string());
        if with_time {
            put(
                Part::Time,
                format!("{}:{:02}", local.hour(), local.minute()),
            );
        }
    }
    answers
}
