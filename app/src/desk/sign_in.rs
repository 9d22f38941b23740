use domain::Language;
use leptos::prelude::*;
use text::tr;

use super::{api::SignIn, frame::desk_frame};
use crate::{
    pages::{in_language, title},
    request,
    ui::{Button, ErrorSummary, FieldKind, Heading, Level, Notice, TextField},
};

/// Signing in to the desk.
#[component]
pub fn SignInPage() -> impl IntoView {
    in_language(|language| {
        let asked = |name| request::query(name).is_some();
        // The form that was posted too often is answered by this page.
        let fault = match request::failed_with() {
            Some(_) => Some(tr!(language, desk.sign_in_too_many)),
            None => asked("wrong").then(|| tr!(language, desk.sign_in_wrong)),
        };
        let signed_out = asked("out").then(|| {
            view! { <Notice><p>{tr!(language, desk.signed_out)}</p></Notice> }
        });
        let prefix = fault
            .as_ref()
            .map(|_| tr!(language, common.error_prefix))
            .unwrap_or_default();
        let heading = format!("{prefix}{}", tr!(language, desk.sign_in));
        let summary = fault.map(|fault| {
            let faults = vec![("email".to_owned(), fault)];
            view! { <ErrorSummary title=tr!(language, common.problem_title) faults /> }
        });
        let content = view! {
            {title(language, &[heading])}
            {summary}
            <Heading level=Level::One>{tr!(language, desk.sign_in)}</Heading>
            {signed_out}
            {form(language)}
            <p>{tr!(language, desk.passenger)}</p>
        };
        desk_frame(language, None, true, content.into_any())
    })
}

fn form(language: Language) -> AnyView {
    let action = <SignIn as server_fn::ServerFn>::PATH;
    view! {
        <form method="post" action=action class="card" novalidate>
            <input type="hidden" name="language" value=language.tag() />
            <TextField
                id="email"
                name="email"
                label=tr!(language, desk.email)
                kind=FieldKind::Email
                autocomplete="username"
                spellcheck=false
            />
            <TextField
                id="password"
                name="password"
                label=tr!(language, desk.password)
                kind=FieldKind::Password
                autocomplete="current-password"
            />
            <Button label=tr!(language, desk.sign_in_button) />
        </form>
    }
    .into_any()
}
