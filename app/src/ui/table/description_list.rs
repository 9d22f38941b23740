use leptos::prelude::*;

/// Small facts: names to the left of their values.
#[component]
pub fn DescriptionList(
    /// Name and value of each.
    facts: Vec<(String, String)>,
) -> impl IntoView {
    view! {
        <dl class="description-list">
            {facts
                .into_iter()
                .map(|(term, value)| view! { <dt>{term}</dt><dd>{value}</dd> })
                .collect_view()}
        </dl>
    }
}
