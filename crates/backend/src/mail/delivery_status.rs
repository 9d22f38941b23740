//! Reading delivery status notifications (RFC 3464): what a mail server says,
//! in a mail of its own, of a mail that it took before.
//!
//! Anybody can send one. So nothing of it is believed but which of our mails it
//! is about, by a `Message-ID` that only the recipient's side has seen, and a
//! status out of a small alphabet.

use std::borrow::Cow;

use domain::{claim::MailKind, ids::EventId};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// The status of a failure that says nothing more: RFC 3463, "other undefined".
const UNDEFINED: &str = "5.0.0";

/// What a notification says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DeliveryStatus {
    /// Which of our mails it is about.
    pub mail: MailKind,
    /// Which event that mail told of.
    pub event_id: EventId,
    /// Why the mail did not arrive, such as "5.1.1" (RFC 3463); `None` if it did,
    /// or still may.
    pub failed: Option<String>,
}

/// Why a mail is no notification that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoDeliveryStatus {
    /// It is something else: an answer, an advertisement, no mail at all.
    #[error("this is no delivery status notification (RFC 3464)")]
    OtherMail,
    /// It names no recipient with an action.
    #[error("the notification does not say what became of the mail")]
    NoAction,
    /// It names no mail, or none that Aero sends.
    #[error("the notification is about no mail of Aero")]
    OfOtherMail,
}

/// Reads a mail.
pub(super) fn read(source: &[u8]) -> Result<DeliveryStatus, NoDeliveryStatus> {
    let report = MessageParser::default().parse(source);
    let report = report.ok_or(NoDeliveryStatus::OtherMail)?;
    let parts = parts(&report);
    let status = parts.iter().find(|part| {
        is(part, "message", "delivery-status") || is(part, "message", "global-delivery-status")
    });
    let status = status.ok_or(NoDeliveryStatus::OtherMail)?;
    let failed = failed(&fields(status.contents())).ok_or(NoDeliveryStatus::NoAction)?;
    let (mail, event_id) = ids(&report, &parts)
        .iter()
        .find_map(|id| ours(id))
        .ok_or(NoDeliveryStatus::OfOtherMail)?;
    Ok(DeliveryStatus {
        mail,
        event_id,
        failed,
    })
}

/// The parts of a `multipart/report`, not those within them.
fn parts<'a>(report: &'a Message<'_>) -> Vec<&'a MessagePart<'a>> {
    let Some(root) = report.parts.first() else {
        return Vec::new();
    };
    if !is(root, "multipart", "report") {
        return Vec::new();
    }
    let within = root.sub_parts().unwrap_or_default().iter();
    within.filter_map(|id| report.part(*id)).collect()
}

fn is(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|content_type| {
        content_type.ctype().eq_ignore_ascii_case(kind)
            && content_type
                .subtype()
                .is_some_and(|given| given.eq_ignore_ascii_case(subtype))
    })
}

/// The fields of all groups, one for the message and one for each recipient, in
/// their order; an empty line between two groups is a field without a name.
fn fields(content: &[u8]) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in String::from_utf8_lossy(content).lines() {
        if line.trim().is_empty() {
            fields.push(Default::default());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push_str(line);
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.to_owned()));
        }
    }
    fields
}

/// Whether some recipient's mail has failed, and why; `None` where no action is
/// told. Each mail of ours has one recipient; an alias may have made more of it.
fn failed(fields: &[(String, String)]) -> Option<Option<String>> {
    let groups = fields.split(|(name, _)| name.is_empty());
    let value = |group: &[(String, String)], name: &str| {
        let field = group.iter().find(|(given, _)| given == name)?;
        Some(first_word(&field.1).to_ascii_lowercase())
    };
    let mut recipients = groups
        .filter_map(|group| Some((value(group, "action")?, value(group, "status"))))
        .peekable();
    recipients.peek()?;
    let failed = recipients.find(|(action, _)| action == "failed");
    Some(failed.map(|(_, status)| {
        let status = status.filter(|status| is_failure(status));
        status.unwrap_or_else(|| UNDEFINED.to_owned())
    }))
}

