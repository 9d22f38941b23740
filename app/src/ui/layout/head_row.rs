use leptos::prelude::*;

/// A heading with something small at the other end of its line.
#[component]
pub fn HeadRow(
    /// The heading, then what stands at the end.
    children: Children,
) -> impl IntoView {
    view! { <div class="head-row">{children()}</div> }
}
