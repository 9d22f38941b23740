//! Which days an answer can be about: both sides of every boundary.

use domain::claim_form::{
    AirportDirectory, AirportMatch, Answers, FaultKind, Field, Instead, Moment, Part,
    StatedDisruption, Statement, Step, StepContext, check_step,
};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, date, datetime},
};
use rights::Iata;

use crate::samples::{CANCELLATION, DELAY, TODAY, answers, context};

/// Puts a day into its three boxes.
fn set_day(typed: &mut Answers, moment: Moment, day: Date) {
    for (part, number) in [
        (Part::Day, i32::from(day.day())),
        (Part::Month, i32::from(day.month())),
        (Part::Year, i32::from(day.year())),
    ] {
        typed.set(Field::When(moment, part), &number.to_string());
    }
}

/// What is wrong with a page, as fields and kinds of fault.
fn faults(step: Step, typed: &Answers, context: &StepContext) -> Vec<(Field, FaultKind)> {
    match check_step(step, typed, context) {
        Ok(()) => Vec::new(),
        Err(faults) => {
            let list = faults.list().iter();
            list.map(|fault| (fault.field, fault.kind)).collect()
        }
    }
}

fn after(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

#[test]
fn an_arrival_can_be_of_tomorrow_and_no_later() {
    let day = Field::When(Moment::ActualArrival, Part::Day);
    let future = vec![(day, FaultKind::InTheFuture)];
    for flight in [Some(TODAY), None] {
        for (days, expected) in [(0, vec![]), (1, vec![]), (2, future.clone())] {
            let mut typed = answers(DELAY);
            match flight {
                Some(flight) => set_day(&mut typed, Moment::Flight, flight),
                None => typed.set(Field::When(Moment::Flight, Part::Day), ""),
            }
            set_day(&mut typed, Moment::ActualArrival, after(TODAY, days));
            let found = faults(Step::Arrival, &typed, &context());
            assert_eq!(found, expected, "{flight:?}, {days} days ahead");
        }
    }
}

#[test]
fn an_arrival_belongs_to_the_days_around_its_flight() {
    let flight = date(2026, 1, 2);
    let far = FaultKind::FarFromFlight { flight };
    for (days, kind) in [
        (-2, Some(FaultKind::BeforeDeparture)),
        (-1, None),
        (0, None),
        (60, None),
        (61, Some(far)),
    ] {
        let mut typed = answers(DELAY);
        set_day(&mut typed, Moment::Flight, flight);
        set_day(&mut typed, Moment::ActualArrival, after(flight, days));
        let day = Field::When(Moment::ActualArrival, Part::Day);
        let expected: Vec<_> = kind.map(|kind| (day, kind)).into_iter().collect();
        assert_eq!(
            faults(Step::Arrival, &typed, &context()),
            expected,
            "{days}"
        );
    }
}

#[test]
fn a_flight_that_flew_is_of_tomorrow_at_the_latest_and_a_cancelled_one_of_a_year_ahead() {
    let year = Field::When(Moment::Flight, Part::Year);
    for (story, latest) in [(DELAY, 1), (CANCELLATION, 365)] {
        for (days, expected) in [
            (latest, vec![]),
            (latest + 1, vec![(year, FaultKind::InTheFuture)]),
        ] {
            let mut typed = answers(story);
            set_day(&mut typed, Moment::Flight, after(TODAY, days));
            let found = faults(Step::Flights, &typed, &context());
            assert_eq!(found, expected, "{days} days ahead");
        }
    }
}

#[test]
fn booked_times_belong_to_the_days_around_the_flight() {
    let flight = date(2026, 3, 5);
    let far = FaultKind::FarFromFlight { flight };
    // Of the second of two flights, which may leave on a later day.
    let mut typed = answers(CANCELLATION);
    typed.set(Field::Stop(1), "CDG");
    typed.set(Field::OneBooking, "yes");
    typed.set(Field::DisruptedLeg, "2");
    for (leaves, lands, expected) in [
        (0, 0, vec![]),
        (-1, 0, vec![]),
        (60, 60, vec![]),
        (-2, 0, vec![(Moment::BookedDeparture, far)]),
        (61, 60, vec![(Moment::BookedDeparture, far)]),
        (0, 61, vec![(Moment::BookedArrival, far)]),
        (
            -2,
            -2,
            vec![(Moment::BookedDeparture, far), (Moment::BookedArrival, far)],
        ),
    ] {
        set_day(&mut typed, Moment::BookedDeparture, after(flight, leaves));
        set_day(&mut typed, Moment::BookedArrival, after(flight, lands));
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(moment, kind)| (Field::When(moment, Part::Day), kind))
            .collect();
        let found = faults(Step::Schedule, &typed, &context());
        assert_eq!(found, expected, "{leaves} to {lands}");
    }
}

