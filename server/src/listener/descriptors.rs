use std::fs;

/// How many descriptors the process may have open: files, connections of
/// browsers, connections to the database. `None` where the system does not say.
pub fn open_file_limit() -> Option<usize> {
    soft_limit(&fs::read_to_string("/proc/self/limits").ok()?)
}

/// The soft limit in Linux' table: name, soft limit, hard limit, unit.
fn soft_limit(table: &str) -> Option<usize> {
    let line = table
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_soft_limit_is_read() {
        let table = "Limit                     Soft Limit           Hard Limit           Units     \n\
            Max cpu time              unlimited            unlimited            seconds   \n\
            Max open files            1024                 524288               files     \n";
        assert_eq!(soft_limit(table), Some(1024));
        assert_eq!(
            soft_limit("Max open files   unlimited  unlimited  files"),
            None
        );
        assert_eq!(soft_limit(""), None);
    }
}
