use backend::DecideError;
use domain::{
    Language,
    access::DecideClaims,
    claim::{ClaimReference, Decision, DecisionError},
};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use super::{
    fault::{CHANGED, OTHER_STAFF, OUTCOME_FIELD, SUM_FIELD},
    unsaved::{Written, forget_unsaved, keep_unsaved},
};
use crate::{
    error::{ErrorCode, Failure, WireError},
    request,
};

/// What the other buttons of the form ask for, beside a language to go on in.
pub const DISCARD: &str = "discard";

/// Approves or rejects a claim. What cannot be saved is kept and shown again.
///
/// `staff` is for whom the form was shown: whoever else is signed in by now did not
/// write it, and decides nothing with it.
#[server(name = DecideClaim, prefix = "/form", endpoint = "desk/decide", input = PostUrl)]
pub async fn decide_claim(
    language: Language,
    reference: String,
    version: i32,
    #[server(default)] staff: String,
    #[server(flatten)] written: Written,
) -> Result<(), WireError> {
    let grant = request::require(DecideClaims).await?;
    let (backend, session) = request::desk_session()?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let page = format!("/{language}/desk/claims/{reference}");
    let decision = Decision::parse(&written.outcome, &written.reason, &written.text);
    let fault = match decision {
        _ if !request::was_shown_to(&grant, &staff) => Some(OTHER_STAFF),
        Err(error) => {
            // What is missing is of no interest where nothing can be decided any more.
            let claim = backend.open_claim(&grant.reading(), reference).await?;
            match claim.row.claim.awaits_decision(version) {
                true => Some(fault_code(error)),
                false => Some(CHANGED),
            }
        }
        Ok(decision) => {
            let sum_in_words = !written.sum_in_words.is_empty();
            match backend
                .decide_claim(&grant, reference, decision, sum_in_words, version)
                .await
            {
                Ok(()) => None,
                Err(DecideError::Claim(_) | DecideError::Other(backend::Error::Conflict)) => {
                    Some(CHANGED)
                }
                Err(DecideError::NoSum) => Some(SUM_FIELD),
                Err(DecideError::Other(error)) => return Err(Failure::from(error).into()),
            }
        }
    };
    let reference = reference.to_string();
    match fault {
        None => {
            forget_unsaved(&session, &reference).await?;
            request::redirect(&format!("{page}?saved"));
        }
        Some(fault) => {
            keep_unsaved(&session, &reference, written).await?;
            // To the top of the page, where it is said what is wrong.
            request::redirect(&format!("{page}?fault={fault}"));
        }
    }
    Ok(())
}

fn fault_code(error: DecisionError) -> &'static str {
    match error {
        DecisionError::NoOutcome => OUTCOME_FIELD,
        DecisionError::NoReason => "reason",
        DecisionError::ReasonToApprove => "approved",
        DecisionError::NoText => "text",
        DecisionError::TextTooLong => "long",
    }
}

/// Keeps what was written so far and opens the claim anew, in the language that is
/// asked for; or discards it. Nothing is decided.
#[server(name = KeepDecision, prefix = "/form", endpoint = "desk/keep", input = PostUrl)]
pub async fn keep_decision(
    language: Language,
    reference: String,
    then: String,
    #[server(flatten)] written: Written,
) -> Result<(), WireError> {
    request::require(DecideClaims).await?;
    let (_, session) = request::desk_session()?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let reference = reference.to_string();
    let onward = match then.as_str() {
        DISCARD => {
            forget_unsaved(&session, &reference).await?;
            language
        }
        other => {
            let onward: Language = other.parse().map_err(|_| ErrorCode::BadRequest)?;
            keep_unsaved(&session, &reference, written).await?;
            onward
        }
    };
    request::redirect(&format!("/{onward}/desk/claims/{reference}"));
    Ok(())
}
