use leptos::prelude::*;

use super::ButtonKind;

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it opens in another tab, because something is still to be done in this
    /// one.
    #[prop(optional)]
    new_tab: bool,
    /// The words on it.
    children: Children,
) -> impl IntoView {
    let target = new_tab.then_some("_blank");
    view! { <a class="button" data-kind=kind.mark() href=href target=target>{children()}</a> }
}
