use leptos::prelude::*;

/// The main content of a passenger page, `main#main`.
#[component]
pub fn Page(
    /// A [`Column`](super::Column) or a [`WithAside`](super::WithAside).
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" class="page" tabindex="-1">
            <div class="shell">{children()}</div>
        </main>
    }
}
