use leptos::prelude::*;

use super::{Icon, IconKind};

/// A way in: a link as large as a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
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

/// The ways to begin.
#[component]
pub fn Ways(
    /// Identifier of the heading that names them.
    #[prop(into)]
    labelled_by: String,
    /// The ways, the usual one first.
    ways: Vec<Way>,
) -> impl IntoView {
    let ways = ways
        .into_iter()
        .map(|way| {
            view! {
                <a class="choice" data-main=way.main.then_some("") href=way.href>
                    <Icon kind=way.icon />
                    <strong>{way.label}</strong>
                    {way.detail.map(|detail| view! { " "<small>{detail}</small> })}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="choices" aria-labelledby=labelled_by>
            {ways}
        </nav>
    }
}
