//! Text made comparable: without accents, case and signs.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use deunicode::deunicode_char;
use serde::Deserialize;

use crate::table::{file, rows};

#[derive(Deserialize)]
struct HanRow {
    letter: char,
    plain: char,
}

/// Letters of China and Japan that are written in several ways, in the simplified
/// one: `廣州` and `广州` are one name.
static HAN: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let rows = rows::<HanRow>(file::HAN_LETTERS).into_iter();
    rows.map(|row| (row.letter, row.plain)).collect()
});

/// `Saint-Pétersbourg` and `saint petersbourg` both give `saint petersbourg`.
/// Letters of other scripts stay what they are, without case: what they would be
/// in ours is a guess, and `دبي` must not become the code of another airport.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars() {
        match plain(letter) {
            Plain::Nothing => {}
            Plain::Letters(letters) => push_letters(letters, &mut word, &mut folded),
            Plain::Letter(letter) => word.push(letter),
            Plain::End => end_word(&mut word, &mut folded),
        }
    }
    end_word(&mut word, &mut folded);
    folded
}

/// A folded text without its spaces, by which names are looked up: people write
/// `Ha Noi` and `Hanoi`, `Xi'an` and `Xian`.
pub(crate) fn key(text: &str) -> String {
    let mut key = fold(text);
    key.retain(|letter| letter != ' ');
    key
}

/// The other spelling of a name in plain letters: `ue` for `ü`, `oe` for `ö` and
/// `ø`, `ae` for `ä`, `aa` for `å`. `None` where there is none.
pub(crate) fn spelled_out(name: &str) -> Option<String> {
    let is_changed = name.contains(['ä', 'ö', 'ü', 'å', 'ø', 'Ä', 'Ö', 'Ü', 'Å', 'Ø']);
    is_changed.then(|| {
        let letters = name.chars().map(|letter| match letter {
            'ä' | 'Ä' => "ae".to_owned(),
            'ö' | 'Ö' | 'ø' | 'Ø' => "oe".to_owned(),
            'ü' | 'Ü' => "ue".to_owned(),
            'å' | 'Å' => "aa".to_owned(),
            other => other.to_string(),
        });
        letters.collect()
    })
}

/// What a letter is when texts are compared.
enum Plain {
    /// It is passed over: it cannot be seen, or it only marks another letter.
    Nothing,
    /// It is written with these, and what is no letter of them ends the word.
    Letters(&'static str),
    Letter(char),
    /// It ends the word.
    End,
}

fn plain(letter: char) -> Plain {
    match letter {
        _ if letter.is_ascii_alphanumeric() => Plain::Letter(letter.to_ascii_lowercase()),
        _ if letter.is_ascii() => Plain::End,
        // Points and lengthening strokes of Hebrew and Arabic are left out by most.
        '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{652}' => Plain::Nothing,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {
            Plain::Nothing
        }
        'ə' | 'Ə' => Plain::Letter('a'),
        '\u{80}'..='\u{2ff}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{ff01}'..='\u{ff5e}' => deunicode_char(letter).map_or(Plain::End, Plain::Letters),
        '\u{3000}'..='\u{303f}' | '・' => Plain::End,
        _ if letter.is_alphanumeric() => Plain::Letter(unmarked(letter)),
        _ if letter.is_whitespace() => Plain::End,
        _ => Plain::Nothing,
    }
}

/// A letter of another script without case and accent.
fn unmarked(letter: char) -> char {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match small {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ی' => 'ي',
        '\u{4e00}'..='\u{9fff}' => HAN.get(&small).copied().unwrap_or(small),
        other => other,
    }
}

fn push_letters(letters: &str, word: &mut String, folded: &mut String) {
    for letter in letters.chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else {
            end_word(word, folded);
        }
    }
}

/// Appends a word, with what people shorten written out.
fn end_word(word: &mut String, folded: &mut String) {
    let whole = match word.as_str() {
        "" => return,
        "st" => "saint",
        "ft" => "fort",
        "mt" => "mount",
        other => other,
    };
    if !folded.is_empty() {
        folded.push(' ');
    }
    folded.push_str(whole);
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::{HAN, fold, key, spelled_out};
    use crate::table::file;

    #[test]
    fn every_letter_with_a_simpler_form_is_read_and_leads_to_one() {
        assert_eq!(HAN.len(), file::HAN_LETTERS.lines().count() - 1);
        assert!(HAN.values().all(|plain| !HAN.contains_key(plain)));
    }

    #[test]
    fn accents_case_and_signs_do_not_matter() {
        assert_eq!(fold("Saint-Pétersbourg"), "saint petersbourg");
        assert_eq!(fold("  Chișinău (RMO) "), "chisinau rmo");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("Düsseldorf"), "dusseldorf");
        assert_eq!(fold("Mu\u{308}nchen"), "munchen");
        assert_eq!(fold("…"), "");
        assert_eq!(fold("St. Louis"), "saint louis");
        assert_eq!(fold("ＢＲＥ"), "bre");
        assert_eq!(fold("Saint\u{2011}Denis"), "saint denis");
        assert_eq!(fold("Bre\u{200b}men"), "bremen");
        assert_eq!(key("Ha Noi"), key("Hanoi"));
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(fold("دبي"), "دبي");
        assert_eq!(fold("МОСКВА"), "москва");
        assert_eq!(fold("Ηράκλειο"), fold("ΗΡΑΚΛΕΙΟ"));
        assert_eq!(fold("Нижний"), fold("Нижнии\u{306}"));
        assert_eq!(fold("عمّان"), fold("عمان"));
        assert_eq!(fold("廣州"), fold("广州"));
        assert_eq!(fold("関西"), fold("關西"));
    }

    #[test]
    fn umlauts_are_also_written_with_two_letters() {
        assert_eq!(spelled_out("Zürich").as_deref(), Some("Zuerich"));
        assert_eq!(spelled_out("Ålesund").as_deref(), Some("aalesund"));
        assert_eq!(spelled_out("Rom"), None);
    }
}
