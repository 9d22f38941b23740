//! The queue of the review desk, newest first.

use domain::access::Reviewer;
use domain::claim::{ClaimReference, StateName};
use domain::ids::ClaimId;
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::count::StateCounts;
use super::cursor::QueueCursor;
use super::facts::Amount;
use super::{Claims, row, search};
use crate::entity::claim::{Column, Entity};
use crate::error::DbError;
use crate::instant;

/// Which claims to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Only those in this state.
    pub state: Option<StateName>,
    /// What was typed into the search box: the beginning of a reference, of a
    /// flight or of words of the name, or a whole e-mail address.
    pub search: Option<String>,
    /// Only those behind this place.
    pub after: Option<QueueCursor>,
}

/// A claim as one line of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Its id.
    pub id: ClaimId,
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// Where it stands.
    pub state: StateName,
    /// Who sent it.
    pub lead_name: String,
    /// How many travelled.
    pub passenger_count: i32,
    /// IATA code of the airport of departure.
    pub origin: String,
    /// IATA code of the final destination.
    pub destination: String,
    /// Airline code and number.
    pub flight: String,
    /// The day of departure.
    pub flight_day: Date,
    /// What went wrong.
    pub event: String,
    /// What the assessment came to.
    pub outcome: String,
    /// What each person is due, when that can be told.
    pub amount: Option<Amount>,
    /// When it was sent.
    pub submitted_at: Timestamp,
}

/// One page of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuePage {
    /// The claims of this page, newest first.
    pub rows: Vec<QueueRow>,
    /// How many claims are in each state; a search is not counted.
    pub counts: Option<StateCounts>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<QueueCursor>,
}

impl Claims<'_> {
    /// A page of at most `limit` claims for a reviewer, who reads every claim.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn queue(
        &self,
        _reader: &Reviewer,
        filter: &QueueFilter,
        limit: u16,
    ) -> Result<QueuePage, DbError> {
        let found = search::matching(filter.search.as_deref().unwrap_or_default());
        let is_search = filter
            .search
            .as_deref()
            .is_some_and(|text| !text.trim().is_empty());
        let counts = match is_search {
            true => None,
            false => Some(self.count_states().await?),
        };
        let mut rows = self.page(found, filter, limit).await?;
        // One more than asked for was read, to know whether there is a next page.
        let more = rows.len() > usize::from(limit);
        rows.truncate(limit.into());
        let next = rows.last().filter(|_| more).map(|last| QueueCursor {
            submitted_at: last.submitted_at,
            id: last.id,
        });
        Ok(QueuePage { rows, counts, next })
    }

    async fn page(
        &self,
        found: Condition,
        filter: &QueueFilter,
        limit: u16,
    ) -> Result<Vec<QueueRow>, DbError> {
        let mut query = Entity::find().filter(found);
        if let Some(state) = filter.state {
            query = query.filter(Column::State.eq(state.name()));
        }
        if let Some(after) = filter.after {
            query = query.filter(behind(after));
        }
        let lines = query
            .order_by_desc(Column::SubmittedAt)
            .order_by_desc(Column::Id)
            .limit(u64::from(limit) + 1)
            .into_partial_model::<Line>()
            .all(self.tx)
            .await?;
        lines.into_iter().map(QueueRow::try_from).collect()
    }
}

/// The row comparison is what the index of the queue is made for.
fn behind(place: QueueCursor) -> Expr {
    Expr::tuple([Expr::col(Column::SubmittedAt), Expr::col(Column::Id)]).lt(Expr::tuple([
        Expr::value(instant::to_driver(place.submitted_at)),
        Expr::value(place.id.as_uuid()),
    ]))
}

/// The columns of a line; a page of the queue does not read the large ones.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "Entity")]
struct Line {
    id: uuid::Uuid,
    reference: String,
    state: String,
    lead_name: String,
    passenger_count: i32,
    origin: String,
    destination: String,
    flight: String,
    flight_day: time::Date,
    event: String,
    outcome: String,
    amount_minor: Option<i64>,
    currency: Option<String>,
    submitted_at: time::OffsetDateTime,
}

impl TryFrom<Line> for QueueRow {
    type Error = DbError;

    fn try_from(line: Line) -> Result<Self, DbError> {
        Ok(Self {
            id: ClaimId::from_uuid(line.id),
            reference: row::reference(&line.reference)?,
            state: row::state_name(&line.state)?,
            lead_name: line.lead_name,
            passenger_count: line.passenger_count,
            origin: line.origin,
            destination: line.destination,
            flight: line.flight,
            flight_day: instant::day_from_driver(line.flight_day)?,
            event: line.event,
            outcome: line.outcome,
            amount: Amount::from_columns(line.amount_minor, line.currency),
            submitted_at: instant::from_driver(line.submitted_at),
        })
    }
}
