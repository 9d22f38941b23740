//! Mail, as far as it is sent; what it says is in `text::mail`.

mod mailer;
mod send_claim_mail;
mod smtp;

pub use mailer::{MailError, Mailer, NoMailer, OutgoingMail};
pub use smtp::{Smtp, SmtpSettings};
