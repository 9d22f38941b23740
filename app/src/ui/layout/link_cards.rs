use leptos::prelude::*;

use super::{Icon, IconKind};

/// A link as large as a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkCard {
    /// Where it leads.
    pub href: String,
    /// What it is.
    pub label: String,
    /// A line below it.
    pub detail: Option<String>,
    /// Its sign.
    pub icon: IconKind,
    /// The one that suits most: filled.
    pub main: bool,
}

/// Links to choose from, each on a card.
#[component]
pub fn LinkCards(
    /// Identifier of the heading that names them.
    #[prop(into)]
    labelled_by: String,
    /// The links, the usual one first.
    links: Vec<LinkCard>,
) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| {
            view! {
                <a class="choice" data-main=link.main.then_some("") href=link.href>
                    <Icon kind=link.icon />
                    <strong>{link.label}</strong>
                    {link.detail.map(|detail| view! { " "<small>{detail}</small> })}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="choices" aria-labelledby=labelled_by>
            {links}
        </nav>
    }
}
