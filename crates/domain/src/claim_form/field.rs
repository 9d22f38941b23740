use super::Step;

/// How many stops a trip can have between its first and last airport.
pub const MAX_STOPS: u8 = 6;
/// How many people one claim can be for.
pub const MAX_PEOPLE: u8 = 9;

/// One of the days and times the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// The day of the first flight.
    Flight,
    /// When the cancelled flight should have left.
    BookedDeparture,
    /// When the trip should have ended.
    BookedArrival,
    /// When it did.
    ActualArrival,
    /// When the flight offered instead left.
    ReplacementDeparture,
    /// When the passenger arrived with it.
    ReplacementArrival,
}

/// One box of a date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Day of the month.
    Day,
    /// Month, as a number or a name.
    Month,
    /// Year.
    Year,
    /// Time of day.
    Time,
}

/// A field of the form. Its name is also its id in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Late or cancelled.
    Disruption,
    /// First airport.
    Origin,
    /// Last airport.
    Destination,
    /// Whether it was one booking.
    OneBooking,
    /// An airport in between, from 1.
    Stop(u8),
    /// The flight number of a leg, from 1.
    Flight(u8),
    /// The airline that flew a leg, where it is another than the number says.
    OperatedBy(u8),
    /// Which leg went wrong first, from 1.
    DisruptedLeg,
    /// The airports that the answers about flights were given for. No page
    /// asks for it; it is noted with the flights.
    FlightsRoute,
    /// A box of a date or time.
    When(Moment, Part),
    /// The booked flights did not take the passenger to the last airport.
    NeverArrived,
    /// What happened instead of arriving with them.
    Instead,
    /// When the cancellation was announced.
    Notice,
    /// What was offered instead.
    Replacement,
    /// What the airline gave as reason.
    Reason,
    /// A person who travelled, from 1.
    Passenger(u8),
    /// Where Aero writes to.
    Email,
    /// "What I have written is true".
    IsTrue,
    /// "You may write to the airline for me".
    MayAct,
}

const MOMENTS: [(Moment, &str); 6] = [
    (Moment::Flight, "flight"),
    (Moment::BookedDeparture, "booked-departure"),
    (Moment::BookedArrival, "booked-arrival"),
    (Moment::ActualArrival, "actual-arrival"),
    (Moment::ReplacementDeparture, "replacement-departure"),
    (Moment::ReplacementArrival, "replacement-arrival"),
];

const PARTS: [(Part, &str); 4] = [
    (Part::Day, "day"),
    (Part::Month, "month"),
    (Part::Year, "year"),
    (Part::Time, "time"),
];

/// Fields that there is one of.
const SINGLE: [Field; 14] = [
    Field::Disruption,
    Field::Origin,
    Field::Destination,
    Field::OneBooking,
    Field::DisruptedLeg,
    Field::FlightsRoute,
    Field::NeverArrived,
    Field::Instead,
    Field::Notice,
    Field::Replacement,
    Field::Reason,
    Field::Email,
    Field::IsTrue,
    Field::MayAct,
];

impl Field {
    /// Every field, in no order that means anything.
    pub fn all() -> impl Iterator<Item = Field> {
        let moments = MOMENTS.iter().flat_map(|(moment, _)| {
            let parts = PARTS.iter();
            parts.map(|(part, _)| Field::When(*moment, *part))
        });
        SINGLE
            .into_iter()
            .chain(moments)
            .chain((1..=MAX_STOPS).map(Field::Stop))
            .chain((1..=MAX_STOPS + 1).flat_map(|n| [Field::Flight(n), Field::OperatedBy(n)]))
            .chain((1..=MAX_PEOPLE).map(Field::Passenger))
    }

