use backend::{SignInError, security};
use domain::{Language, access::RetryJobs};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use super::place::Place;
use crate::{
    error::{ErrorCode, WireError, on_page},
    query::with_query,
    request,
};

/// Longer than any address.
const MAX_TYPED: usize = 300;

/// Signs a member of staff in. What was wrong is told on the page of the form, which
/// shows the address again and never the password. `to` names the page of the desk
/// that was asked for before.
#[server(name = SignIn, prefix = "/form", endpoint = "desk/sign-in", input = PostUrl)]
pub async fn sign_in(
    language: Language,
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] to: String,
) -> Result<(), WireError> {
    let then = Place::parse(&to);
    let missing = [("email", email.trim()), ("password", &password)];
    let missing = missing.map(|(field, typed)| if typed.is_empty() { field } else { "" });
    if missing.concat() != "" {
        let page = page_again(language, &email, &missing.join(" "), then);
        return Err(on_page(ErrorCode::BadRequest, page));
    }
    let backend = request::backend();
    match backend
        .sign_in(&request::client_address(), &email, &password)
        .await
    {
        Ok(staff) => {
            request::start_session(staff.id).await?;
            tracing::info!(target: "security", event = "sign_in_succeeded", staff = %staff.id);
            request::redirect(&then.unwrap_or(Place::Queue).path(language));
        }
        Err(SignInError::Wrong) => {
            log_refusal(&email, "wrong_password");
            let page = page_again(language, &email, "wrong", then);
            return Err(on_page(ErrorCode::SignedOut, page));
        }
        Err(SignInError::TooMany) => {
            log_refusal(&email, "too_many");
            let page = page_again(language, &email, "too-many", then);
            return Err(on_page(ErrorCode::TooMany, page));
        }
        Err(SignInError::Other(error)) => return Err(error.into()),
    }
    Ok(())
}

/// The page of the form with the address that was typed. It is made within the
/// server: no browser and no log sees what stands in its query.
fn page_again(language: Language, email: &str, fault: &str, then: Option<Place>) -> String {
    let typed = email.chars().filter(|letter| !letter.is_control());
    let typed: String = typed.take(MAX_TYPED).collect();
    let then = then.map(Place::name).unwrap_or_default();
    let parts = [("email", &*typed), ("fault", fault), ("to", &*then)];
    with_query(&format!("/{language}/desk/sign-in"), &parts)
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

/// Lets a job that failed for good run again; `staff` is for whom the form was shown.
#[server(name = RunJobAgain, prefix = "/form", endpoint = "desk/run-job-again", input = PostUrl)]
pub async fn run_job_again(
    language: Language,
    job: i64,
    #[server(default)] staff: String,
) -> Result<(), WireError> {
    let grant = request::require(RetryJobs).await?;
    if !request::was_shown_to(&grant, &staff) {
        request::redirect(&format!("/{language}/desk/jobs?fault=staff"));
        return Ok(());
    }
    request::backend().run_job_again(&grant, job).await?;
    request::redirect(&format!("/{language}/desk/jobs?again"));
    Ok(())
}
