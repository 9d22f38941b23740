use std::{fmt, str::FromStr};

/// The reference a passenger quotes: `AE-7K4M-2QX9`.
///
/// Seven characters carry 35 random bits, the eighth is a check character, so
/// that a misheard or mistyped reference is found before anybody searches for
/// it. It names a claim and opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClaimReference([u8; 8]);

/// Digits and capitals without those that are taken for one another
/// (0 and O, 1 and I and L, U and V), as in Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: &str = "AE";

/// The text is no claim reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidReference {
    /// Not eight characters of the alphabet after the prefix.
    Malformed,
    /// The last character does not fit the others: a typing mistake.
    CheckCharacter,
}

impl ClaimReference {
    /// Makes a reference of 35 random bits; the higher bits are ignored.
    pub fn from_random(bits: u64) -> Self {
        let mut characters = [0; 8];
        for (place, character) in characters.iter_mut().take(7).enumerate() {
            let value = (bits >> (5 * place)) & 31;
            *character = ALPHABET[value as usize];
        }
        characters[7] = ALPHABET[check_value(&characters[..7])];
        Self(characters)
    }
}

/// A weighted sum modulo 31: prime, so that every single wrong character and
/// every swap of two neighbours changes it.
fn check_value(characters: &[u8]) -> usize {
    characters
        .iter()
        .zip(2_usize..)
        .map(|(character, weight)| weight * value_of(*character).unwrap_or(0))
        .sum::<usize>()
        % 31
}

fn value_of(character: u8) -> Option<usize> {
    ALPHABET.iter().position(|known| *known == character)
}

/// What people write when they mean another character.
fn forgive(character: char) -> char {
    match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    }
}

impl FromStr for ClaimReference {
    type Err = InvalidReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let body = match text.get(..2) {
            Some(start) if start.eq_ignore_ascii_case(PREFIX) => &text[2..],
            _ => return Err(InvalidReference::Malformed),
        };
        let mut characters = [0; 8];
        let mut places = characters.iter_mut();
        for character in body.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let place = places.next().ok_or(InvalidReference::Malformed)?;
            let character =
                u8::try_from(forgive(character)).map_err(|_| InvalidReference::Malformed)?;
            value_of(character).ok_or(InvalidReference::Malformed)?;
            *place = character;
        }
        if places.next().is_some() {
            return Err(InvalidReference::Malformed);
        }
        if ALPHABET[check_value(&characters[..7])] != characters[7] {
            return Err(InvalidReference::CheckCharacter);
        }
        Ok(Self(characters))
    }
}

impl fmt::Display for ClaimReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String = self.0.iter().map(|byte| *byte as char).collect();
        write!(f, "{PREFIX}-{}-{}", &text[..4], &text[4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back_whatever_its_bits() {
        for bits in (0..35)
            .map(|shift| 1_u64 << shift)
            .chain([0, u64::MAX, 0x5_1234_5678])
        {
            let reference = ClaimReference::from_random(bits);
            assert_eq!(reference.to_string().parse(), Ok(reference));
        }
    }

    /// Worked out by hand: the weights are 2 to 8, and the sum is taken modulo 31.
    #[test]
    fn bits_become_characters_and_a_check_character() {
        for (bits, reference) in [
            (0, "AE-0000-0000"),
            (1, "AE-1000-0002"),
            (1 << 5, "AE-0100-0003"),
            (1 << 30, "AE-0000-0018"),
            // 1 * 2 + 2 * 3 + ... + 7 * 8 = 168 = 5 * 31 + 13
            (0x1_CC52_0C41, "AE-1234-567D"),
            // A Z counts 31, which is nothing modulo 31.
            (u64::MAX, "AE-ZZZZ-ZZZ0"),
            // Only 35 bits are looked at.
            (1 << 35, "AE-0000-0000"),
        ] {
            assert_eq!(ClaimReference::from_random(bits).to_string(), reference);
        }
    }

    #[test]
    fn it_forgives_case_blanks_and_look_alikes() {
        let reference = ClaimReference::from_random(0);
        let written = reference
            .to_string()
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o");
        assert_eq!(written.parse(), Ok(reference));
    }

    #[test]
    fn every_single_wrong_character_is_found() {
        let good = ClaimReference::from_random(0x3_2BAD_CAFE).to_string();
        for (place, _) in good.match_indices(|c: char| c != '-').skip(2) {
            for wrong in ALPHABET.iter().map(|byte| *byte as char) {
                let mut text = good.clone();
                text.replace_range(place..=place, &wrong.to_string());
                // Z has the value 31, which the check cannot tell from 0.
                let same = text == good
                    || (wrong == 'Z') != (good[place..].starts_with('Z'))
                        && (wrong == '0' || good[place..].starts_with('0'));
                assert_eq!(text.parse::<ClaimReference>().is_ok(), same, "{text}");
            }
        }
    }

    #[test]
    fn swapped_neighbours_are_found() {
        let good = ClaimReference::from_random(0x1_2345_6789).to_string();
        let mut swapped = good.clone().into_bytes();
        swapped.swap(3, 4);
        assert_ne!(swapped, good.as_bytes());
        let swapped = String::from_utf8(swapped).unwrap();
        assert_eq!(
            swapped.parse::<ClaimReference>(),
            Err(InvalidReference::CheckCharacter)
        );
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "AE",
            "AE-",
            "XX-0000-0000",
            "AE-0000-00000",
            "AE-0000-000",
            "AE-00é0-0000",
            "🛫",
        ] {
            assert_eq!(
                text.parse::<ClaimReference>(),
                Err(InvalidReference::Malformed),
                "{text}"
            );
        }
    }
}
