use leptos::prelude::*;

/// A small table of figures. Cells with `class="end"` stand at the right.
///
/// With `scrolls`, the table may be wider than its place: it then lies in a
/// frame of its own that scrolls and can be reached by keyboard.
#[component]
pub fn DataTable(
    /// What the table shows.
    #[prop(into)]
    caption: String,
    /// Whether the caption is heard but not seen.
    #[prop(optional)]
    hide_caption: bool,
    /// Whether it may be wider than its place.
    #[prop(optional)]
    scrolls: bool,
    /// `thead` and `tbody`.
    children: Children,
) -> impl IntoView {
    let label = caption.clone();
    let table = view! {
        <table class="data-table">
            <caption class=hide_caption.then_some("sr")>{caption}</caption>
            {children()}
        </table>
    };
    if scrolls {
        view! {
            <div class="scroller" role="group" tabindex="0" aria-label=label>
                {table}
            </div>
        }
        .into_any()
    } else {
        table.into_any()
    }
}
