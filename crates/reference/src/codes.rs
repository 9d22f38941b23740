//! How the words of a text are written: what is a code, a state, a name.

use crate::fold::key;
use crate::index::INDEX;
use crate::sense::Sense;
use crate::when::is_time;
use crate::words::{is_filler, is_near, is_only_station, is_station, is_to};

/// Passengers of a year, in thousands, under which three small letters among other
/// words are no code.
pub(crate) const SURE_CODE: u32 = 100;

/// How the words of a text are written.
pub(crate) struct Codes {
    /// The words that are written as codes are, in lower case.
    written: Vec<String>,
    /// Words of two capital letters, in lower case: `IL` is a state, `il` a word.
    short: Vec<String>,
    /// Words of two letters that stand where a state or a country does: behind a
    /// comma or in brackets.
    behind: Vec<String>,
    /// Words of four letters that may be words of a language, in lower case: `Lech`
    /// and `kind` are no codes.
    worded: Vec<String>,
    /// The words that have letters no code has, folded.
    accented: Vec<String>,
    has_small: bool,
    has_digit: bool,
    is_ascii: bool,
}

impl Codes {
    pub(crate) fn of(text: &str) -> Self {
        let mut codes = Self {
            written: Vec::new(),
            short: Vec::new(),
            behind: Vec::new(),
            worded: Vec::new(),
            accented: Vec::new(),
            has_small: text.chars().any(char::is_lowercase),
            has_digit: text.bytes().any(|letter| letter.is_ascii_digit()),
            is_ascii: text.is_ascii(),
        };
        let mut before;
        let mut rest = text;
        while let Some(start) = rest.find(|letter: char| letter.is_alphanumeric()) {
            let signs = rest[..start].trim_end();
            before = signs.chars().next_back().unwrap_or(' ');
            rest = &rest[start..];
            let end = rest
                .find(|letter: char| !letter.is_alphanumeric())
                .unwrap_or(rest.len());
            codes.note(&rest[..end], before);
            rest = &rest[end..];
        }
        codes
    }

    /// Notes how a word is written, and behind which sign.
    fn note(&mut self, word: &str, before: char) {
        let is_bracketed = matches!(before, '(' | '[');
        let is_capital = word.bytes().all(|letter| letter.is_ascii_uppercase());
        let is_plain =
            |letter: char| letter.is_ascii() || ('\u{ff01}'..='\u{ff5e}').contains(&letter);
        if !word.chars().all(is_plain) {
            self.accented.push(key(word));
        } else if word.len() == 2 {
            let is_behind = is_bracketed || before == ',';
            let word = word.to_ascii_lowercase();
            if is_capital && (self.has_small || is_behind) {
                self.short.push(word.clone());
            }
            if is_behind {
                self.behind.push(word);
            }
        } else if word.len() == 3 {
            let word = word.to_ascii_lowercase();
            let is_code = is_capital && self.has_small || is_bracketed;
            if is_code && !is_only_station(&word) {
                self.written.push(word);
            }
        } else if word.len() == 4 && !is_capital && (is_titled(word) || can_be_said(word)) {
            self.worded.push(word.to_ascii_lowercase());
        }
    }

    /// Whether no word is written as a code is.
    pub(crate) fn has_none(&self) -> bool {
        self.written.is_empty()
    }

    /// Whether a word is written as codes are where the rest is not.
    pub(crate) fn are(&self, word: &str) -> bool {
        self.written.iter().any(|code| code == word)
    }

    /// Whether a word can be a code here: what nobody wrote as one is none where
    /// hardly anybody uses the airport. `Big Sur` is not Delta Junction.
    pub(crate) fn may_be(&self, word: &str, known: &[Sense]) -> bool {
        let is_used = |sense: &Sense| match sense {
            Sense::Code(place) => INDEX.thousands(*place) >= SURE_CODE,
            _ => true,
        };
        word.len() != 3 || self.are(word) || self.is_capital() || known.iter().any(is_used)
    }

    /// Whether two letters are written as a state or a country is.
    pub(crate) fn is_region(&self, word: &str) -> bool {
        let written = self.short.iter().chain(&self.behind);
        written.into_iter().any(|short| short == word)
    }

    /// Whether a word alone is no name here.
    pub(crate) fn is_small(&self, word: &str) -> bool {
        let is_region = |sense: &Sense| matches!(sense, Sense::Region(_));
        let is_short = self.short.iter().any(|short| short == word);
        !(is_short && INDEX.senses.of(word).iter().any(is_region))
            && (is_filler(word)
                || is_near(word)
                || is_station(word)
                || is_to(word)
                || self.has_digit && is_time(word))
    }

    /// Whether all of it is in capital letters.
    pub(crate) fn is_capital(&self) -> bool {
        !self.has_small && self.is_ascii
    }

    /// Whether a word has letters that no code has: `Hué`.
    pub(crate) fn is_accented(&self, word: &str) -> bool {
        self.accented.iter().any(|other| other == word)
    }

    /// Whether a word of four letters is written as names and words are.
    pub(crate) fn is_worded(&self, word: &str) -> bool {
        self.worded.iter().any(|other| other == word)
    }
}

fn is_titled(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_uppercase())
}

/// Whether four small letters can be said aloud: `kind`, not `eddf`.
fn can_be_said(word: &str) -> bool {
    let inner = word.as_bytes().get(1..3).unwrap_or_default();
    inner.iter().any(|letter| b"aeiou".contains(letter))
}
