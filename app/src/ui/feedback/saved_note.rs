use leptos::prelude::*;

/// When the answers were saved and how long they are kept; announced when it
/// changes.
#[component]
pub fn SavedNote(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <p class="saved-note" role="status">{children()}</p> }
}
