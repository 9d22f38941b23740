use db::Bounce;
use domain::access::Operator;

use super::{NoDeliveryStatus, delivery_status};
use crate::{Backend, Error};

/// What a delivery status notification has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotedDeliveryStatus {
    /// A mail did not arrive, for this reason (RFC 3463); it shows at the desk.
    Bounced(String),
    /// Nothing: that was known already.
    Known,
    /// Nothing: the mail arrived, or is only late.
    NotFailed,
}

/// Why a delivery status notification was not noted; nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryStatusError {
    /// It cannot be used, now or later.
    #[error(transparent)]
    Unusable(#[from] NoDeliveryStatus),
    /// It is about a mail that is not known, or not any more.
    #[error("there is no such mail, or it is too long ago")]
    UnknownMail,
    /// The store does not answer; it may work later.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Backend {
    /// Takes what a mail server says later of a mail that it took: one that did
    /// not arrive shows with its claim.
    ///
    /// # Errors
    /// See [`DeliveryStatusError`].
    pub async fn note_delivery_status(
        &self,
        _operator: &Operator,
        notification: &[u8],
    ) -> Result<NotedDeliveryStatus, DeliveryStatusError> {
        let told = delivery_status::read(notification)?;
        let Some(status) = told.failed else {
            return Ok(NotedDeliveryStatus::NotFailed);
        };
        let tx = self.db.begin().await.map_err(Error::from)?;
        let bounced = tx
            .deliveries()
            .bounced(told.mail, told.event_id, &status, self.now())
            .await
            .map_err(Error::from)?;
        match bounced {
            None => Err(DeliveryStatusError::UnknownMail),
            Some(Bounce::Known) => Ok(NotedDeliveryStatus::Known),
            Some(Bounce::Stored(claim)) => {
                tx.commit().await.map_err(Error::from)?;
                tracing::warn!(status, %claim, "mail bounced");
                Ok(NotedDeliveryStatus::Bounced(status))
            }
        }
    }
}
