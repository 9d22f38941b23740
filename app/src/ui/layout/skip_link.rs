use leptos::prelude::*;

/// The first link of a page: past the head, to the main content.
#[component]
pub fn SkipLink(
    /// The words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <a class="skip-link" href="#main">{label}</a> }
}
