use backend::FailedJob;
use domain::{
    Language,
    access::{RetryJobs, Staff},
    job::{DeleteExpired, Job, SendClaimMail},
};
use leptos::prelude::*;
use server_fn::ServerFn;
use text::tr;

use super::{
    api::RunJobAgain,
    frame::{desk_frame, other_staff, shown_to, staff_only},
};
use crate::{
    pages::title,
    request,
    tracking::instant,
    ui::{Button, ButtonKind, DataTable, EmptyState, HeadRow, Heading, Level, Notice, Tone},
};

/// The heading of the page.
const JOBS: &str = "jobs";

/// The jobs that failed for good, each with a button to run it again.
#[component]
pub fn JobsPage() -> impl IntoView {
    let backend = request::backend();
    let again = request::query("again").is_some();
    let asked_by_other = request::query("fault").is_some();
    staff_only(RetryJobs, move |language, staff, grant, _| async move {
        let failed = backend.failed_jobs(&grant).await?;
        let said = other_staff(language, &staff, asked_by_other, JOBS);
        Ok(page(language, &staff, &failed, again, said))
    })
}

fn page(
    language: Language,
    staff: &Staff,
    failed: &[FailedJob],
    again: bool,
    (prefix, said): (String, Option<AnyView>),
) -> AnyView {
    let heading = tr!(language, desk.jobs);
    let page_title = format!("{prefix}{heading}");
    let again = again
        .then(|| view! { <Notice tone=Tone::Good><p>{tr!(language, desk.job_again)}</p></Notice> });
    let content = view! {
        {title(language, &[page_title, tr!(language, desk.title)])}
        {said}
        {again}
        <HeadRow>
            <Heading level=Level::One id=JOBS>{heading}</Heading>
        </HeadRow>
        {match failed.is_empty() {
            true => view! {
                <EmptyState title=tr!(language, desk.jobs_empty) text=tr!(language, desk.jobs_empty_text) />
            }
            .into_any(),
            false => table(language, staff, failed),
        }}
    };
    desk_frame(language, Some(staff), false, content.into_any())
}

fn table(language: Language, staff: &Staff, failed: &[FailedJob]) -> AnyView {
    let rows = failed.iter();
    let rows = rows.map(|job| row(language, staff, job)).collect_view();
    view! {
        <p>{tr!(language, desk.jobs_text)}</p>
        <DataTable caption=tr!(language, desk.jobs_caption) scrolls=true>
            <thead>
                <tr>
                    <th scope="col">{tr!(language, desk.col_job)}</th>
                    <th scope="col">{tr!(language, desk.col_reference)}</th>
                    <th scope="col">{tr!(language, desk.col_added)}</th>
                    <th scope="col" class="end">{tr!(language, desk.col_tries)}</th>
                    <th scope="col">{tr!(language, desk.col_error)}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </DataTable>
    }
    .into_any()
}

fn row(language: Language, staff: &Staff, job: &FailedJob) -> AnyView {
    let name = job_name(language, &job.name);
    let (datetime, added) = instant(language, job.added_at);
    let claim = job.claim.map(|reference| {
        let href = format!("/{language}/desk/claims/{reference}");
        view! { <a class="code" href=href>{reference.to_string()}</a> }
    });
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>{claim}</td>
            <td><time datetime=datetime>{added}</time></td>
            <td class="end">{job.attempts}</td>
            <td class="anywhere" lang="en" dir="auto">{job.error.clone()}</td>
            <td>
                <form method="post" action=RunJobAgain::PATH>
                    {shown_to(staff)}
                    <input type="hidden" name="language" value=language.tag() />
                    <input type="hidden" name="job" value=job.id.to_string() />
                    <Button kind=ButtonKind::Second label=tr!(language, desk.run_again) hidden=name />
                </form>
            </td>
        </tr>
    }
    .into_any()
}

/// What a job does; one of another release by its name in the queue.
fn job_name(language: Language, name: &str) -> String {
    match name {
        SendClaimMail::NAME => tr!(language, desk.job_send_claim_mail),
        DeleteExpired::NAME => tr!(language, desk.job_delete_expired),
        other => other.to_owned(),
    }
}
