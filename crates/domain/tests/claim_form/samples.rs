//! Two stories that pass every page, and what the form knows beside them.

use domain::claim_form::{
    AirportDirectory, AirportMatch, Answers, CarrierMatch, Field, StepContext,
};
use jiff::civil::{Date, date};
use reference::{Carriers, FlownBy, Resolution};

/// The airports of the reference data.
pub struct Airports;

impl AirportDirectory for Airports {
    fn find(&self, text: &str) -> AirportMatch {
        match reference::Airports::resolve(text) {
            Resolution::One(record) => AirportMatch::One(record.code),
            Resolution::Several(..) => AirportMatch::Several,
            Resolution::None(_) => AirportMatch::None,
        }
    }

    fn carrier(&self, text: &str, day: Date) -> CarrierMatch {
        match Carriers::flown_by(text, day) {
            FlownBy::One(record) => CarrierMatch::One(record.code),
            FlownBy::Unheld(code, _) => CarrierMatch::Unknown(code),
            FlownBy::NoOther => CarrierMatch::NoOther,
            FlownBy::NoAirline => CarrierMatch::NoAirline,
            FlownBy::Ask(_) => CarrierMatch::Unclear,
        }
    }
}

pub const TODAY: Date = date(2026, 3, 20);

pub fn context() -> StepContext<'static> {
    StepContext::new(TODAY, &Airports)
}

pub fn answers(typed: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (name, text) in typed {
        answers.set(Field::from_name(name).expect(name), text);
    }
    answers
}

pub const DELAY: &[(&str, &str)] = &[
    ("event", "delay"),
    ("origin", "Bremen"),
    ("stop-1", "CDG"),
    ("stop-2", "GRU"),
    ("destination", "ASU"),
    ("one-booking", "yes"),
    ("flight-1", "AF 1225"),
    ("flight-2", "af454"),
    ("flight-3", "LA1302"),
    ("operated-by-3", "PZ"),
    ("flight-day", "2"),
    ("flight-month", "March"),
    ("flight-year", "2026"),
    ("trouble-leg", "2"),
    ("booked-arrival-day", "3"),
    ("booked-arrival-month", "3"),
    ("booked-arrival-year", "26"),
    ("booked-arrival-time", "7:30"),
    ("actual-arrival-day", "3"),
    ("actual-arrival-month", "3"),
    ("actual-arrival-year", "2026"),
    ("actual-arrival-time", "18h30"),
    ("reason", "technical"),
    ("passenger-1", "Marta Brandt"),
    ("email", "marta@example.org"),
    ("is-true", "yes"),
    ("may-act", "yes"),
];

pub const CANCELLATION: &[(&str, &str)] = &[
    ("event", "cancellation"),
    ("origin", "FRA"),
    ("destination", "MAD"),
    ("flight-1", "LH1112"),
    ("flight-day", "5"),
    ("flight-month", "3"),
    ("flight-year", "2026"),
    ("notice", "less"),
    ("booked-departure-day", "5"),
    ("booked-departure-month", "3"),
    ("booked-departure-year", "2026"),
    ("booked-departure-time", "10:00"),
    ("booked-arrival-day", "5"),
    ("booked-arrival-month", "3"),
    ("booked-arrival-year", "2026"),
    ("booked-arrival-time", "12:35"),
    ("replacement", "taken"),
    ("replacement-departure-day", "5"),
    ("replacement-departure-month", "3"),
    ("replacement-departure-year", "2026"),
    ("replacement-departure-time", "10:00"),
    ("replacement-arrival-day", "5"),
    ("replacement-arrival-month", "3"),
    ("replacement-arrival-year", "2026"),
    ("replacement-arrival-time", "14:35"),
    ("reason", "crew"),
    ("passenger-1", "Jürgen Schäfer"),
    ("email", "juergen@example.org"),
    ("is-true", "yes"),
    ("may-act", "yes"),
];
