use backend::NextStep;
use domain::Language;
use leptos::prelude::*;
use text::next_step::sentences;

/// What can be done towards the airline and after its answer, as paragraphs.
pub fn next_step_paragraphs(language: Language, step: &NextStep) -> AnyView {
    sentences(language, step)
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view()
        .into_any()
}
