//! The settings, read once from the environment and checked as a whole.
//!
//! Nothing else reads the environment. `.env.example` lists the variables.

mod links;
mod proxies;

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
    pub trusted_proxies: TrustedProxies,
    /// Where the browser's files lie.
    pub site_root: PathBuf,
    /// Whether cargo-leptos builds them anew while the server runs.
    pub watched: bool,
    /// How much one address may do.
    pub quotas: Quotas,
    /// How private links are made.
    pub links: LinkConfig,
    /// The database. Kept out of `Debug`: there is a password in it.
    pub database: DatabaseUrl,
}

/// The address of the database.
#[derive(Clone)]
pub struct DatabaseUrl(pub String);

impl DatabaseUrl {
    /// Whether it leads to a database on this machine: a loopback address, or a
    /// socket in a folder.
    pub fn is_of_this_machine(&self) -> bool {
        let rest = ["postgres://", "postgresql://"]
            .iter()
            .find_map(|scheme| self.0.strip_prefix(scheme));
        let Some(rest) = rest else { return false };
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let authority = place.split('/').next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        // In the query another host may stand, which counts. Without any, the
        // driver takes one from its own environment, which may be anywhere.
        let in_query = query.split('&').filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            matches!(name, "host" | "hostaddr").then_some(value)
        });
        let hosts = std::iter::once(host).filter(|host| !host.is_empty());
        let hosts: Vec<&str> = hosts.chain(in_query).collect();
        !hosts.is_empty() && hosts.into_iter().all(is_loopback)
    }
}

/// A name or address of this machine, with or without a port; or a folder.
fn is_loopback(host: &str) -> bool {
    let folder = host.starts_with('/') || host.starts_with("%2F") || host.starts_with("%2f");
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let ip = name.parse::<std::net::IpAddr>();
    folder || name == "localhost" || ip.is_ok_and(|ip| ip.is_loopback())
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DatabaseUrl(..)")
    }
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

pub use links::LinkConfig;
pub use proxies::{ClientAddressHeader, TrustedProxies};

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
        let trusted_proxies = TrustedProxies::read(&mut reader);
        let links = LinkConfig::read(&mut reader);
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
        let (Some(listen), Some(database), Some(log_json)) = (listen, database, log_json) else {
            return Err(ConfigFaults(faults));
        };
        let database = DatabaseUrl(database);
        let config = Config {
            listen,
            origin,
            operator,
            log,
            log_json,
            trusted_proxies,
            site_root,
            watched,
            quotas,
            links,
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
            saves_per_minute: self.quota("AERO_SAVES_PER_MINUTE", usual.saves_per_minute),
            claims_per_hour: self.quota("AERO_CLAIMS_PER_HOUR", usual.claims_per_hour),
            assessments_per_minute: self
                .quota("AERO_ASSESS_PER_MINUTE", usual.assessments_per_minute),
            link_requests_per_hour: self
                .quota("AERO_LINK_REQUESTS_PER_HOUR", usual.link_requests_per_hour),
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

    pub(super) fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigFaults> {
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::from_variables(&variables.collect())
    }

    #[test]
    fn a_database_is_all_that_must_be_set() {
        let config = read(&[("DATABASE_URL", "postgres://localhost/aero")]).unwrap();
        assert_eq!(config.origin, "http://127.0.0.1:3000");
        assert_eq!(config.trusted_proxies, TrustedProxies::default());
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
    fn the_setting_of_the_release_before_is_a_fault_that_says_what_to_write() {
        let url = ("DATABASE_URL", "postgres://localhost/aero");
        let ConfigFaults(faults) =
            read(&[url, ("AERO_TRUSTED_PROXY", "cf-connecting-ip")]).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("AERO_TRUSTED_PROXIES"), "{faults:?}");
        assert!(
            faults[0].contains("AERO_CLIENT_ADDRESS_HEADER"),
            "{faults:?}"
        );
    }

    #[test]
    fn proxies_are_networks_with_commas_between_them() {
        let url = ("DATABASE_URL", "postgres://localhost/aero");
        let networks = ("AERO_TRUSTED_PROXIES", "172.30.10.0/24, ::1");
        let config = read(&[url, networks]).unwrap();
        assert_eq!(config.trusted_proxies.networks.len(), 2);
        let wrong = ("AERO_TRUSTED_PROXIES", "172.30.10.0/24, here, 0.0.0.0/0");
        let ConfigFaults(faults) = read(&[url, wrong]).unwrap_err();
        assert_eq!(faults.len(), 2, "{faults:?}");
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
