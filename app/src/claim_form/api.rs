#![expect(
    missing_docs,
    reason = "the structs made by the macro have the arguments as fields, which the functions explain"
)]

use std::collections::BTreeMap;

use backend::{Error, Secret, SubmitError};
use domain::{
    Language,
    claim_form::{Answers, Field, Journey, MAX_PEOPLE, MAX_STOPS, Step, StepContext},
};
use leptos::prelude::*;
use server_fn::codec::PostUrl;
use text::places::Airports;

use super::{address::step_path, list::Lines};
use crate::{
    error::{ErrorCode, WireError},
    request,
};

/// What a button of a page asks for beside saving it.
enum Then {
    /// Go on, if the page can be read.
    Continue,
    /// Come back with one more line for a stop or a person.
    Add,
    /// Take a stop or a person out.
    Remove(Field),
    /// Take an airport of the list for a field.
    Pick(Field, String),
}

impl Then {
    fn parse(text: &str) -> Option<Then> {
        if text.is_empty() {
            return Some(Then::Continue);
        }
        let (verb, thing) = text.split_once(' ')?;
        match verb {
            "add" => Step::from_slug(thing).map(|_| Then::Add),
            "remove" => Field::from_name(thing).map(Then::Remove),
            "pick" => {
                let (field, code) = thing.split_once(' ')?;
                Field::from_name(field).map(|field| Then::Pick(field, code.to_owned()))
            }
            _ => None,
        }
    }
}

/// Saves a page as it was typed and goes on: to the next page, or back to the
/// same one with its faults.
#[server(name = SaveAnswers, prefix = "/form", endpoint = "claim/save", input = PostUrl)]
pub async fn save_answers(
    step: String,
    language: Language,
    #[server(default)] then: String,
    #[server(default)] back_to: String,
    #[server(default)] form: BTreeMap<String, String>,
) -> Result<(), WireError> {
    let step = Step::from_slug(&step).ok_or(ErrorCode::BadRequest)?;
    let then = Then::parse(&then).ok_or(ErrorCode::BadRequest)?;
    let backend = request::backend();
    if let Then::Pick(..) = then {
        // A search, as the suggestions are.
        let address = request::client_address();
        let searched = backend.limits().suggest(&address, backend.now());
        searched.map_err(|_| ErrorCode::TooMany)?;
    }
    let posted = change(&then, language, form);
    let secret = request::draft_secret();
    let saved = backend
        .save_answers(secret.as_ref(), language, step, &posted)
        .await?;
    if let Some(secret) = &saved.new_secret {
        request::keep_draft_secret(secret);
    }
    let context = Airports::context(backend.today());
    request::redirect(&onward(
        &saved.answers,
        &context,
        step,
        language,
        &then,
        &back_to,
    ));
    Ok(())
}

/// The posted fields after the button had its way.
fn change(
    then: &Then,
    language: Language,
    mut form: BTreeMap<String, String>,
) -> Vec<(String, String)> {
    match then {
        Then::Pick(field, code) => {
            // What is pressed is a code, whatever else it may be the name of.
            let code = code.parse().ok();
            if let Some(airport) = code.and_then(|code| Airports::get(code, language)) {
                form.insert(field.name(), airport.full());
            }
        }
        Then::Remove(field) => remove_line(*field, &mut form),
        Then::Continue | Then::Add => {}
    }
    form.into_iter().collect()
}

/// Takes a line out and moves the later ones up.
fn remove_line(field: Field, form: &mut BTreeMap<String, String>) {
    let (line, last, at): (u8, u8, fn(u8) -> Field) = match field {
        Field::Stop(n) => (n, MAX_STOPS, Field::Stop),
        Field::Passenger(n) => (n, MAX_PEOPLE, Field::Passenger),
        _ => return,
    };
    form.remove(&at(line).name());
    for n in line..last {
        if let Some(text) = form.remove(&at(n + 1).name()) {
            form.insert(at(n).name(), text);
        }
    }
}

fn onward(
    answers: &Answers,
    context: &StepContext,
    step: Step,
    language: Language,
    then: &Then,
    back_to: &str,
) -> String {
    let here = step_path(language, step);
    let journey = Journey::new(answers, context);
    let back_to = Step::from_slug(back_to);
    // A page that is shown again still knows where it was asked for.
    let back = back_to.map(|step| format!("back={}", step.slug()));
    let again = |asked: &str, place: &str| {
        let query: Vec<&str> = [asked, back.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{here}{mark}{}{place}", query.join("&"))
    };
    let last_line = |one_more| {
        let last = Lines::of(step).and_then(|lines| lines.last(answers, one_more));
        last.map(|field| format!("#{}", field.name()))
            .unwrap_or_default()
    };
    match then {
        Then::Add => again("more", &last_line(true)),
        Then::Remove(_) => again("", &last_line(false)),
        Then::Pick(field, _) => again("", &format!("#{}", field.name())),
        Then::Continue if journey.check(step).is_err() => again("check", ""),
        // After a change, back to where it was asked for, if that is possible
        // now; else to the first page that the change has opened.
        Then::Continue => {
            let wanted = back_to.or_else(|| journey.next(step));
            let next = wanted.filter(|next| journey.can_visit(*next));
            step_path(language, next.unwrap_or_else(|| journey.furthest()))
        }
    }
}

/// Sends the claim: once, however often this is posted, and only as it was shown:
/// `version` is that of the draft on the page of the button.
#[server(name = SendClaim, prefix = "/form", endpoint = "claim/send", input = PostUrl)]
pub async fn send_claim(
    language: Language,
    #[server(default)] version: i32,
    #[server(default)] form: BTreeMap<String, String>,
) -> Result<(), WireError> {
    let Some(secret) = request::draft_secret() else {
        request::redirect(&step_path(language, Step::WhatWentWrong));
        return Ok(());
    };
    let path = send(&secret, language, version, form).await?;
    request::redirect(&path);
    Ok(())
}

async fn send(
    secret: &Secret,
    language: Language,
    seen: i32,
    form: BTreeMap<String, String>,
) -> Result<String, WireError> {
    let ticks: Vec<(String, String)> = form.into_iter().collect();
    let sent = request::backend()
        .submit_claim(secret, language, seen, &ticks)
        .await;
    Ok(match sent {
        Ok(claim) => {
            if let Some(link) = &claim.link {
                request::keep_claim_secret(link, request::backend().now());
            }
            format!("/{language}/tracking/{}?sent", claim.reference)
        }
        Err(SubmitError::Incomplete(step)) => format!("{}?check", step_path(language, step)),
        Err(SubmitError::Changed) => format!("{}?changed", step_path(language, Step::Check)),
        Err(SubmitError::Other(Error::NotFound)) => step_path(language, Step::WhatWentWrong),
        Err(SubmitError::Other(error)) => return Err(error.into()),
    })
}
