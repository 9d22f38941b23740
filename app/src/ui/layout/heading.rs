use leptos::prelude::*;

use crate::ui::Wording;

/// Which heading element is used; the look follows the place, not the level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// `h1`, once a page.
    One,
    /// `h2`, the usual heading of a part.
    #[default]
    Two,
    /// `h3`, inside a part.
    Three,
}

/// A heading whose level its caller chooses.
#[component]
pub fn Heading(
    /// The level.
    #[prop(optional)]
    level: Level,
    /// Identifier, for `aria-labelledby`.
    #[prop(optional, into)]
    id: Wording,
    /// The words.
    children: Children,
) -> impl IntoView {
    let id = id.get();
    match level {
        Level::One => view! { <h1 id=id>{children()}</h1> }.into_any(),
        Level::Two => view! { <h2 id=id>{children()}</h2> }.into_any(),
        Level::Three => view! { <h3 id=id>{children()}</h3> }.into_any(),
    }
}
