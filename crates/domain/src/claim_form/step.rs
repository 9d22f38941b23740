use jiff::civil::Date;

use super::{
    AirportDirectory, Answers, Event, Faults, parse_arrival, parse_contact, parse_declaration,
    parse_event, parse_flights, parse_notice, parse_people, parse_reason, parse_replacement,
    parse_schedule, parse_trip,
};

/// A page of the form: one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What went wrong?
    WhatWentWrong,
    /// Where did the trip start and end?
    Trip,
    /// Which flights, on which day?
    Flights,
    /// When should it have arrived (and left)?
    Schedule,
    /// When did it arrive?
    Arrival,
    /// When was the cancellation announced?
    Notice,
    /// What was offered instead?
    Replacement,
    /// What did the airline say?
    Reason,
    /// The verdict. Asks nothing.
    Result,
    /// Who travelled?
    People,
    /// Where can we write to?
    Contact,
    /// Check the answers and send them.
    Check,
}

/// What a parser needs to know beside the answers.
pub struct StepContext<'a> {
    /// The day on which the form is read, for days still to come.
    pub today: Date,
    /// Who knows the airports.
    pub airports: &'a dyn AirportDirectory,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 12] = [
        Step::WhatWentWrong,
        Step::Trip,
        Step::Flights,
        Step::Schedule,
        Step::Arrival,
        Step::Notice,
        Step::Replacement,
        Step::Reason,
        Step::Result,
        Step::People,
        Step::Contact,
        Step::Check,
    ];

    /// The last part of the step's address.
    pub fn slug(self) -> &'static str {
        match self {
            Step::WhatWentWrong => "what-went-wrong",
            Step::Trip => "trip",
            Step::Flights => "flights",
            Step::Schedule => "schedule",
            Step::Arrival => "arrival",
            Step::Notice => "notice",
            Step::Replacement => "replacement",
            Step::Reason => "reason",
            Step::Result => "result",
            Step::People => "people",
            Step::Contact => "contact",
            Step::Check => "check",
        }
    }

    /// The step at that address.
    pub fn from_slug(slug: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.slug() == slug)
    }
}

/// What is wrong with a step's answers; nothing, if it can be left.
///
/// The browser calls this before a page is sent, the server after it.
///
/// # Errors
/// The faults, or none of them where only the server can tell.
pub fn check_step(step: Step, answers: &Answers, context: &StepContext) -> Result<(), Faults> {
    match step {
        Step::WhatWentWrong => parse_event(answers).map(drop),
        Step::Trip => parse_trip(answers, context).map(drop),
        Step::Flights => parse_flights(answers, context).map(drop),
        Step::Schedule => {
            let event = parse_event(answers).unwrap_or(Event::Delay);
            parse_schedule(answers, event, context).map(drop)
        }
        Step::Arrival => parse_arrival(answers, context).map(drop),
        Step::Notice => parse_notice(answers).map(drop),
        Step::Replacement => parse_replacement(answers, context).map(drop),
        Step::Reason => parse_reason(answers).map(drop),
        Step::Result => Ok(()),
        Step::People => parse_people(answers).map(drop),
        Step::Contact => parse_contact(answers).map(drop),
        Step::Check => parse_declaration(answers),
    }
}
