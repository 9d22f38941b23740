//! How many claims are in each state.

use domain::claim::StateName;
use sea_orm::sea_query::{Asterisk, Expr, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait};

use super::Claims;
use crate::entity::claim::{Column, Entity};
use crate::error::DbError;

/// How many there are. Nothing is counted further than [`Count::MOST`], so that
/// a desk with a million claims is as quick as a new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// As many as were counted.
    pub number: u64,
    /// Whether there are more.
    pub and_more: bool,
}

impl Count {
    /// The largest number that is told exactly.
    pub const MOST: u64 = 1_000;

    fn of_seen(seen: u64) -> Self {
        Self {
            number: seen.min(Self::MOST),
            and_more: seen > Self::MOST,
        }
    }
}

/// How many claims are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StateCounts([Count; StateName::ALL.len()]);

impl StateCounts {
    /// In whatever state.
    #[must_use]
    pub fn total(&self) -> Count {
        Count {
            number: self.0.iter().map(|count| count.number).sum(),
            and_more: self.0.iter().any(|count| count.and_more),
        }
    }

    /// In this state.
    #[must_use]
    pub fn of(&self, state: StateName) -> Count {
        let places = StateName::ALL.iter().zip(&self.0);
        let mut counts = places.filter(|(name, _)| **name == state);
        counts.next().map(|(_, count)| *count).unwrap_or_default()
    }
}

impl Claims<'_> {
    /// One statement, which stops in each state where counting ends.
    pub(super) async fn count_states(&self) -> Result<StateCounts, DbError> {
        let mut counted = Query::select();
        for state in StateName::ALL {
            let seen = Query::select()
                .expr(Expr::val(1))
                .from(Entity)
                .and_where(Column::State.eq(state.name()))
                .limit(Count::MOST + 1)
                .take();
            let number = Query::select()
                .expr(Func::count(Expr::col(Asterisk)))
                .from_subquery(seen, "seen")
                .take();
            counted.expr(Expr::from(number));
        }
        let row = self.tx.query_one(&counted).await?;
        let row = row.ok_or_else(|| DbError::unreadable("claims", "no counts"))?;
        let mut counts = StateCounts::default();
        for (place, count) in counts.0.iter_mut().enumerate() {
            let seen: i64 = row.try_get_by_index(place)?;
            *count = Count::of_seen(seen.unsigned_abs());
        }
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn counting_ends_at_a_thousand() {
        let exactly = |number| Count {
            number,
            and_more: false,
        };
        for number in [0, 1, Count::MOST] {
            assert_eq!(Count::of_seen(number), exactly(number));
        }
        let more = Count::of_seen(Count::MOST + 1);
        assert_eq!((more.number, more.and_more), (Count::MOST, true));
    }
}
