//! Islands: what is hydrated in the browser. Each adds to a page that works
//! without it.
//!
//! They have no properties: those would bring a reader of JSON into the
//! browser, a fifth of its whole build. What they need stands at the fields
//! and at the form they belong to.

mod airport_picker;
mod arrival_difference;
#[cfg(feature = "hydrate")]
mod dom;
mod form_check;

pub use airport_picker::AirportPicker;
pub use arrival_difference::ArrivalDifference;
pub use form_check::FormCheck;

use domain::{Language, claim_form::Answers};

/// The answers of earlier pages as text for the `data-answers` of a form: one
/// a line, name and text with a tab between. Answers hold no such characters.
pub fn form_data(answers: &Answers) -> String {
    let lines = answers
        .to_map()
        .into_iter()
        .map(|(name, text)| format!("{name}\t{text}\n"));
    lines.collect()
}

/// The language of the page.
#[cfg(feature = "ssr")]
fn page_language() -> Language {
    crate::request::language()
}

/// The language of the page.
#[cfg(not(feature = "ssr"))]
fn page_language() -> Language {
    #[cfg(feature = "hydrate")]
    let tag =
        dom::document().and_then(|document| document.document_element()?.get_attribute("lang"));
    #[cfg(not(feature = "hydrate"))]
    let tag = None::<String>;
    tag.and_then(|tag| tag.parse().ok()).unwrap_or_default()
}
