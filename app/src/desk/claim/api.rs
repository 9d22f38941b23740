use backend::DecideError;
use domain::{Language, access::ReassessClaims, claim::ClaimReference};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

use crate::{
    desk::decision::OTHER_STAFF,
    error::{ErrorCode, Failure, WireError},
    request,
};

/// Stores what today's rules say to a claim in the place of what is stored; `staff` is
/// for whom the form was shown.
#[server(name = ReassessClaim, prefix = "/form", endpoint = "desk/reassess", input = PostUrl)]
pub async fn reassess_claim(
    language: Language,
    reference: String,
    version: i32,
    #[server(default)] staff: String,
) -> Result<(), WireError> {
    let grant = request::require(ReassessClaims).await?;
    let reference: ClaimReference = reference.parse().map_err(|_| ErrorCode::NotFound)?;
    let page = format!("/{language}/desk/claims/{reference}");
    if !request::was_shown_to(&grant, &staff) {
        request::redirect(&format!("{page}/reassess?fault={OTHER_STAFF}"));
        return Ok(());
    }
    let backend = request::backend();
    match backend.reassess_claim(&grant, reference, version).await {
        Ok(()) => request::redirect(&format!("{page}?reassessed")),
        Err(DecideError::Claim(_) | DecideError::Other(backend::Error::Conflict)) => {
            request::redirect(&format!("{page}?fault=changed"));
        }
        // Nothing is approved here.
        Err(DecideError::NoSum) => return Err(ErrorCode::Internal.into()),
        Err(DecideError::Other(error)) => return Err(Failure::from(error).into()),
    }
    Ok(())
}
