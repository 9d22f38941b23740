use backend::LoadedDraft;
use domain::{
    Language,
    claim_form::{Faults, Journey, Step},
};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::places::Airports;

use super::{
    address::step_path, arrival, check, contact, flights, notice, people, reason, replacement,
    result, schedule, trip, view::StepView, what_went_wrong,
};
use crate::{
    error::{ErrorCode, Failure},
    pages::{in_language, load},
    request,
};

/// A page of the form, for the draft of this browser.
#[component]
pub fn StepPage() -> impl IntoView {
    in_language(|language| {
        let slug = use_params_map().with_untracked(|params| params.get("step"));
        let step = slug.and_then(|slug| Step::from_slug(&slug));
        let backend = request::backend();
        let today = backend.today();
        let secret = request::draft_secret();
        let asked = Asked {
            check: request::query("check").is_some(),
            changed: request::query("changed").is_some(),
            more: request::query("more").is_some(),
            back_to: request::query("back").and_then(|slug| Step::from_slug(&slug)),
        };
        load(language, async move {
            let step = step.ok_or(ErrorCode::NotFound)?;
            let draft = match &secret {
                Some(secret) => backend.load_draft(secret).await?,
                None => None,
            };
            Ok::<_, Failure>(page(language, step, draft, asked, today))
        })
    })
}

/// What the query of the address asks for.
struct Asked {
    /// Show what is wrong with the page.
    check: bool,
    /// Say that the answers are not those that were to be sent.
    changed: bool,
    /// Show an empty line more.
    more: bool,
    /// Where to go after a change.
    back_to: Option<Step>,
}

fn page(
    language: Language,
    step: Step,
    draft: Option<LoadedDraft>,
    asked: Asked,
    today: Date,
) -> AnyView {
    let kept_until = draft
        .as_ref()
        .map(|draft| (draft.saved_at, draft.expires_at));
    let version = draft.as_ref().map_or(0, |draft| draft.version);
    let answers = draft.map(|draft| draft.answers).unwrap_or_default();
    let context = Airports::context(today);
    let journey = Journey::new(&answers, &context);
    if !journey.can_visit(step) {
        let first_missing = step_path(language, journey.furthest());
        let why = if asked.changed { "?check" } else { "" };
        request::redirect(&format!("{first_missing}{why}"));
        return ().into_any();
    }
    let faults = match asked.check {
        true => journey.check(step).err().unwrap_or_default(),
        false => Faults::default(),
    };
    let previous = journey.previous(step);
    let view = StepView {
        language,
        step,
        faults,
        previous,
        kept_until,
        today,
        one_more: asked.more,
        back_to: asked.back_to,
        answers,
        version,
        changed: asked.changed && step == Step::Check,
    };
    match step {
        Step::WhatWentWrong => what_went_wrong::page(view),
        Step::Trip => trip::page(view),
        Step::Flights => flights::page(view),
        Step::Schedule => schedule::page(view),
        Step::Arrival => arrival::page(view),
        Step::Notice => notice::page(view),
        Step::Replacement => replacement::page(view),
        Step::Reason => reason::page(view),
        Step::Result => result::page(view),
        Step::People => people::page(view),
        Step::Contact => contact::page(view),
        Step::Check => check::page(view),
    }
}
