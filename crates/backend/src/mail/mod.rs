//! Mail, as far as it is sent; what it says is in `text::mail`.

mod delivery_status;
mod mailer;
mod note_delivery_status;
mod send_claim_mail;
mod smtp;

pub use delivery_status::NoDeliveryStatus;
pub use mailer::{MailError, Mailer, NoMailer, OutgoingMail};
pub use note_delivery_status::{DeliveryStatusError, NotedDeliveryStatus};
pub use smtp::{Smtp, SmtpSettings};
