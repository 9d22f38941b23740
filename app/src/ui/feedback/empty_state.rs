use leptos::prelude::*;

use crate::ui::Wording;

/// Nothing here: why, and where to go instead.
#[component]
pub fn EmptyState(
    /// What is empty.
    #[prop(into)]
    title: String,
    /// When something appears here.
    #[prop(optional, into)]
    text: Wording,
    /// [`Actions`](super::Actions), if there is somewhere to go.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <svg
                viewBox="0 0 200 40"
                width="200"
                height="40"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                aria-hidden="true"
            >
                <path d="M28 20h62M110 20h62" stroke-dasharray="1 7" stroke-linecap="round" />
                <circle cx="18" cy="20" r="8" />
                <circle cx="100" cy="20" r="5" />
                <circle cx="182" cy="20" r="8" />
                <circle cx="182" cy="20" r="2.5" fill="currentColor" stroke="none" />
            </svg>
            <h2>{title}</h2>
            {text.get().map(|text| view! { <p>{text}</p> })}
            {children.map(|children| children())}
        </div>
    }
}
