use leptos::prelude::*;

/// The three panes of a claim: the queue, the claim, its context. One column
/// when narrow, and then without the queue.
#[component]
pub fn Panes(
    /// The queue, a [`MiniQueue`](super::MiniQueue).
    list: AnyView,
    /// What the queue is called.
    #[prop(into)]
    list_label: String,
    /// The context: [`Block`](super::Block)s.
    side: AnyView,
    /// What the context is called.
    #[prop(into)]
    side_label: String,
    /// The claim.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="panes">
            <nav class="pane-list" aria-label=list_label>
                {list}
            </nav>
            <div class="pane-main">{children()}</div>
            <aside class="pane-side" aria-label=side_label>
                {side}
            </aside>
        </div>
    }
}
