use leptos::prelude::*;

/// An airport code, a flight number or a reference, in the fixed-width face.
#[component]
pub fn Code(
    /// The code.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class="code">{text}</span> }
}
