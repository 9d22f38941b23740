use leptos::prelude::*;

use crate::ui::Wording;

/// What one keeps: a white card with perforations between its parts.
///
/// In an aside, give [`WithAside`](super::WithAside) the `title_id` as its
/// `labelled_by`; elsewhere set `region`.
#[component]
pub fn Ticket(
    /// The heading.
    #[prop(optional, into)]
    title: Wording,
    /// Identifier of the heading.
    #[prop(optional, into)]
    title_id: Wording,
    /// Makes it a region named by its heading.
    #[prop(optional)]
    region: bool,
    /// The parts, with a [`Perforation`](super::Perforation) between them.
    children: Children,
) -> impl IntoView {
    let id = title_id.get();
    let label = id.clone();
    let title = title
        .get()
        .map(|title| view! { <h2 class="ticket-title" id=id>{title}</h2> });
    if region {
        view! { <section class="ticket" aria-labelledby=label>{title}{children()}</section> }
            .into_any()
    } else {
        view! { <div class="ticket">{title}{children()}</div> }.into_any()
    }
}
