//! What connections may cost, and how the process stops.

use std::time::Duration;

use super::reader::Reader;
use crate::listener::ConnectionLimits;

/// The connections of browsers and proxies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionConfig {
    /// How many there may be, and how long each may take. Descriptors bound
    /// their number, too.
    pub limits: ConnectionLimits,
    /// How long readiness is denied after SIGTERM before nothing is accepted any
    /// more. The drain is all the time after that
    /// ([`Stopping`](crate::stopping::Stopping)); together they should stay below
    /// what the container engine waits.
    pub notice: Duration,
}

/// With the usual drain below the ten seconds that container engines wait.
const NOTICE: Duration = Duration::from_secs(1);

impl ConnectionConfig {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let usual = ConnectionLimits::default();
        let connections = u32::try_from(usual.connections).unwrap_or(u32::MAX);
        let connections = reader.count("AERO_CONNECTIONS", connections);
        Self {
            limits: ConnectionLimits {
                connections: usize::try_from(connections).unwrap_or(usize::MAX),
                head: reader.duration("AERO_HEAD_TIMEOUT", usual.head),
                idle: reader.duration("AERO_IDLE_TIMEOUT", usual.idle),
                drain: reader.duration("AERO_SHUTDOWN_DRAIN", usual.drain),
            },
            notice: reader.duration("AERO_SHUTDOWN_NOTICE", NOTICE),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn connections_cost_what_is_set_and_else_as_usual() {
        let config = read(&[
            DATABASE,
            ("AERO_CONNECTIONS", "64"),
            ("AERO_HEAD_TIMEOUT", "3s"),
            ("AERO_SHUTDOWN_NOTICE", "5s"),
        ]);
        let connections = config.unwrap().connections;
        assert_eq!(connections.limits.connections, 64);
        assert_eq!(connections.limits.head, Duration::from_secs(3));
        assert_eq!(connections.limits.idle, Duration::from_secs(120));
        assert_eq!(connections.notice, Duration::from_secs(5));
        let wrong = [
            DATABASE,
            ("AERO_CONNECTIONS", "0"),
            ("AERO_IDLE_TIMEOUT", "0s"),
        ];
        assert_eq!(faults(&wrong).len(), 2);
    }
}
