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
    /// The words on it.
    children: Children,
) -> impl IntoView {
    view! { <a class="button" data-kind=kind.mark() href=href>{children()}</a> }
}
