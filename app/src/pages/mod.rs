//! Pages that belong to no claim: start, help, the interface for programs,
//! problems.

mod api;
mod frame;
mod help;
mod privacy;
mod problem;
mod start;

pub use api::ApiPage;
pub use frame::{SiteFrame, h1, in_language, load, other_language, title, title_text};
pub use help::HelpPage;
pub use privacy::PrivacyPage;
pub use problem::{MissingPage, ProblemPage, problem_page};
pub use start::StartPage;
