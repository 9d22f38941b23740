use domain::ids::ClaimId;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio_util::sync::CancellationToken;

use super::{places::Place, relay::Heard};

/// Somebody who looks at a page. Dropping it frees its place.
#[derive(Debug)]
pub struct Subscription {
    heard: Receiver<Heard>,
    only: Option<ClaimId>,
    shutdown: CancellationToken,
    _place: Place,
}

impl Subscription {
    pub(super) fn new(
        heard: Receiver<Heard>,
        only: Option<ClaimId>,
        shutdown: CancellationToken,
        place: Place,
    ) -> Self {
        Self {
            heard,
            only,
            shutdown,
            _place: place,
        }
    }

    /// Waits for the next claim that has changed and that this viewer may know of.
    ///
    /// `None` at the end: the process ends, or something may have changed that was
    /// not heard. Whoever wants to hear more subscribes again, and looks then.
    pub async fn next(&mut self) -> Option<ClaimId> {
        loop {
            let heard = tokio::select! {
                heard = self.heard.recv() => heard,
                () = self.shutdown.cancelled() => return None,
            };
            match heard {
                Ok(Heard::Changed(claim)) if self.only.is_none_or(|only| only == claim) => {
                    return Some(claim);
                }
                Ok(Heard::Changed(_)) => {}
                Ok(Heard::Missed) | Err(RecvError::Lagged(_) | RecvError::Closed) => return None,
            }
        }
    }
}
