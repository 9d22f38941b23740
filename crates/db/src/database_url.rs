//! Where the database is, and how far the way to it is trusted.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use sea_orm::sqlx::postgres::{PgConnectOptions, PgSslMode};

/// How a connection is encrypted, by libpq's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// In clear.
    Disable,
    /// Encrypted if the server offers it, else in clear.
    Prefer,
    /// Encrypted, with whoever answers.
    Require,
    /// Encrypted, with a server whose certificate an authority signed.
    VerifyCa,
    /// As `VerifyCa`, and the certificate is for this host.
    VerifyFull,
}

impl TlsMode {
    /// By rising safety.
    pub const ALL: [Self; 5] = [
        Self::Disable,
        Self::Prefer,
        Self::Require,
        Self::VerifyCa,
        Self::VerifyFull,
    ];

    /// The name that `sslmode` has for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disable => "disable",
            Self::Prefer => "prefer",
            Self::Require => "require",
            Self::VerifyCa => "verify-ca",
            Self::VerifyFull => "verify-full",
        }
    }

    /// Whether nobody between here and the server can read along or pretend to be it.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::VerifyCa | Self::VerifyFull)
    }
}

/// The address of a database, `postgres://user:password@host:port/database`, which
/// says by itself how the connection is encrypted.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    url: String,
    user: String,
    tls: TlsMode,
    is_local: bool,
}

/// A text that is no address of a PostgreSQL. It may hold a password, so it is not
/// repeated here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address like postgres://user:password@host:5432/database")]
pub struct InvalidDatabaseUrl;

impl DatabaseUrl {
    /// Reads an address. Where it does not say `sslmode` itself, `tls` holds; without
    /// that, a server on another machine is verified fully and one on this machine is
    /// not asked.
    ///
    /// # Errors
    /// [`InvalidDatabaseUrl`], also for a parameter that has no such value.
    pub fn new(text: &str, tls: Option<TlsMode>) -> Result<Self, InvalidDatabaseUrl> {
        let is_postgres = text.starts_with("postgres://") || text.starts_with("postgresql://");
        let options = PgConnectOptions::from_str(text).map_err(|_| InvalidDatabaseUrl)?;
        if !is_postgres {
            return Err(InvalidDatabaseUrl);
        }
        let is_local = names_host(text) && is_local(&options);
        let usual = if is_local {
            TlsMode::Prefer
        } else {
            TlsMode::VerifyFull
        };
        let (url, tls) = if says_tls_mode(text) {
            (text.to_owned(), tls_mode(options.get_ssl_mode()))
        } else {
            let tls = tls.unwrap_or(usual);
            (with_tls_mode(text, tls), tls)
        };
        Ok(Self {
            url,
            user: options.get_username().to_owned(),
            tls,
            is_local,
        })
    }

    /// The address with everything it says, the password too.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The role that connects.
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    /// How the connection is encrypted.
    #[must_use]
    pub const fn tls(&self) -> TlsMode {
        self.tls
    }

    /// Whether the way to the server stays on this machine.
    #[must_use]
    pub const fn is_local(&self) -> bool {
        self.is_local
    }
}

impl fmt::Debug for DatabaseUrl {
    /// Leaves out the address, which has the password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DatabaseUrl")
            .field("tls", &self.tls)
            .field("is_local", &self.is_local)
            .finish_non_exhaustive()
    }
}

/// By the name that is given, not by what it resolves to: that can change.
fn is_local(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Without any, the driver takes one from its own environment, which may be anywhere.
fn names_host(url: &str) -> bool {
    let (place, parameters) = url.split_once('?').unwrap_or((url, ""));
    let rest = place.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let mut names = parameters
        .split('&')
        .filter_map(|pair| pair.split('=').next());
    !host.is_empty() || names.any(|name| matches!(name, "host" | "hostaddr"))
}

fn says_tls_mode(url: &str) -> bool {
    let parameters = url.split_once('?').map_or("", |(_, parameters)| parameters);
    let mut names = parameters
        .split('&')
        .filter_map(|pair| pair.split('=').next());
    names.any(|name| matches!(name, "sslmode" | "ssl-mode"))
}

fn with_tls_mode(url: &str, tls: TlsMode) -> String {
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}sslmode={}", tls.name())
}

fn tls_mode(mode: PgSslMode) -> TlsMode {
    match mode {
        PgSslMode::Disable => TlsMode::Disable,
        PgSslMode::Allow | PgSslMode::Prefer => TlsMode::Prefer,
        PgSslMode::Require => TlsMode::Require,
        PgSslMode::VerifyCa => TlsMode::VerifyCa,
        PgSslMode::VerifyFull => TlsMode::VerifyFull,
    }
}

#[cfg(test)]
mod tests {
    use super::{DatabaseUrl, TlsMode};

    fn read(text: &str, tls: Option<TlsMode>) -> DatabaseUrl {
        DatabaseUrl::new(text, tls).unwrap()
    }

    #[test]
    fn a_server_elsewhere_is_verified_unless_told_otherwise() {
        for url in [
            "postgres://aero@db.example.org/aero",
            "postgres://aero@10.0.0.7:5432/aero?application_name=x",
            "postgres://aero@[2001:db8::1]/aero",
            "postgres://aero@localhost.example.org/aero",
            "postgres://aero@localhost/aero?host=db.example.org",
            "postgres:///aero",
        ] {
            let usual = read(url, None);
            assert_eq!(
                (usual.tls(), usual.is_local()),
                (TlsMode::VerifyFull, false),
                "{url}"
            );
            assert!(usual.as_str().ends_with("sslmode=verify-full"), "{url}");
            for tls in TlsMode::ALL {
                assert_eq!(read(url, Some(tls)).tls(), tls);
            }
        }
        let said = read("postgres://h/x?sslmode=disable", Some(TlsMode::VerifyFull));
        assert_eq!(said.tls(), TlsMode::Disable);
        assert_eq!(said.as_str(), "postgres://h/x?sslmode=disable");
    }

    #[test]
    fn a_server_on_this_machine_needs_no_certificate() {
        for url in [
            "postgres://aero@localhost/aero",
            "postgres://aero@127.0.0.1:1/aero",
            "postgres://aero@[::1]/aero",
            "postgres://aero@%2Frun%2Fpostgresql/aero",
            "postgres://aero@elsewhere/aero?host=/run/postgresql",
        ] {
            let usual = read(url, None);
            assert_eq!(
                (usual.tls(), usual.is_local()),
                (TlsMode::Prefer, true),
                "{url}"
            );
        }
    }

    #[test]
    fn what_is_no_address_is_refused_and_no_password_is_shown() {
        for text in [
            "",
            "nonsense",
            "mysql://h/x",
            "postgres://h/x?sslmode=perhaps",
        ] {
            assert!(DatabaseUrl::new(text, None).is_err(), "{text}");
        }
        let shown = format!("{:?}", read("postgres://a:secret@h/x", None));
        assert!(!shown.contains("secret"), "{shown}");
    }
}
