//! What an answer lacks: a row of a table, or a fact.

use crate::answer::Depends;
use rights::Coded;

/// A part of the answer for a forum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whether it is open.
    Forum,
    /// The court.
    Court,
    /// The fee.
    Fee,
    /// The interest.
    Interest,
    /// The days.
    Deadline,
}

rights::codes!(Part {
    Forum => "forum",
    Court => "court",
    Fee => "fee",
    Interest => "interest",
    Deadline => "deadline",
});

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(Depends);

impl Missing {
    /// A row, by table and key; `because` says `lapsed`, `empty` or `missing`.
    #[must_use]
    pub fn row(part: Part, key: String, because: &'static str) -> Self {
        Self(Depends {
            part: part.code(),
            row: Some(key),
            fact: None,
            because,
        })
    }

    /// A fact, by its key.
    #[must_use]
    pub fn fact(part: Part, key: &'static str) -> Self {
        Self(Depends {
            part: part.code(),
            row: None,
            fact: Some(key),
            because: "missing",
        })
    }

    /// As it is written.
    #[must_use]
    pub fn written(self) -> Depends {
        self.0
    }
}
