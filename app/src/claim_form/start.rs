use backend::LoadedDraft;
use domain::{Language, claim_form::Step};
use jiff::civil::Date;
use leptos::prelude::*;
use rights::regulation261::AMENDED_FROM;
use text::{format, tr};

use super::address::{resume_step, step_path};
use crate::{
    error::Failure,
    pages::{SiteFrame, in_language, load, title},
    request,
    ui::{
        Column, DataTable, Heading, IconKind, Lead, Level, LinkCard, LinkCards, NextStep,
        NextSteps, Perforation, Ticket, WithAside,
    },
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
            Ok::<_, Failure>(start(language, today, resume))
        })
    })
}

fn start(language: Language, today: Date, resume: Option<(Step, LoadedDraft)>) -> AnyView {
    let heading = tr!(language, claim_form.start.title);
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <WithAside aside=sums(language, today) labelled_by="sums">
                <Column>
                    <Heading level=Level::One>{heading}</Heading>
                    <Lead>{tr!(language, claim_form.start.lead)}</Lead>
                    <p>{tr!(language, claim_form.start.text)}</p>
                    <Heading id="ways">{tr!(language, claim_form.start.begin)}</Heading>
                    <LinkCards labelled_by="ways" links=ways(language, resume) />
                    <p>
                        {tr!(language, claim_form.start.sent)}" "
                        <a href=format!("/{language}/tracking")>{tr!(language, tracking.request)}</a>
                    </p>
                    <Heading>{tr!(language, claim_form.start.how)}</Heading>
                    <NextSteps steps=next_steps(language) />
                    <Heading>{tr!(language, claim_form.start.have)}</Heading>
                    <ul>
                        <li>{tr!(language, claim_form.start.have_1)}</li>
                        <li>{tr!(language, claim_form.start.have_2)}</li>
                    </ul>
                </Column>
            </WithAside>
        </SiteFrame>
    }
    .into_any()
}

fn ways(language: Language, resume: Option<(Step, LoadedDraft)>) -> Vec<LinkCard> {
    let resume = resume.map(|(step, draft)| {
        let day = format::day(
            language,
            draft.expires_at.to_zoned(jiff::tz::TimeZone::UTC).date(),
        );
        LinkCard {
            href: step_path(language, step),
            label: tr!(language, claim_form.start.resume),
            detail: Some(tr!(language, claim_form.start.resume_detail, day = day)),
            icon: IconKind::Return,
            main: true,
        }
    });
    let new = LinkCard {
        href: step_path(language, Step::WhatWentWrong),
        label: tr!(language, claim_form.start.new),
        detail: Some(tr!(language, claim_form.start.new_detail)),
        icon: IconKind::Pencil,
        main: resume.is_none(),
    };
    resume.into_iter().chain([new]).collect()
}

fn next_steps(language: Language) -> Vec<NextStep> {
    let steps = [
        (
            tr!(language, claim_form.start.how_1),
            tr!(language, claim_form.start.how_1_detail),
        ),
        (
            tr!(language, claim_form.start.how_2),
            tr!(language, claim_form.start.how_2_detail),
        ),
        (
            tr!(language, claim_form.start.how_3),
            tr!(language, claim_form.start.how_3_detail),
        ),
        (
            tr!(language, claim_form.start.how_4),
            tr!(language, claim_form.start.how_4_detail),
        ),
    ];
    steps.map(|(title, text)| NextStep { title, text }).into()
}

/// The sums of Article 7(1), for orientation, with the delay from which they are due
/// by the texts that a claim of this day can be about.
fn sums(language: Language, today: Date) -> AnyView {
    use text::law::euros;
    let lead = if today < AMENDED_FROM {
        tr!(language, claim_form.start.sums_lead)
    } else {
        let day = format::day(language, AMENDED_FROM);
        tr!(language, claim_form.start.sums_lead_amended, day = day)
    };
    let rows = [
        (
            tr!(language, claim_form.start.sums_short),
            euros(language, 250),
        ),
        (
            tr!(language, claim_form.start.sums_medium),
            euros(language, 400),
        ),
        (
            tr!(language, claim_form.start.sums_long),
            euros(language, 600),
        ),
    ];
    let rows = rows.map(|(distance, sum)| {
        view! { <tr><td>{distance}</td><td class="end"><strong>{sum}</strong></td></tr> }
    });
    view! {
        <Ticket title=tr!(language, claim_form.start.sums) title_id="sums">
            <p class="soft">{lead}</p>
            <Perforation />
            <DataTable caption=tr!(language, claim_form.start.sums_caption) hide_caption=true>
                <thead>
                    <tr>
                        <th scope="col">{tr!(language, claim_form.start.sums_distance)}</th>
                        <th scope="col" class="end nowrap">{tr!(language, claim_form.start.sums_person)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </DataTable>
            <p class="soft">{tr!(language, claim_form.start.sums_uk)}</p>
        </Ticket>
    }
    .into_any()
}
