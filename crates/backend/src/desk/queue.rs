use db::{QueueFilter, QueuePage};
use domain::{
    access::{Grant, ReadClaims},
    claim::StateName,
};

use crate::{Backend, Error};

/// What the address of the queue asks for; what cannot be read is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// Only claims in this state.
    pub state: Option<StateName>,
    /// What was typed into the search box.
    pub search: String,
    /// Where the page begins.
    pub after: String,
}

/// Lines on one page of the queue.
pub const QUEUE_PAGE: u16 = 50;

impl Backend {
    /// One page of the queue, newest first.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn queue(
        &self,
        grant: &Grant<ReadClaims>,
        query: &QueueQuery,
    ) -> Result<QueuePage, Error> {
        let search = query.search.trim();
        let filter = QueueFilter {
            state: query.state,
            search: (!search.is_empty()).then(|| search.to_owned()),
            after: query.after.parse().ok(),
        };
        let tx = self.db.begin().await?;
        Ok(tx.claims().queue(grant, &filter, QUEUE_PAGE).await?)
    }
}
