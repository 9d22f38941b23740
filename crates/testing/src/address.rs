//! The address of another database in the same cluster, or of the same database
//! for another role.

/// `url` with its database replaced by `database`; the rest stays.
pub(crate) fn with_database(url: &str, database: &str) -> String {
    let (place, options) = match url.split_once('?') {
        Some((place, options)) => (place, format!("?{options}")),
        None => (url, String::new()),
    };
    let host_from = place.find("://").map_or(0, |at| at + 3);
    let host_to = place[host_from..]
        .find('/')
        .map_or(place.len(), |at| host_from + at);
    format!("{}/{database}{options}", &place[..host_to])
}

/// `url` for another role; the rest stays.
#[must_use]
pub fn with_role(url: &str, role: &str, password: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let authority = rest.find(['/', '?']).unwrap_or(rest.len());
    let host = rest[..authority].rfind('@').map_or(0, |at| at + 1);
    format!("{scheme}://{role}:{password}@{}", &rest[host..])
}

#[cfg(test)]
mod tests {
    use super::{with_database, with_role};

    #[test]
    fn only_the_role_changes() {
        for (url, expected) in [
            ("postgres://a:b@h:1/x", "postgres://r:p@h:1/x"),
            (
                "postgres://h/x?host=/tmp/a@b",
                "postgres://r:p@h/x?host=/tmp/a@b",
            ),
            ("postgres://a@h?x=1", "postgres://r:p@h?x=1"),
        ] {
            assert_eq!(with_role(url, "r", "p"), expected);
        }
    }

    #[test]
    fn only_the_database_changes() {
        for (url, expected) in [
            ("postgres://a:b@h:1/old", "postgres://a:b@h:1/new"),
            ("postgres://a@h", "postgres://a@h/new"),
            ("postgres://a@h/", "postgres://a@h/new"),
            (
                "postgres://a@h/old?host=/tmp/x",
                "postgres://a@h/new?host=/tmp/x",
            ),
        ] {
            assert_eq!(with_database(url, "new"), expected);
        }
    }
}
