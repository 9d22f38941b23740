use backend::NextStep;
use domain::Language;
use jiff::civil::Date;
use leptos::prelude::*;
use text::{format, tr};

/// What can be done after the airline's answer, in sentences: the step with its
/// day, and from when that counts.
pub fn next_step_words(language: Language, step: &NextStep, sent_on: Date) -> Vec<String> {
    let day = |day: Date| format::day(language, day);
    let name = step.name.clone().unwrap_or_default();
    let words = match (step.step, step.from, step.by) {
        ("wait_for_airline", Some(from), _) => {
            tr!(language, recourse.wait, name = name, day = day(from))
        }
        ("ask_body", _, Some(by)) => tr!(language, recourse.ask_by, name = name, day = day(by)),
        ("ask_body", _, None) => tr!(language, recourse.ask, name = name),
        ("go_to_court", _, Some(by)) => {
            tr!(language, recourse.court_by, name = name, day = day(by))
        }
        ("go_to_court", _, None) => tr!(language, recourse.court, name = name),
        ("too_late", _, _) => return vec![tr!(language, recourse.too_late)],
        _ => return vec![tr!(language, recourse.ask_person)],
    };
    vec![words, tr!(language, recourse.counted, day = day(sent_on))]
}

/// The same, as paragraphs.
pub fn next_step_paragraphs(language: Language, step: &NextStep, sent_on: Date) -> AnyView {
    next_step_words(language, step, sent_on)
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view()
        .into_any()
}
