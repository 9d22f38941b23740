use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::api::RequestLink;
use crate::{
    pages::{SiteFrame, in_language, title},
    request,
    ui::{Button, Column, FieldKind, Heading, Lead, Level, Notice, TextField, Tone},
};

/// Where a claim is opened without its link: a new one is mailed to its address.
#[component]
pub fn LinkRequestPage() -> impl IntoView {
    in_language(|language| link_request(language, "", request::query("asked").is_some()))
}

/// The same for a claim whose reference is known. It says the same whether or
/// not there is such a claim.
pub fn link_request(language: Language, reference: &str, asked: bool) -> AnyView {
    let heading = tr!(language, tracking.request);
    let notice = asked.then(|| {
        view! {
            <Notice title=tr!(language, tracking.request_done) level=Level::Two tone=Tone::Info>
                <p>{tr!(language, tracking.request_done_text)}</p>
            </Notice>
        }
    });
    let form = form(language, reference);
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <Column>
                <Heading level=Level::One>{heading}</Heading>
                {notice}
                <Lead>{tr!(language, tracking.request_text)}</Lead>
                {form}
            </Column>
        </SiteFrame>
    }
    .into_any()
}

fn form(language: Language, reference: &str) -> AnyView {
    let action = <RequestLink as server_fn::ServerFn>::PATH;
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name="language" value=language.tag() />
            <TextField
                id="reference"
                name="reference"
                label=tr!(language, tracking.request_reference)
                value=reference.to_owned()
                spellcheck=false
            />
            <TextField
                id="email"
                name="email"
                label=tr!(language, tracking.request_email)
                kind=FieldKind::Email
                autocomplete="email"
                spellcheck=false
            />
            <Button label=tr!(language, tracking.request_button) />
        </form>
    }
    .into_any()
}
