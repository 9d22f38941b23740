use jiff::civil::{Date, DateTime};

use super::{
    Answers, FaultKind, Faults, Field, Moment, Part,
    moment::{is_near_flight, parse_moment},
    what_went_wrong::choose,
};

/// How the trip ended; times are local at the last airport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// The booked flights got there, and the door opened at this time.
    At(DateTime),
    /// The airline got the passenger there another way, at this time.
    Rerouted(DateTime),
    /// The passenger got there alone, at this time.
    OwnWay(DateTime),
    /// The passenger took the fare back instead of flying.
    MoneyBack,
    /// The passenger gave the trip up.
    GaveUp,
}

impl Arrival {
    /// When the passenger got there, if at all.
    pub fn time(self) -> Option<DateTime> {
        match self {
            Arrival::At(at) | Arrival::Rerouted(at) | Arrival::OwnWay(at) => Some(at),
            Arrival::MoneyBack | Arrival::GaveUp => None,
        }
    }

    /// The choice of the page this comes from; none for the booked flights.
    pub fn instead(self) -> Option<Instead> {
        match self {
            Arrival::At(_) => None,
            Arrival::Rerouted(_) => Some(Instead::Rerouted),
            Arrival::OwnWay(_) => Some(Instead::OwnWay),
            Arrival::MoneyBack => Some(Instead::MoneyBack),
            Arrival::GaveUp => Some(Instead::GaveUp),
        }
    }
}

/// What happened to somebody whom the booked flights did not take there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// The fare came back.
    MoneyBack,
    /// The trip was given up.
    GaveUp,
    /// The airline found another way.
    Rerouted,
    /// The passenger found another way.
    OwnWay,
}

impl Instead {
    /// Every choice, in the order of the page.
    pub const ALL: [Instead; 4] = [
        Instead::MoneyBack,
        Instead::GaveUp,
        Instead::Rerouted,
        Instead::OwnWay,
    ];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            Instead::MoneyBack => "money-back",
            Instead::GaveUp => "gave-up",
            Instead::Rerouted => "rerouted",
            Instead::OwnWay => "own-way",
        }
    }
}

/// Reads how the trip ended, which began on the day of the flight as far as
/// that is known. The time is only read where there is one.
///
/// # Errors
/// What happened instead is not told, or the time cannot be read, is still to
/// come or far from the flight.
pub(super) fn parse_arrival(
    answers: &Answers,
    flight: Option<Date>,
    today: Date,
) -> Result<Arrival, Faults> {
    let mut faults = Faults::default();
    let time = |faults: &mut Faults| time(answers, flight, today, faults);
    let arrival = if answers.get(Field::NeverArrived) == "yes" {
        let choice = choose(answers, Field::Instead, Instead::ALL, Instead::value);
        match faults.keep(Field::Instead, choice) {
            None => None,
            Some(Instead::MoneyBack) => Some(Arrival::MoneyBack),
            Some(Instead::GaveUp) => Some(Arrival::GaveUp),
            Some(Instead::Rerouted) => time(&mut faults).map(Arrival::Rerouted),
            Some(Instead::OwnWay) => time(&mut faults).map(Arrival::OwnWay),
        }
    } else {
        time(&mut faults).map(Arrival::At)
    };
    faults.unless_any(arrival)
}

fn time(
    answers: &Answers,
    flight: Option<Date>,
    today: Date,
    faults: &mut Faults,
) -> Option<DateTime> {
    let at = parse_moment(answers, Moment::ActualArrival, faults)?;
    let day = Field::When(Moment::ActualArrival, Part::Day);
    // Tomorrow is allowed: it may be tomorrow already at that airport.
    let tomorrow = today.tomorrow().unwrap_or(today);
    match flight {
        Some(flight) if !is_near_flight(at.date(), flight) => {
            let early = at.date() < flight;
            let kind = if early {
                FaultKind::BeforeDeparture
            } else {
                FaultKind::FarFromFlight { flight }
            };
            faults.add(day, kind);
        }
        _ if at.date() > tomorrow => faults.add(day, FaultKind::InTheFuture),
        _ => {}
    }
    Some(at)
}
