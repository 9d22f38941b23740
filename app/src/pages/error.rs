use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::frame::{SiteFrame, title};
use crate::{
    error::{ErrorCode, FailedWith, Failure, Incident, set_status},
    request,
    ui::{Actions, ButtonKind, Code, Column, Heading, Lead, Level, LinkButton, Notice},
};

/// What is shown instead of a page when something went wrong.
pub fn error_page(language: Language, failure: Failure) -> AnyView {
    set_status(failure.code);
    let (heading, text) = words(language, failure.code);
    let unavailable = failure.code == ErrorCode::Unavailable;
    let incident = failure.incident.map(|Incident(number)| {
        view! {
            <dl class="description-list soft">
                <dt>{tr!(language, problems.incident)}</dt>
                <dd><Code text=number /></dd>
            </dl>
        }
    });
    // Only a form is answered by a page without an address of its own. Going
    // back may ask the store for the form again; reloading needs no page.
    let form_failed = unavailable && request::path().ends_with("/problem");
    let typing = unavailable.then(|| {
        let text = match form_failed {
            true => tr!(language, problems.unavailable_form_text),
            false => tr!(language, problems.unavailable_typing_text),
        };
        view! {
            <Notice title=tr!(language, problems.unavailable_typing) level=Level::Two>
                <p>{text}</p>
            </Notice>
        }
    });
    let again = matches!(failure.code, ErrorCode::Unavailable | ErrorCode::Internal).then(|| {
        let (kind, label) = match form_failed {
            true => (ButtonKind::Second, tr!(language, problems.as_last_saved)),
            false => (ButtonKind::Primary, tr!(language, problems.try_again)),
        };
        view! { <LinkButton href=again() kind>{label}</LinkButton> }
    });
    let start = format!("/{language}");
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <Column>
                <Heading level=Level::One>{heading}</Heading>
                {unavailable.then(|| view! { <Lead>{tr!(language, problems.unavailable_lead)}</Lead> })}
                <p>{text}</p>
                {typing}
                <Actions>
                    {again}
                    <LinkButton href=start kind=ButtonKind::Second>
                        {tr!(language, problems.start)}
                    </LinkButton>
                </Actions>
                {incident}
            </Column>
        </SiteFrame>
    }
    .into_any()
}

/// The page that failed, if it was one that can be opened again.
fn again() -> String {
    let path = request::path();
    match path.ends_with("/problem") || request::language_of_path(&path).is_none() {
        true => request::referring_path().unwrap_or_else(|| "/".to_owned()),
        false => path,
    }
}

fn words(language: Language, code: ErrorCode) -> (String, String) {
    match code {
        ErrorCode::BadRequest => (
            tr!(language, problems.bad_request),
            tr!(language, problems.bad_request_text),
        ),
        ErrorCode::Forbidden => (
            tr!(language, problems.forbidden),
            tr!(language, problems.forbidden_text),
        ),
        ErrorCode::NotPermitted => (
            tr!(language, problems.not_permitted),
            tr!(language, problems.not_permitted_text),
        ),
        ErrorCode::SignedOut => (
            tr!(language, problems.signed_out),
            tr!(language, problems.signed_out_text),
        ),
        ErrorCode::NotFound => (
            tr!(language, problems.not_found),
            tr!(language, problems.not_found_text),
        ),
        ErrorCode::Conflict => (
            tr!(language, problems.conflict),
            tr!(language, problems.conflict_text),
        ),
        ErrorCode::TooLarge => (
            tr!(language, problems.too_large),
            tr!(language, problems.too_large_text),
        ),
        ErrorCode::TooMany => (
            tr!(language, problems.too_many),
            tr!(language, problems.too_many_text),
        ),
        ErrorCode::Unavailable => (
            tr!(language, problems.unavailable),
            tr!(language, problems.unavailable_text),
        ),
        ErrorCode::Busy => (
            tr!(language, problems.busy),
            tr!(language, problems.busy_text),
        ),
        ErrorCode::Internal => (
            tr!(language, problems.internal),
            tr!(language, problems.internal_text),
        ),
    }
}

/// What the server shows for a status that no page made: see
/// `server::middleware::error_pages`. Nobody else finds a page here.
#[component]
pub fn ErrorPage() -> impl IntoView {
    let code = request::failed_with().map_or(ErrorCode::NotFound, |FailedWith(code)| code);
    let incident = request::incident();
    error_page(request::language(), Failure { code, incident })
}

/// There is no page at this address.
#[component]
pub fn MissingPage() -> impl IntoView {
    error_page(request::language(), ErrorCode::NotFound.into())
}
