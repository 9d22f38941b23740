//! The mail that was caught.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use mail_parser::{MessageParser, MimeHeaders};

/// As many as are kept; the oldest go first.
const KEPT: usize = 500;

/// One mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaughtMail {
    /// Counts the caught ones, from 1.
    pub number: u64,
    /// Whom it was sent to: the recipients of the envelope, not of the header.
    pub to: Vec<String>,
    /// Where it goes back to if it cannot be delivered: the sender of the envelope.
    pub return_path: String,
    /// Its `Message-ID`, without brackets.
    pub message_id: String,
    /// Its subject, decoded.
    pub subject: String,
    /// Its language, from `Content-Language`.
    pub language: String,
    /// Its plain text, decoded.
    pub text: String,
    /// Its HTML, decoded.
    pub html: String,
    /// As it was sent.
    pub source: String,
}

/// All that was caught. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Mailbox(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    message_ids: Vec<String>,
    mail: VecDeque<CaughtMail>,
    refusals: BTreeMap<String, String>,
}

impl Mailbox {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was caught so far, oldest first.
    pub fn all(&self) -> Vec<CaughtMail> {
        self.kept().mail.iter().cloned().collect()
    }

    /// The mail of that number.
    pub fn get(&self, number: u64) -> Option<CaughtMail> {
        let kept = self.kept();
        kept.mail.iter().find(|mail| mail.number == number).cloned()
    }

    /// Takes out what was caught so far, oldest first.
    pub fn take(&self) -> Vec<CaughtMail> {
        self.kept().mail.drain(..).collect()
    }

    /// The `Message-ID` of every mail that was ever caught, in order.
    pub fn message_ids(&self) -> Vec<String> {
        self.kept().message_ids.clone()
    }

    /// From now on answers mail to `address` with this reply, such as
    /// `550 5.1.1 no such mailbox`.
    pub fn refuse(&self, address: &str, reply: &str) {
        let (address, reply) = (address.to_owned(), reply.to_owned());
        self.kept().refusals.insert(address, reply);
    }

    /// Takes mail to `address` again.
    pub fn accept(&self, address: &str) {
        self.kept().refusals.remove(address);
    }

    /// How mail to this address is refused, if it is.
    pub(crate) fn refusal(&self, address: &str) -> Option<String> {
        self.kept().refusals.get(address).cloned()
    }

    pub(crate) fn put(&self, return_path: String, to: Vec<String>, source: &[u8]) {
        let mut kept = self.kept();
        let number = kept.message_ids.len() as u64 + 1;
        let mail = CaughtMail {
            return_path,
            ..read(number, to, source)
        };
        kept.message_ids.push(mail.message_id.clone());
        kept.mail.push_back(mail);
        if kept.mail.len() > KEPT {
            kept.mail.pop_front();
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(number: u64, to: Vec<String>, source: &[u8]) -> CaughtMail {
    let mut mail = CaughtMail {
        number,
        to,
        return_path: String::new(),
        message_id: String::new(),
        subject: String::new(),
        language: String::new(),
        text: String::new(),
        html: String::new(),
        source: String::from_utf8_lossy(source).into_owned(),
    };
    // What is no mail is shown as it came.
    if let Some(message) = MessageParser::default().parse(source) {
        let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
        mail.message_id = owned(message.message_id());
        mail.subject = owned(message.subject());
        mail.language = owned(message.content_language().as_text());
        mail.text = message.body_text(0).unwrap_or_default().into_owned();
        mail.html = message.body_html(0).unwrap_or_default().into_owned();
    }
    mail
}
