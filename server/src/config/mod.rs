//! The settings, read once from the environment and checked as a whole.
//!
//! Nothing else reads the environment. Each section is a file with its struct;
//! `.env.example` lists the variables, and a test holds that it lists them all. To
//! add a setting: a field in its section, a line that reads it, a line in
//! `.env.example`.

mod blobs;
mod connections;
mod database;
mod links;
mod log;
mod mail;
mod proxies;
mod quotas;
mod reader;
mod site;
mod telemetry;
mod worker;

use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

use backend::{Quotas, SmtpSettings};

pub use blobs::BlobConfig;
pub use connections::ConnectionConfig;
pub use database::DatabaseConfig;
pub use links::LinkConfig;
pub use log::LogConfig;
pub use proxies::{ClientAddressHeader, TrustedProxies};
use reader::Reader;
pub use site::SiteConfig;
pub use telemetry::{TelemetryConfig, TraceConfig};

/// Everything an operator can set.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// What connections may cost.
    pub connections: ConnectionConfig,
    /// The site as the public sees it.
    pub site: SiteConfig,
    /// What is logged.
    pub log: LogConfig,
    /// Who tells the client's address.
    pub trusted_proxies: TrustedProxies,
    /// How much one address may do.
    pub quotas: Quotas,
    /// How private links are made.
    pub links: LinkConfig,
    /// The database.
    pub database: DatabaseConfig,
    /// How mail is handed to a mail server, if it is.
    pub smtp: Option<SmtpSettings>,
    /// After how long without a sign of life a worker is taken for dead.
    pub worker_dead_after: Duration,
    /// Where blobs are stored, if they are.
    pub blobs: Option<BlobConfig>,
    /// What the process tells of itself.
    pub telemetry: TelemetryConfig,
}

/// All that is wrong with the settings, one fault a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigFaults(pub Vec<String>);

impl std::fmt::Display for ConfigFaults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
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
        let mut reader = Reader::new(variables);
        let config = Self::read(&mut reader);
        match (config, reader.faults()) {
            (Some(config), faults) if faults.is_empty() => Ok(config),
            (_, faults) => Err(ConfigFaults(faults)),
        }
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let listen = reader.parsed(
            "AERO_LISTEN",
            SocketAddr::from(([127, 0, 0, 1], 3000)),
            "an address and a port, like 127.0.0.1:3000",
        );
        let connections = ConnectionConfig::read(reader);
        let site = SiteConfig::read(reader, listen);
        let log = LogConfig::read(reader);
        let trusted_proxies = TrustedProxies::read(reader);
        let links = LinkConfig::read(reader);
        let quotas = quotas::read(reader);
        let smtp = mail::read(reader, &site);
        let worker_dead_after = worker::dead_after(reader);
        let blobs = blobs::read(reader);
        let telemetry = TelemetryConfig::read(reader);
        let database = DatabaseConfig::read(reader)?;
        Some(Self {
            listen,
            connections,
            site,
            log,
            trusted_proxies,
            quotas,
            links,
            database,
            smtp,
            worker_dead_after,
            blobs,
            telemetry,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What must be set.
    pub(crate) const DATABASE: (&str, &str) = ("DATABASE_URL", "postgres://localhost/aero");

    const EXAMPLE: &str = include_str!("../../../.env.example");

    pub(crate) fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigFaults> {
        let variables = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::from_variables(&variables.collect())
    }

    pub(crate) fn faults(variables: &[(&str, &str)]) -> Vec<String> {
        read(variables).unwrap_err().0
    }

    /// The lines of the example that set something, each commented out.
    fn example() -> impl Iterator<Item = (&'static str, &'static str)> {
        let lines = EXAMPLE.lines().filter_map(|line| line.strip_prefix('#'));
        lines
            .filter_map(|line| line.split_once('='))
            .filter(|(name, _)| !name.contains(' '))
    }

    #[test]
    fn a_database_is_all_that_must_be_set() {
        let config = read(&[DATABASE]).unwrap();
        assert_eq!(config.site.origin, "http://127.0.0.1:3000");
        assert_eq!(config.trusted_proxies, TrustedProxies::default());
        assert!(!format!("{config:?}").contains("postgres://"));
        let nothing = faults(&[]);
        assert!(
            matches!(nothing.as_slice(), [one] if one.starts_with("DATABASE_URL is not set")),
            "{nothing:?}"
        );
    }

    #[test]
    fn every_fault_is_listed_at_once() {
        let faults = faults(&[
            ("AERO_LISTEN", "here"),
            ("AERO_LOG_FORMAT", "xml"),
            ("AERO_SIGN_IN_PER_MINUTE", "0"),
            ("AERO_CLAIMS_PER_HOUR", "many"),
            ("DATABASE_URL_FILE", "/nowhere/at/all"),
            ("AERO_NO_SUCH_SETTING", "x"),
        ]);
        assert_eq!(faults.len(), 6, "{faults:?}");
    }

    #[test]
    fn a_setting_that_does_not_exist_is_a_fault_with_what_may_be_meant() {
        let found = faults(&[
            DATABASE,
            ("AERO_LISTEN_ADRESS", "127.0.0.1:1"),
            ("AERO_LITSEN", "127.0.0.1:1"),
            ("AERO_SHOE_SIZE", "43"),
        ]);
        assert_eq!(
            found,
            [
                "AERO_LISTEN_ADRESS is no setting",
                "AERO_LITSEN is no setting; AERO_LISTEN may be meant",
                "AERO_SHOE_SIZE is no setting",
            ]
        );
        assert!(read(&[DATABASE, ("AERO_CACHE", "/x"), ("PATH", "/bin")]).is_ok());
    }

    #[test]
    fn a_secret_stands_in_the_environment_or_in_a_file() {
        let path = std::env::temp_dir().join(format!("aero-secret-{}", std::process::id()));
        std::fs::write(&path, "postgres://from-a-file/aero\n").unwrap();
        let file = ("DATABASE_URL_FILE", path.to_str().unwrap());
        let config = read(&[file]).unwrap();
        let url = config.database.url.as_str();
        assert_eq!(url, "postgres://from-a-file/aero?sslmode=verify-full");
        let both = faults(&[DATABASE, file]);
        assert_eq!(
            both,
            ["DATABASE_URL and DATABASE_URL_FILE are both set; keep one"]
        );
        std::fs::write(&path, "\n").unwrap();
        assert!(faults(&[file])[0].ends_with("is empty"));
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn the_example_lists_what_is_read_and_nothing_else() {
        let variables = BTreeMap::from([DATABASE].map(|(n, v)| (n.to_owned(), v.to_owned())));
        let mut reader = Reader::new(&variables);
        Config::read(&mut reader).unwrap();
        let mut listed: BTreeSet<String> = example().map(|(name, _)| name.to_owned()).collect();
        // What cargo-leptos sets for its own sake, and what only scripts read.
        listed.insert("LEPTOS_WATCH".to_owned());
        listed.retain(|name| !reader::OF_SCRIPTS.contains(&name.as_str()));
        assert_eq!(&listed, reader.asked());
    }

    #[test]
    fn the_example_shows_the_usual_values() {
        let usual = read(&[DATABASE]).unwrap();
        let shown: Vec<(&str, &str)> = example()
            .filter(|(name, value)| !name.starts_with("DATABASE_") && !value.is_empty())
            .filter(|(name, _)| !name.ends_with("_FILE"))
            .chain([DATABASE])
            .collect();
        let shown = read(&shown).unwrap();
        assert_eq!(format!("{shown:?}"), format!("{usual:?}"));
    }
}
