//! Pages that belong to no claim: help, privacy, the API, problems; and the
//! frame that other pages stand in.

mod api;
mod error;
mod error_words;
mod frame;
mod help;
mod load;
mod privacy;

pub use api::ApiPage;
pub use error::{ErrorPage, MissingPage, error_page};
pub use frame::{SiteFrame, h1, other_language, title, title_text};
pub use help::HelpPage;
pub use load::{in_language, load};
pub use privacy::PrivacyPage;
