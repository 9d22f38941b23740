//! The states whose courts may hear a claim, as they are written.

use jiff::civil::Date;
use serde::Serialize;

use super::optional_day;

/// A state whose courts may hear the claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RecoursePlace))]
pub struct Place {
    /// The state, ISO 3166-1, or `GB-SCT`.
    pub state: String,
    /// `departure`, `arrival`, `seat`; none where its law is the one of the sum.
    pub grounds: Vec<&'static str>,
    /// A forum there is in the list.
    pub listed: bool,
    /// The last legal day; `null`: no period is known.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub limitation_last_day: Option<Date>,
    /// The end by the longest reading, on a day on which the court is open; `null`: no
    /// end is sure.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub longest_last_day: Option<Date>,
    /// The last day on which a court there surely takes the claim.
    #[serde(serialize_with = "optional_day")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub safe_last_day: Option<Date>,
}
