use leptos::prelude::*;

/// Something that is going to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What happens.
    pub title: String,
    /// When, or by whom.
    pub text: String,
}

/// What is going to happen, as a line with the destination at its end.
#[component]
pub fn NextSteps(
    /// The steps in order.
    steps: Vec<NextStep>,
) -> impl IntoView {
    let count = steps.len();
    let steps = steps
        .into_iter()
        .map(|step| {
            view! {
                <li>
                    <div class="route-stop">
                        <strong>{step.title}</strong>
                        " "
                        <small>{step.text}</small>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="line route">
            <ol role="list" data-stops=count>{steps}</ol>
        </div>
    }
}
