use leptos::prelude::*;

/// Words for those who do not see the page: part of the text, not drawn.
#[component]
pub fn Hidden(
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class="sr">{text}</span> }
}
