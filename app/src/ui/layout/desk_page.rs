use leptos::prelude::*;

/// The main content of a desk page, `main#main`, as wide as the window.
///
/// The page around it, `body` as a rule, has the class `desk`, which sets
/// smaller type and controls.
#[component]
pub fn DeskPage(
    /// One narrow column in the middle, for signing in.
    #[prop(optional)]
    narrow: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" class="desk-page" data-narrow=narrow.then_some("") tabindex="-1">
            {children()}
        </main>
    }
}
