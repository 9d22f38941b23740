use backend::{DecideError, SignInError, security};
use domain::{
    Language,
    access::{DecideClaims, ReassessClaims, RetryJobs},
    claim::{ClaimReference, Decision, DecisionError},
};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use super::unsaved::{Unsaved, keep_unsaved};
use crate::{
    error::{ErrorCode, Failure, WireError},
    request,
};

/// Signs a member of staff in.
#[server(name = SignIn, prefix = "/form", endpoint = "desk/sign-in", input = PostUrl)]
pub async fn sign_in(
    language: Language,
    #[server(default)] email: String,
    #[server(default)] password: String,
) -> Result<(), WireError> {
    let backend = request::backend();
    match backend
        .sign_in(&request::client_address(), &email, &password)
        .await
    {
        Ok(staff) => {
            request::start_session(staff.id).await?;
            tracing::info!(target: "security", event = "sign_in_succeeded", staff = %staff.id);
            request::redirect(&format!("/{language}/desk"));
        }
        Err(SignInError::Wrong) => {
            log_refusal(&email, "wrong_password");
            request::redirect(&format!("/{language}/desk/sign-in?wrong"));
        }
        Err(SignInError::TooMany) => {
            log_refusal(&email, "too_many");
            request::redirect(&format!("/{language}/desk/sign-in?often"));
        }
        Err(SignInError::Other(error)) => return Err(error.into()),
    }
    Ok(())
}

fn log_refusal(email: &str, reason: &str) {
    tracing::warn!(
        target: "security",
        event = "sign_in_refused",
        reason,
        account = security::account(email),
        network = security::network(&request::client_address()),
    );
}

/// Signs out.
#[server(name = SignOut, prefix = "/form", endpoint = "desk/sign-out", input = PostUrl)]
pub async fn sign_out(language: Language) -> Result<(), WireError> {
    if let Some(staff) = request::end_session().await? {
        tracing::info!(target: "security", event = "signed_out", %staff);
    }
    request::redirect(&format!("/{language}/desk/sign-in?out"));
    Ok(())
}

/// Approves or rejects a claim. What cannot be saved is kept and shown again.
#[server(name = DecideClaim, prefix = "/form", endpoint = "desk/decide", input = PostUrl)]
pub async fn decide_claim(
    language: Language,
    reference: String,
    version: i32,
    #[server(default)] verdict: String,
    #[server(default)] reason: String,
    #[server(default)] text: String,
) -> Result<(), WireError> {
    let grant = request::require(DecideClaims).await?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let page = format!("/{language}/desk/claims/{reference}");
    let unsaved = Unsaved {
        reference: reference.to_string(),
        verdict,
        reason,
        text,
    };
    let fault = match Decision::parse(&unsaved.verdict, &unsaved.reason, &unsaved.text) {
        Err(error) => Some(fault_code(error)),
        Ok(decision) => {
            let backend = request::backend();
            match backend
                .decide_claim(&grant, reference, decision, version)
                .await
            {
                Ok(()) => None,
                Err(DecideError::Claim(_) | DecideError::Other(backend::Error::Conflict)) => {
                    Some("changed")
                }
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

/// Stores what today's rules say to a claim in the place of what is stored.
#[server(name = ReassessClaim, prefix = "/form", endpoint = "desk/reassess", input = PostUrl)]
pub async fn reassess_claim(
    language: Language,
    reference: String,
    version: i32,
) -> Result<(), WireError> {
    let grant = request::require(ReassessClaims).await?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let page = format!("/{language}/desk/claims/{reference}");
    let backend = request::backend();
    match backend.reassess_claim(&grant, reference, version).await {
        Ok(()) => request::redirect(&format!("{page}?reassessed")),
        Err(DecideError::Claim(_) | DecideError::Other(backend::Error::Conflict)) => {
            request::redirect(&format!("{page}?fault=changed#decide"));
        }
        Err(DecideError::Other(error)) => return Err(Failure::from(error).into()),
    }
    Ok(())
}

fn fault_code(error: DecisionError) -> &'static str {
    match error {
        DecisionError::NoOutcome => "verdict",
        DecisionError::NoReason => "reason",
        DecisionError::NoText => "text",
        DecisionError::TextTooLong => "long",
    }
}

/// Lets a job that failed for good run again.
#[server(name = RunJobAgain, prefix = "/form", endpoint = "desk/run-job-again", input = PostUrl)]
pub async fn run_job_again(language: Language, job: i64) -> Result<(), WireError> {
    let grant = request::require(RetryJobs).await?;
    request::backend().run_job_again(&grant, job).await?;
    request::redirect(&format!("/{language}/desk/jobs?again"));
    Ok(())
}
