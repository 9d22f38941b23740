//! The address of another database in the same cluster.

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

#[cfg(test)]
mod tests {
    use super::with_database;

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
