//! How mail is handed to a mail server.

use backend::SmtpSettings;

use super::{SiteConfig, reader::Reader};

/// Reads `AERO_SMTP_URL`, `AERO_MAIL_FROM` and `AERO_MAIL_RETURN_PATH`; without the
/// first, no mail is sent.
pub(super) fn read(reader: &mut Reader<'_>, site: &SiteConfig) -> Option<SmtpSettings> {
    let usual = format!("{} <no-reply@{}>", site.operator, domain(&site.origin));
    let from = reader.text("AERO_MAIL_FROM", &usual);
    let return_path = reader.given("AERO_MAIL_RETURN_PATH").map(str::to_owned);
    let url = reader.secret("AERO_SMTP_URL")?;
    let settings = SmtpSettings {
        url,
        from,
        return_path,
    };
    if let Err(fault) = settings.check() {
        reader.fault(fault);
    }
    Some(settings)
}

/// The host of an origin as mail names it; an address of the network has none.
fn domain(origin: &str) -> &str {
    let host = origin.split("://").nth(1).unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_name = name.contains(|letter: char| letter.is_ascii_alphabetic());
    if is_name && !host.starts_with('[') {
        name
    } else {
        "localhost"
    }
}

#[cfg(test)]
mod tests {
    use super::domain;
    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn mail_is_given_away_as_it_is_set_or_not_at_all() {
        assert_eq!(read(&[DATABASE]).unwrap().smtp, None);
        let smtp = ("AERO_SMTP_URL", "smtps://u:secret@mail.example.org");
        let origin = ("AERO_ORIGIN", "https://claims.example.org:8443");
        let config = read(&[DATABASE, smtp, origin]).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
        let from = config.smtp.unwrap().from;
        assert_eq!(from, "Aero <no-reply@claims.example.org>");
        for origin in ["http://127.0.0.1:3000", "http://[::1]:3000"] {
            assert_eq!(domain(origin), "localhost");
        }
        let back = ("AERO_MAIL_RETURN_PATH", "bounces@example.org");
        let smtp_config = read(&[DATABASE, smtp, back]).unwrap().smtp.unwrap();
        assert_eq!(
            smtp_config.return_path.as_deref(),
            Some("bounces@example.org")
        );
        let nowhere = faults(&[DATABASE, smtp, ("AERO_MAIL_RETURN_PATH", "nowhere")]);
        assert!(
            nowhere[0].starts_with("AERO_MAIL_RETURN_PATH"),
            "{nowhere:?}"
        );
        let in_clear = faults(&[DATABASE, ("AERO_SMTP_URL", "smtp://mail.example.org")]);
        assert_eq!(in_clear.len(), 1, "{in_clear:?}");
    }
}
