//! Sending mail by SMTP (RFC 5321).

use std::{fmt, time::Duration};

use async_trait::async_trait;
use db::Refusal;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{AsyncSmtpTransportBuilder, Error as SmtpError},
};

use super::{MailError, Mailer, OutgoingMail};

/// How long the mail server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How mail is handed to a mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// `smtps://user:password@mail.example.org` or
    /// `smtp://user:password@mail.example.org?tls=required`.
    pub url: String,
    /// `Aero <claims@example.org>`.
    pub from: String,
    /// Where mail that cannot be delivered goes back to (the `Return-Path`); the
    /// address that it comes from if nothing is said.
    pub return_path: Option<String>,
}

impl fmt::Debug for SmtpSettings {
    /// Leaves out the URL, which has the password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("from", &self.from)
            .field("return_path", &self.return_path)
            .finish_non_exhaustive()
    }
}

impl SmtpSettings {
    /// Looks at the settings without connecting.
    ///
    /// # Errors
    /// What is wrong with them, as a sentence that names the setting.
    pub fn check(&self) -> Result<(), String> {
        self.read().map(drop)
    }

    fn read(&self) -> Result<(AsyncSmtpTransportBuilder, Mailbox, Address), String> {
        let from = self.from.parse::<Mailbox>().map_err(|error| {
            format!("AERO_MAIL_FROM is an address, like Aero <claims@example.org>: {error}")
        })?;
        let return_path = match &self.return_path {
            Some(address) => address.parse::<Address>().map_err(|error| {
                format!("AERO_MAIL_RETURN_PATH is an address, like bounces@example.org: {error}")
            })?,
            None => from.email.clone(),
        };
        // Not the error, which may quote the address with the password in it.
        let no_address =
            || "AERO_SMTP_URL is like smtps://user:password@mail.example.org".to_owned();
        if !["smtp://", "smtps://"]
            .iter()
            .any(|scheme| self.url.starts_with(scheme))
        {
            return Err(no_address());
        }
        if !is_private(&self.url) {
            return Err("AERO_SMTP_URL sends mail in clear: it is smtps://… or \
                smtp://…?tls=required for anything but this machine"
                .to_owned());
        }
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(&self.url).map_err(|_| no_address())?;
        Ok((builder, from, return_path))
    }
}

/// A mail server that takes our mail.
#[derive(Debug, Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    return_path: Address,
}

impl Smtp {
    /// Takes the settings, within the runtime; connects when there is mail.
    ///
    /// # Errors
    /// See [`SmtpSettings::check`].
    pub fn new(settings: &SmtpSettings) -> Result<Self, String> {
        let (builder, from, return_path) = settings.read()?;
        let transport = builder.timeout(Some(PATIENCE)).build();
        Ok(Self {
            transport,
            from,
            return_path,
        })
    }

