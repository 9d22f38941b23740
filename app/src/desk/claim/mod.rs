//! One claim at the desk, its people and mail, and what today's rules say to it.

mod api;
mod mail;
mod people;
mod reassess;

use backend::{DeskClaim, Snapshot};
use domain::{
    Language,
    access::{DecideClaims, ReadClaims, Staff},
    claim::{Actor, ClaimState, EventKind, StateName},
};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use rights::Code;
use text::{format, law::stored_money, tr};

pub use self::reassess::ReassessPage;
use self::{mail::mail_block, people::people_block, reassess::reassess_path};
use super::{
    decision::{
        CHANGED, Written, decision_block, fault_words, keep_button, state_tag, unsaved_for,
    },
    frame::{desk_frame_with, staff_only},
    live::claim_notice,
    queue::outcome_tag,
};
use crate::{
    assessment::AssessmentWords,
    claim_form::statement_rows,
    error::{ErrorCode, Failure},
    pages::{other_language, title},
    request,
    tracking::{instant, next_step_paragraphs},
    ui::{
        BackLink, Block, ButtonKind, DataTable, ErrorSummary, HeadRow, Heading, Level, LinkButton,
        Notice, Pairs, Proof, ProofStep, StopState, Tag, TagTone, Timeline, TimelineEntry, Tone,
    },
};

/// One claim at the desk.
#[component]
pub fn ClaimPage() -> impl IntoView {
    let reference = use_params_map()
        .with_untracked(|params| params.get("reference"))
        .unwrap_or_default();
    let backend = request::backend();
    let fault = request::query("fault");
    let news = News {
        decided: request::query("saved").is_some(),
        reassessed: request::query("reassessed").is_some(),
    };
    staff_only(
        ReadClaims,
        move |language, staff, grant, session| async move {
            let reference = reference
                .parse()
                .map_err(|_| Failure::from(ErrorCode::NotFound))?;
            let claim = backend.open_claim(&grant, reference).await?;
            let unsaved = unsaved_for(&session, &claim.row.reference.to_string()).await?;
            // Of a form that is not on the page any more only this is left to say.
            let waits = claim.row.claim.state == ClaimState::Submitted;
            let fault = fault.map(|fault| if waits { fault } else { CHANGED.to_owned() });
            let fault = fault.and_then(|fault| fault_words(language, &fault, &staff.name));
            let onward = onward(language, &claim, backend.today());
            Ok(page(language, &staff, &claim, unsaved, fault, news, onward))
        },
    )
}

/// What was just done here.
#[derive(Clone, Copy)]
struct News {
    decided: bool,
    reassessed: bool,
}

fn page(
    language: Language,
    staff: &Staff,
    claim: &DeskClaim,
    unsaved: Option<Written>,
    fault: Option<(&'static str, String)>,
    news: News,
    onward: Option<AnyView>,
) -> AnyView {
    let reference = claim.row.reference.to_string();
    let others = claim.row.passenger_count - 1;
    let more = (others > 0).then(|| {
        view! { " "<span class="soft">{format!("+{others}")}</span> }
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
    let done = match (news.decided, news.reassessed) {
        (true, _) => Some(tr!(language, desk.saved)),
        (false, true) => Some(tr!(language, desk.reassessed)),
        (false, false) => None,
    };
    let done = done.map(|done| view! { <Notice tone=Tone::Good><p>{done}</p></Notice> });
    let stored = match &claim.snapshot {
        Some(snapshot) => assessed(language, claim, snapshot),
        None => unread(language, claim),
    };
    let name = match &claim.row.people {
        Some(people) => people.lead().to_owned(),
        None => tr!(language, desk.erased),
    };
    let state = state_tag(language, claim.row.claim.state.name());
    let may_decide = staff.may(DecideClaims).is_ok();
    let decision = (may_decide || claim.row.claim.state.name() != StateName::Submitted)
        .then(|| decision_block(language, staff, claim, unsaved, fault.as_ref()));
    let is_form = may_decide && claim.row.claim.state == ClaimState::Submitted;
    let show = tr!(language, desk.show_changes);
    let other = other_language(language);
    // What may be written on the page goes along.
    let (show, other) = match (is_form, other.lang.parse()) {
        (true, Ok(lang)) => (keep_button(language, show), keep_button(lang, other.label)),
        _ => {
            let href = format!("/{language}/desk/claims/{reference}");
            let show = view! { <a href=href>{show}</a> };
            (show.into_any(), other.into_view())
        }
    };
    let live = claim_notice(language, &claim.row.claim, show);
    let content = view! {
        {title(language, &[page_title, tr!(language, desk.title)])}
        {summary}
        <BackLink href=format!("/{language}/desk") label=tr!(language, desk.back) />
        {done}
        <div class="desk-claim">
            <div class="desk-main">
                <HeadRow>
                    <Heading level=Level::One>
                        <span class="code">{reference}</span>" "
                        <span dir="auto">{name}</span>{more}
                    </Heading>
                    <p>{state}</p>
                </HeadRow>
                {stored}
                {onward}
                {live}
                {decision}
            </div>
            <aside class="desk-side" aria-label=tr!(language, desk.people)>
                {people_block(language, claim)}
                {mail_block(language, &claim.deliveries)}
                {history(language, claim)}
            </aside>
        </div>
    };
    desk_frame_with(language, Some(staff), false, other, content.into_any())
}

/// What the passenger is told to do towards the airline and after its answer.
fn onward(language: Language, claim: &DeskClaim, today: Date) -> Option<AnyView> {
    let step = claim.next_step(today)?;
    let block = view! {
        <Block id="claiming" title=tr!(language, recourse.title)>
            {next_step_paragraphs(language, &step)}
        </Block>
    };
    Some(block.into_any())
}

/// Assessment, facts and reasoning, as they were stored.
fn assessed(language: Language, claim: &DeskClaim, snapshot: &Snapshot) -> AnyView {
    let words = AssessmentWords::new(language, snapshot);
    let headline = words.headline();
    let heading = tr!(
        language,
        desk.outcome,
        outcome = headline.heading,
        amount = headline.amount
    );
    let rules = tr!(
        language,
        desk.rules,
        rules = snapshot.assessment.rules.clone()
    );
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
        view! { <h3>{tr!(language, assessment.could_change)}</h3><ul>{items}</ul> }
    });
    let route = words.route(tr!(language, claim_form.check.route));
    let pairs = words.pairs();
    let choice = words.choice().map(|text| view! { <p>{text}</p> });
    let tag = outcome_tag(language, &claim.row.facts.summary.outcome);
    let again = judge_again(language, claim);
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
            {again}
        </Block>
        {facts(language, snapshot)}
        {proof(language, &words)}
    }
    .into_any()
}

