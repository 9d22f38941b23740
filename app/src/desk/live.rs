use domain::{Language, claim::Claim};
use leptos::{nonce::use_nonce, prelude::*};
use text::tr;

use crate::ui::{Notice, Tone};

/// Hearing of changes, and what to do then.
const SCRIPT: &str = concat!(
    include_str!("../ui/feedback/listen.js"),
    include_str!("live.js")
);

/// Says that the queue has changed since the page was loaded, once it has; `href` is
/// where the page's own address leads again. The page brings the sentence, and a few
/// lines of script put it in its place when the server tells so; without them a
/// reload shows the same.
pub fn queue_notice(language: Language, href: String) -> AnyView {
    let show = view! { <a href=href>{tr!(language, desk.show_claims)}</a> };
    notice(language, None, tr!(language, desk.changed), show.into_any())
}

/// The same for one claim: once a decision on what was read would be refused. `show`
/// leads to the claim as it is now.
pub fn claim_notice(language: Language, claim: &Claim, show: AnyView) -> AnyView {
    notice(
        language,
        Some(claim),
        tr!(language, desk.claim_changed),
        show,
    )
}

fn notice(language: Language, claim: Option<&Claim>, text: String, show: AnyView) -> AnyView {
    let id = claim.map(|claim| claim.id.to_string());
    let sign_in = format!("/{language}/desk/sign-in");
    let version = claim.map(|claim| claim.basis_version);
    view! {
        <div
            id="live"
            role="status"
            data-source=format!("/{language}/desk/live")
            data-claim=id
            data-version=version
        >
            <template>
                <Notice tone=Tone::Info>
                    <p>{text}" "{show}</p>
                </Notice>
            </template>
            <template>
                <Notice tone=Tone::Warn>
                    <p>
                        {tr!(language, desk.live_signed_out)}" "
                        <a href=sign_in target="_blank">{tr!(language, problems.sign_in_new_tab)}</a>
                    </p>
                </Notice>
            </template>
        </div>
        <script type="module" nonce=use_nonce()>{SCRIPT}</script>
    }
    .into_any()
}
