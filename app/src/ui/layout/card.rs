use leptos::prelude::*;

use crate::ui::Wording;

/// A plain card.
#[component]
pub fn Card(
    /// Identifier of the heading in it; makes it a region of that name.
    #[prop(optional, into)]
    labelled_by: Wording,
    /// The step that is next: a strong edge in the accent.
    #[prop(optional)]
    next: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let next = next.then_some("");
    match labelled_by.get() {
        Some(id) => view! {
            <section class="card" data-next=next aria-labelledby=id>
                {children()}
            </section>
        }
        .into_any(),
        None => view! { <div class="card" data-next=next>{children()}</div> }.into_any(),
    }
}
