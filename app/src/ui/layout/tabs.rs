use leptos::prelude::*;

/// A view, or a part of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// How many there are.
    pub count: Option<String>,
    /// Whether it is shown now.
    pub current: bool,
}

/// Views as links, with their counts.
#[component]
pub fn Tabs(
    /// What the navigation is called.
    #[prop(into)]
    label: String,
    /// The views in order.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs
        .into_iter()
        .map(|tab| {
            view! {
                <li>
                    <a href=tab.href aria-current=tab.current.then_some("page")>
                        {tab.label}
                        {tab.count.map(|count| view! { " "<strong>{count}</strong> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="tabs" aria-label=label>
            <ul role="list">{tabs}</ul>
        </nav>
    }
}
