use backend::Secret;
use domain::Language;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use crate::{
    error::{ErrorCode, WireError},
    request,
};

fn secret_of(link: &str) -> Result<Secret, WireError> {
    let backend = request::backend();
    backend
        .limits()
        .look_up(&request::client_address())
        .map_err(|_| ErrorCode::TooMany)?;
    link.parse().map_err(|_| ErrorCode::NotFound.into())
}

/// Takes a claim back.
#[server(name = WithdrawClaim, prefix = "/form", endpoint = "tracking/withdraw", input = PostUrl)]
pub async fn withdraw_claim(language: Language, link: String) -> Result<(), WireError> {
    let secret = secret_of(&link)?;
    request::backend().withdraw_claim(&secret).await?;
    request::redirect(&format!("/{language}/tracking/{link}"));
    Ok(())
}

/// Makes a new private link for a claim; the old one stops working.
#[server(name = RenewLink, prefix = "/form", endpoint = "tracking/renew", input = PostUrl)]
pub async fn renew_link(language: Language, link: String, new: String) -> Result<(), WireError> {
    let old = secret_of(&link)?;
    let secret: Secret = new.parse().map_err(|_| ErrorCode::BadRequest)?;
    request::backend().renew_link(&old, &secret).await?;
    request::redirect(&format!("/{language}/tracking/{new}?renewed"));
    Ok(())
}
