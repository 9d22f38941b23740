use backend::LoadedDraft;
use domain::{Language, intake::Step};
use leptos::prelude::*;

use super::{SiteFrame, in_language, load, title};
use crate::{
    error::Failure,
    intake::{resume_step, step_path},
    request, tr,
    ui::{
        Column, DataTable, Heading, IconKind, Lead, Level, PathAhead, PathStep, Perforation,
        Ticket, Way, Ways, WithAside,
    },
    wording,
};

/// The first page: what it costs, how to begin, what the law sets.
#[component]
pub fn StartPage() -> impl IntoView {
    in_language(|language| {
        let secret = request::draft_secret();
        let backend = request::backend();
        let today = backend.today();
        load(language, async move {
            let draft = match secret {
                Some(secret) => backend.load_draft(&secret).await?,
                None => None,
            };
            let resume = draft.map(|draft| (resume_step(&draft.answers, today), draft));
            Ok::<_, Failure>(start(language, resume))
        })
    })
}

fn start(language: Language, resume: Option<(Step, LoadedDraft)>) -> AnyView {
    let heading = tr!(language, intake.start.title);
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <WithAside aside=sums(language) labelled_by="sums">
                <Column>
                    <Heading level=Level::One>{heading}</Heading>
                    <Lead>{tr!(language, intake.start.lead)}</Lead>
                    <p>{tr!(language, intake.start.text)}</p>
                    <Heading id="ways">{tr!(language, intake.start.begin)}</Heading>
                    <Ways labelled_by="ways" ways=ways(language, resume) />
                    <Heading>{tr!(language, intake.start.how)}</Heading>
                    <PathAhead steps=path_ahead(language) />
                    <Heading>{tr!(language, intake.start.have)}</Heading>
                    <ul>
                        <li>{tr!(language, intake.start.have_1)}</li>
                        <li>{tr!(language, intake.start.have_2)}</li>
                    </ul>
                </Column>
            </WithAside>
        </SiteFrame>
    }
    .into_any()
}

fn ways(language: Language, resume: Option<(Step, LoadedDraft)>) -> Vec<Way> {
    let resume = resume.map(|(step, draft)| {
        let day = wording::day(
            language,
            draft.expires_at.to_zoned(jiff::tz::TimeZone::UTC).date(),
        );
        Way {
            href: step_path(language, step),
            label: tr!(language, intake.start.resume),
            detail: Some(tr!(language, intake.start.resume_detail, day = day)),
            icon: IconKind::Return,
            main: true,
        }
    });
    let new = Way {
        href: step_path(language, Step::WhatWentWrong),
        label: tr!(language, intake.start.new),
        detail: Some(tr!(language, intake.start.new_detail)),
        icon: IconKind::Pencil,
        main: resume.is_none(),
    };
    resume.into_iter().chain([new]).collect()
}

fn path_ahead(language: Language) -> Vec<PathStep> {
    let steps = [
        (
            tr!(language, intake.start.how_1),
            tr!(language, intake.start.how_1_detail),
        ),
        (
            tr!(language, intake.start.how_2),
            tr!(language, intake.start.how_2_detail),
        ),
        (
            tr!(language, intake.start.how_3),
            tr!(language, intake.start.how_3_detail),
        ),
        (
            tr!(language, intake.start.how_4),
            tr!(language, intake.start.how_4_detail),
        ),
    ];
    steps.map(|(title, text)| PathStep { title, text }).into()
}

/// The sums of Article 7(1), for orientation.
fn sums(language: Language) -> AnyView {
    use crate::law::euros;
    let rows = [
        (tr!(language, intake.start.sums_short), euros(language, 250)),
        (
            tr!(language, intake.start.sums_medium),
            euros(language, 400),
        ),
        (tr!(language, intake.start.sums_long), euros(language, 600)),
    ];
    let rows = rows.map(|(distance, sum)| {
        view! { <tr><td>{distance}</td><td class="end"><strong>{sum}</strong></td></tr> }
    });
    view! {
        <Ticket title=tr!(language, intake.start.sums) title_id="sums">
            <p class="soft">{tr!(language, intake.start.sums_lead)}</p>
            <Perforation />
            <DataTable caption=tr!(language, intake.start.sums_caption) hide_caption=true>
                <thead>
                    <tr>
                        <th scope="col">{tr!(language, intake.start.sums_distance)}</th>
                        <th scope="col" class="end nowrap">{tr!(language, intake.start.sums_person)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </DataTable>
            <p class="soft">{tr!(language, intake.start.sums_uk)}</p>
        </Ticket>
    }
    .into_any()
}
