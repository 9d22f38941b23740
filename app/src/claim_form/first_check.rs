use domain::{
    Language,
    claim_form::{Answers, Field, parse_disruption},
};
use leptos::{nonce::use_nonce, prelude::*};
use text::{faults, tr};

use crate::ui::ErrorSummary;

/// Prevents the submission of the first page while nothing is chosen, without
/// waiting for WASM: the page brings what will be said, and a few lines of script
/// put it in its place. Stands where the summary of faults stands.
///
/// All other pages have [`crate::widgets::FormCheck`].
#[component]
pub fn FirstCheck(
    /// The language of the page.
    language: Language,
    /// The title of the page when something is wrong.
    title: String,
    /// Whether the server has said already what is wrong.
    is_faulty: bool,
) -> impl IntoView {
    let held = (!is_faulty).then(|| unanswered(language, title));
    view! {
        {held}
        <script type="module" nonce=use_nonce()>{include_str!("first_check.js")}</script>
    }
}

/// What the server would say if the page were sent as it is.
fn unanswered(language: Language, title: String) -> AnyView {
    let faults = parse_disruption(&Answers::default()).err();
    let faults: Vec<(String, String)> = faults
        .iter()
        .flat_map(|faults| faults.list())
        .map(|fault| (fault.field.name(), faults::fault(language, fault)))
        .collect();
    let sentence = faults.iter().map(|(_, sentence)| sentence.clone()).next();
    view! {
        <template id="unanswered" data-title=title>
            <ErrorSummary title=tr!(language, common.problem_title) faults />
            <p class="fault" id=format!("{}-fault", Field::Disruption.name())>
                <span class="sr">{tr!(language, common.error_word)}" "</span>
                {sentence}
            </p>
        </template>
    }
    .into_any()
}