    fn message(&self, mail: &OutgoingMail) -> Result<(Envelope, Message), MailError> {
        // RFC 3463: bad destination mailbox address syntax.
        let unwritable = || {
            MailError::Refused(Refusal {
                code: 553,
                status: Some("5.1.3".to_owned()),
            })
        };
        let to: Mailbox = mail.to.parse().map_err(|_| unwritable())?;
        let envelope = Envelope::new(Some(self.return_path.clone()), vec![to.email.clone()])
            .map_err(|_| unwritable())?;
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let words = &mail.mail;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&words.subject)
            .message_id(Some(id))
            .date(mail.at.into())
            .raw_header(header("Content-Language", words.language.tag()))
            // RFC 3834: no holiday notice is to answer it.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .multipart(MultiPart::alternative_plain_html(
                words.text.clone(),
                words.html.clone(),
            ));
        let message = message.map_err(|error| MailError::Later(format!("no message: {error}")))?;
        Ok((envelope, message))
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailError> {
        let (envelope, message) = self.message(mail)?;
        let sent = self
            .transport
            .send_raw(&envelope, &message.formatted())
            .await;
        sent.map(drop).map_err(|error| judged(&error))
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Whether the way to the mail server is encrypted, or does not leave the machine.
/// The one option must stand there as it is, since the URL is read by others, for
/// whom the first of two counts, `%6c` is an `l`, and nothing after a `#`.
fn is_private(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else {
        return url.starts_with("smtps://");
    };
    let rest = rest.split('#').next().unwrap_or_default();
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    if query == "tls=required" {
        return true;
    }
    let host = rest.split('/').next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let address = name.parse::<std::net::IpAddr>();
    name == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// Whether the mail server has refused for good. What it says about us (who we
/// are, how we signed in) is for the operator to mend, so it is tried again.
fn judged(error: &SmtpError) -> MailError {
    let source = std::error::Error::source(error).map(ToString::to_string);
    let status = source.as_deref().and_then(enhanced_status);
    let code = error.status().map(u16::from);
    match code {
        Some(code) if error.is_permanent() && !is_about_sender(code) => {
            MailError::Refused(Refusal { code, status })
        }
        Some(code) => {
            let why = format!("mail server: {code} {}", status.unwrap_or_default());
            MailError::Later(why.trim_end().to_owned())
        }
        None => MailError::Later(format!("mail server: {error}")),
    }
}

/// RFC 4954 and 5321: authentication is required, failed or too weak; no such
/// command; the server takes no mail at all.
fn is_about_sender(code: u16) -> bool {
    matches!(code, 500..=504 | 521 | 530 | 534 | 535 | 538)
}

/// The status at the beginning of a reply, such as "5.1.1" (RFC 3463).
fn enhanced_status(reply: &str) -> Option<String> {
    let first = reply.split_whitespace().next()?;
    let parts: Vec<&str> = first.split('.').collect();
    let is_number = |part: &&str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    let is_status = parts.len() == 3 && parts[0] == "5" && parts.iter().all(is_number);
    is_status.then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp(url: &str, from: &str) -> Result<(), String> {
        let (url, from) = (url.to_owned(), from.to_owned());
        let return_path = None;
        SmtpSettings {
            url,
            from,
            return_path,
        }
        .check()
    }

    #[test]
    fn what_cannot_be_delivered_goes_back_to_an_address() {
        for (address, is_good) in [
            ("bounces@example.org", true),
            ("Bounces <bounces@example.org>", false),
            ("bounces", false),
            ("bounces@example.org>\r\nRCPT TO:<x@example.org", false),
        ] {
            let settings = SmtpSettings {
                url: "smtp://localhost".to_owned(),
                from: "a@example.org".to_owned(),
                return_path: Some(address.to_owned()),
            };
            let checked = settings.check();
            assert_eq!(checked.is_ok(), is_good, "{address}: {checked:?}");
        }
    }

    #[test]
    fn mail_leaves_the_machine_only_encrypted() {
        let from = "Aero <a@example.org>";
        for url in [
            "smtps://u:p@mail.example.org",
            "smtp://u:p@mail.example.org:587?tls=required",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:2525",
            "smtp://localhost",
        ] {
            assert!(smtp(url, from).is_ok(), "{url}");
        }
        for url in [
            "smtp://mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://mail.example.org?tls=none&tls=required",
            "smtp://mail.example.org#?tls=required",
            "SMTP://mail.example.org",
            " smtp://mail.example.org",
            "smtp://localhost.example.org",
            "smtp://127.0.0.1@mail.example.org",
            "smtp://u:p@10.0.0.1",
            "http://mail.example.org",
            "mail.example.org",
            "",
        ] {
            let fault = smtp(url, from).expect_err(url);
            assert!(fault.starts_with("AERO_SMTP_URL"), "{fault}");
            assert!(!fault.contains("u:p"), "{fault}");
        }
        let fault = smtp("smtp://localhost", "nobody").unwrap_err();
        assert!(fault.starts_with("AERO_MAIL_FROM"), "{fault}");
    }

    #[test]
    fn a_status_is_read_from_the_beginning_of_a_reply_and_nothing_else_is() {
        for (reply, status) in [
            ("5.1.1 <ada@example.org> no such user", Some("5.1.1")),
            ("5.7.26", Some("5.7.26")),
            ("no 5.1.1 such user", None),
            ("4.2.0 later", None),
            ("5.1 half", None),
            ("5.1.1234 long", None),
            ("", None),
        ] {
            assert_eq!(enhanced_status(reply).as_deref(), status, "{reply}");
        }
    }

    #[test]
    fn settings_do_not_show_their_password() {
        let settings = SmtpSettings {
            url: "smtps://u:secret@mail.example.org".to_owned(),
            from: "a@example.org".to_owned(),
            return_path: None,
        };
        assert!(!format!("{settings:?}").contains("secret"));
    }
}
