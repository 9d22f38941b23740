//! The answers in words: beside the questions, on the check page, at the desk.

use std::collections::BTreeMap;

use domain::{
    Language,
    claim_form::{
        Answers, DisruptionKind, Field, Instead, OneBooking, Section, Step, parse_disruption,
        parse_trip,
    },
    statement::{
        ArrivalV1, ArrivalWay, DisruptionV1, LocalTimeV1, ReplacementV1, ReplacementWay,
        StatementV1,
    },
};
use jiff::civil::Date;
use leptos::prelude::*;
use text::{
    format,
    places::{self, Airports, TripView},
    statement as stated, tr,
};

use super::address::step_path;
use crate::ui::{Note, Pair, Pairs, Perforation, Route, RouteStop, SummaryRow, Ticket};

/// The trip of a draft, if it can be read.
pub fn trip_of(language: Language, answers: &Answers, today: Date) -> Option<TripView> {
    parse_trip(answers, &Airports::context(today))
        .ok()
        .and_then(|trip| TripView::of(language, &trip))
}

/// The answers the browser's check of a page may look at: what happened, never
/// who it happened to.
pub fn story(answers: &Answers) -> Answers {
    let known = answers.to_map().into_iter();
    known
        .filter(|(name, _)| {
            Field::from_name(name).is_some_and(|field| Section::of(field.step()) < Section::Result)
        })
        .collect::<BTreeMap<_, _>>()
        .into()
}

/// The ticket with the answers so far, from the trip's page on.
pub fn aside(language: Language, answers: &Answers, step: Step, today: Date) -> Option<AnyView> {
    if matches!(step, Step::WhatWentWrong | Step::Trip | Step::Check) || step == Step::Result {
        return None;
    }
    let trip = trip_of(language, answers, today)?;
    let last = trip.airports.len() - 1;
    let stops = trip
        .airports
        .into_iter()
        .enumerate()
        .map(|(place, airport)| {
            let note = match place {
                0 => tr!(language, claim_form.stop_start),
                place if place == last => tr!(language, claim_form.stop_end),
                _ => tr!(language, claim_form.stop_change),
            };
            RouteStop {
                city: airport.label(),
                code: airport.code,
                notes: vec![Note::Plain(note)],
                leg: None,
            }
        });
    let stops = stops.collect();
    let kind = parse_disruption(answers).ok()?;
    let pairs = vec![Pair::new(
        tr!(language, claim_form.check.what),
        stated::disruption(language, kind),
    )];
    Some(
        view! {
            <Ticket title=tr!(language, claim_form.sofar) title_id="sofar">
                <Perforation />
                <Route label=tr!(language, claim_form.route_so_far) stops />
                <Perforation />
                <Pairs pairs />
            </Ticket>
        }
        .into_any(),
    )
}

fn way_words(language: Language, way: ReplacementWay) -> String {
    let value = match way {
        ReplacementWay::Taken => "taken",
        ReplacementWay::Refused => "refused",
        ReplacementWay::OwnWay => "own-way",
        ReplacementWay::Nothing => "nothing",
    };
    stated::replacement(language, value)
}

/// One answer in words, with the page it was given on.
pub struct AnswerRow {
    /// What was asked.
    pub term: String,
    /// What was answered.
    pub value: String,
    /// More about it.
    pub small: Option<String>,
    /// Where to change it.
    pub step: Step,
}

impl AnswerRow {
    fn new(step: Step, term: String, value: String) -> Self {
        Self {
            term,
            value,
            small: None,
            step,
        }
    }

    fn with(mut self, small: String) -> Self {
        self.small = Some(small);
        self
    }

    /// The answer with the way to change it, which leads back to a page.
    pub fn changeable(self, language: Language, back_to: Step) -> SummaryRow {
        let href = format!("{}?back={}", step_path(language, self.step), back_to.slug());
        let hidden = format!(" {}", self.term);
        let row = SummaryRow::text(self.term, self.value);
        let row = row.change(href, tr!(language, common.change), hidden);
        match self.small {
            Some(small) => row.small(small),
            None => row,
        }
    }
}

