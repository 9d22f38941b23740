use leptos::prelude::*;

use crate::ui::{
    Wording,
    feedback::Tone,
    layout::{Heading, Icon, Level},
};

/// An outcome: a ticket with a coloured head, the amount, and what the
/// children add, each part after a [`Perforation`](super::Perforation).
#[component]
pub fn OutcomeTicket(
    /// What it says.
    tone: Tone,
    /// Identifier of the heading.
    #[prop(optional, into)]
    id: Wording,
    /// "Likely owed"
    #[prop(into)]
    heading: String,
    /// The level of the heading.
    #[prop(optional)]
    level: Level,
    /// Leaves the sign out, where the words are enough.
    #[prop(optional)]
    plain: bool,
    /// The amount, or how far off it is.
    #[prop(optional, into)]
    amount: Wording,
    /// How the amount comes about.
    #[prop(optional, into)]
    sum: Wording,
    /// Route, pairs, whatever belongs to it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.get().unwrap_or_else(|| "outcome".to_owned());
    let label = id.clone();
    view! {
        <section class="ticket outcome" data-tone=tone.mark() aria-labelledby=label>
            <div class="outcome-head">
                {(!plain).then(|| view! { <Icon kind=tone.icon() /> })}
                <Heading level=level id=id>
                    {heading}
                </Heading>
            </div>
            {amount.get().map(|text| view! { <p class="amount">{text}</p> })}
            {sum.get().map(|text| view! { <p class="sum">{text}</p> })}
            {children.map(|children| children())}
        </section>
    }
}
