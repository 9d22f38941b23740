use std::future::Future;

use domain::{Language, access::Reviewer};
use leptos::prelude::*;
use text::tr;
use tower_sessions::Session;

use super::api::SignOut;
use crate::{
    error::Failure,
    pages::{in_language, load, other_language},
    request,
    ui::{DeskBar, DeskLink, DeskPage, DeskUser, SkipLink},
};

/// What stands around a page of the desk.
pub fn desk_frame(
    language: Language,
    reviewer: Option<&Reviewer>,
    narrow: bool,
    content: AnyView,
) -> AnyView {
    let home = format!("/{language}/desk");
    let links = match reviewer {
        Some(_) => vec![DeskLink {
            href: home.clone(),
            label: tr!(language, desk.queue),
            current: true,
        }],
        None => Vec::new(),
    };
    let user = reviewer.map(|reviewer| DeskUser {
        name: reviewer.name.clone(),
        sign_out: <SignOut as server_fn::ServerFn>::PATH.to_owned(),
        sign_out_label: tr!(language, desk.sign_out),
    });
    view! {
        <SkipLink label=tr!(language, common.skip) />
        <DeskBar home nav_label=tr!(language, desk.nav) links user language=Some(other_language(language))>
            <input type="hidden" name="language" value=language.tag() />
        </DeskBar>
        <DeskPage narrow>{content}</DeskPage>
    }
    .into_any()
}

/// A page for reviewers only: whoever is not signed in is sent to do so.
pub fn reviewers_only<F>(
    page: impl FnOnce(Language, Reviewer, Session) -> F + Send + 'static,
) -> AnyView
where
    F: Future<Output = Result<AnyView, Failure>> + Send + 'static,
{
    in_language(|language| {
        let desk = request::desk_session();
        load(language, async move {
            let (backend, session) = desk?;
            match request::reviewer(&backend, &session).await? {
                Some(reviewer) => page(language, reviewer, session).await,
                None => {
                    request::redirect(&format!("/{language}/desk/sign-in"));
                    Ok(().into_any())
                }
            }
        })
    })
}
