use backend::{Error, Secret};
use domain::{Language, claim::ClaimReference};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use super::typed::Typed;
use crate::{
    error::{ErrorCode, WireError, on_page},
    query::with_query,
    request,
};

/// Which claim a form is about.
fn claim_of(reference: &str) -> Result<ClaimReference, WireError> {
    let backend = request::backend();
    backend
        .limits()
        .look_up(&request::client_address(), backend.now())
        .map_err(|_| ErrorCode::TooMany)?;
    reference.parse().map_err(|_| ErrorCode::NotFound.into())
}

/// The answer to the form of a claim that its sender's link opens no more: that
/// nothing was done, and the way to a new link.
fn lost(language: Language, reference: ClaimReference) -> WireError {
    let reference = reference.to_string();
    let page = format!("/{language}/tracking");
    let page = with_query(&page, &[("reference", &*reference)]);
    on_page(ErrorCode::NotFound, page)
}

/// Takes a claim back.
#[server(name = WithdrawClaim, prefix = "/form", endpoint = "tracking/withdraw", input = PostUrl)]
pub async fn withdraw_claim(language: Language, reference: String) -> Result<(), WireError> {
    let reference = claim_of(&reference)?;
    let link = request::claim_secret(reference).ok_or_else(|| lost(language, reference))?;
    let page = format!("/{language}/tracking/{reference}");
    match request::backend().withdraw_claim(&link).await {
        Ok(()) => request::redirect(&page),
        // It was decided before.
        Err(Error::Conflict) => request::redirect(&format!("{page}?decided")),
        Err(Error::NotFound) => return Err(lost(language, reference)),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Makes a new private link for a claim; the old one stops working.
#[server(name = RenewLink, prefix = "/form", endpoint = "tracking/renew", input = PostUrl)]
pub async fn renew_link(
    language: Language,
    reference: String,
    request: String,
) -> Result<(), WireError> {
    let reference = claim_of(&reference)?;
    let request: Secret = request.parse().map_err(|_| ErrorCode::BadRequest)?;
    let link = request::claim_secret(reference);
    let backend = request::backend();
    let renewed = match backend.renew_link(link.as_ref(), &request).await {
        Ok(renewed) => renewed,
        Err(Error::NotFound) => return Err(lost(language, reference)),
        Err(error) => return Err(error.into()),
    };
    request::keep_claim_secret(&renewed, backend.now());
    request::redirect(&format!(
        "/{language}/tracking/{}?renewed",
        renewed.reference
    ));
    Ok(())
}

/// Mails a new private link, if there is a claim of this reference and address.
///
/// What can be no reference or no address is told on the page, which says nothing of
/// any claim.
#[server(name = RequestLink, prefix = "/form", endpoint = "tracking/request-link", input = PostUrl)]
pub async fn request_link(
    language: Language,
    #[server(default)] reference: String,
    #[server(default)] email: String,
) -> Result<(), WireError> {
    let typed = Typed::of_form(&reference, &email);
    if typed.has_fault() {
        return Err(on_page(ErrorCode::BadRequest, typed.page(language)));
    }
    request::backend()
        .request_link(&typed.reference, &typed.email)
        .await?;
    request::redirect(&format!("/{language}/tracking?asked"));
    Ok(())
}
