use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language that every page and message exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, the fallback.
    #[default]
    En,
    /// French.
    Fr,
}

impl Language {
    /// Every language, in the order in which a switch offers them.
    pub const ALL: [Language; 2] = [Language::En, Language::Fr];

    /// The language tag used in URLs, `lang` attributes and the database.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
        }
    }

    /// The first language of an `Accept-Language` header that Aero speaks.
    ///
    /// Weights are ignored on purpose: browsers list languages in order.
    pub fn from_accept_language(header: &str) -> Option<Language> {
        header
            .split(',')
            .filter_map(|item| item.split([';', '-']).next())
            .find_map(|primary| primary.trim().to_ascii_lowercase().parse().ok())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The text is no language that Aero speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_of_the_header_wins() {
        assert_eq!(
            Language::from_accept_language("de-DE,fr-CH;q=0.9,en;q=0.8"),
            Some(Language::Fr)
        );
        assert_eq!(Language::from_accept_language("de, nl"), None);
        assert_eq!(Language::from_accept_language(""), None);
    }
}
