use std::future::Future;

use domain::{
    Language,
    access::{Grant, Permitted, RetryJobs, Staff},
};
use leptos::prelude::*;
use text::tr;
use tower_sessions::Session;

use super::{api::SignOut, place::Place};
use crate::{
    error::Failure,
    pages::{in_language, load, other_language},
    query::with_query,
    request,
    ui::{DeskBar, DeskLink, DeskPage, DeskUser, ErrorSummary, SkipLink},
};

/// What a form of the desk carries: for whom it was shown. In another tab somebody
/// else may sign in, who has not pressed its button.
pub fn shown_to(staff: &Staff) -> AnyView {
    view! { <input type="hidden" name="staff" value=staff.id.to_string() /> }.into_any()
}

/// Said above a page whose form was shown to somebody else than who has sent it, and
/// did nothing; `form` is the form. The title of the page begins with what comes first.
pub fn other_staff(
    language: Language,
    staff: &Staff,
    is_so: bool,
    form: &'static str,
) -> (String, Option<AnyView>) {
    if !is_so {
        return (String::new(), None);
    }
    let said = tr!(language, desk.fault_other_staff, name = staff.name.clone());
    let faults = vec![(form.to_owned(), said)];
    let summary = view! { <ErrorSummary title=tr!(language, common.problem_title) faults /> };
    (tr!(language, common.error_prefix), Some(summary.into_any()))
}

/// What stands around a page of the desk.
pub fn desk_frame(
    language: Language,
    staff: Option<&Staff>,
    narrow: bool,
    content: AnyView,
) -> AnyView {
    let link = other_language(language).into_view();
    desk_frame_with(language, staff, narrow, link, content)
}

/// The same with another way to the other language: on a page where something may be
/// written that it takes along.
pub fn desk_frame_with(
    language: Language,
    staff: Option<&Staff>,
    narrow: bool,
    to_other_language: AnyView,
    content: AnyView,
) -> AnyView {
    let home = format!("/{language}/desk");
    let links = staff.map_or_else(Vec::new, |staff| links(language, staff));
    let user = staff.map(|staff| DeskUser {
        name: staff.name.clone(),
        sign_out: <SignOut as server_fn::ServerFn>::PATH.to_owned(),
        sign_out_label: tr!(language, desk.sign_out),
    });
    view! {
        <SkipLink label=tr!(language, common.skip) />
        <DeskBar home nav_label=tr!(language, desk.nav) links user language=Some(to_other_language)>
            <input type="hidden" name="language" value=language.tag() />
        </DeskBar>
        <DeskPage narrow>{content}</DeskPage>
    }
    .into_any()
}

/// The pages of the desk that this person may open.
fn links(language: Language, staff: &Staff) -> Vec<DeskLink> {
    let jobs = format!("/{language}/desk/jobs");
    let at_jobs = request::path() == jobs;
    let queue = DeskLink {
        href: format!("/{language}/desk"),
        label: tr!(language, desk.queue),
        current: !at_jobs,
    };
    let jobs = staff.may(RetryJobs).is_ok().then(|| DeskLink {
        href: jobs,
        label: tr!(language, desk.jobs),
        current: at_jobs,
    });
    [queue].into_iter().chain(jobs).collect()
}

/// The sign-in page for somebody who goes on to another page then.
pub fn sign_in_path(language: Language, then: Option<Place>) -> String {
    let then = then.map(Place::name).unwrap_or_default();
    with_query(&format!("/{language}/desk/sign-in"), &[("to", &*then)])
}

/// A page for staff with a permission: whoever is not signed in is sent to do so, and
/// comes to the page then.
pub fn staff_only<P, F>(
    permission: P,
    page: impl FnOnce(Language, Staff, Grant<P>, Session) -> F + Send + 'static,
) -> AnyView
where
    P: Permitted + Send + 'static,
    F: Future<Output = Result<AnyView, Failure>> + Send + 'static,
{
    in_language(|language| {
        let desk = request::desk_session();
        let asked = Place::of_path(&request::path());
        load(language, async move {
            let (backend, session) = desk?;
            match request::staff(&backend, &session).await? {
                Some(staff) => {
                    let grant = request::grant(&staff, permission)?;
                    page(language, staff, grant, session).await
                }
                None => {
                    request::redirect(&sign_in_path(language, asked));
                    Ok(().into_any())
                }
            }
        })
    })
}
