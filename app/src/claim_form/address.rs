//! Where the pages of the form are.

use domain::{
    Language,
    claim_form::{Answers, Journey, Step},
};
use jiff::civil::Date;
use text::places::Airports;

/// The address of a page of the form.
pub fn step_path(language: Language, step: Step) -> String {
    format!("/{language}/claim/{}", step.slug())
}

/// Where to go on with a draft.
pub fn resume_step(answers: &Answers, today: Date) -> Step {
    Journey::new(answers, &Airports::context(today)).furthest()
}
