//! What a connection is doing, and since when.

use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    time::{Duration, Instant},
};

use super::ConnectionLimits;

/// What a connection is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The head of a request is on its way.
    Head,
    /// A request is being handled; its route bounds how long that takes.
    Handling,
    /// An answer is being sent, or nothing happens.
    Idle,
}

const PHASES: [Phase; 3] = [Phase::Head, Phase::Handling, Phase::Idle];

/// How many bits of the number hold the phase.
const PHASE_BITS: u32 = 2;

/// The phase of one connection and the milliseconds since the opening, in one
/// number, so that a look from outside never sees one without the other.
#[derive(Debug)]
pub struct Progress {
    opened: Instant,
    now: AtomicU64,
    begun: AtomicBool,
}

impl Progress {
    /// A connection that was opened just now: its first head is awaited.
    pub fn new(opened: Instant) -> Self {
        Self {
            opened,
            now: AtomicU64::new(Phase::Head as u64),
            begun: AtomicBool::new(false),
        }
    }

    /// Whether bytes ever came in.
    pub fn has_begun(&self) -> bool {
        self.begun.load(Ordering::Relaxed)
    }

    /// Bytes came in.
    pub fn has_read(&self, at: Instant) {
        self.begun.store(true, Ordering::Relaxed);
        if self.phase() == Phase::Idle {
            self.set(Phase::Head, at);
        }
    }

    /// Bytes went out.
    pub fn has_written(&self, at: Instant) {
        // But for "100 Continue", nothing is written before the answer is known.
        if self.phase() != Phase::Handling {
            self.set(Phase::Idle, at);
        }
    }

    /// The head of a request is complete.
    pub fn handles(&self, at: Instant) {
        self.set(Phase::Handling, at);
    }

    /// The answer is known.
    pub fn answers(&self, at: Instant) {
        self.set(Phase::Idle, at);
    }

    /// How long the other side has kept us waiting; `None` while the waiting is
    /// on theirs.
    pub fn waiting(&self, at: Instant) -> Option<Duration> {
        let (phase, since) = self.read();
        let waited = at.saturating_duration_since(self.opened + since);
        (phase != Phase::Handling).then_some(waited)
    }

    /// Whether the other side has kept us waiting too long.
    pub fn is_overdue(&self, at: Instant, limits: &ConnectionLimits) -> bool {
        let most = match self.phase() {
            Phase::Head => limits.head,
            Phase::Handling | Phase::Idle => limits.idle,
        };
        self.waiting(at).is_some_and(|waited| waited > most)
    }

    fn phase(&self) -> Phase {
        self.read().0
    }

    fn read(&self) -> (Phase, Duration) {
        let number = self.now.load(Ordering::Relaxed);
        let index = number & ((1 << PHASE_BITS) - 1);
        let phase = PHASES.into_iter().find(|phase| *phase as u64 == index);
        let since = Duration::from_millis(number >> PHASE_BITS);
        (phase.unwrap_or(Phase::Idle), since)
    }

    fn set(&self, phase: Phase, at: Instant) {
        let since = at.saturating_duration_since(self.opened).as_millis();
        let since = u64::try_from(since).unwrap_or(u64::MAX) << PHASE_BITS;
        self.now.store(since | phase as u64, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: ConnectionLimits = ConnectionLimits {
        connections: 1,
        head: Duration::from_secs(10),
        idle: Duration::from_secs(120),
        drain: Duration::ZERO,
    };

    #[test]
    fn each_phase_has_its_own_patience() {
        let opened = Instant::now();
        let at = |seconds| opened + Duration::from_secs(seconds);
        let connection = Progress::new(opened);
        assert!(!connection.is_overdue(at(10), &LIMITS));
        assert!(connection.is_overdue(at(11), &LIMITS), "no head came");

        connection.has_read(at(5));
        assert!(
            connection.is_overdue(at(11), &LIMITS),
            "each byte is no new start"
        );
        connection.handles(at(9));
        assert_eq!(connection.waiting(at(1_000)), None, "the work is ours");
        connection.has_written(at(10));
        assert_eq!(
            connection.waiting(at(1_000)),
            None,
            "100 Continue is no answer"
        );

        connection.answers(at(20));
        connection.has_written(at(100));
        assert!(
            !connection.is_overdue(at(220), &LIMITS),
            "it takes what we send"
        );
        assert!(connection.is_overdue(at(221), &LIMITS));

        connection.has_read(at(150));
        assert!(!connection.is_overdue(at(160), &LIMITS));
        assert!(
            connection.is_overdue(at(161), &LIMITS),
            "half a second head"
        );
    }
}
