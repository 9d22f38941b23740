//! What people write around the name of an airline, or in its place.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::table::{file, rows};

/// What a text means that is no airline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// No other airline flew.
    None,
    /// Whoever wrote it does not know, or does not say which.
    Unsure,
    /// A train, a bus, a ship.
    Ground,
}

#[derive(Deserialize)]
struct Row {
    text: String,
    meaning: String,
}

/// The words by what they do.
struct Words {
    whole: FxHashMap<String, Word>,
    before: Vec<String>,
    after: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        whole: FxHashMap::default(),
        before: Vec::new(),
        after: Vec::new(),
    };
    for Row { text, meaning } in rows(file::CARRIER_WORDS) {
        match meaning.as_str() {
            "none" => drop(words.whole.insert(text, Word::None)),
            "unsure" => drop(words.whole.insert(text, Word::Unsure)),
            "ground" => drop(words.whole.insert(text, Word::Ground)),
            "before" => words.before.push(format!("{text} ")),
            _ => words.after.push(format!(" {text}")),
        }
    }
    words
});

/// What a folded text means as a whole.
pub(crate) fn word(folded: &str) -> Option<Word> {
    WORDS.whole.get(folded).copied()
}

/// Whether a folded text only leads to a name: `operated by`.
pub(crate) fn leads(folded: &str) -> bool {
    let lead = format!("{folded} ");
    WORDS.before.contains(&lead)
}

/// A folded text without what leads to a name.
pub(crate) fn without_lead(mut folded: &str) -> &str {
    while let Some(rest) = WORDS
        .before
        .iter()
        .find_map(|lead| folded.strip_prefix(&**lead))
    {
        folded = rest;
    }
    folded
}

/// A folded name without what every second airline is called besides:
/// `qatar airways` and `qatar` are both `qatar`.
pub(crate) fn short(mut folded: &str) -> &str {
    while let Some(rest) = WORDS
        .after
        .iter()
        .find_map(|tail| folded.strip_suffix(&**tail))
    {
        folded = rest;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn every_word_is_folded_and_has_a_meaning() {
        let rows: Vec<Row> = rows(file::CARRIER_WORDS);
        assert_eq!(rows.len(), file::CARRIER_WORDS.lines().count() - 1);
        for Row { text, meaning } in rows {
            assert_eq!(fold(&text), text);
            let known = ["none", "unsure", "ground", "before", "after"];
            assert!(known.contains(&meaning.as_str()), "{text}: {meaning}");
        }
    }

    #[test]
    fn words_around_a_name_are_taken_off() {
        assert_eq!(without_lead("vol opere par air corsica"), "air corsica");
        assert_eq!(without_lead("flight lh 400"), "lh 400");
        assert_eq!(without_lead("flybe"), "flybe");
        assert_eq!(short("swiss international air lines"), "swiss");
        assert_eq!(short("air france"), "air france");
        assert_eq!(short("airlines"), "airlines");
        assert!(leads("operated by") && !leads("operated"));
    }
}
