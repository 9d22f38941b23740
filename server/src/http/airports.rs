use app::request::ClientAddress;
use axum::{
    Extension, Json,
    extract::{Query, State},
    http::StatusCode,
};
use backend::Backend;
use domain::Language;
use serde::{Deserialize, Serialize};
use text::places::Airports;

/// What is searched for.
#[derive(Debug, Deserialize)]
pub struct Search {
    /// A city, a name or a code.
    #[serde(default)]
    q: String,
    /// The language of the answer.
    #[serde(default)]
    language: Language,
}

/// An airport that fits.
#[derive(Debug, Serialize)]
pub struct Found {
    code: String,
    label: String,
    name: String,
}

/// How many airports a list shows.
const LIMIT: usize = 8;

/// `GET /api/v1/airports?q=brem&language=en`: airports, the likeliest first.
///
/// # Errors
/// 429 for whoever asks too often.
pub async fn airports(
    State(backend): State<Backend>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    Query(search): Query<Search>,
) -> Result<Json<Vec<Found>>, StatusCode> {
    backend
        .limits()
        .suggest(&address)
        .map_err(|_| StatusCode::TOO_MANY_REQUESTS)?;
    let found = Airports::search(&search.q, search.language, LIMIT).into_iter();
    Ok(Json(
        found
            .map(|airport| Found {
                label: airport.label(),
                code: airport.code,
                name: airport.name,
            })
            .collect(),
    ))
}
