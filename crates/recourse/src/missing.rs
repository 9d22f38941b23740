//! What an answer lacks: a row of a table, or a fact.

use crate::answer::Depends;
use crate::words::{Because, Part};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(Depends);

impl Missing {
    /// A row, by table and key.
    #[must_use]
    pub fn row(part: Part, key: String, because: Because) -> Self {
        Self(Depends {
            part,
            row: Some(key),
            fact: None,
            because,
        })
    }

    /// A fact, by its key.
    #[must_use]
    pub fn fact(part: Part, key: &'static str) -> Self {
        Self(Depends {
            part,
            row: None,
            fact: Some(key),
            because: Because::Missing,
        })
    }

    /// As it is written.
    #[must_use]
    pub fn written(self) -> Depends {
        self.0
    }
}
