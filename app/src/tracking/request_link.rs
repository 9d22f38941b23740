use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::{api::RequestLink, typed::Typed};
use crate::{
    error::{ErrorCode, FailedWith},
    pages::{SiteFrame, in_language, title},
    request,
    ui::{Button, Column, ErrorSummary, FieldKind, Heading, Lead, Level, Notice, TextField, Tone},
};

/// Where a claim is opened without its link: a new one is mailed to its address.
#[component]
pub fn LinkRequestPage() -> impl IntoView {
    in_language(|language| {
        // The form of a claim that is opened no more, and one that could not be read,
        // are answered by this page.
        if let Some(FailedWith(ErrorCode::NotFound)) = request::failed_with() {
            return nothing_done(language, &request::typed("reference"));
        }
        let typed = request::failed_with()
            .map(|_| Typed::of_form(&request::typed("reference"), &request::typed("email")));
        let asked = request::query("asked").is_some();
        let notice = asked.then(|| {
            view! {
                <Notice title=tr!(language, tracking.request_done) level=Level::Two tone=Tone::Info>
                    <p>{tr!(language, tracking.request_done_text)}</p>
                </Notice>
            }
            .into_any()
        });
        let heading = tr!(language, tracking.request);
        page(language, heading, notice, &typed.unwrap_or_default())
    })
}

/// The same for a claim whose reference is known. It says the same whether or
/// not there is such a claim.
pub fn link_request(language: Language, reference: &str) -> AnyView {
    let typed = Typed::known(reference);
    page(language, tr!(language, tracking.request), None, &typed)
}

/// The same for a link that opens nothing, whatever the reason.
pub fn lost_link(language: Language) -> AnyView {
    let text = tr!(language, tracking.lost_text);
    let text = view! { <p>{text}</p> }.into_any();
    let heading = tr!(language, tracking.lost);
    page(language, heading, Some(text), &Typed::default())
}

/// The same for a form that was sent with such a link.
fn nothing_done(language: Language, reference: &str) -> AnyView {
    let done = tr!(language, tracking.nothing_done);
    let text = tr!(language, tracking.lost_text);
    let text = view! { <p><strong>{done}</strong></p><p>{text}</p> }.into_any();
    let heading = tr!(language, tracking.lost);
    page(language, heading, Some(text), &Typed::known(reference))
}

fn page(language: Language, heading: String, above: Option<AnyView>, typed: &Typed) -> AnyView {
    let (reference_fault, email_fault) = typed.faults(language);
    let faults: Vec<(String, String)> = [("reference", &reference_fault), ("email", &email_fault)]
        .into_iter()
        .filter_map(|(field, fault)| Some((field.to_owned(), fault.clone()?)))
        .collect();
    let prefix = match faults.is_empty() {
        true => String::new(),
        false => tr!(language, common.error_prefix),
    };
    let summary = (!faults.is_empty()).then(|| {
        view! { <ErrorSummary title=tr!(language, common.problem_title) faults /> }
    });
    let form = form(language, typed, reference_fault, email_fault);
    let page_title = title(language, &[format!("{prefix}{heading}")]);
    view! {
        {page_title}
        <SiteFrame language>
            <Column>
                {summary}
                <Heading level=Level::One>{heading}</Heading>
                {above}
                <Lead>{tr!(language, tracking.request_text)}</Lead>
                {form}
            </Column>
        </SiteFrame>
    }
    .into_any()
}

fn form(
    language: Language,
    typed: &Typed,
    reference_fault: Option<String>,
    email_fault: Option<String>,
) -> AnyView {
    let fault_word = tr!(language, common.error_word);
    let action = <RequestLink as server_fn::ServerFn>::PATH;
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name="language" value=language.tag() />
            <TextField
                id="reference"
                name="reference"
                label=tr!(language, tracking.request_reference)
                value=typed.reference.clone()
                fault=reference_fault
                fault_word=fault_word.clone()
                spellcheck=false
            />
            <TextField
                id="email"
                name="email"
                label=tr!(language, tracking.request_email)
                value=typed.email.clone()
                fault=email_fault
                fault_word=fault_word
                kind=FieldKind::Email
                autocomplete="email"
                spellcheck=false
            />
            <Button label=tr!(language, tracking.request_button) />
        </form>
    }
    .into_any()
}
