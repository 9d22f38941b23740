use jiff::Timestamp;

/// Tells the time. Tests bring their own.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine's clock"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
