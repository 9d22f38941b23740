//! Words of a closed vocabulary as they are written down: each has a code that
//! never changes and is never taken away.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A vocabulary whose words are stored by their codes.
pub trait Coded: Copy + 'static {
    /// Every word.
    const WORDS: &'static [Self];

    /// The code of a word.
    fn code(self) -> &'static str;

    /// The word of a code; `None` for one that only a newer release knows.
    #[must_use]
    fn from_code(code: &str) -> Option<Self> {
        let mut words = Self::WORDS.iter().copied();
        words.find(|word| word.code() == code)
    }
}

/// Gives each variant of an enum its code. A variant without a line does not
/// compile.
#[macro_export]
macro_rules! codes {
    ($name:ty { $($variant:ident => $code:literal),* $(,)? }) => {
        impl $crate::Coded for $name {
            const WORDS: &'static [Self] = &[$(Self::$variant),*];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),*
                }
            }
        }
    };
}

/// A stored word: one that is known here, or the code of one that is not.
#[derive(Clone, PartialEq, Eq)]
pub enum Code<T> {
    /// A word of this release.
    Known(T),
    /// A word of a newer release, by its code.
    Unknown(String),
}

impl<T: Coded> Code<T> {
    /// The word, if it is known here.
    #[must_use]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(word) => Some(*word),
            Self::Unknown(_) => None,
        }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(word) => word.code(),
            Self::Unknown(code) => code,
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn read(code: &str) -> Self {
        T::from_code(code).map_or_else(|| Self::Unknown(code.to_owned()), Self::Known)
    }
}

impl<T> From<T> for Code<T> {
    fn from(word: T) -> Self {
        Self::Known(word)
    }
}

impl<T: Coded> fmt::Debug for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T: Coded> Serialize for Code<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, T: Coded> Deserialize<'de> for Code<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Ok(Self::read(&code))
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Coded};
    use crate::Outcome;

    #[test]
    fn a_word_of_a_newer_release_stays_as_it_is() {
        let known: Code<Outcome> = serde_json::from_str("\"depends\"").unwrap();
        assert_eq!(known, Code::Known(Outcome::Depends));
        let newer: Code<Outcome> = serde_json::from_str("\"perhaps\"").unwrap();
        assert_eq!(newer.known(), None);
        assert_eq!(serde_json::to_string(&newer).unwrap(), "\"perhaps\"");
    }

    #[test]
    fn every_code_reads_back() {
        for outcome in Outcome::WORDS {
            assert_eq!(Outcome::from_code(outcome.code()), Some(*outcome));
        }
    }
}
