use leptos::prelude::*;

/// A step of a proof.
pub struct ProofStep {
    /// What must hold.
    pub sentence: AnyView,
    /// Article or judgment.
    pub source: String,
    /// Whether it does: a [`Tag`](super::Tag).
    pub outcome: AnyView,
}

/// The proof of an assessment, step by step.
#[component]
pub fn Proof(
    /// The steps in order.
    steps: Vec<ProofStep>,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .map(|step| {
            view! {
                <li>
                    <span>{step.sentence}</span>
                    " "
                    {step.outcome}
                    " "
                    <small>{step.source}</small>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="proof" role="list">
            {steps}
        </ol>
    }
}
