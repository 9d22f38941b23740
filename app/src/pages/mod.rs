//! Pages that belong to no claim: help, privacy, the API, problems; and the
//! frame that other pages stand in.

mod api;
mod frame;
mod help;
mod load;
mod privacy;
mod problem;

pub use api::ApiPage;
pub use frame::{SiteFrame, h1, other_language, title, title_text};
pub use help::HelpPage;
pub use load::{in_language, load};
pub use privacy::PrivacyPage;
pub use problem::{MissingPage, ProblemPage, problem_page};