/// A value without the comment that may follow it: `5.1.1 (bad mailbox)`.
fn first_word(value: &str) -> &str {
    let value = value.trim_start();
    let end = value.find(|letter: char| letter.is_whitespace() || "(;".contains(letter));
    &value[..end.unwrap_or(value.len())]
}

/// Whether this is a status of a failure: for good, or for longer than a mail
/// server tries.
fn is_failure(status: &str) -> bool {
    let parts: Vec<&str> = status.split('.').collect();
    let is_number = |part: &&str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    matches!(parts.as_slice(), ["4" | "5", ..]) && parts.len() == 3 && parts.iter().all(is_number)
}

/// The ids of the mail that the notification may be about: that of the mail that
/// it brings back whole or in part, then those that it answers.
fn ids<'a>(report: &'a Message<'_>, parts: &[&'a MessagePart<'a>]) -> Vec<Cow<'a, str>> {
    let returned = parts.iter().filter_map(|part| match &part.body {
        PartType::Message(message) => Some(Cow::Borrowed(message.message_id()?)),
        _ if is_headers(part) => {
            let headers = MessageParser::default().parse_headers(part.contents())?;
            Some(Cow::Owned(headers.message_id()?.to_owned()))
        }
        _ => None,
    });
    let answered = [report.in_reply_to(), report.references()];
    let answered = answered.into_iter().flat_map(|value| {
        let one = value.as_text().map(Cow::Borrowed);
        let more = value.as_text_list().unwrap_or_default().iter().cloned();
        one.into_iter().chain(more).collect::<Vec<_>>()
    });
    returned.chain(answered).collect()
}

fn is_headers(part: &MessagePart<'_>) -> bool {
    is(part, "text", "rfc822-headers")
        || is(part, "message", "rfc822-headers")
        || is(part, "message", "global-headers")
}

