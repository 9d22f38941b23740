use leptos::prelude::*;

/// The line a ticket is torn at.
#[component]
pub fn Perforation() -> impl IntoView {
    view! { <div class="perforation" aria-hidden="true"></div> }
}
