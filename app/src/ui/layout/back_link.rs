use leptos::prelude::*;

/// The way back to the question before.
#[component]
pub fn BackLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <a class="back-link" href=href>{label}</a> }
}