/// What the part of our `Message-ID` before the `@` says: `claim_received.<uuid>`.
fn ours(id: &str) -> Option<(MailKind, EventId)> {
    let local = id.trim().trim_start_matches('<').split('@').next()?;
    let (mail, event) = local.split_once('.')?;
    Some((MailKind::from_name(mail)?, event.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const POSTFIX: &str = include_str!("../../tests/delivery_status/postfix.eml");
    const EXCHANGE: &str = include_str!("../../tests/delivery_status/exchange.eml");
    const GMAIL: &str = include_str!("../../tests/delivery_status/gmail.eml");
    const HEADERS_ONLY: &str = include_str!("../../tests/delivery_status/headers-only.eml");
    const DELAYED: &str = include_str!("../../tests/delivery_status/delayed.eml");
    const DELIVERED: &str = include_str!("../../tests/delivery_status/delivered.eml");
    const EXPIRED: &str = include_str!("../../tests/delivery_status/expired.eml");
    const ALL: [&str; 7] = [
        POSTFIX,
        EXCHANGE,
        GMAIL,
        HEADERS_ONLY,
        DELAYED,
        DELIVERED,
        EXPIRED,
    ];

    const EVENT: &str = "019d0b5e-7f00-7000-8000-00000000002a";

    fn with_event(source: &str) -> String {
        source.replace("EVENT", EVENT)
    }

    fn read_text(source: &str) -> Result<DeliveryStatus, NoDeliveryStatus> {
        read(with_event(source).as_bytes())
    }

    #[test]
    fn notifications_of_several_mail_servers_say_what_became_of_which_mail() {
        for (source, mail, failed) in [
            (POSTFIX, MailKind::ClaimReceived, Some("5.1.1")),
            (EXCHANGE, MailKind::ClaimDecided, Some("5.1.10")),
            (GMAIL, MailKind::ClaimReceived, Some("5.2.2")),
            (HEADERS_ONLY, MailKind::LinkRenewed, Some("5.7.1")),
            (EXPIRED, MailKind::ClaimReceived, Some("4.4.1")),
            (DELAYED, MailKind::ClaimReceived, None),
            (DELIVERED, MailKind::ClaimReceived, None),
        ] {
            let read = read_text(source).unwrap();
            let event_id = EventId::from_uuid(Uuid::parse_str(EVENT).unwrap());
            let failed = failed.map(str::to_owned);
            let said = DeliveryStatus {
                mail,
                event_id,
                failed,
            };
            assert_eq!(read, said, "{source}");
            // As it travels by SMTP.
            let with_returns = with_event(source).replace('\n', "\r\n");
            assert_eq!(super::read(with_returns.as_bytes()), Ok(said));
        }
    }

    #[test]
    fn what_is_no_notification_or_of_no_mail_of_ours_says_so() {
        let answer = "From: ada@example.org\nSubject: Re: We have your claim\n\
            In-Reply-To: <claim_received.EVENT@example.org>\n\nThank you!\n";
        let not_a_report = POSTFIX.replace("multipart/report", "multipart/mixed");
        for other in ["", "\n\n", "no mail", answer, &not_a_report] {
            let read = read_text(other);
            assert_eq!(read, Err(NoDeliveryStatus::OtherMail), "{other}");
        }
        let without = POSTFIX.replace("Action: failed\n", "");
        assert_eq!(read_text(&without), Err(NoDeliveryStatus::NoAction));
        for other in ["claim_received.EVENTX", "claim.EVENT", "EVENT", "<>", ""] {
            let others = POSTFIX.replace("claim_received.EVENT", other);
            let read = read_text(&others);
            assert_eq!(read, Err(NoDeliveryStatus::OfOtherMail), "{other}");
        }
    }

    #[test]
    fn a_status_is_of_a_failure_or_undefined() {
        for (given, status) in [
            ("5.1.1", "5.1.1"),
            ("5.1.1 (bad destination mailbox)", "5.1.1"),
            ("\n 5.1.1", "5.1.1"),
            ("2.0.0", "5.0.0"),
            ("5.1", "5.0.0"),
            ("5.1.1.1", "5.0.0"),
            ("5.1.1234", "5.0.0"),
            ("5.1.x", "5.0.0"),
            ("'; DROP TABLE claims", "5.0.0"),
            ("", "5.0.0"),
        ] {
            let source = POSTFIX.replace("Status: 5.1.1\n", &format!("Status: {given}\n"));
            let failed = read_text(&source).unwrap().failed;
            assert_eq!(failed.as_deref(), Some(status), "{given}");
        }
    }

    #[test]
    fn one_failed_recipient_of_several_is_a_failure() {
        let more = "\nFinal-Recipient: rfc822; other@example.net\nAction: failed\nStatus: 5.2.1\n";
        let two = DELAYED.replace("Status: 4.4.1\n", &format!("Status: 4.4.1\n{more}"));
        let failed = read_text(&two).unwrap().failed;
        assert_eq!(failed.as_deref(), Some("5.2.1"));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..4096)) {
            let _ = read(&bytes);
        }

        /// A notification with a piece cut out, doubled or overwritten: read or
        /// refused, and what is read is of the alphabet that the table takes.
        #[test]
        fn a_damaged_notification_is_read_or_refused(
            which in 0..ALL.len(),
            at in any::<prop::sample::Index>(),
            length in 0..200_usize,
            noise in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            let mut source = with_event(ALL[which]).into_bytes();
            let begin = at.index(source.len());
            let end = (begin + length).min(source.len());
            source.splice(begin..end, noise);
            if let Ok(DeliveryStatus { failed: Some(status), .. }) = read(&source) {
                prop_assert!(is_failure(&status), "{status}");
            }
        }

        #[test]
        fn deep_nesting_is_bounded(depth in 1..2_000_usize) {
            let part = "Content-Type: multipart/report; boundary=a\n\n--a\n";
            let _ = read(part.repeat(depth).as_bytes());
            let part = "Content-Type: message/rfc822\n\n";
            let _ = read(part.repeat(depth).as_bytes());
        }
    }
}
