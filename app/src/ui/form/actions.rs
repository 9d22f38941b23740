use leptos::prelude::*;

/// The buttons that end a form or a part.
#[component]
pub fn Actions(
    /// The buttons, the filled one first.
    children: Children,
) -> impl IntoView {
    view! { <div class="actions">{children()}</div> }
}
