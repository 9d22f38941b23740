//! Something that was said, by its code and its values.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

use crate::value::{Value, Vocabulary, Written};

/// Something that was said: understood here, said by a newer release, or kept
/// as the sentence that an older release stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Said<T> {
    /// A word of this release, with its values.
    Known(T),
    /// A word of a newer release.
    Unknown {
        /// Its code.
        code: String,
        /// Its values.
        values: Written,
    },
    /// A sentence in English, without a code.
    Sentence(String),
}

impl<T> From<T> for Said<T> {
    fn from(word: T) -> Self {
        Self::Known(word)
    }
}

impl<T> Said<T> {
    /// The word, if it is understood here.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(word) => Some(word),
            Self::Unknown { .. } | Self::Sentence(_) => None,
        }
    }
}

/// What is stored.
#[derive(Serialize)]
#[serde(untagged)]
enum Form<'a> {
    Word {
        code: &'a str,
        values: BTreeMap<&'static str, Value>,
    },
    Unknown {
        code: &'a str,
        values: &'a Written,
    },
    Sentence {
        sentence: &'a str,
    },
}

impl<T: Vocabulary> Serialize for Said<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known;
        let form = match self {
            Self::Known(word) => {
                known = word.code();
                Form::Word {
                    code: &known,
                    values: word.values().into_iter().collect(),
                }
            }
            Self::Unknown { code, values } => Form::Unknown { code, values },
            Self::Sentence(sentence) => Form::Sentence { sentence },
        };
        form.serialize(serializer)
    }
}

#[derive(Deserialize)]
struct Stored {
    #[serde(default)]
    code: String,
    #[serde(default)]
    values: serde_json::Map<String, Json>,
    sentence: Option<String>,
}

impl<'de, T: Vocabulary> Deserialize<'de> for Said<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored {
            code,
            values,
            sentence,
        } = Stored::deserialize(deserializer)?;
        if let Some(sentence) = sentence {
            return Ok(Self::Sentence(sentence));
        }
        Ok(match T::read(&code, &values) {
            Some(word) => Self::Known(word),
            None => Self::Unknown { code, values },
        })
    }
}