/// All that a statement says, in the order of the form.
pub fn statement_rows(language: Language, statement: &StatementV1) -> Vec<AnswerRow> {
    let numbers = statement.flights.iter();
    let numbers: Vec<String> = numbers.map(|flight| flight.number.to_string()).collect();
    let mut rows = vec![
        AnswerRow::new(
            Step::WhatWentWrong,
            tr!(language, claim_form.check.what),
            disruption_words(language, &statement.disruption),
        ),
        route_row(language, statement),
        AnswerRow::new(
            Step::Flights,
            tr!(language, claim_form.check.flights),
            numbers.join(", "),
        ),
        AnswerRow::new(
            Step::Flights,
            tr!(language, claim_form.check.day),
            format::day(language, statement.first_day),
        ),
    ];
    if let DisruptionV1::Cancellation { notice, .. } = &statement.disruption {
        let words = stated::stored_notice(language, notice);
        rows.push(AnswerRow::new(
            Step::Notice,
            tr!(language, claim_form.check.notice),
            words,
        ));
    }
    if let Some(departure) = &statement.booked_departure {
        let words = format::moment(language, departure.local);
        rows.push(AnswerRow::new(
            Step::Schedule,
            tr!(language, claim_form.check.schedule_departure),
            words,
        ));
    }
    let booked = format::moment(language, statement.booked_arrival.local);
    rows.push(AnswerRow::new(
        Step::Schedule,
        tr!(language, claim_form.check.schedule),
        booked,
    ));
    rows.extend(ending_row(language, &statement.disruption));
    let reason = stated::stored_reason(language, &statement.reason);
    rows.push(AnswerRow::new(
        Step::Reason,
        tr!(language, claim_form.check.reason),
        reason,
    ));
    rows
}

fn disruption_words(language: Language, disruption: &DisruptionV1) -> String {
    let kind = match disruption {
        DisruptionV1::Delay { .. } => DisruptionKind::Delay,
        DisruptionV1::Cancellation { .. } => DisruptionKind::Cancellation,
        DisruptionV1::Unknown => DisruptionKind::Other,
    };
    stated::disruption(language, kind)
}

fn route_row(language: Language, statement: &StatementV1) -> AnswerRow {
    let airports = || statement.airports.iter();
    let codes: Vec<String> = airports().map(|airport| airport.code.to_string()).collect();
    let row = AnswerRow::new(
        Step::Trip,
        tr!(language, claim_form.check.route),
        codes.join(" → "),
    );
    // Codes are easily mistaken; there are cities of the same name.
    let names = airports().map(|airport| {
        let place = places::place(airport.code, Some(&airport.city), language);
        place.unwrap_or_else(|| airport.code.to_string())
    });
    let names = names.collect::<Vec<_>>().join(" → ");
    if statement.flights.len() < 2 {
        return row.with(names);
    }
    let answer = match statement.one_booking.known() {
        Some(OneBooking::Yes) => tr!(language, common.yes),
        Some(OneBooking::No) => tr!(language, common.no),
        Some(OneBooking::Unknown) => tr!(language, claim_form.trip.unknown),
        None => stated::unknown_code(language, statement.one_booking.as_str()),
    };
    let booking = tr!(language, claim_form.check.one_booking);
    row.with(format!("{names}. {booking}: {answer}"))
}

/// How the trip ended, or what was offered instead.
fn ending_row(language: Language, disruption: &DisruptionV1) -> Option<AnswerRow> {
    match disruption {
        DisruptionV1::Delay { arrival } => Some(arrival_row(language, arrival)),
        DisruptionV1::Cancellation { replacement, .. } => {
            Some(replacement_row(language, replacement))
        }
        DisruptionV1::Unknown => None,
    }
}

/// When the passenger got there, and what happened where it went otherwise.
fn arrival_row(language: Language, arrival: &ArrivalV1) -> AnswerRow {
    let row = |value| {
        AnswerRow::new(
            Step::Arrival,
            tr!(language, claim_form.check.arrival),
            value,
        )
    };
    let instead = |instead| Some(stated::instead(language, instead));
    let instead = match arrival.way.known() {
        Some(ArrivalWay::Booked) => None,
        Some(ArrivalWay::Rerouted) => instead(Instead::Rerouted),
        Some(ArrivalWay::OwnWay) => instead(Instead::OwnWay),
        Some(ArrivalWay::MoneyBack) => instead(Instead::MoneyBack),
        Some(ArrivalWay::GaveUp) => instead(Instead::GaveUp),
        None => Some(stated::unknown_code(language, arrival.way.as_str())),
    };
    match (&arrival.at, instead) {
        (Some(at), Some(instead)) => row(format::moment(language, at.local)).with(instead),
        (Some(at), None) => row(format::moment(language, at.local)),
        (None, instead) => row(instead.unwrap_or_default()),
    }
}

fn replacement_row(language: Language, replacement: &ReplacementV1) -> AnswerRow {
    let words = match replacement.way.known() {
        Some(way) => way_words(language, way),
        None => stated::unknown_code(language, replacement.way.as_str()),
    };
    let row = AnswerRow::new(
        Step::Replacement,
        tr!(language, claim_form.check.replacement),
        words,
    );
    let moment = |at: &LocalTimeV1| format::moment(language, at.local);
    let departure = replacement.departure.as_ref().map(|at| {
        let at = moment(at);
        tr!(language, claim_form.check.replacement_departure, at = at)
    });
    let arrival = replacement.arrival.as_ref().map(|at| {
        let at = moment(at);
        tr!(language, claim_form.check.replacement_arrival, at = at)
    });
    let times: Vec<String> = departure.into_iter().chain(arrival).collect();
    match times.is_empty() {
        true => row,
        false => row.with(times.join(" ")),
    }
}
