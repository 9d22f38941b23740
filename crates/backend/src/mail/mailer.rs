//! What sends mail.

use std::fmt::Debug;

use async_trait::async_trait;
use db::Refusal;
use jiff::Timestamp;
use text::mail::Mail;

/// A mail that is ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// The address of the one recipient.
    pub to: String,
    /// The part of its `Message-ID` before the `@`: the same whenever the same
    /// mail is sent, so that mail systems show it once.
    pub id: String,
    /// When it is sent.
    pub at: Timestamp,
    /// What it says.
    pub mail: Mail,
}

/// Why a mail is not sent. Neither has an address in it: mail servers like to
/// quote it, and this is stored and logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailError {
    /// The mail server refuses it for good.
    Refused(Refusal),
    /// It may work later.
    Later(String),
}

/// Sends mail.
#[async_trait]
pub trait Mailer: Debug + Send + Sync {
    /// Gives one mail to the mail server.
    ///
    /// # Errors
    /// See [`MailError`]. After [`MailError::Later`] the server may still have
    /// taken it: the connection may have broken before its answer.
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailError>;
}

/// Sends nothing, in a process that has no mail server.
#[derive(Debug, Clone, Copy)]
pub struct NoMailer;

#[async_trait]
impl Mailer for NoMailer {
    async fn send(&self, _: &OutgoingMail) -> Result<(), MailError> {
        Err(MailError::Later("this process sends no mail".to_owned()))
    }
}
