use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::weighted;

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

    /// The language that an `Accept-Language` header asks for most, among those
    /// that Aero speaks (RFC 9110, section 12.5.4; regions are not told apart).
    /// Of equals the first one named; `*` is any language that is not named.
    pub fn from_accept_language(header: &str) -> Option<Language> {
        let ranges: Vec<(&str, u16)> = weighted(header)
            .map(|(range, weight)| (range.split('-').next().unwrap_or_default(), weight))
            .collect();
        let is = |range: &str, language: Language| range.eq_ignore_ascii_case(language.tag());
        let is_named = |language| ranges.iter().any(|(range, _)| is(range, language));
        let mut best = None;
        for (range, weight) in &ranges {
            let any = *range == "*";
            let fits = |language| is(range, language) || (any && !is_named(language));
            let most = best.map_or(0, |(_, weight)| weight);
            if let Some(language) = Language::ALL.into_iter().find(|language| fits(*language))
                && *weight > most
            {
                best = Some((language, *weight));
            }
        }
        best.map(|(language, _)| language)
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

    #[test]
    fn weights_count_and_zero_refuses() {
        for (header, language) in [
            ("fr;q=0, en", Some(Language::En)),
            ("en;q=0.3, fr;q=0.5", Some(Language::Fr)),
            ("en;q=0.5, fr;q=0.5", Some(Language::En)),
            ("fr-CH;q=0, fr;q=0.2", Some(Language::Fr)),
            ("de, *;q=0.1", Some(Language::En)),
            ("en;q=0, *", Some(Language::Fr)),
            ("en;q=0, fr;q=0, *", None),
            ("FR", Some(Language::Fr)),
        ] {
            assert_eq!(Language::from_accept_language(header), language, "{header}");
        }
    }
}
