use leptos::prelude::*;

use crate::ui::table::DescriptionList;

/// One step of why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The reason in one sentence.
    pub sentence: String,
    /// Article or judgment.
    pub source: String,
    /// Rule, value used, and where the value is from: name and words.
    pub details: Vec<(String, String)>,
    /// Whether it is open at first.
    pub open: bool,
}

/// Why: numbered sentences, each of which opens to its rule and its sources.
#[component]
pub fn Reasons(
    /// The reasons in order.
    reasons: Vec<Reason>,
) -> impl IntoView {
    let reasons = reasons
        .into_iter()
        .map(|reason| {
            view! {
                <li>
                    <details open=reason.open>
                        <summary>
                            <span>{reason.sentence}</span>
                            " "
                            <small>{reason.source}</small>
                        </summary>
                        <DescriptionList facts=reason.details />
                    </details>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="reasons" role="list">
            {reasons}
        </ol>
    }
}
