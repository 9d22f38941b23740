//! The settings, read once from the environment and checked as a whole.
//!
//! Nothing else reads the environment. `.env.example` lists the variables.

use std::{collections::BTreeMap, net::SocketAddr, num::NonZeroU32, path::PathBuf};

use backend::Quotas;
use validator::{Validate, ValidateUrl, ValidationError};

/// Everything an operator can set.
#[derive(Debug, Clone, Validate)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address browsers see, without a slash at the end.
    #[validate(custom(function = "is_origin"))]
    pub origin: String,
    /// Who runs the service, as pages name it.
    #[validate(length(min = 1, max = 120, message = "AERO_OPERATOR has 1 to 120 characters"))]
    pub operator: String,
    /// What is logged: a filter of `tracing`.
    pub log: String,
    /// Whether the log is JSON, one object a line.
    pub log_json: bool,
    /// Who tells the client's address.
    pub trusted_proxy: TrustedProxy,
    /// Where the browser's files lie.
    pub site_root: PathBuf,
    /// Whether cargo-leptos builds them anew while the server runs.
    pub watched: bool,
    /// How much one address may do.
    pub quotas: Quotas,
    /// The database. Kept out of `Debug`: there is a password in it.
    pub database: DatabaseUrl,
}

/// The address of the database.
#[derive(Clone)]
pub struct DatabaseUrl(pub String);

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseUrl(..)")
    }
}

/// Who tells where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrustedProxy {
    /// Nobody: the connection itself.
    None,
    /// Cloudflare, in `CF-Connecting-IP`.
    CloudflareConnectingIp,
}

/// All that is wrong with the settings, one fault a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFaults(pub Vec<String>);

impl std::fmt::Display for ConfigFaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

fn is_origin(origin: &str) -> Result<(), ValidationError> {
    let fault = || {
        ValidationError::new("origin").with_message(
        "AERO_ORIGIN is an http or https address without a path, like https://claims.example.org".into(),
    )
    };
    let rest = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    let is_bare = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(['/', '?', '#', '@']));
    if is_bare && origin.validate_url() {
        Ok(())
    } else {
        Err(fault())
    }
}

impl Config {
    /// Reads the environment of the process.
    ///
    /// # Errors
    /// Every fault at once.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn from_env() -> Result<Self, ConfigFaults> {
        Self::from_variables(&std::env::vars().collect())
    }

    /// Reads settings from names and values.
    ///
    /// # Errors
    /// Every fault at once.
    pub fn from_variables(variables: &BTreeMap<String, String>) -> Result<Self, ConfigFaults> {
        let mut reader = Reader {
            variables,
            faults: Vec::new(),
        };
        let listen = reader.parsed(
            "AERO_LISTEN",
            "127.0.0.1:3000",
            "an address and a port, like 127.0.0.1:3000",
        );
        let database = reader.secret("DATABASE_URL");
        let quotas = reader.quotas();
        let log_json = reader.one_of(
            "AERO_LOG_FORMAT",
            "text",
            &[("text", false), ("json", true)],
        );
        let proxies = [
            ("none", TrustedProxy::None),
            ("cf-connecting-ip", TrustedProxy::CloudflareConnectingIp),
        ];
        let trusted_proxy = reader.one_of("AERO_TRUSTED_PROXY", "none", &proxies);
        let default_origin = listen
            .map(|listen: SocketAddr| format!("http://{listen}"))
            .unwrap_or_default();
        let origin = reader
            .text("AERO_ORIGIN", &default_origin)
            .trim_end_matches('/')
            .to_owned();
        let operator = reader.text("AERO_OPERATOR", "Aero").to_owned();
        let log = reader
            .text("AERO_LOG", "info,sqlx=warn,sea_orm_migration=warn")
            .to_owned();
        let site_root = reader.text("LEPTOS_SITE_ROOT", "target/site").into();
        let watched = !reader.text("LEPTOS_WATCH", "").is_empty();
        let mut faults = reader.faults;
        let (Some(listen), Some(database), Some(log_json), Some(trusted_proxy)) =
            (listen, database, log_json, trusted_proxy)
        else {
            return Err(ConfigFaults(faults));
        };
        let database = DatabaseUrl(database);
        let config = Config {
            listen,
            origin,
            operator,
            log,
            log_json,
            trusted_proxy,
            site_root,
            watched,
            quotas,
            database,
        };
        if let Err(errors) = config.validate() {
            let messages = errors.field_errors().into_values().flatten();
            faults.extend(
                messages.filter_map(|error| error.message.as_ref().map(ToString::to_string)),
            );
        }
        if faults.is_empty() {
            Ok(config)
        } else {
            Err(ConfigFaults(faults))
        }
    }
}

