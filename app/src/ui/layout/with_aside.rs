use leptos::prelude::*;

use crate::ui::Wording;

/// A column with something to keep beside it; below it when narrow.
#[component]
pub fn WithAside(
    /// What stands beside the column, a [`Ticket`](super::Ticket) as a rule.
    aside: AnyView,
    /// Identifier of the heading that names the aside: the ticket's
    /// `title_id`.
    #[prop(optional, into)]
    labelled_by: Wording,
    /// What the column holds.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="with-aside">
            <div class="column">{children()}</div>
            <aside class="aside" aria-labelledby=labelled_by.get()>
                {aside}
            </aside>
        </div>
    }
}
