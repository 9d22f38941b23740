use backend::TrackedClaim;
use domain::{
    Language,
    claim::{ClaimState, DecisionOutcome as Found, RejectionReason, StateName},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use text::{format, tr};

use crate::ui::{Card, Heading, Pair, Pairs, Progress, StateWords, StopState, Tag, TagTone};

/// The way of a claim, and where on it this one is.
pub fn path(language: Language, state: StateName) -> AnyView {
    let sent = tr!(language, tracking.path_sent);
    let check = tr!(language, tracking.path_check);
    let decision = tr!(language, tracking.path_decision);
    let (names, here) = match state {
        StateName::Submitted => (vec![sent, check, decision], 1),
        StateName::Approved | StateName::Rejected => (vec![sent, check, decision], 2),
        // Nobody has checked it to its end.
        StateName::Withdrawn => (vec![sent, tr!(language, tracking.state_withdrawn)], 1),
    };
    let of = names.len();
    let summary = names[here].clone();
    let parts = names.into_iter().enumerate().map(|(place, name)| {
        let state = match place.cmp(&here) {
            std::cmp::Ordering::Less => StopState::Done,
            std::cmp::Ordering::Equal => StopState::Here,
            std::cmp::Ordering::Greater => StopState::Next,
        };
        (name, state)
    });
    let parts = parts.collect();
    view! {
        <Progress
            parts
            summary_lead=tr!(language, tracking.path_lead, n = here + 1, of = of)
            summary
            label=tr!(language, tracking.path)
            state_words=state_words(language)
        />
    }
    .into_any()
}

fn state_words(language: Language) -> StateWords {
    StateWords {
        done: tr!(language, tracking.step_done),
        here: tr!(language, claim_form.progress.here),
        next: tr!(language, claim_form.progress.next),
    }
}

/// How things stand: the next step, or the decision with its words.
pub fn standing(language: Language, claim: &TrackedClaim) -> AnyView {
    match &claim.row.claim.state {
        ClaimState::Submitted => view! {
            <p><Tag tone=TagTone::Info label=tr!(language, tracking.state_submitted) /></p>
            <Card labelled_by="next" next=true>
                <Heading id="next">{tr!(language, tracking.next_submitted)}</Heading>
                <p>{tr!(language, tracking.next_submitted_text)}</p>
            </Card>
        }
        .into_any(),
        ClaimState::Withdrawn => view! {
            <p><Tag tone=TagTone::Quiet label=tr!(language, tracking.state_withdrawn) /></p>
            <Card labelled_by="next">
                <Heading id="next">{tr!(language, tracking.withdrawn_title)}</Heading>
                <p>{tr!(language, tracking.withdrawn_text)}</p>
            </Card>
        }
        .into_any(),
        ClaimState::Decided { decision, at, .. } => {
            let (tone, label, heading, reason) = match decision.outcome() {
                Found::Approved => (
                    TagTone::Good,
                    tr!(language, tracking.state_approved),
                    tr!(language, tracking.decision_approved),
                    None,
                ),
                Found::Rejected(reason) => (
                    TagTone::Bad,
                    tr!(language, tracking.state_rejected),
                    tr!(language, tracking.decision_rejected),
                    // That it was another one than those tells nothing.
                    (reason != RejectionReason::Other).then(|| reason_words(language, reason)),
                ),
            };
            let reason = reason.map(|reason| {
                view! { <Pairs pairs=vec![Pair::new(tr!(language, tracking.decision_reason), reason)] /> }
            });
            let day = format::day(language, at.to_zoned(TimeZone::UTC).date());
            let words = paragraphs(decision.text());
            let onward = (decision.outcome() == Found::Approved).then(|| {
                // What nobody has put a number to is what the reviewer's words say.
                let what = match claim.row.facts.summary.amount {
                    Some(_) => tr!(language, tracking.approved_sum),
                    None => tr!(language, tracking.approved_words),
                };
                let next = tr!(language, tracking.approved_next);
                view! { <p class="soft">{what}" "{next}</p> }
            });
            view! {
                <p><Tag tone label /></p>
                <Card labelled_by="next" next=true>
                    <Heading id="next">{heading}</Heading>
                    <p class="small soft">{tr!(language, tracking.decision_day, day = day)}</p>
                    {reason}
                    <h3>{tr!(language, tracking.decision_words)}</h3>
                    {words}
                    {onward}
                </Card>
            }
            .into_any()
        }
    }
}

/// Words that were typed, with their line breaks.
pub fn paragraphs(text: &str) -> AnyView {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect_view()
        .into_any()
}

/// Why a claim was rejected.
pub fn reason_words(language: Language, reason: RejectionReason) -> String {
    match reason {
        RejectionReason::OutOfScope => tr!(language, tracking.reasons.out_of_scope),
        RejectionReason::BelowThreshold => tr!(language, tracking.reasons.below_threshold),
        RejectionReason::Extraordinary => tr!(language, tracking.reasons.extraordinary),
        RejectionReason::TooLate => tr!(language, tracking.reasons.too_late),
        RejectionReason::NotConfirmed => tr!(language, tracking.reasons.not_confirmed),
        RejectionReason::Duplicate => tr!(language, tracking.reasons.duplicate),
        RejectionReason::Other => tr!(language, tracking.reasons.other),
    }
}
