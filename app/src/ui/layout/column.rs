use leptos::prelude::*;

/// One column of reading width.
#[component]
pub fn Column(
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! { <div class="column">{children()}</div> }
}
