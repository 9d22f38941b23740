use backend::{Snapshot, assess};
use domain::claim_form::{DisruptionKind, Step, parse_disruption};
use leptos::prelude::*;
use text::{format, tr};

use super::{address::step_path, summary::statement_rows, view::StepView};
use crate::{
    assessment::AssessmentWords,
    pages::{SiteFrame, h1, title},
    ui::{
        Actions, BackLink, ButtonKind, Column, DescriptionList, Heading, Level, LinkButton, Notice,
        OutcomeTicket, Pairs, Perforation, Reasons, SummaryList, Ticket, WithAside,
    },
};

/// The assessment, or the honest answer that there is none yet.
pub fn page(view: StepView) -> AnyView {
    if parse_disruption(&view.answers) == Ok(DisruptionKind::Other) {
        return not_covered(view);
    }
    match assess(&view.answers, view.today) {
        Ok(snapshot) => assessment(view, &snapshot),
        Err(step) => {
            crate::request::redirect(&step_path(view.language, step));
            ().into_any()
        }
    }
}

fn not_covered(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, assessment.not_covered_title);
    let back = step_path(language, Step::WhatWentWrong);
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <Column>
                <BackLink href=back label=tr!(language, common.back) />
                <Heading level=Level::One>{heading}</Heading>
                <p>{tr!(language, assessment.not_covered_text)}</p>
                <Heading>{tr!(language, assessment.not_covered_what)}</Heading>
                <ul>
                    <li>{tr!(language, assessment.not_covered_1)}</li>
                    <li>{tr!(language, assessment.not_covered_2)}</li>
                    <li>{tr!(language, assessment.not_covered_3)}</li>
                </ul>
            </Column>
        </SiteFrame>
    }
    .into_any()
}

fn assessment(view: StepView, snapshot: &Snapshot) -> AnyView {
    let language = view.language;
    let words = AssessmentWords::new(language, snapshot);
    let headline = words.headline();
    let heading = tr!(language, assessment.title);
    let owed = words
        .best()
        .is_some_and(|entry| entry.outcome.known() != Some(rights::Outcome::NoCompensation));
    let onward = match owed {
        true => tr!(language, assessment.go_on),
        false => tr!(language, assessment.continue_anyway),
    };
    let kind = if owed {
        ButtonKind::Primary
    } else {
        ButtonKind::Second
    };
    let route = words.route(tr!(language, claim_form.route_so_far));
    let pairs = words.pairs();
    let content = view! {
        {h1(&heading)}
        <OutcomeTicket
            tone=headline.tone
            heading=headline.heading
            amount=headline.amount
            sum=headline.sum
        >
            <Perforation />
            {route}
            <Perforation />
            <Pairs pairs />
        </OutcomeTicket>
        <Actions>
            <LinkButton href=step_path(language, Step::People) kind>{onward}</LinkButton>
        </Actions>
        {explanation(&words, owed)}
        <p>{tr!(language, assessment.wrong)}</p>
    }
    .into_any();
    let aside = based_on(&view, snapshot);
    let back = view
        .previous
        .map_or_else(|| format!("/{language}"), |step| step_path(language, step));
    view! {
        {title(language, &[heading, tr!(language, claim_form.sections.result)])}
        <SiteFrame language>
            <WithAside aside labelled_by="based-on">
                <Column>
                    <BackLink href=back label=tr!(language, common.back) />
                    {super::view::progress(language, Step::Result)}
                    {content}
                </Column>
            </WithAside>
        </SiteFrame>
    }
    .into_any()
}

/// Why, what could change it, what else is due, by when.
fn explanation(words: &AssessmentWords, owed: bool) -> AnyView {
    let language = words.language();
    let list = |heading: String, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            let items = items
                .into_iter()
                .map(|item| view! { <li>{item}</li> })
                .collect_view();
            view! { <Heading>{heading}</Heading><ul>{items}</ul> }
        })
    };
    let choice = words.choice().map(|text| {
        view! { <Notice title=tr!(language, assessment.other_regime)><p>{text}</p></Notice> }
    });
    let other = words.other_rights();
    let other = (!other.is_empty()).then(|| {
        let items = other
            .into_iter()
            .map(|right| {
                view! {
                    <li>
                        {right.text}" "<span class="soft">{right.basis}</span>
                        <br />
                        <span class="soft small">
                            {tr!(language, assessment.keep)}" "{format::after_colon(&right.proof)}
                        </span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <Heading>{tr!(language, assessment.also)}</Heading>
            <ul>{items}</ul>
        }
    });
    // Where nothing is owed there is no date to keep.
    let by_when = owed.then(|| {
        let sentences = words.deadline().join(" ");
        view! { <Heading>{tr!(language, assessment.by_when)}</Heading><p>{sentences}</p> }
    });
    let if_refused = owed.then(|| {
        let sentences = words.if_refused().join(" ");
        view! { <Heading>{tr!(language, assessment.if_refused)}</Heading><p>{sentences}</p> }
    });
    let others = words.other_laws();
    let others = (!others.is_empty()).then(|| {
        view! { <Heading>{tr!(language, assessment.other_laws)}</Heading><DescriptionList facts=others /> }
    });
    let rules = words.rules();
    view! {
        {choice}
        {list(tr!(language, assessment.missing), words.open_questions())}
        <Heading>{tr!(language, assessment.why)}</Heading>
        <Reasons reasons=words.reasons() />
        {list(tr!(language, assessment.could_change), words.changes())}
        {other}
        {by_when}
        {if_refused}
        {others}
        <p class="soft">{tr!(language, assessment.not_legal, rules = rules)}</p>
    }
    .into_any()
}

/// The answers the assessment rests on, each with its way back.
fn based_on(view: &StepView, snapshot: &Snapshot) -> AnyView {
    let language = view.language;
    let rows = statement_rows(language, &snapshot.statement).into_iter();
    let rows = rows.map(|row| row.changeable(language, Step::Result));
    let rows = rows.collect();
    view! {
        <Ticket title=tr!(language, assessment.based_on) title_id="based-on">
            <Perforation />
            <SummaryList rows />
        </Ticket>
    }
    .into_any()
}
