use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::{
    error_words::{desk_words, words},
    frame::{SiteFrame, other_language, title},
};
use crate::{
    error::{ErrorCode, FailedWith, Failure, Incident, set_status},
    request,
    ui::{
        Actions, ButtonKind, Code, Column, DeskBar, DeskPage, Heading, Lead, Level, LinkButton,
        Notice, SkipLink,
    },
};

/// What is shown instead of a page when something went wrong.
pub fn error_page(language: Language, failure: Failure) -> AnyView {
    set_status(failure.code);
    if request::is_of_desk() {
        return desk_error(language, failure);
    }
    let (heading, text) = words(language, failure.code);
    let unavailable = failure.code == ErrorCode::Unavailable;
    let incident = incident(language, failure.incident);
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

fn incident(language: Language, incident: Option<Incident>) -> Option<AnyView> {
    incident.map(|Incident(number)| {
        view! {
            <dl class="description-list soft">
                <dt>{tr!(language, problems.incident)}</dt>
                <dd><Code text=number /></dd>
            </dl>
        }
        .into_any()
    })
}

/// The same for staff, who stay at the desk. The error may be that nobody knows who
/// they are, so the bar names nobody.
fn desk_error(language: Language, failure: Failure) -> AnyView {
    let (heading, text) = desk_words(language, failure.code);
    let again = matches!(failure.code, ErrorCode::Unavailable | ErrorCode::Internal).then(
        || view! { <LinkButton href=again()>{tr!(language, problems.try_again)}</LinkButton> },
    );
    // What was written stays behind in this tab.
    let sign_in = (failure.code == ErrorCode::SignedOut).then(|| {
        let href = format!("/{language}/desk/sign-in");
        view! { <LinkButton href new_tab=true>{tr!(language, problems.sign_in_new_tab)}</LinkButton> }
    });
    let claims = format!("/{language}/desk");
    view! {
        {title(language, &[heading.clone(), tr!(language, desk.title)])}
        <SkipLink label=tr!(language, common.skip) />
        <DeskBar
            home=claims.clone()
            nav_label=tr!(language, desk.nav)
            user=None
            language=Some(other_language(language).into_view())
        />
        <DeskPage narrow=true>
            <Heading level=Level::One>{heading}</Heading>
            <p>{text}</p>
            <Actions>
                {sign_in}
                {again}
                <LinkButton href=claims kind=ButtonKind::Second>
                    {tr!(language, problems.to_claims)}
                </LinkButton>
            </Actions>
            {incident(language, failure.incident)}
        </DeskPage>
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
