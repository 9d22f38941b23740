//! What is said when an answer cannot be read: one sentence for each kind of fault,
//! the same in the browser and on the server.

use domain::{
    Language,
    claim_form::{AirportDoubt, Fault, FaultKind, Field, Moment, Part},
};

use crate::{format, tr};

/// The sentence for a fault.
pub fn fault(language: Language, fault: &Fault) -> String {
    match fault.kind {
        FaultKind::Missing => missing(language, fault.field),
        FaultKind::NotOffered => tr!(language, faults.not_offered),
        FaultKind::AirportUnknown => unknown_airport(language),
        FaultKind::AirportAmbiguous => tr!(language, faults.airport_ambiguous),
        FaultKind::AirportDoubtful(doubt) => airport(language, doubt),
        FaultKind::SameAirport => tr!(language, faults.same_airport),
        FaultKind::ReturnTrip => tr!(language, faults.return_trip),
        FaultKind::RepeatedAirport => tr!(language, faults.repeated_airport),
        FaultKind::SeparateBookings => tr!(language, faults.separate_bookings),
        FaultKind::FlightNumber => tr!(language, faults.flight_number),
        FaultKind::CarrierCode => tr!(language, faults.carrier_code),
        FaultKind::Month => tr!(language, faults.month),
        FaultKind::Day { month, days } => {
            let month = format::month_name(language, month);
            tr!(language, faults.day_of, month = month, days = days)
        }
        FaultKind::Year => tr!(language, faults.year),
        FaultKind::Time => tr!(language, faults.time),
        FaultKind::InTheFuture => tr!(language, faults.in_the_future),
        FaultKind::FarFromFlight { flight } => {
            tr!(
                language,
                faults.far_from_flight,
                flight = format::day(language, flight)
            )
        }
        FaultKind::OtherThanFlightDay { flight } => {
            tr!(
                language,
                faults.other_than_flight_day,
                flight = format::day(language, flight)
            )
        }
        FaultKind::BeforeDeparture => tr!(language, faults.before_departure),
        FaultKind::Name => tr!(language, faults.name),
        FaultKind::NameTooLong => tr!(language, faults.name_too_long),
        FaultKind::Email => tr!(language, faults.email),
        FaultKind::Invisible => tr!(language, faults.invisible),
        FaultKind::NotTicked => match fault.field {
            Field::MayAct => tr!(language, faults.may_act),
            _ => tr!(language, faults.is_true),
        },
    }
}

/// Why an airport is asked for. Only the server knows the airports, so the browser
/// need not carry the sentences.
#[cfg(feature = "ssr")]
fn airport(language: Language, doubt: AirportDoubt) -> String {
    match doubt {
        AirportDoubt::Unsure => tr!(language, faults.airport_unsure),
        AirportDoubt::NoAirport => tr!(language, faults.airport_none_there),
        AirportDoubt::Closed => tr!(language, faults.airport_closed),
        AirportDoubt::Region => tr!(language, faults.airport_region),
        AirportDoubt::Station => tr!(language, faults.airport_station),
        AirportDoubt::LikeStation => tr!(language, faults.airport_like_station),
        AirportDoubt::CityCode => tr!(language, faults.airport_city_code),
        AirportDoubt::FlightNumber => tr!(language, faults.airport_flight_number),
        AirportDoubt::Route => tr!(language, faults.airport_route),
    }
}

#[cfg(feature = "ssr")]
fn unknown_airport(language: Language) -> String {
    tr!(language, faults.airport_unknown)
}

#[cfg(not(feature = "ssr"))]
fn unknown_airport(language: Language) -> String {
    tr!(language, faults.airport_ambiguous)
}

#[cfg(not(feature = "ssr"))]
fn airport(language: Language, _: AirportDoubt) -> String {
    tr!(language, faults.airport_ambiguous)
}

fn missing(language: Language, field: Field) -> String {
    match field {
        Field::Disruption => tr!(language, faults.missing.disruption),
        Field::Origin | Field::Stop(_) => tr!(language, faults.missing.origin),
        Field::Destination => tr!(language, faults.missing.destination),
        Field::OneBooking => tr!(language, faults.missing.one_booking),
        Field::Flight(_) => tr!(language, faults.missing.flight),
        Field::DisruptedLeg => tr!(language, faults.missing.disrupted),
        Field::When(moment, part) => missing_when(language, moment, part),
        Field::Notice => tr!(language, faults.missing.notice),
        Field::Replacement => tr!(language, faults.missing.replacement),
        Field::Instead => tr!(language, faults.missing.instead),
        Field::Reason => tr!(language, faults.missing.reason),
        Field::Passenger(_) => tr!(language, faults.missing.name),
        Field::Email => tr!(language, faults.missing.email),
        Field::OperatedBy(_)
        | Field::FlightsRoute
        | Field::NeverArrived
        | Field::IsTrue
        | Field::MayAct => {
            tr!(language, faults.missing.other)
        }
    }
}

/// A page may ask for a departure and an arrival; two sentences that are the same would
/// not tell which of them is meant.
fn missing_when(language: Language, moment: Moment, part: Part) -> String {
    match moment {
        Moment::Flight => match part {
            Part::Day => tr!(language, faults.missing.day),
            Part::Month => tr!(language, faults.missing.month),
            Part::Year => tr!(language, faults.missing.year),
            Part::Time => tr!(language, faults.missing.time),
        },
        Moment::BookedDeparture | Moment::ReplacementDeparture => match part {
            Part::Day => tr!(language, faults.missing.departure_day),
            Part::Month => tr!(language, faults.missing.departure_month),
            Part::Year => tr!(language, faults.missing.departure_year),
            Part::Time => tr!(language, faults.missing.departure_time),
        },
        Moment::BookedArrival | Moment::ActualArrival | Moment::ReplacementArrival => match part {
            Part::Day => tr!(language, faults.missing.arrival_day),
            Part::Month => tr!(language, faults.missing.arrival_month),
            Part::Year => tr!(language, faults.missing.arrival_year),
            Part::Time => tr!(language, faults.missing.arrival_time),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "ssr")]
    #[test]
    fn every_doubt_about_an_airport_has_words_of_its_own() {
        for language in Language::ALL {
            let all: std::collections::BTreeSet<String> = AirportDoubt::ALL
                .into_iter()
                .map(|doubt| airport(language, doubt))
                .collect();
            assert_eq!(all.len(), AirportDoubt::ALL.len(), "{all:?}");
        }
        assert_eq!(
            airport(Language::En, AirportDoubt::Station),
            "That is a railway or bus station. Choose the airport where the flight left or landed"
        );
    }

    #[test]
    fn what_is_missing_of_a_departure_and_an_arrival_is_said_apart() {
        for language in Language::ALL {
            for [departure, arrival] in [
                [Moment::BookedDeparture, Moment::BookedArrival],
                [Moment::ReplacementDeparture, Moment::ReplacementArrival],
            ] {
                let parts = [Part::Day, Part::Month, Part::Year, Part::Time];
                let all: Vec<String> = [departure, arrival]
                    .into_iter()
                    .flat_map(|moment| parts.map(|part| Field::When(moment, part)))
                    .map(|field| missing(language, field))
                    .collect();
                let different: std::collections::BTreeSet<&String> = all.iter().collect();
                assert_eq!(different.len(), all.len(), "{all:?}");
            }
        }
        assert_eq!(
            missing(Language::Fr, Field::When(Moment::BookedArrival, Part::Time)),
            "Indiquez l’heure de l’arrivée, par exemple 7:05 ou 19:05"
        );
    }
}
