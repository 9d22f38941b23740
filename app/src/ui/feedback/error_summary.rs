use leptos::prelude::*;

/// All faults of a form, before everything else on the page. Each leads to
/// its field. Whoever opens the page stands before it, without a script too.
#[component]
pub fn ErrorSummary(
    /// "There is a problem"
    #[prop(into)]
    title: String,
    /// Identifier of the field, and what is wrong with it, in the order of
    /// the page.
    faults: Vec<(String, String)>,
) -> impl IntoView {
    view! {
        <div
            class="error-summary"
            id="error-summary"
            role="alert"
            aria-labelledby="error-summary-title"
            tabindex="-1"
            autofocus=true
        >
            <h2 id="error-summary-title">{title}</h2>
            <ul role="list">
                {faults
                    .into_iter()
                    .map(|(id, message)| {
                        view! { <li><a href=format!("#{id}")>{message}</a></li> }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
}
