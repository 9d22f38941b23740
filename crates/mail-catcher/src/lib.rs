//! Takes mail instead of a mail server and shows it, for development and tests.
//!
//! It speaks as much SMTP (RFC 5321) as a client needs that sends one mail after
//! the other, keeps the mail in memory, and listens on this machine only. Why it
//! is not a library: `docs/decisions/0013-jobs-mail-and-live.md`.

mod caught;
mod page;
mod smtp;

pub use caught::{CaughtMail, Mailbox};
pub use page::pages;
pub use smtp::SmtpListener;
