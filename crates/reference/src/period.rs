//! From one day to another, both included; an open end is open.

use jiff::civil::Date;

/// A span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    from: Option<Date>,
    to: Option<Date>,
}

impl Period {
    /// Reads the two columns of a row; empty is open.
    pub(crate) fn parse(from: &str, to: &str) -> Self {
        Self {
            from: from.parse().ok(),
            to: to.parse().ok(),
        }
    }

    /// Whether `day` lies in it.
    pub(crate) fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a day lies in both.
    pub(crate) fn meets(&self, other: Self) -> bool {
        let ends_before =
            |to: Option<Date>, from: Option<Date>| to.zip(from).is_some_and(|(to, from)| to < from);
        !ends_before(self.to, other.from) && !ends_before(other.to, self.from)
    }

    /// Whether it has ended before `day`.
    pub(crate) fn is_over(&self, day: Date) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}
