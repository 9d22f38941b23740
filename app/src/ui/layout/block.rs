use leptos::prelude::*;

use crate::ui::Wording;

/// A part of a claim on the desk.
#[component]
pub fn Block(
    /// Identifier of the heading.
    #[prop(into)]
    id: String,
    /// The heading.
    #[prop(into)]
    title: String,
    /// Quiet words after the heading.
    #[prop(optional, into)]
    note: Wording,
    /// What stands at the end of the heading's line.
    #[prop(optional_no_strip)]
    end: Option<AnyView>,
    /// Never shown to the passenger: another ground, another edge, not
    /// printed.
    #[prop(optional)]
    internal: bool,
    /// The content reaches the edges, as a table does.
    #[prop(optional)]
    flush: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let label = id.clone();
    view! {
        <section
            class="block"
            data-internal=internal.then_some("")
            data-flush=flush.then_some("")
            aria-labelledby=label
        >
            <div class="block-head">
                <h2 id=id>
                    {title}
                    {note.get().map(|note| view! { " "<span class="soft">{note}</span> })}
                </h2>
                {end}
            </div>
            <div class="block-body">{children()}</div>
        </section>
    }
}