    /// The name in forms, in storage, and as an id in the page.
    pub fn name(self) -> String {
        match self {
            Field::Stop(n) => format!("stop-{n}"),
            Field::Flight(n) => format!("flight-{n}"),
            Field::OperatedBy(n) => format!("operated-by-{n}"),
            Field::Passenger(n) => format!("passenger-{n}"),
            Field::When(moment, part) => {
                format!("{}-{}", name_in(&MOMENTS, moment), name_in(&PARTS, part))
            }
            // The old word for a disruption: drafts are stored, and pages that
            // are open somewhere are posted, under this name.
            Field::Disruption => "event".to_owned(),
            Field::Origin => "origin".to_owned(),
            Field::Destination => "destination".to_owned(),
            Field::OneBooking => "one-booking".to_owned(),
            // Stored and posted under this name for the same reason.
            Field::DisruptedLeg => "trouble-leg".to_owned(),
            Field::FlightsRoute => "flights-route".to_owned(),
            Field::NeverArrived => "never-arrived".to_owned(),
            Field::Instead => "instead".to_owned(),
            Field::Notice => "notice".to_owned(),
            Field::Replacement => "replacement".to_owned(),
            Field::Reason => "reason".to_owned(),
            Field::Email => "email".to_owned(),
            Field::IsTrue => "is-true".to_owned(),
            Field::MayAct => "may-act".to_owned(),
        }
    }

    /// The field of that name; none for a name the form does not have.
    pub fn from_name(name: &str) -> Option<Field> {
        if let Some(field) = SINGLE.into_iter().find(|field| field.name() == name) {
            return Some(field);
        }
        let (stem, last) = name.rsplit_once('-')?;
        if let (Some(moment), Some(part)) = (of_name(&MOMENTS, stem), of_name(&PARTS, last)) {
            return Some(Field::When(moment, part));
        }
        let number = last
            .parse::<u8>()
            .ok()
            .filter(|n| *n >= 1 && n.to_string() == last)?;
        match stem {
            "stop" if number <= MAX_STOPS => Some(Field::Stop(number)),
            "flight" if number <= MAX_STOPS + 1 => Some(Field::Flight(number)),
            "operated-by" if number <= MAX_STOPS + 1 => Some(Field::OperatedBy(number)),
            "passenger" if number <= MAX_PEOPLE => Some(Field::Passenger(number)),
            _ => None,
        }
    }

    /// The page the field stands on.
    pub fn step(self) -> Step {
        match self {
            Field::Disruption => Step::WhatWentWrong,
            Field::Origin | Field::Destination | Field::OneBooking | Field::Stop(_) => Step::Trip,
            Field::Flight(_) | Field::OperatedBy(_) | Field::DisruptedLeg | Field::FlightsRoute => {
                Step::Flights
            }
            Field::When(moment, _) => match moment {
                Moment::Flight => Step::Flights,
                Moment::BookedArrival | Moment::BookedDeparture => Step::Schedule,
                Moment::ActualArrival => Step::Arrival,
                Moment::ReplacementDeparture | Moment::ReplacementArrival => Step::Replacement,
            },
            Field::NeverArrived | Field::Instead => Step::Arrival,
            Field::Notice => Step::Notice,
            Field::Replacement => Step::Replacement,
            Field::Reason => Step::Reason,
            Field::Passenger(_) => Step::People,
            Field::Email => Step::Contact,
            Field::IsTrue | Field::MayAct => Step::Check,
        }
    }
}

fn name_in<T: PartialEq>(names: &[(T, &'static str)], wanted: T) -> &'static str {
    names
        .iter()
        .find(|(thing, _)| *thing == wanted)
        .map_or("", |(_, name)| name)
}

fn of_name<T: Copy>(names: &[(T, &'static str)], wanted: &str) -> Option<T> {
    names
        .iter()
        .find(|(_, name)| *name == wanted)
        .map(|(thing, _)| *thing)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_form_has_all_its_fields_once() {
        let all: Vec<Field> = Field::all().collect();
        let names: BTreeSet<String> = all.iter().map(|field| field.name()).collect();
        assert_eq!(names.len(), all.len(), "each once");
        let per_flight = 2 * (usize::from(MAX_STOPS) + 1);
        let numbered = usize::from(MAX_STOPS) + per_flight + usize::from(MAX_PEOPLE);
        let moments = MOMENTS.len() * PARTS.len();
        assert_eq!(all.len(), SINGLE.len() + moments + numbered);
        // A trip has one flight more than stops.
        assert!(all.contains(&Field::OperatedBy(MAX_STOPS + 1)));
    }

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in Field::all() {
            assert_eq!(Field::from_name(&field.name()), Some(field));
        }
    }

    #[test]
    fn other_names_are_no_fields() {
        for name in [
            "",
            "-",
            "stop-0",
            "stop-7",
            "stop-01",
            "stop-+1",
            "flight-8",
            "passenger-10",
            "flight-hour",
        ] {
            assert_eq!(Field::from_name(name), None, "{name}");
        }
    }
}
