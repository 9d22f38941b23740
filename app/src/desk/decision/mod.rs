//! The decision on a claim: the form, what it posts to, and what is shown once
//! it is taken.

mod api;
mod fault;
mod unsaved;

use backend::DeskClaim;
use domain::{
    Language,
    access::Staff,
    claim::{ClaimState, DecisionOutcome, RejectionReason, StateName},
};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use server_fn::ServerFn;
use text::{format, tr};

use self::{
    api::{DISCARD, DecideClaim, KeepDecision},
    fault::{OUTCOME_FIELD, SUM_FIELD},
};
pub use self::{
    fault::{CHANGED, OTHER_STAFF, fault_words},
    unsaved::{Written, unsaved_for},
};
use super::frame::shown_to;
use crate::{
    tracking::{paragraphs, reason_words},
    ui::{
        Actions, Block, Button, ButtonKind, Checkbox, Notice, RadioCards, RadioOption, SelectField,
        SelectOption, Tag, TagTone, TextArea,
    },
};

/// The form to decide with, or the decision.
pub fn decision_block(
    language: Language,
    staff: &Staff,
    claim: &DeskClaim,
    unsaved: Option<Written>,
    fault: Option<&(&'static str, String)>,
) -> AnyView {
    match &claim.row.claim.state {
        ClaimState::Submitted => form(language, staff, claim, unsaved, fault),
        _ => decided(language, claim, unsaved),
    }
}

fn decided(language: Language, claim: &DeskClaim, unsaved: Option<Written>) -> AnyView {
    let content = match &claim.row.claim.state {
        ClaimState::Decided { decision, by, at } => {
            let name = claim.name_of(*by);
            let name = name.unwrap_or_else(|| tr!(language, desk.by_staff));
            let day = format::day(language, at.to_zoned(TimeZone::UTC).date());
            let reason = match decision.outcome() {
                DecisionOutcome::Rejected(reason) => {
                    Some(view! { <p><strong>{reason_words(language, reason)}</strong></p> })
                }
                DecisionOutcome::Approved => None,
            };
            view! {
                <p>
                    {state_tag(language, claim.row.claim.state.name())}
                    " "
                    <span class="soft">{tr!(language, desk.decided_by, name = name, day = day)}</span>
                </p>
                {reason}
                {paragraphs(decision.text())}
            }
            .into_any()
        }
        state => view! {
            <p>{state_tag(language, state.name())}" "{tr!(language, desk.not_open)}</p>
        }
        .into_any(),
    };
    let title = match claim.row.claim.state.name() {
        StateName::Withdrawn => tr!(language, desk.event_withdrawn),
        _ => tr!(language, desk.decided),
    };
    let unsent = unsaved.map(|unsaved| unsent(language, claim, unsaved));
    view! {
        <Block id="decide" title>
            {content}
            {unsent}
        </Block>
    }
    .into_any()
}

/// Somebody else was faster: what was written here is still there to copy.
fn unsent(language: Language, claim: &DeskClaim, unsaved: Written) -> AnyView {
    let why = match &claim.row.claim.state {
        ClaimState::Decided { by, .. } => {
            let name = claim.name_of(*by);
            let name = name.unwrap_or_else(|| tr!(language, desk.by_staff));
            tr!(language, desk.unsent_decided, name = name)
        }
        ClaimState::Withdrawn | ClaimState::Submitted => tr!(language, desk.unsent_withdrawn),
    };
    view! {
        <form method="post" action=KeepDecision::PATH>
            <input type="hidden" name="language" value=language.tag() />
            <input type="hidden" name="reference" value=claim.row.reference.to_string() />
            <Notice><p>{why}</p></Notice>
            <TextArea
                id="text"
                name="text"
                label=tr!(language, desk.words)
                value=unsaved.text
                rows=5
                readonly=true
            />
            <Actions>
                <Button
                    kind=ButtonKind::Second
                    label=tr!(language, desk.discard)
                    name="then"
                    value=DISCARD
                />
            </Actions>
        </form>
    }
    .into_any()
}

/// What of the page belongs to the form, wherever it stands.
pub const FORM: &str = "decision";

/// A button anywhere on the page that takes what is written along to the claim as it
/// is now, in a language.
pub fn keep_button(language: Language, label: String) -> AnyView {
    view! {
        <button
            class="button"
            data-kind="plain"
            form=FORM
            formaction=KeepDecision::PATH
            name="then"
            value=language.tag()
            lang=language.tag()
        >
            {label}
        </button>
    }
    .into_any()
}

/// The state of a claim as a tag.
pub fn state_tag(language: Language, state: StateName) -> AnyView {
    let (tone, label) = match state {
        StateName::Submitted => (TagTone::Info, tr!(language, desk.submitted)),
        StateName::Approved => (TagTone::Good, tr!(language, desk.event_approved)),
        StateName::Rejected => (TagTone::Bad, tr!(language, desk.event_rejected)),
        StateName::Withdrawn => (TagTone::Quiet, tr!(language, desk.event_withdrawn)),
    };
    view! { <Tag tone label /> }.into_any()
}

fn form(
    language: Language,
    staff: &Staff,
    claim: &DeskClaim,
    unsaved: Option<Written>,
    fault: Option<&(&'static str, String)>,
) -> AnyView {
    let shown_to = shown_to(staff);
    let is_kept = unsaved.is_some();
    let unsaved = unsaved.unwrap_or_default();
    let kept = (is_kept && fault.is_none())
        .then(|| view! { <Notice><p>{tr!(language, desk.unsaved)}</p></Notice> });
    let discard = is_kept.then(|| {
        view! {
            <Button
                kind=ButtonKind::Second
                label=tr!(language, desk.discard)
                formaction=KeepDecision::PATH
                name="then"
                value=DISCARD
            />
        }
    });
    let action = DecideClaim::PATH;
    let at = |field: &str| {
        fault
            .filter(|(place, _)| *place == field)
            .map(|(_, words)| words.clone())
    };
    let option = |value: &str, label: String, detail: String| RadioOption {
        value: value.to_owned(),
        label,
        detail: Some(detail),
        checked: unsaved.outcome == value,
    };
    let outcomes = vec![
        option(
            "approve",
            tr!(language, desk.approve),
            tr!(language, desk.approve_detail),
        ),
        option(
            "reject",
            tr!(language, desk.reject),
            tr!(language, desk.reject_detail),
        ),
    ];
    let none = SelectOption {
        value: String::new(),
        label: tr!(language, desk.choose_reason),
        selected: unsaved.reason.is_empty(),
    };
    let reasons = RejectionReason::ALL.map(|reason| SelectOption {
        value: reason.code().to_owned(),
        label: reason_words(language, reason),
        selected: unsaved.reason == reason.code(),
    });
    let reasons = [none].into_iter().chain(reasons).collect();
    let hint = match claim.row.facts.language {
        Language::En => tr!(language, desk.decide_hint_english),
        Language::Fr => tr!(language, desk.decide_hint_french),
    };
    let fault_word = tr!(language, common.error_word);
    let reference = claim.row.reference.to_string();
    let version = claim.row.claim.version.to_string();
    let (no_outcome, no_reason, no_text) = (at(OUTCOME_FIELD), at("reason"), at("text"));
    // Without a sum the passenger has only the words to go by.
    let sum_in_words = claim.row.facts.summary.amount.is_none().then(|| {
        view! {
            <Checkbox
                id=SUM_FIELD
                name=SUM_FIELD
                value="yes"
                label=tr!(language, desk.sum_in_words)
                hint=tr!(language, desk.sum_in_words_hint)
                checked=!unsaved.sum_in_words.is_empty()
                fault=at(SUM_FIELD)
                fault_word=fault_word.clone()
            />
        }
    });
    view! {
        <Block id="decide" title=tr!(language, desk.decide)>
            <form method="post" action=action id=FORM novalidate>
                {shown_to}
                <input type="hidden" name="language" value=language.tag() />
                <input type="hidden" name="reference" value=reference />
                <input type="hidden" name="version" value=version />
                {kept}
                <p class="hint">{hint}</p>
                <RadioCards
                    id=OUTCOME_FIELD
                    name=OUTCOME_FIELD
                    legend=tr!(language, desk.decide)
                    hide_legend=true
                    options=outcomes
                    pair=true
                    fault=no_outcome
                    fault_word=fault_word.clone()
                />
                <SelectField
                    id="reason"
                    name="reason"
                    label=tr!(language, desk.reason)
                    options=reasons
                    fault=no_reason
                    fault_word=fault_word.clone()
                />
                <TextArea
                    id="text"
                    name="text"
                    label=tr!(language, desk.words)
                    hint=tr!(language, desk.words_hint)
                    value=unsaved.text
                    rows=5
                    fault=no_text
                    fault_word=fault_word.clone()
                />
                {sum_in_words}
                <Actions>
                    <Button label=tr!(language, desk.decide_button) />
                    {discard}
                </Actions>
            </form>
        </Block>
    }
    .into_any()
}
