//! The queue of the review desk, newest first.

use domain::access::{Grant, ReadClaims};
use domain::claim::{ClaimReference, StateName};
use domain::ids::ClaimId;
use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::count::StateCounts;
use super::cursor::QueueCursor;
use super::facts::Amount;
use super::search::{Meaning, Part};
use super::{Claims, row, search};
use crate::entity::claim::{Column, Entity};
use crate::entity::claim_person;
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
    /// Who sent it; `None` once they were erased.
    pub lead_name: Option<String>,
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
    pub disruption: String,
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
    /// A page of at most `limit` claims, for somebody who may read every one.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn queue(
        &self,
        _grant: &Grant<ReadClaims>,
        filter: &QueueFilter,
        limit: u16,
    ) -> Result<QueuePage, DbError> {
        let text = filter.search.as_deref().unwrap_or_default();
        let text = Some(text.trim()).filter(|text| !text.is_empty());
        let counts = match text {
            Some(_) => None,
            None => Some(self.count_states().await?),
        };
        let mut rows = self.page(text, filter, limit).await?;
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
        text: Option<&str>,
        filter: &QueueFilter,
        limit: u16,
    ) -> Result<Vec<QueueRow>, DbError> {
        let view = View { filter, limit };
        let query = match text.map(search::meaning) {
            None => Entity::find().filter(view.condition()),
            Some(Meaning::Reference(reference)) => Entity::find()
                .filter(view.condition())
                .filter(Column::Reference.eq(reference.to_string())),
            Some(Meaning::AnyOf(parts)) => {
                Entity::find().filter(Column::Id.in_subquery(view.found_by(parts)))
            }
        };
        let lines = query
            .order_by_desc(Column::SubmittedAt)
            .order_by_desc(Column::Id)
            .limit(view.rows())
            .into_partial_model::<Line>()
            .all(self.tx)
            .await?;
        lines.into_iter().map(QueueRow::try_from).collect()
    }
}

/// The claims of a page before anything is searched for.
struct View<'a> {
    filter: &'a QueueFilter,
    limit: u16,
}

impl View<'_> {
    /// One more than is shown, to know whether there is a next page.
    fn rows(&self) -> u64 {
        u64::from(self.limit) + 1
    }

    fn condition(&self) -> Condition {
        let state = self.filter.state;
        Condition::all()
            .add_option(state.map(|state| Column::State.eq(state.name())))
            .add_option(self.filter.after.map(behind))
    }

    /// The ids that the parts of a search find. Each part fills a page of its own
    /// with the index that it has: PostgreSQL cannot join indexes of two tables.
    fn found_by(&self, parts: Vec<Part>) -> SelectStatement {
        let mut parts = (0..).zip(parts).map(|(number, part)| {
            let page = self.page_of(part);
            Query::select()
                .column(Column::Id)
                .from_subquery(page, format!("part_{number}"))
                .take()
        });
        let first = parts.next();
        let mut found = first.unwrap_or_else(nothing);
        for part in parts {
            found.union(UnionType::All, part);
        }
        found
    }

    fn page_of(&self, part: Part) -> SelectStatement {
        let mut page = Query::select();
        page.column((Entity, Column::Id)).from(Entity);
        if part.is_about_people {
            page.inner_join(
                claim_person::Entity,
                Expr::col((claim_person::Entity, claim_person::Column::ClaimId))
                    .equals((Entity, Column::Id)),
            );
        }
        page.cond_where(part.condition)
            .cond_where(self.condition())
            .order_by((Entity, Column::SubmittedAt), Order::Desc)
            .order_by((Entity, Column::Id), Order::Desc)
            .limit(self.rows())
            .take()
    }
}

/// What finds no claim.
fn nothing() -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::val(false))
        .take()
}

/// Who sent a claim, looked up for the lines of a page only.
fn lead_name() -> Expr {
    Expr::cust("(SELECT name FROM claim_people WHERE claim_id = claims.id AND position = 0)")
}

/// The row comparison is what the index of the queue is made for.
fn behind(place: QueueCursor) -> Expr {
    let columns = [Column::SubmittedAt, Column::Id].map(|column| Expr::col((Entity, column)));
    Expr::tuple(columns).lt(Expr::tuple([
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
    #[sea_orm(from_expr = "lead_name()")]
    lead_name: Option<String>,
    passenger_count: i32,
    origin: String,
    destination: String,
    flight: String,
    flight_day: time::Date,
    disruption: String,
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
            disruption: line.disruption,
            outcome: line.outcome,
            amount: Amount::from_columns(line.amount_minor, line.currency),
            submitted_at: instant::from_driver(line.submitted_at),
        })
    }
}
