use jiff::civil::{Date, DateTime};

use super::{Answers, Faults, Field, Moment, Part, parse_date, parse_time};

/// Reads a day and a time of day: local wall time at the airport.
pub(super) fn parse_moment(
    answers: &Answers,
    moment: Moment,
    faults: &mut Faults,
) -> Option<DateTime> {
    let day = parse_date(answers, moment, faults);
    let field = Field::When(moment, Part::Time);
    let time = faults.keep(field, parse_time(answers.get(field)));
    Some(DateTime::from_parts(day?, time?))
}

/// How many days later than the flight an answer may be: a journey with an
/// overnight change, and a long wait for another flight.
const LATEST_DAYS: i64 = 60;

/// Whether a day can belong to a journey that began on `flight`.
///
/// One day earlier is possible: across the date line one can arrive on the
/// day before the departure.
pub(super) fn is_near_flight(day: Date, flight: Date) -> bool {
    (-1..=LATEST_DAYS).contains(&days_between(flight, day))
}

/// Days from one day to another; negative if it lies before.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
