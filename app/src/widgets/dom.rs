//! The few things the islands do with the page around them.

use domain::claim_form::{AirportDirectory, AirportMatch, Answers, Field, Step};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement};

/// The page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element of the page.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The form of a page of the claim.
pub fn step_form() -> Option<HtmlFormElement> {
    by_id("step")?.dyn_into().ok()
}

/// Calls back for as long as the page lives.
pub fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    mut call: impl FnMut(E) + 'static,
) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Ok(event) = event.dyn_into() {
            call(event);
        }
    });
    // Only a detached element refuses a listener, and then nothing is lost.
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The answers of earlier pages, as the server has written them at the form.
pub fn earlier_answers(form: &Element) -> Answers {
    let mut answers = Answers::default();
    let text = form.get_attribute("data-answers").unwrap_or_default();
    for (name, text) in text.lines().filter_map(|line| line.split_once('\t')) {
        if let Some(field) = Field::from_name(name) {
            answers.set(field, text);
        }
    }
    answers
}

/// All answers as they would be after this page was sent.
pub fn with_posted(mut answers: Answers, step: Step, form: &HtmlFormElement) -> Answers {
    let posted = posted_fields(form);
    let posted = posted
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    answers.replace_step(step, posted);
    answers
}

/// The `form[...]` fields of a form, by their names inside the brackets.
fn posted_fields(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else {
        return Vec::new();
    };
    let mut fields = Vec::new();
    for entry in data.entries().into_iter().flatten() {
        let pair = js_sys::Array::from(&entry);
        if let (Some(name), Some(text)) = (pair.get(0).as_string(), pair.get(1).as_string())
            && let Some(name) = name
                .strip_prefix("form[")
                .and_then(|name| name.strip_suffix(']'))
        {
            fields.push((name.to_owned(), text));
        }
    }
    fields
}

/// Moves the focus, where that is possible.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The browser does not carry the list of airports; a code in brackets, as
/// the picker writes it, is clear all the same.
pub struct CodesOnly;

impl AirportDirectory for CodesOnly {
    fn find(&self, text: &str) -> AirportMatch {
        let code = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('));
        let code = code.and_then(|(_, code)| code.parse().ok());
        code.map_or(AirportMatch::CannotTell, AirportMatch::One)
    }
}
