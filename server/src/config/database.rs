//! The database: which one, as whom, and how hard it is pressed.

use db::{DatabaseUrl, DbOptions, Pooler, TlsMode};

use super::reader::Reader;

/// Where the claims are.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    /// For the role that serves, which can change no table.
    pub url: DatabaseUrl,
    /// For the role that owns the tables: `aero migrate` connects with it.
    pub owner_url: DatabaseUrl,
    /// Who gets the privileges of the service from `aero migrate`.
    pub app_role: String,
    /// The pool that serves, with its limits.
    pub options: DbOptions,
}

impl DatabaseConfig {
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let tls = tls(reader);
        let owner_url = url(reader, "DATABASE_OWNER_URL", tls);
        let url = required_url(reader, tls);
        let app_role = reader.text("AERO_DATABASE_APP_ROLE", "aero_app");
        let address = url.as_ref().map_or("", DatabaseUrl::as_str);
        let options = options(reader, address);
        let url = url?;
        Some(Self {
            owner_url: owner_url.unwrap_or_else(|| url.clone()),
            url,
            app_role,
            options,
        })
    }
}

/// For addresses that do not say it themselves.
fn tls(reader: &mut Reader<'_>) -> Option<TlsMode> {
    reader.given("AERO_DATABASE_TLS")?;
    let modes = TlsMode::ALL.map(|mode| (mode.name(), mode));
    Some(reader.one_of("AERO_DATABASE_TLS", &modes))
}

fn required_url(reader: &mut Reader<'_>, tls: Option<TlsMode>) -> Option<DatabaseUrl> {
    if !reader.is_given("DATABASE_URL") && !reader.is_given("DATABASE_URL_FILE") {
        reader.fault("DATABASE_URL is not set, and neither is DATABASE_URL_FILE");
    }
    url(reader, "DATABASE_URL", tls)
}

fn url(reader: &mut Reader<'_>, name: &str, tls: Option<TlsMode>) -> Option<DatabaseUrl> {
    let text = reader.secret(name)?;
    let url = DatabaseUrl::new(&text, tls);
    url.map_err(|error| reader.fault(format!("{name} is {error}")))
        .ok()
}

fn options(reader: &mut Reader<'_>, url: &str) -> DbOptions {
    let usual = DbOptions::new(url);
    DbOptions {
        max_connections: reader.count("AERO_DATABASE_CONNECTIONS", usual.max_connections),
        acquire_timeout: reader.duration("AERO_DATABASE_ACQUIRE_TIMEOUT", usual.acquire_timeout),
        statement_timeout: reader
            .duration("AERO_DATABASE_STATEMENT_TIMEOUT", usual.statement_timeout),
        lock_timeout: reader.duration("AERO_DATABASE_LOCK_TIMEOUT", usual.lock_timeout),
        idle_in_transaction_timeout: reader.duration(
            "AERO_DATABASE_IDLE_IN_TRANSACTION_TIMEOUT",
            usual.idle_in_transaction_timeout,
        ),
        idle_timeout: reader.duration("AERO_DATABASE_IDLE_TIMEOUT", usual.idle_timeout),
        pooler: reader.one_of(
            "AERO_DATABASE_POOLER",
            &[("none", Pooler::None), ("transaction", Pooler::Transaction)],
        ),
        url: usual.url,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use db::{Pooler, TlsMode};

    use crate::config::tests::{faults, read};

    const URL: (&str, &str) = ("DATABASE_URL", "postgres://app@db.example.org/aero");

    #[test]
    fn the_owner_is_the_same_role_unless_there_is_another() {
        let config = read(&[URL]).unwrap().database;
        assert_eq!(config.owner_url, config.url);
        let owner = ("DATABASE_OWNER_URL", "postgres://owner@db.example.org/aero");
        let config = read(&[URL, owner]).unwrap().database;
        assert_eq!(
            (config.url.user(), config.owner_url.user()),
            ("app", "owner")
        );
        assert_eq!(config.options.url, config.url.as_str());
    }

    #[test]
    fn a_database_elsewhere_is_verified_unless_told_otherwise() {
        assert_eq!(
            read(&[URL]).unwrap().database.url.tls(),
            TlsMode::VerifyFull
        );
        let told = read(&[URL, ("AERO_DATABASE_TLS", "disable")]).unwrap();
        assert_eq!(told.database.url.tls(), TlsMode::Disable);
        assert!(told.database.options.url.ends_with("?sslmode=disable"));
    }

    #[test]
    fn the_pool_and_its_limits_are_as_they_are_set() {
        let options = read(&[
            URL,
            ("AERO_DATABASE_CONNECTIONS", "3"),
            ("AERO_DATABASE_STATEMENT_TIMEOUT", "2m"),
            ("AERO_DATABASE_LOCK_TIMEOUT", "750ms"),
            ("AERO_DATABASE_POOLER", "transaction"),
        ])
        .unwrap()
        .database
        .options;
        assert_eq!(options.max_connections, 3);
        assert_eq!(options.statement_timeout, Duration::from_secs(120));
        assert_eq!(options.lock_timeout, Duration::from_millis(750));
        assert_eq!(options.pooler, Pooler::Transaction);
    }

    #[test]
    fn what_cannot_be_meant_is_a_fault() {
        for (name, value) in [
            ("AERO_DATABASE_CONNECTIONS", "0"),
            ("AERO_DATABASE_ACQUIRE_TIMEOUT", "3"),
            ("AERO_DATABASE_LOCK_TIMEOUT", "0s"),
            ("AERO_DATABASE_IDLE_TIMEOUT", "-1s"),
            ("AERO_DATABASE_POOLER", "session"),
            ("AERO_DATABASE_TLS", "maybe"),
            ("DATABASE_OWNER_URL", "mysql://x"),
        ] {
            let faults = faults(&[URL, (name, value)]);
            assert!(
                matches!(faults.as_slice(), [one] if one.starts_with(name)),
                "{name}: {faults:?}"
            );
        }
    }
}
