use backend::TrackedClaim;
use domain::Language;
use leptos::{nonce::use_nonce, prelude::*};
use text::tr;

use crate::ui::{Notice, Tone};

/// Hearing of changes, and what to do then.
const SCRIPT: &str = concat!(
    include_str!("../ui/feedback/listen.js"),
    include_str!("live.js")
);

/// Where it is said that the claim has changed, once it has, or that its link opens it
/// no more. A few lines of
/// script exchange the parts of the page for those of a new one when the server
/// tells so ([`live_part`]); without them a reload shows the same.
pub fn live_claim(language: Language, claim: &TrackedClaim) -> AnyView {
    let source = format!("/{language}/tracking/{}/live", claim.row.reference);
    let ask = format!("/{language}/tracking");
    let version = claim.row.claim.version;
    view! {
        <div id="live" role="status" tabindex="-1" data-source=source data-version=version>
            <template>
                <Notice tone=Tone::Info>
                    <p>{tr!(language, tracking.changed)}</p>
                </Notice>
            </template>
            <template>
                <Notice tone=Tone::Warn>
                    <p>
                        {tr!(language, tracking.link_gone)}" "
                        <a href=ask>{tr!(language, tracking.request_button)}</a>
                    </p>
                </Notice>
            </template>
        </div>
        <script type="module" nonce=use_nonce()>{SCRIPT}</script>
    }
    .into_any()
}

/// A part of the page that only the present link can use.
pub fn with_link(content: AnyView) -> AnyView {
    view! { <div data-with-link="">{content}</div> }.into_any()
}

/// A part of the page that a change of the claim may change, under a name of its
/// own.
pub fn live_part(name: &'static str, content: AnyView) -> AnyView {
    view! { <div data-live=name>{content}</div> }.into_any()
}
