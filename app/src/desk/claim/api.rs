use backend::DecideError;
use domain::{Language, access::ReassessClaims, claim::ClaimReference};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use crate::{
    error::{ErrorCode, Failure, WireError},
    request,
};

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
        // Nothing is approved here.
        Err(DecideError::NoSum) => return Err(ErrorCode::Internal.into()),
        Err(DecideError::Other(error)) => return Err(Failure::from(error).into()),
    }
    Ok(())
}
