//! Mail in words: what is written to passengers and to staff.
//!
//! A mail is a list of parts, and [`layout`] writes them twice, as text and as
//! HTML: what one of the two says, the other says too.

mod claim;
mod layout;
mod sign_in_code;

pub use claim::{ClaimMail, claim_mail};
pub use sign_in_code::{SignInCode, sign_in_code};

/// A mail in its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The language, for `Content-Language` and the HTML.
    pub language: domain::Language,
    /// One line.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML: a whole document that loads nothing.
    pub html: String,
}

#[cfg(test)]
mod tests;
