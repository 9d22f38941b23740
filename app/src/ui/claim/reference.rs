use leptos::prelude::*;

/// A reference to write down, like a seat number on a boarding pass.
#[component]
pub fn Reference(
    /// The reference.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class="reference">{text}</span> }
}
