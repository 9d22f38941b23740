//! The site as the public sees it.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use validator::ValidateUrl;

use super::reader::Reader;

/// How long the name of an operator may be.
const LONGEST_NAME: usize = 120;

/// What visitors see, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteConfig {
    /// The address browsers see, without a slash at the end.
    pub origin: String,
    /// Who runs the service, as pages name it.
    pub operator: String,
    /// Where the browser's files lie.
    pub root: PathBuf,
    /// Where releases leave their files for each other, if they do.
    pub releases: Option<PathBuf>,
    /// Whether cargo-leptos builds them anew while the server runs.
    pub watched: bool,
}

impl SiteConfig {
    pub(super) fn read(reader: &mut Reader<'_>, listen: SocketAddr) -> Self {
        Self {
            origin: origin(reader, listen),
            operator: operator(reader),
            root: reader.text("LEPTOS_SITE_ROOT", "target/site").into(),
            releases: reader.given("AERO_RELEASE_FILES").map(PathBuf::from),
            watched: reader.given("LEPTOS_WATCH").is_some(),
        }
    }

    /// Whether browsers reach the site encrypted.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// Whether only browsers of this machine can have that address.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let host = self.origin.split_once("://").map_or("", |(_, rest)| rest);
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        let address = name.parse::<IpAddr>();
        name == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }
}

fn origin(reader: &mut Reader<'_>, listen: SocketAddr) -> String {
    let origin = reader.text("AERO_ORIGIN", &format!("http://{listen}"));
    let origin = origin.trim_end_matches('/');
    if !is_origin(origin) {
        reader.fault(
            "AERO_ORIGIN is an http or https address without a path, like https://claims.example.org",
        );
    }
    origin.to_owned()
}

/// Whether it is a scheme with a host and maybe a port, and nothing else.
pub(super) fn is_origin(origin: &str) -> bool {
    let rest = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    let is_bare = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(['/', '?', '#', '@']));
    is_bare && origin.validate_url()
}

fn operator(reader: &mut Reader<'_>) -> String {
    let operator = reader.text("AERO_OPERATOR", "Aero");
    if operator.chars().count() > LONGEST_NAME {
        reader.fault(format!("AERO_OPERATOR has 1 to {LONGEST_NAME} characters"));
    }
    operator
}

#[cfg(test)]
mod tests {
    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn an_origin_has_no_path_and_no_password() {
        for origin in [
            "ftp://x.org",
            "https://",
            "https://x.org/claims",
            "https://a:b@x.org",
            "x.org",
        ] {
            let faults = faults(&[DATABASE, ("AERO_ORIGIN", origin)]);
            assert_eq!(faults.len(), 1, "{origin}: {faults:?}");
        }
        let config = read(&[DATABASE, ("AERO_ORIGIN", "https://x.org/")]).unwrap();
        assert_eq!(config.site.origin, "https://x.org");
        assert!(config.site.is_https());
    }

    #[test]
    fn a_name_of_an_operator_fits_a_page() {
        let long = "x".repeat(121);
        let faults = faults(&[DATABASE, ("AERO_OPERATOR", &long)]);
        assert_eq!(faults, ["AERO_OPERATOR has 1 to 120 characters"]);
    }
}
