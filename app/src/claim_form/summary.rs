//! The answers in words: beside the questions, on the check page, at the desk.

use std::collections::BTreeMap;

use domain::{
    Language,
    claim_form::{
        Answers, Arrival, DisruptionKind, Field, OneBooking, Replacement, Section,
        StatedDisruption, Statement, Step, parse_disruption, parse_trip,
    },
};
use jiff::civil::Date;
use leptos::prelude::*;
use text::{
    format,
    places::{Airports, TripView},
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
                code: airport.code,
                city: airport.city,
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
pub fn statement_rows(language: Language, statement: &Statement) -> Vec<AnswerRow> {
    let kind = match statement.disruption {
        StatedDisruption::Late(_) => DisruptionKind::Delay,
        StatedDisruption::Cancelled { .. } => DisruptionKind::Cancellation,
    };
    let numbers = statement
        .flights
        .booked
        .iter()
        .map(|flight| flight.number.to_string());
    let mut rows = vec![
        AnswerRow::new(
            Step::WhatWentWrong,
            tr!(language, claim_form.check.what),
            stated::disruption(language, kind),
        ),
        route_row(language, statement),
        AnswerRow::new(
            Step::Flights,
            tr!(language, claim_form.check.flights),
            numbers.collect::<Vec<_>>().join(", "),
        ),
        AnswerRow::new(
            Step::Flights,
            tr!(language, claim_form.check.day),
            format::day(language, statement.flights.day),
        ),
    ];
    if let StatedDisruption::Cancelled { notice, .. } = statement.disruption {
        let words = stated::notice(language, notice);
        rows.push(AnswerRow::new(
            Step::Notice,
            tr!(language, claim_form.check.notice),
            words,
        ));
    }
    if let Some(departure) = statement.schedule.departure {
        let words = format::moment(language, departure);
        rows.push(AnswerRow::new(
            Step::Schedule,
            tr!(language, claim_form.check.schedule_departure),
            words,
        ));
    }
    let booked = format::moment(language, statement.schedule.arrival);
    rows.push(AnswerRow::new(
        Step::Schedule,
        tr!(language, claim_form.check.schedule),
        booked,
    ));
    rows.push(outcome_row(language, statement));
    let reason = stated::reason(language, statement.reason);
    rows.push(AnswerRow::new(
        Step::Reason,
        tr!(language, claim_form.check.reason),
        reason,
    ));
    rows
}

fn route_row(language: Language, statement: &Statement) -> AnswerRow {
    let codes: Vec<String> = statement
        .trip
        .airports()
        .iter()
        .map(ToString::to_string)
        .collect();
    let row = AnswerRow::new(
        Step::Trip,
        tr!(language, claim_form.check.route),
        codes.join(" → "),
    );
    if statement.trip.leg_count() < 2 {
        return row;
    }
    let answer = match statement.trip.one_booking {
        OneBooking::Yes => tr!(language, common.yes),
        OneBooking::No => tr!(language, common.no),
        OneBooking::Unknown => tr!(language, claim_form.trip.unknown),
    };
    row.with(format!(
        "{}: {answer}",
        tr!(language, claim_form.check.one_booking)
    ))
}

/// When the passenger got there, and what happened where it went otherwise.
fn arrival_row(language: Language, arrival: Arrival) -> AnswerRow {
    let row = |value| {
        AnswerRow::new(
            Step::Arrival,
            tr!(language, claim_form.check.arrival),
            value,
        )
    };
    let instead = arrival
        .instead()
        .map(|instead| stated::instead(language, instead));
    match (arrival.time(), instead) {
        (Some(at), Some(instead)) => row(format::moment(language, at)).with(instead),
        (Some(at), None) => row(format::moment(language, at)),
        (None, instead) => row(instead.unwrap_or_default()),
    }
}

fn outcome_row(language: Language, statement: &Statement) -> AnswerRow {
    match statement.disruption {
        StatedDisruption::Late(arrival) => arrival_row(language, arrival),
        StatedDisruption::Cancelled { replacement, .. } => {
            let (value, at) = match replacement {
                Replacement::Taken(offer) => ("taken", Some(offer.arrival)),
                Replacement::Refused(offer) => ("refused", Some(offer.arrival)),
                Replacement::OwnWay(at) => ("own-way", Some(at)),
                Replacement::Nothing => ("nothing", None),
            };
            let words = stated::replacement(language, value);
            let row = AnswerRow::new(
                Step::Replacement,
                tr!(language, claim_form.check.replacement),
                words,
            );
            match at {
                Some(at) => row.with(format!(
                    "{}: {}",
                    tr!(language, claim_form.replacement.arrival_time),
                    format::moment(language, at)
                )),
                None => row,
            }
        }
    }
}
