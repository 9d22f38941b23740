use backend::DecideError;
use domain::{
    Language,
    access::DecideClaims,
    claim::{ClaimReference, Decision, DecisionError},
};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use super::{
    fault::{CHANGED, OUTCOME_FIELD, SUM_FIELD},
    unsaved::{Unsaved, keep_unsaved},
};
use crate::{
    error::{ErrorCode, Failure, WireError},
    request,
};

/// Approves or rejects a claim. What cannot be saved is kept and shown again.
///
/// The argument `verdict` has the name of the field that is posted,
/// [`OUTCOME_FIELD`].
#[server(name = DecideClaim, prefix = "/form", endpoint = "desk/decide", input = PostUrl)]
pub async fn decide_claim(
    language: Language,
    reference: String,
    version: i32,
    #[server(default)] verdict: String,
    #[server(default)] reason: String,
    #[server(default)] text: String,
    #[server(default)] sum_in_words: String,
) -> Result<(), WireError> {
    let grant = request::require(DecideClaims).await?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let page = format!("/{language}/desk/claims/{reference}");
    let unsaved = Unsaved {
        reference: reference.to_string(),
        outcome: verdict,
        reason,
        text,
        sum_in_words,
    };
    let backend = request::backend();
    let fault = match Decision::parse(&unsaved.outcome, &unsaved.reason, &unsaved.text) {
        Err(error) => {
            // What is missing is of no interest where nothing can be decided any more.
            let claim = backend.open_claim(&grant.reading(), reference).await?;
            match claim.row.claim.awaits_decision(version) {
                true => Some(fault_code(error)),
                false => Some(CHANGED),
            }
        }
        Ok(decision) => {
            let sum_in_words = !unsaved.sum_in_words.is_empty();
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
    match fault {
        None => {
            keep_unsaved(None).await?;
            request::redirect(&format!("{page}?saved"));
        }
        Some(fault) => {
            keep_unsaved(Some(unsaved)).await?;
            request::redirect(&format!("{page}?fault={fault}#decide"));
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