#[test]
fn another_flight_lies_near_the_cancelled_one_on_either_side() {
    let flight = date(2026, 3, 5);
    let far = FaultKind::FarFromFlight { flight };
    for (days, is_far) in [(-61, true), (-60, false), (60, false), (61, true)] {
        let mut typed = answers(CANCELLATION);
        set_day(
            &mut typed,
            Moment::ReplacementDeparture,
            after(flight, days),
        );
        set_day(&mut typed, Moment::ReplacementArrival, after(flight, days));
        let expected = match is_far {
            true => [Moment::ReplacementDeparture, Moment::ReplacementArrival]
                .map(|moment| (Field::When(moment, Part::Day), far))
                .to_vec(),
            false => vec![],
        };
        let found = faults(Step::Replacement, &typed, &context());
        assert_eq!(found, expected, "{days}");
    }
}

/// Airports whose zones are known: the first is two hours behind the second.
struct Zones;

impl AirportDirectory for Zones {
    fn find(&self, text: &str) -> AirportMatch {
        text.parse().map_or(AirportMatch::None, AirportMatch::One)
    }

    fn minutes_between(&self, from: (Iata, DateTime), to: (Iata, DateTime)) -> Option<i64> {
        let zone = |airport: Iata| {
            if airport.to_string() == "FRA" {
                -120
            } else {
                0
            }
        };
        let wall = from.1.duration_until(to.1).as_mins();
        Some(wall + zone(from.0) - zone(to.0))
    }
}

/// The page of the booked times, with a departure at 10:00 and this arrival.
fn booked_until(arrival: DateTime, directory: &dyn AirportDirectory) -> Vec<(Field, FaultKind)> {
    let mut typed = answers(CANCELLATION);
    set_day(&mut typed, Moment::BookedArrival, arrival.date());
    let time = format!("{}:{:02}", arrival.hour(), arrival.minute());
    typed.set(Field::When(Moment::BookedArrival, Part::Time), &time);
    let context = StepContext::new(TODAY, directory);
    faults(Step::Schedule, &typed, &context)
}

#[test]
fn nobody_arrives_before_the_departure() {
    let day = Field::When(Moment::BookedArrival, Part::Day);
    let before = vec![(day, FaultKind::BeforeDeparture)];
    // 10:00 in Frankfurt is 12:00 in Madrid, as these zones have it.
    for (hour, minute, expected) in [
        (12, 1, vec![]),
        (12, 0, before.clone()),
        (11, 59, before.clone()),
    ] {
        let arrival = datetime(2026, 3, 5, hour, minute, 0, 0);
        assert_eq!(booked_until(arrival, &Zones), expected, "{arrival}");
    }
    // Without zones, only what no zones explain is a fault: 26 hours.
    for (hour, minute, expected) in [(8, 1, vec![]), (8, 0, before)] {
        let arrival = datetime(2026, 3, 4, hour, minute, 0, 0);
        let found = booked_until(arrival, &crate::samples::Airports);
        assert_eq!(found, expected, "{arrival}");
    }
}

#[test]
fn an_arrival_knows_its_time_and_the_choice_it_comes_from() {
    let at = datetime(2026, 3, 3, 18, 30, 0, 0);
    for (instead, time) in [
        (None, Some(at)),
        (Some(Instead::Rerouted), Some(at)),
        (Some(Instead::OwnWay), Some(at)),
        (Some(Instead::MoneyBack), None),
        (Some(Instead::GaveUp), None),
    ] {
        let mut typed = answers(DELAY);
        if let Some(instead) = instead {
            typed.set(Field::NeverArrived, "yes");
            typed.set(Field::Instead, instead.value());
        }
        let statement = Statement::parse(&typed, &context()).unwrap();
        let StatedDisruption::Late(arrival) = statement.disruption else {
            panic!("{statement:?}");
        };
        assert_eq!(arrival.time(), time, "{instead:?}");
        assert_eq!(arrival.instead(), instead);
    }
}
