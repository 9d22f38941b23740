//! Settings that can be read and yet cannot be meant.

use std::net::IpAddr;

use db::Pooler;

use crate::config::Config;

/// What is not right about the settings as a whole, a sentence each.
pub fn warnings(config: &Config) -> Vec<String> {
    [
        proxy(config),
        clear_text(config),
        tls(config),
        pooler(config),
        metrics(config),
        traces(config),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Something else than this program speaks TLS with the browsers.
fn proxy(config: &Config) -> Option<String> {
    let is_trusted = !config.trusted_proxies.networks.is_empty();
    (config.site.is_https() && !is_trusted).then(|| {
        "AERO_ORIGIN is https and no proxy is trusted: all visitors count as one address; \
         set AERO_TRUSTED_PROXIES to the network of whoever speaks TLS"
            .to_owned()
    })
}

/// Others reach the site, at an address or behind a proxy, and not by TLS.
fn clear_text(config: &Config) -> Option<String> {
    if config.site.is_https() {
        return None;
    }
    let what = match config.listen.ip().is_loopback() {
        false => format!("{} can be reached from other machines", config.listen),
        true if config.site.is_loopback() => return None,
        true => format!("{} is no address of this machine alone", config.site.origin),
    };
    Some(format!(
        "{what} and AERO_ORIGIN is http: sign-ins and claims travel in clear; \
         put a proxy with TLS in front and set AERO_ORIGIN to its https address"
    ))
}

fn tls(config: &Config) -> Option<String> {
    let urls = [&config.database.url, &config.database.owner_url];
    let open = urls
        .into_iter()
        .find(|url| !url.is_local() && !url.tls().is_verified())?;
    Some(format!(
        "the database is on another machine and sslmode is {}: who stands between can read along or \
         pretend to be it; set AERO_DATABASE_TLS=verify-full",
        open.tls().name()
    ))
}

/// A pooler gives the lock of the migrations to somebody else.
fn pooler(config: &Config) -> Option<String> {
    let database = &config.database;
    let is_pooled = database.options.pooler == Pooler::Transaction;
    (is_pooled && database.owner_url == database.url).then(|| {
        "connections go through a pooler: set DATABASE_OWNER_URL to PostgreSQL itself for aero migrate".to_owned()
    })
}

/// Numbers tell a stranger how busy the site is and what goes wrong.
fn metrics(config: &Config) -> Option<String> {
    let listen = config
        .telemetry
        .metrics
        .filter(|at| !at.ip().is_loopback())?;
    let is_private = match listen.ip() {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local(),
    };
    (!is_private).then(|| {
        format!("metrics can be read by everybody who reaches {listen}: let AERO_METRICS_LISTEN be an address of this machine or of a private network")
    })
}

/// A trace tells routes and times.
fn traces(config: &Config) -> Option<String> {
    let collector = &config.telemetry.traces.as_ref()?.collector;
    let host = collector.strip_prefix("http://")?;
    let port = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let host = port.map_or(host, |(host, _)| host);
    let ip = host.trim_matches(['[', ']']).parse::<IpAddr>().ok();
    let is_near = host == "localhost" || ip.is_some_and(|ip| ip.is_loopback());
    (!is_near).then(|| {
        "traces travel in clear to another machine: let AERO_OTLP_ENDPOINT be https, or the network a private one".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn warned(variables: &[(&str, &str)]) -> Vec<String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let variables: BTreeMap<_, _> = variables.iter().map(owned).collect();
        warnings(&Config::from_variables(&variables).unwrap())
    }

    const LOCAL: (&str, &str) = ("DATABASE_URL", "postgres://app@localhost/aero");

    #[test]
    fn what_make_run_sets_is_right() {
        assert_eq!(warned(&[LOCAL]), Vec::<String>::new());
        for origin in ["http://localhost:3100", "http://[::1]:3000"] {
            let warned = warned(&[LOCAL, ("AERO_ORIGIN", origin)]);
            assert_eq!(warned, Vec::<String>::new(), "{origin}");
        }
    }

    #[test]
    fn what_cannot_be_right_is_said() {
        let elsewhere = "postgres://app@db.example.org/aero";
        for (variables, word) in [
            (
                vec![LOCAL, ("AERO_ORIGIN", "https://claims.example.org")],
                "no proxy is trusted",
            ),
            (
                vec![LOCAL, ("AERO_LISTEN", "0.0.0.0:3000")],
                "travel in clear",
            ),
            (
                vec![LOCAL, ("AERO_ORIGIN", "http://claims.example.org")],
                "travel in clear",
            ),
            (
                vec![
                    ("DATABASE_URL", elsewhere),
                    ("AERO_DATABASE_TLS", "require"),
                ],
                "sslmode is require",
            ),
            (
                vec![
                    LOCAL,
                    (
                        "DATABASE_OWNER_URL",
                        "postgres://o@db.example.org/aero?sslmode=prefer",
                    ),
                ],
                "sslmode is prefer",
            ),
            (
                vec![LOCAL, ("AERO_DATABASE_POOLER", "transaction")],
                "DATABASE_OWNER_URL",
            ),
            (
                vec![LOCAL, ("AERO_METRICS_LISTEN", "0.0.0.0:9464")],
                "metrics can be read",
            ),
            (
                vec![LOCAL, ("AERO_METRICS_LISTEN", "[2001:db8::1]:9464")],
                "metrics can be read",
            ),
            (
                vec![
                    LOCAL,
                    ("AERO_OTLP_ENDPOINT", "http://otel.example.org:4318"),
                ],
                "traces travel in clear",
            ),
        ] {
            let said = warned(&variables);
            assert!(
                matches!(said.as_slice(), [one] if one.contains(word)),
                "{variables:?}: {said:?}"
            );
        }
        assert_eq!(warned(&[("DATABASE_URL", elsewhere)]), Vec::<String>::new());
        for (name, right) in [
            ("AERO_METRICS_LISTEN", "127.0.0.1:9464"),
            ("AERO_METRICS_LISTEN", "172.30.10.2:9464"),
            ("AERO_OTLP_ENDPOINT", "http://127.0.0.1:4318"),
            ("AERO_OTLP_ENDPOINT", "http://localhost"),
            ("AERO_OTLP_ENDPOINT", "http://[::1]:4318"),
            ("AERO_OTLP_ENDPOINT", "http://[::1]"),
            ("AERO_OTLP_ENDPOINT", "https://otel.example.org"),
        ] {
            assert_eq!(warned(&[LOCAL, (name, right)]), Vec::<String>::new());
        }
    }
}
