use domain::Language;
use leptos::{nonce::use_nonce, prelude::*};
use text::tr;

use crate::ui::{Notice, Tone};

/// Says that the queue has changed since the page was loaded, once it has. The
/// page brings the sentence, and a few lines of script put it in its place when
/// the server tells so; without them a reload shows the same.
#[component]
pub fn LiveNotice(
    /// The language.
    language: Language,
    /// Where the page's own address leads again.
    href: String,
) -> impl IntoView {
    view! {
        <div id="live" role="status" data-source=format!("/{language}/desk/live")>
            <template>
                <Notice tone=Tone::Info>
                    <p>{tr!(language, desk.changed)}" "<a href=href>{tr!(language, desk.show_changes)}</a></p>
                </Notice>
            </template>
        </div>
        <script type="module" nonce=use_nonce()>{include_str!("live.js")}</script>
    }
}
