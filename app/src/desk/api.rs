use backend::{SignInError, security};
use domain::{Language, access::RetryJobs};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use crate::{
    error::{ErrorCode, WireError, on_page},
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
            let page = format!("/{language}/desk/sign-in");
            return Err(on_page(ErrorCode::TooMany, page));
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

/// Lets a job that failed for good run again.
#[server(name = RunJobAgain, prefix = "/form", endpoint = "desk/run-job-again", input = PostUrl)]
pub async fn run_job_again(language: Language, job: i64) -> Result<(), WireError> {
    let grant = request::require(RetryJobs).await?;
    request::backend().run_job_again(&grant, job).await?;
    request::redirect(&format!("/{language}/desk/jobs?again"));
    Ok(())
}
