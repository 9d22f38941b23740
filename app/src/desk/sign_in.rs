use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::{
    api::SignIn,
    frame::{desk_frame_with, sign_in_path},
    place::Place,
};
use crate::{
    pages::{in_language, other_language, title},
    request,
    ui::{Button, ErrorSummary, FieldKind, Heading, Level, Notice, TextField},
};

/// Signing in to the desk.
#[component]
pub fn SignInPage() -> impl IntoView {
    in_language(|language| {
        let faults = faults(language, &request::typed("fault"));
        let signed_out = request::query("out").map(|_| {
            view! { <Notice><p>{tr!(language, desk.signed_out)}</p></Notice> }
        });
        let prefix = match faults.is_empty() {
            true => String::new(),
            false => tr!(language, common.error_prefix),
        };
        let heading = format!("{prefix}{}", tr!(language, desk.sign_in));
        let then = request::query("to").and_then(|name| Place::parse(&name));
        let why = then.filter(|_| faults.is_empty()).map(|_| {
            view! { <Notice><p>{tr!(language, desk.sign_in_first)}</p></Notice> }
        });
        let form = form(language, &faults, then);
        let mut other = other_language(language);
        if let Ok(lang) = other.lang.parse() {
            other.href = sign_in_path(lang, then);
        }
        let summary = (!faults.is_empty()).then(|| {
            view! { <ErrorSummary title=tr!(language, common.problem_title) faults /> }
        });
        let content = view! {
            {title(language, &[heading])}
            {summary}
            <Heading level=Level::One>{tr!(language, desk.sign_in)}</Heading>
            {signed_out}
            {why}
            {form}
            <p>
                {tr!(language, desk.passenger)}" "
                <a href=format!("/{language}/tracking")>{tr!(language, tracking.request)}</a>
            </p>
        };
        desk_frame_with(language, None, true, other.into_view(), content.into_any())
    })
}

/// What is said of a form that signed nobody in. Which of the two was wrong, nobody
/// is told.
fn faults(language: Language, fault: &str) -> Vec<(String, String)> {
    let found = fault.split(' ').filter_map(|fault| {
        Some(match fault {
            "email" => ("email", tr!(language, desk.no_email)),
            "password" => ("password", tr!(language, desk.no_password)),
            "wrong" => ("email", tr!(language, desk.sign_in_wrong)),
            "too-many" => ("email", tr!(language, desk.sign_in_too_many)),
            _ => return None,
        })
    });
    found
        .map(|(field, fault)| (field.to_owned(), fault))
        .collect()
}

fn form(language: Language, faults: &[(String, String)], then: Option<Place>) -> AnyView {
    let at = |field: &str| {
        let fault = faults.iter().find(|(place, _)| place == field);
        fault.map(|(_, words)| words.clone())
    };
    let (email_fault, password_fault) = (at("email"), at("password"));
    let fault_word = tr!(language, common.error_word);
    let then = then.map(|then| view! { <input type="hidden" name="to" value=then.name() /> });
    let action = <SignIn as server_fn::ServerFn>::PATH;
    view! {
        <form method="post" action=action class="card" novalidate>
            <input type="hidden" name="language" value=language.tag() />
            {then}
            <TextField
                id="email"
                name="email"
                label=tr!(language, desk.email)
                value=request::typed("email")
                fault=email_fault
                fault_word=fault_word.clone()
                kind=FieldKind::Email
                autocomplete="username"
                spellcheck=false
            />
            <TextField
                id="password"
                name="password"
                label=tr!(language, desk.password)
                fault=password_fault
                fault_word=fault_word
                kind=FieldKind::Password
                autocomplete="current-password"
            />
            <Button label=tr!(language, desk.sign_in_button) />
        </form>
    }
    .into_any()
}
