use leptos::prelude::*;

use super::Tone;
use crate::ui::{
    Wording,
    layout::{Heading, Icon, IconKind, Level},
};

/// A message in its place in the page; never floating.
#[component]
pub fn Notice(
    /// What it says at a glance.
    #[prop(optional)]
    tone: Tone,
    /// A heading.
    #[prop(optional, into)]
    title: Wording,
    /// The level of the heading.
    #[prop(default = Level::Three)]
    level: Level,
    /// Another sign than the tone's.
    #[prop(optional)]
    icon: Option<IconKind>,
    /// Whether it is announced when it appears.
    #[prop(optional)]
    live: bool,
    /// Paragraphs.
    children: Children,
) -> impl IntoView {
    let title = title
        .get()
        .map(|title| view! { <Heading level=level>{title}</Heading> });
    view! {
        <div class="notice" data-tone=tone.mark() role=live.then_some("status")>
            <Icon kind=icon.unwrap_or(tone.icon()) />
            <div>{title}{children()}</div>
        </div>
    }
}
