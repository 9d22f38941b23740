//! The end of a process in a time that is set: what is under way gets most of it,
//! and what is left closes in the rest.

use std::time::Duration;

use db::Db;

use crate::{listener::Shutdown, telemetry::Telemetry};

/// Which part of the time is kept for the end of the rest: closing connections to
/// the database, and sending the last traces. As much again is kept before it for
/// noting in the queue which jobs were cut off.
const CLOSING: u32 = 8;

/// How the time is divided that the process has after the signal to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopping {
    /// How long jobs under way may take.
    pub jobs: Duration,
    /// How long requests under way may take, and jobs with what is noted of them.
    pub work: Duration,
    /// How long all the rest may take.
    pub closing: Duration,
}

impl Stopping {
    /// Divides the whole time.
    #[must_use]
    pub fn within(drain: Duration) -> Self {
        let closing = drain / CLOSING;
        Self {
            jobs: drain - 2 * closing,
            work: drain - closing,
            closing,
        }
    }

    /// Waits for what is under way until its time after the signal is over; `None`
    /// if it goes on.
    pub async fn work<T>(&self, shutdown: &Shutdown, work: impl Future<Output = T>) -> Option<T> {
        let out_of_time = async {
            shutdown.stopped().await;
            tokio::time::sleep(self.work).await;
        };
        tokio::select! {
            biased;
            done = work => Some(done),
            () = out_of_time => None,
        }
    }

    /// Closes the connections to the database and sends the last traces, both at
    /// once. A connection that a request still has is not waited for.
    pub async fn close(&self, pools: &[Db], telemetry: Telemetry) {
        let closed = async {
            for db in pools {
                let _ = db.close().await;
            }
        };
        let closed = tokio::time::timeout(self.closing, closed);
        let (closed, ()) = tokio::join!(closed, telemetry.stop(self.closing));
        if closed.is_err() {
            tracing::warn!("stopped with connections to the database still at work");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn jobs_requests_and_the_rest_are_the_whole_time() {
        let stopping = Stopping::within(Duration::from_secs(8));
        assert_eq!(stopping.jobs, Duration::from_secs(6));
        assert_eq!(stopping.work, Duration::from_secs(7));
        assert_eq!(stopping.closing, Duration::from_secs(1));
    }

    #[tokio::test]
    async fn the_time_of_work_begins_with_the_signal() {
        let stopping = Stopping::within(Duration::from_millis(400));
        let before = Duration::from_millis(500);
        let (shutdown, began) = (Shutdown::default(), Instant::now());
        let told = shutdown.clone();
        tokio::spawn(async move {
            tokio::time::sleep(before).await;
            told.stop();
        });
        let never = stopping.work(&shutdown, std::future::pending::<()>());
        assert_eq!(never.await, None);
        assert!(began.elapsed() >= before + stopping.work);
        assert_eq!(stopping.work(&shutdown, async { 7 }).await, Some(7));
    }
}
