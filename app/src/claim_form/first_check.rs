use domain::claim_form::{Answers, Field, Step, StepContext, check_step};
use leptos::{nonce::use_nonce, prelude::*};
use text::{faults, tr};

use super::view::StepView;
use crate::ui::ErrorSummary;

/// Keeps back the first page while nothing is chosen, without waiting for WASM:
/// the page brings what will be said, and a few lines of script put it in its
/// place. Stands where the summary of faults stands.
///
/// All other pages have [`crate::widgets::FormCheck`].
#[component]
pub fn FirstCheck<'a>(
    /// The page.
    view: &'a StepView,
    /// Its title when something is wrong.
    title: String,
) -> impl IntoView {
    let held = view
        .faults
        .list()
        .is_empty()
        .then(|| unanswered(view, title));
    view! {
        {held}
        <script type="module" nonce=use_nonce()>{include_str!("first_check.js")}</script>
    }
}

/// What the server would say if the page were sent as it is.
fn unanswered(view: &StepView, title: String) -> AnyView {
    let language = view.language;
    let context = StepContext {
        today: view.today,
        airports: &text::places::Airports,
    };
    let faults = check_step(Step::WhatWentWrong, &Answers::default(), &context).err();
    let faults: Vec<(String, String)> = faults
        .iter()
        .flat_map(|faults| faults.list())
        .map(|fault| (fault.field.name(), faults::fault(language, fault)))
        .collect();
    let sentence = faults.iter().map(|(_, sentence)| sentence.clone()).next();
    view! {
        <template id="unanswered" data-title=title>
            <ErrorSummary title=tr!(language, common.problem_title) faults />
            <p class="fault" id=format!("{}-fault", Field::Event.name())>
                <span class="sr">{tr!(language, common.error_word)}" "</span>
                {sentence}
            </p>
        </template>
    }
    .into_any()
}
