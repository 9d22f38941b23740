use leptos::prelude::*;

/// A word of the search text as a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// The same page with the word added, or taken away.
    pub href: String,
    /// What it filters.
    pub label: String,
    /// If it is set: what the link does then, "remove", read after the label.
    pub remove: Option<String>,
}

/// The filters that are set and those that could be.
#[component]
pub fn Facets(
    /// What the list is called.
    #[prop(into)]
    label: String,
    /// The filters in order.
    facets: Vec<Facet>,
) -> impl IntoView {
    let facets = facets
        .into_iter()
        .map(|facet| {
            let set = facet.remove.is_some().then_some("");
            view! {
                <li>
                    <a href=facet.href data-set=set>
                        {facet.label}
                        {facet.remove.map(|word| view! { <span class="sr">", "{word}</span> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="facets" role="list" aria-label=label>
            {facets}
        </ul>
    }
}
