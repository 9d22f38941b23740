use backend::{DeskClaim, Judgement, judge_sent};
use domain::{
    Language,
    access::Reviewer,
    claim::{Actor, EventKind},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::{format, tr};

use super::{
    decision::{decision_block, fault_words, state_tag},
    frame::{desk_frame, reviewers_only},
    queue::outcome_tag,
    unsaved::{Unsaved, unsaved_for},
};
use crate::{
    claim_form::statement_rows,
    error::{ErrorCode, Failure},
    pages::title,
    request,
    tracking::instant,
    ui::{
        BackLink, Block, DataTable, ErrorSummary, HeadRow, Heading, Level, Notice, Pairs, Proof,
        ProofStep, StopState, Tag, TagTone, Timeline, TimelineEntry, Tone,
    },
    verdict::VerdictWords,
};

/// One claim at the desk.
#[component]
pub fn ClaimPage() -> impl IntoView {
    let reference = use_params_map()
        .with_untracked(|params| params.get("reference"))
        .unwrap_or_default();
    let backend = request::backend();
    let fault = request::query("fault");
    let saved = request::query("saved").is_some();
    reviewers_only(move |language, reviewer, session| async move {
        let reference = reference
            .parse()
            .map_err(|_| Failure::from(ErrorCode::NotFound))?;
        let claim = backend.open_claim(&reviewer, reference).await?;
        let unsaved = match &fault {
            Some(_) => unsaved_for(&session, &claim.row.reference.to_string()).await,
            None => Unsaved::default(),
        };
        let fault = fault.and_then(|fault| fault_words(language, &fault));
        Ok(page(language, &reviewer, &claim, unsaved, fault, saved))
    })
}

fn page(
    language: Language,
    reviewer: &Reviewer,
    claim: &DeskClaim,
    unsaved: Unsaved,
    fault: Option<(&'static str, String)>,
    saved: bool,
) -> AnyView {
    let facts = &claim.row.facts;
    let reference = claim.row.reference.to_string();
    let more = (facts.passengers.len() > 1).then(|| {
        view! { " "<span class="soft">{format!("+{}", facts.passengers.len() - 1)}</span> }
    });
    let prefix = fault
        .as_ref()
        .map(|_| tr!(language, common.error_prefix))
        .unwrap_or_default();
    let page_title = format!("{prefix}{reference}");
    let summary = fault.clone().map(|(field, words)| {
        let faults = vec![(field.to_owned(), words)];
        view! { <ErrorSummary title=tr!(language, common.problem_title) faults /> }
    });
    let saved = saved
        .then(|| view! { <Notice tone=Tone::Good><p>{tr!(language, desk.saved)}</p></Notice> });
    let sent_on = claim.row.submitted_at.to_zoned(TimeZone::UTC).date();
    let judgement = judge_sent(&facts.statement, sent_on);
    let judged = judgement
        .as_ref()
        .map(|judgement| judged(language, claim, judgement));
    let name = facts.lead_name.clone();
    let state = state_tag(language, claim.row.claim.state.name());
    let content = view! {
        {title(language, &[page_title, tr!(language, desk.title)])}
        {summary}
        <BackLink href=format!("/{language}/desk") label=tr!(language, desk.back) />
        {saved}
        <div class="desk-claim">
            <div class="desk-main">
                <HeadRow>
                    <Heading level=Level::One>
                        <span class="code">{reference}</span>" "
                        <span dir="auto">{name}</span>{more}
                    </Heading>
                    <p>{state}</p>
                </HeadRow>
                {judged}
                {decision_block(language, claim, unsaved, fault.as_ref())}
            </div>
            <aside class="desk-side" aria-label=tr!(language, desk.people)>
                {people(language, claim)}
                {history(language, claim)}
            </aside>
        </div>
    };
    desk_frame(language, Some(reviewer), false, content.into_any())
}

/// Verdict, facts and reasoning.
fn judged(language: Language, claim: &DeskClaim, judgement: &Judgement) -> AnyView {
    let words = VerdictWords::new(language, judgement);
    let headline = words.headline();
    let heading = tr!(
        language,
        desk.verdict,
        outcome = headline.heading,
        amount = headline.amount
    );
    let rules = tr!(language, desk.rules, rules = judgement.assessment.rules);
    let questions = words.open_questions();
    let questions = (!questions.is_empty()).then(|| {
        let items = questions
            .into_iter()
            .map(|question| view! { <li>{question}</li> })
            .collect_view();
        view! { <h3>{tr!(language, desk.open_points)}</h3><ul>{items}</ul> }
    });
    let changes = words.changes();
    let changes = (!changes.is_empty()).then(|| {
        let items = changes
            .into_iter()
            .map(|change| view! { <li>{change}</li> })
            .collect_view();
        view! { <h3>{tr!(language, verdict.could_change)}</h3><ul>{items}</ul> }
    });
    let route = words.route(tr!(language, claim_form.check.route));
    let pairs = words.pairs();
    let choice = words.choice().map(|text| view! { <p>{text}</p> });
    let tag = outcome_tag(language, &claim.row.facts.outcome);
    view! {
        <Block
            id="outcome"
            title=heading
            note=rules
            end=Some(tag)
        >
            {route}
            <Pairs pairs />
            {choice}
            {questions}
            {changes}
        </Block>
        {facts(language, judgement)}
        {proof(language, &words)}
    }
    .into_any()
}

fn facts(language: Language, judgement: &Judgement) -> AnyView {
    let stated = statement_rows(language, &judgement.statement).into_iter().map(|row| {
        let small = row.small.map(|small| view! { " "<span class="soft">{small}</span> });
        let source = tr!(language, desk.source_passenger);
        view! { <tr><th scope="row">{row.term}</th><td>{row.value}{small}</td><td>{source}</td></tr> }
    });
    let late = judgement.assessment.delay_minutes.map(|minutes| {
        let term = tr!(language, verdict.late);
        let value = format::duration(language, minutes.max(0));
        let source = tr!(language, desk.source_worked_out);
        view! { <tr><th scope="row">{term}</th><td>{value}</td><td>{source}</td></tr> }
    });
    let rows = (stated.collect_view(), late);
    view! {
        <Block id="facts" title=tr!(language, desk.facts) flush=true>
            <DataTable caption=tr!(language, desk.facts) hide_caption=true scrolls=true>
                <thead>
                    <tr>
                        <th scope="col">{tr!(language, desk.fact)}</th>
                        <th scope="col">{tr!(language, desk.value)}</th>
                        <th scope="col">{tr!(language, desk.source)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </DataTable>
        </Block>
    }
    .into_any()
}

fn proof(language: Language, words: &VerdictWords) -> AnyView {
    let steps = words
        .steps()
        .into_iter()
        .map(|step| {
            let sentence = words.sentence(step);
            let (tone, label) = match step.met {
                true => (TagTone::Good, tr!(language, desk.met)),
                false => (TagTone::Quiet, tr!(language, desk.not_met)),
            };
            ProofStep {
                sentence: view! { <span>{sentence}</span> }.into_any(),
                source: step.rule.source.to_owned(),
                outcome: view! { <Tag tone label /> }.into_any(),
            }
        })
        .collect();
    view! {
        <Block id="proof" title=tr!(language, desk.proof)>
            <Proof steps />
        </Block>
    }
    .into_any()
}

fn people(language: Language, claim: &DeskClaim) -> AnyView {
    let facts = &claim.row.facts;
    let rows = facts.passengers.iter().enumerate().map(|(place, name)| {
        let note = if place == 0 {
            tr!(language, desk.lead)
        } else {
            String::new()
        };
        view! { <tr><th scope="row" dir="auto">{name.clone()}</th><td class="end">{note}</td></tr> }
    });
    let theirs = match facts.language {
        Language::En => tr!(Language::En, claim_form.check.language_name),
        Language::Fr => tr!(Language::Fr, claim_form.check.language_name),
    };
    let rows = rows.collect_view();
    let email = facts.email.clone();
    view! {
        <Block id="people" title=tr!(language, desk.people) flush=true>
            <DataTable caption=tr!(language, desk.people) hide_caption=true>
                <tbody>{rows}</tbody>
            </DataTable>
        </Block>
        <Block id="contact" title=tr!(language, desk.contact)>
            <p class="anywhere">{email}</p>
            <p class="soft">{tr!(language, desk.language)}": "{theirs}</p>
        </Block>
    }
    .into_any()
}

fn history(language: Language, claim: &DeskClaim) -> AnyView {
    let entries = claim
        .events
        .iter()
        .map(|line| TimelineEntry {
            state: StopState::Done,
            title: event_words(language, line.event.kind),
            who: match line.event.actor {
                Actor::Passenger => tr!(language, desk.by_passenger),
                Actor::System => tr!(language, desk.by_system),
                Actor::Staff(_) => claim
                    .decided_by
                    .clone()
                    .unwrap_or_else(|| tr!(language, desk.by_staff)),
            },
            when: Some(instant(language, line.event.at)),
            text: None,
            state_word: tr!(language, claim_form.progress.done),
        })
        .collect();
    view! {
        <Block id="history" title=tr!(language, desk.history)>
            <Timeline entries />
        </Block>
    }
    .into_any()
}

fn event_words(language: Language, kind: EventKind) -> String {
    match kind {
        EventKind::ClaimSubmitted => tr!(language, desk.event_submitted),
        EventKind::ClaimApproved => tr!(language, desk.event_approved),
        EventKind::ClaimRejected => tr!(language, desk.event_rejected),
        EventKind::ClaimWithdrawn => tr!(language, desk.event_withdrawn),
        EventKind::LinkRenewed => tr!(language, desk.event_link_renewed),
    }
}