/// Reads variables and collects what is wrong with them.
struct Reader<'a> {
    variables: &'a BTreeMap<String, String>,
    faults: Vec<String>,
}

impl Reader<'_> {
    fn text<'b>(&'b self, name: &str, default: &'b str) -> &'b str {
        let given = self.variables.get(name).map(|value| value.trim());
        given.filter(|value| !value.is_empty()).unwrap_or(default)
    }

    fn parsed<T: std::str::FromStr>(
        &mut self,
        name: &str,
        default: &str,
        meaning: &str,
    ) -> Option<T> {
        let parsed = self.text(name, default).parse().ok();
        if parsed.is_none() {
            self.faults.push(format!("{name} is {meaning}"));
        }
        parsed
    }

    fn quotas(&mut self) -> Quotas {
        let usual = Quotas::default();
        Quotas {
            sign_ins_per_minute: self.quota("AERO_SIGN_IN_PER_MINUTE", usual.sign_ins_per_minute),
            look_ups_per_minute: self.quota("AERO_LOOK_UP_PER_MINUTE", usual.look_ups_per_minute),
            suggestions_per_minute: self
                .quota("AERO_SUGGEST_PER_MINUTE", usual.suggestions_per_minute),
            drafts_per_hour: self.quota("AERO_DRAFTS_PER_HOUR", usual.drafts_per_hour),
            claims_per_hour: self.quota("AERO_CLAIMS_PER_HOUR", usual.claims_per_hour),
            assessments_per_minute: self
                .quota("AERO_ASSESS_PER_MINUTE", usual.assessments_per_minute),
        }
    }

    /// What is wrong is a fault; the usual number only stands in until it is told.
    fn quota(&mut self, name: &str, usual: NonZeroU32) -> NonZeroU32 {
        self.parsed(name, &usual.to_string(), "a whole number from 1")
            .unwrap_or(usual)
    }

    fn one_of<T: Copy>(&mut self, name: &str, default: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(name, default);
        let chosen = choices
            .iter()
            .find(|(choice, _)| *choice == text)
            .map(|(_, value)| *value);
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            self.faults
                .push(format!("{name} is one of: {}", names.join(", ")));
        }
        chosen
    }

    /// A value that may stand in a file instead, named by `NAME_FILE`.
    fn secret(&mut self, name: &str) -> Option<String> {
        let file = format!("{name}_FILE");
        match (self.text(name, ""), self.text(&file, "")) {
            ("", "") => {
                self.faults
                    .push(format!("{name} is not set, and neither is {file}"));
                None
            }
            ("", path) => match std::fs::read_to_string(path) {
                Ok(secret) => Some(secret.trim().to_owned()),
                Err(error) => {
                    let fault = format!("{file}: {path} cannot be read: {error}");
                    self.faults.push(fault);
                    None
                }
            },
            (value, _) => Some(value.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigFaults> {
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::from_variables(&variables.collect())
    }

    #[test]
    fn a_database_is_all_that_must_be_set() {
        let config = read(&[("DATABASE_URL", "postgres://localhost/aero")]).unwrap();
        assert_eq!(config.origin, "http://127.0.0.1:3000");
        assert_eq!(config.trusted_proxy, TrustedProxy::None);
        assert!(!format!("{config:?}").contains("postgres://"));
    }

    #[test]
    fn a_quota_is_as_it_is_set_and_else_as_usual() {
        let url = ("DATABASE_URL", "postgres://localhost/aero");
        let config = read(&[url, ("AERO_DRAFTS_PER_HOUR", "7")]).unwrap();
        assert_eq!(config.quotas.drafts_per_hour.get(), 7);
        let usual = Quotas::default();
        assert_eq!(config.quotas.claims_per_hour, usual.claims_per_hour);
    }

    #[test]
    fn every_fault_is_listed_at_once() {
        let ConfigFaults(faults) = read(&[
            ("AERO_LISTEN", "here"),
            ("AERO_LOG_FORMAT", "xml"),
            ("AERO_SIGN_IN_PER_MINUTE", "0"),
            ("AERO_CLAIMS_PER_HOUR", "many"),
            ("DATABASE_URL_FILE", "/nowhere/at/all"),
        ])
        .unwrap_err();
        assert_eq!(faults.len(), 5, "{faults:?}");
    }

    #[test]
    fn an_origin_has_no_path_and_no_password() {
        let url = ("DATABASE_URL", "postgres://localhost/aero");
        for origin in [
            "ftp://x.org",
            "https://",
            "https://x.org/claims",
            "https://a:b@x.org",
            "x.org",
        ] {
            assert!(read(&[url, ("AERO_ORIGIN", origin)]).is_err(), "{origin}");
        }
        assert_eq!(
            read(&[url, ("AERO_ORIGIN", "https://x.org/")])
                .unwrap()
                .origin,
            "https://x.org"
        );
    }
}