/// The way to what today's rules would say; nothing is assessed again unasked.
fn judge_again(language: Language, claim: &DeskClaim) -> Option<AnyView> {
    let waits = claim.row.claim.state == ClaimState::Submitted;
    waits.then(|| {
        let href = reassess_path(language, claim);
        let label = tr!(language, desk.reassess);
        view! { <p><LinkButton href kind=ButtonKind::Second>{label}</LinkButton></p> }.into_any()
    })
}

/// What the columns of a claim tell, where this release cannot read what was
/// stored with it.
fn unread(language: Language, claim: &DeskClaim) -> AnyView {
    let facts = &claim.row.facts;
    let amount = facts.summary.amount.as_ref();
    let amount = amount.map(|amount| stored_money(language, amount.minor, &amount.currency));
    let known = [
        (
            tr!(language, desk.col_route),
            Some(format!("{} → {}", facts.origin, facts.destination)),
        ),
        (tr!(language, desk.col_flight), Some(facts.flight.clone())),
        (
            tr!(language, claim_form.check.day),
            Some(format::day(language, facts.flight_day)),
        ),
        (tr!(language, desk.col_amount), amount),
        (tr!(language, assessment.claim_to), facts.claim_from.clone()),
        (tr!(language, desk.law), facts.summary.regime.clone()),
    ];
    let known = known
        .into_iter()
        .filter_map(|(term, value)| value.map(|value| (term, value)));
    // An old record holds the answers as they were typed.
    let typed = facts.statement.as_object().into_iter().flatten();
    let typed = typed.filter_map(|(field, answer)| {
        answer
            .as_str()
            .map(|answer| (field.clone(), answer.to_owned()))
    });
    let rows = known.chain(typed).map(|(term, value)| {
        view! { <tr><th scope="row">{term}</th><td dir="auto">{value}</td></tr> }
    });
    let rows = rows.collect_view();
    let tag = outcome_tag(language, &facts.summary.outcome);
    let rules = tr!(language, desk.rules, rules = facts.summary.rules.clone());
    view! {
        <Block id="outcome" title=tr!(language, desk.unread) note=rules end=Some(tag) flush=true>
            <DataTable caption=tr!(language, desk.unread) hide_caption=true scrolls=true>
                <tbody>{rows}</tbody>
            </DataTable>
        </Block>
    }
    .into_any()
}

fn facts(language: Language, snapshot: &Snapshot) -> AnyView {
    let stated = statement_rows(language, &snapshot.statement).into_iter().map(|row| {
        let small = row.small.map(|small| view! { " "<span class="soft">{small}</span> });
        let source = tr!(language, desk.source_passenger);
        view! { <tr><th scope="row">{row.term}</th><td>{row.value}{small}</td><td>{source}</td></tr> }
    });
    let late = snapshot.assessment.delay_minutes.map(|minutes| {
        let term = tr!(language, assessment.late);
        let value = format::duration(language, minutes.max(0));
        let source = tr!(language, desk.source_worked_out);
        view! { <tr><th scope="row">{term}</th><td>{value}</td><td>{source}</td></tr> }
    });
    let rows = (stated.collect_view(), late);
    view! {
        <Block id="facts" title=tr!(language, desk.facts) flush=true>
            <DataTable caption=tr!(language, desk.facts) hide_caption=true>
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

fn proof(language: Language, words: &AssessmentWords) -> AnyView {
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
                source: step.rule.source.clone(),
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

fn history(language: Language, claim: &DeskClaim) -> AnyView {
    let entries = claim
        .events
        .iter()
        .map(|line| TimelineEntry {
            state: StopState::Done,
            title: event_words(language, &line.kind),
            who: match line.actor {
                Actor::Passenger => tr!(language, desk.by_passenger),
                Actor::System => tr!(language, desk.by_system),
                Actor::Staff(id) => claim
                    .name_of(id)
                    .unwrap_or_else(|| tr!(language, desk.by_staff)),
            },
            when: Some(instant(language, line.at)),
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

fn event_words(language: Language, kind: &Code<EventKind>) -> String {
    let Some(known) = kind.known() else {
        return tr!(language, desk.event_unknown, code = kind.as_str());
    };
    match known {
        EventKind::ClaimSubmitted => tr!(language, desk.event_submitted),
        EventKind::ClaimApproved => tr!(language, desk.event_approved),
        EventKind::ClaimRejected => tr!(language, desk.event_rejected),
        EventKind::ClaimWithdrawn => tr!(language, desk.event_withdrawn),
        EventKind::LinkRenewed => tr!(language, desk.event_link_renewed),
        EventKind::ClaimReassessed => tr!(language, desk.event_reassessed),
        EventKind::ClaimErased => tr!(language, desk.event_erased),
    }
}
