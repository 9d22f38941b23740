use domain::{
    Language,
    claim::ClaimReference,
    claim_form::{Email, Fault, Field},
};
use text::{faults, tr};

use crate::query::with_query;

/// Longer than any reference or address.
const MAX_TYPED: usize = 300;

/// What was typed to get a link, and what cannot be right about it.
#[derive(Default)]
pub(super) struct Typed {
    /// The reference.
    pub reference: String,
    /// The address.
    pub email: String,
    reference_fault: Option<ReferenceFault>,
    email_fault: Option<Fault>,
}

#[derive(Clone, Copy)]
enum ReferenceFault {
    Missing,
    Mistyped,
}

impl Typed {
    /// A reference that nobody typed.
    pub(super) fn known(reference: &str) -> Self {
        Self {
            reference: reference.to_owned(),
            ..Self::default()
        }
    }

    /// Looks at what was posted, without what nobody types.
    pub(super) fn of_form(reference: &str, email: &str) -> Self {
        let kept = |text: &str| {
            let typed = text.chars().filter(|letter| !letter.is_control());
            typed.take(MAX_TYPED).collect::<String>()
        };
        let (reference, email) = (kept(reference), kept(email));
        let reference_fault = match reference.trim() {
            "" => Some(ReferenceFault::Missing),
            typed => match typed.parse::<ClaimReference>() {
                Ok(_) => None,
                Err(_) => Some(ReferenceFault::Mistyped),
            },
        };
        let email_fault = Email::parse(&email).err().map(|kind| Fault {
            field: Field::Email,
            kind,
        });
        Self {
            reference,
            email,
            reference_fault,
            email_fault,
        }
    }

    /// Whether something of it cannot be right.
    pub(super) fn has_fault(&self) -> bool {
        self.reference_fault.is_some() || self.email_fault.is_some()
    }

    /// The page that shows it again. The address stays within the server.
    pub(super) fn page(&self, language: Language) -> String {
        let parts = [("reference", &*self.reference), ("email", &*self.email)];
        with_query(&format!("/{language}/tracking"), &parts)
    }

    /// What is said of the reference and of the address.
    pub(super) fn faults(&self, language: Language) -> (Option<String>, Option<String>) {
        let reference = self.reference_fault.map(|fault| match fault {
            ReferenceFault::Missing => tr!(language, tracking.request_no_reference),
            ReferenceFault::Mistyped => tr!(language, tracking.request_bad_reference),
        });
        let email = self.email_fault.as_ref();
        (reference, email.map(|fault| faults::fault(language, fault)))
    }
}
