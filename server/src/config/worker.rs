//! How workers watch each other.

use std::time::Duration;

use backend::Worker;

use super::reader::Reader;

/// Shorter, and a busy machine would take living workers for dead: their jobs
/// would be done twice.
const SHORTEST: Duration = Duration::from_secs(2);

/// After how long without a sign of life a worker is taken for dead, and its jobs
/// are given to others.
pub(super) fn dead_after(reader: &mut Reader<'_>) -> Duration {
    let dead_after = reader.duration("AERO_WORKER_DEAD_AFTER", Worker::DEAD_AFTER);
    if dead_after < SHORTEST {
        reader.fault("AERO_WORKER_DEAD_AFTER is 2s or longer");
    }
    dead_after
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn a_worker_is_not_taken_for_dead_too_soon() {
        let set = |value| [DATABASE, ("AERO_WORKER_DEAD_AFTER", value)];
        let config = read(&set("2s")).unwrap();
        assert_eq!(config.worker_dead_after, Duration::from_secs(2));
        let usual = read(&[DATABASE]).unwrap();
        assert_eq!(usual.worker_dead_after, Duration::from_secs(60));
        let found = faults(&set("500ms"));
        assert_eq!(found, ["AERO_WORKER_DEAD_AFTER is 2s or longer"]);
    }
}
