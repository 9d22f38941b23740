use std::fmt;

use super::{Answers, FaultKind, Faults, Field, invisible::has_invisible};

/// An e-mail address that a message can be tried to.
///
/// Only what can be no address is refused; whether it works, a message tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address.
    ///
    /// # Errors
    /// It is empty or cannot be an address.
    pub fn parse(text: &str) -> Result<Self, FaultKind> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FaultKind::Missing);
        }
        if has_invisible(text) {
            return Err(FaultKind::Invisible);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(FaultKind::Email)?;
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>()[]\\,;:\"".contains(c);
        let labels_fit = domain.contains('.')
            && domain.split('.').all(|label| {
                let joined = label.starts_with('-') || label.ends_with('-');
                !label.is_empty()
                    && !joined
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        let local_fits = !local.is_empty()
            && !local.contains(odd)
            && !local.contains('@')
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        // 254 bytes is the longest address that mail can carry.
        if labels_fit && local_fits && text.len() <= 254 {
            Ok(Self(format!("{local}@{}", domain.to_lowercase())))
        } else {
            Err(FaultKind::Email)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads where Aero can write to.
///
/// # Errors
/// The address is missing or cannot be one.
pub fn parse_contact(answers: &Answers) -> Result<Email, Faults> {
    let mut faults = Faults::default();
    let email = faults.keep(Field::Email, Email::parse(answers.get(Field::Email)));
    faults.unless_any(email)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_kept_with_the_domain_in_lower_case() {
        assert_eq!(
            Email::parse(" Marta+x@Example.ORG ").unwrap().as_str(),
            "Marta+x@example.org"
        );
        assert!(Email::parse("élodie@exemple.fr").is_ok());
    }

    #[test]
    fn what_does_not_show_what_it_is_is_refused() {
        for text in [
            "marta\u{202e}@example.org",
            "mar\u{200b}ta@example.org",
            "marta@exam\u{200b}ple.org",
            "marta@\u{3164}.org",
            &format!("ma{}rta@example.org", "\u{301}".repeat(9)),
        ] {
            assert_eq!(Email::parse(text), Err(FaultKind::Invisible), "{text:?}");
        }
    }

    #[test]
    fn what_can_be_no_address_is_refused() {
        for text in [
            "a",
            "a@b",
            "@b.c",
            "a b@c.d",
            "a@.c",
            "a@b..c",
            "a@-b.c",
            ".a@b.c",
            "a@@b.c",
            "a@b.c\r\nBcc:x@y.z",
        ] {
            assert_eq!(Email::parse(text), Err(FaultKind::Email), "{text}");
        }
        assert_eq!(
            Email::parse(&format!("{}@b.c", "a".repeat(300))),
            Err(FaultKind::Email)
        );
    }
}
