use leptos::prelude::*;

/// The word "aero" in strokes. Its last letter is the destination stop of
/// every line on the site, with the lamp lit in it.
#[component]
pub fn Wordmark() -> impl IntoView {
    view! {
        <svg
            class="wordmark"
            viewBox="0 0 80 24"
            role="img"
            aria-label="Aero"
            fill="none"
            stroke="currentColor"
            stroke-width="3.5"
            stroke-linecap="round"
        >
            <circle cx="10.5" cy="12.5" r="8" />
            <path d="M18.5 5v15.5" />
            <path d="M26.5 12.5H42a7.9 7.9 0 1 0-2.9 6.2" />
            <path d="M50 20.5V5M50 12.6c.3-4.4 3.1-7.3 7.6-7.5" />
            <circle cx="69.5" cy="12.5" r="8" />
            <circle class="wordmark-lamp" cx="69.5" cy="12.5" r="2.8" stroke="none" />
        </svg>
    }
}
