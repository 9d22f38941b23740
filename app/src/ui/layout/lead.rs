use leptos::prelude::*;

/// The larger first paragraph below a heading.
#[component]
pub fn Lead(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <p class="lead">{children()}</p> }
}
