use app::request::ClientAddress;
use axum::{
    Extension, Json,
    extract::{Query, State, rejection::QueryRejection},
};
use backend::Backend;
use domain::Language;
use serde::{Deserialize, Serialize};
use text::places::Airports;
use utoipa::{IntoParams, ToSchema};

use super::problem::ProblemDetails;

/// What is searched for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// A city, a name or a code; nothing is found for more than 80 characters.
    #[serde(default)]
    #[param(inline, required = false, example = "brem")]
    q: String,
    /// The language of the answer.
    #[serde(default)]
    #[param(value_type = String, required = false, example = "en", pattern = "^(en|fr)$")]
    language: Language,
}

/// An airport that fits.
#[derive(Debug, Serialize, ToSchema)]
pub struct Found {
    /// Its IATA code, `BRE`.
    code: String,
    /// City and country, "Bremen, Germany".
    label: String,
    /// Its own name.
    name: String,
    /// Whether the text means this airport and no other, so that it can be taken
    /// without a question.
    sure: bool,
}

/// How many airports a list shows.
const LIMIT: usize = 8;

/// `GET /api/v1/airports?q=brem&language=en`: airports, the likeliest first.
///
/// # Errors
/// 400 for a query that cannot be read, 429 for whoever asks too often, each in
/// the form of RFC 9457.
#[utoipa::path(
    get,
    path = "/api/v1/airports",
    tag = "Airports",
    summary = "Airports that a text may mean",
    params(Search),
    responses(
        (status = 200, description = "At most eight, the likeliest first", body = Vec<Found>),
        (status = 400, description = "The query cannot be read", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests from one address", body = ProblemDetails, content_type = "application/problem+json"),
    )
)]
pub async fn airports(
    State(backend): State<Backend>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    search: Result<Query<Search>, QueryRejection>,
) -> Result<Json<Vec<Found>>, ProblemDetails> {
    backend
        .limits()
        .suggest(&address, backend.now())
        .map_err(|_| {
            ProblemDetails::too_many("Too many searches from one address. Wait a minute.")
        })?;
    let Query(search) =
        search.map_err(|refused| ProblemDetails::new(refused.status(), refused.body_text()))?;
    let meant = Airports::meant(&search.q, search.language).map(|airport| airport.code);
    let found = Airports::search(&search.q, search.language, LIMIT).into_iter();
    Ok(Json(
        found
            .map(|airport| Found {
                label: airport.label(),
                sure: meant.as_ref() == Some(&airport.code),
                code: airport.code,
                name: airport.name,
            })
            .collect(),
    ))
}
