use std::fmt;

use super::{Answers, FaultKind, Faults, Field, MAX_PEOPLE, invisible::has_invisible};

/// Longest name, in characters. Airlines print fewer; people have more.
const MAX_NAME: usize = 100;

/// The name of somebody who travelled, as on the ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassengerName(String);

impl PassengerName {
    /// Reads a name: letters of any script, with what joins them.
    ///
    /// # Errors
    /// It is empty, too long, or has digits, symbols or invisible characters in it.
    pub fn parse(text: &str) -> Result<Self, FaultKind> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let name = words.join(" ");
        if name.is_empty() {
            return Err(FaultKind::Missing);
        }
        if name.chars().count() > MAX_NAME {
            return Err(FaultKind::NameTooLong);
        }
        if has_invisible(&name) {
            return Err(FaultKind::Invisible);
        }
        let has_letter = name.chars().any(char::is_alphabetic);
        if has_letter && name.chars().all(can_stand_in_a_name) {
            Ok(Self(name))
        } else {
            Err(FaultKind::Name)
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn can_stand_in_a_name(character: char) -> bool {
    // Combining marks belong to letters typed in two pieces.
    let mark =
        matches!(character, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}');
    character.is_alphabetic()
        || mark
        || matches!(character, ' ' | '-' | '\'' | '’' | '.' | '/' | '·' | '‐')
}

impl fmt::Display for PassengerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads who travelled. The first is the lead; lines left empty are passed over.
///
/// # Errors
/// The lead is missing, or a name is none.
pub fn parse_people(answers: &Answers) -> Result<Vec<PassengerName>, Faults> {
    let mut faults = Faults::default();
    let people: Option<Vec<PassengerName>> = (1..=MAX_PEOPLE)
        .map(Field::Passenger)
        .filter(|field| *field == Field::Passenger(1) || answers.has(*field))
        .map(|field| faults.keep(field, PassengerName::parse(answers.get(field))))
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    faults.unless_any(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_names() {
        for name in [
            "Marta Brandt",
            "Thandiwe Nkosi-van der Merwe",
            "Niamh O’Sullivan",
            "Nguyễn Thị Minh Khai",
            "李小龍",
            "Αθηνά Παπαδάκη",
            "J. R. R. Tolkien",
            "Wolfeschlegelsteinhausenbergerdorff Hubert",
        ] {
            assert_eq!(
                PassengerName::parse(name).map(|n| n.to_string()),
                Ok(name.to_owned())
            );
        }
        assert_eq!(
            PassengerName::parse("  Ana \t Lúcia ").unwrap().as_str(),
            "Ana Lúcia"
        );
    }

    #[test]
    fn other_texts_are_not() {
        assert_eq!(PassengerName::parse(" "), Err(FaultKind::Missing));
        for text in ["🛫", "Marta 🛫", "R2D2", "<script>", "a@b", "---"] {
            assert_eq!(PassengerName::parse(text), Err(FaultKind::Name), "{text}");
        }
        for text in [
            "\u{3164}",
            "Ana\u{202e}",
            "A\u{200b}na",
            &format!("a{}", "\u{301}".repeat(99)),
        ] {
            assert_eq!(
                PassengerName::parse(text),
                Err(FaultKind::Invisible),
                "{text:?}"
            );
        }
        assert_eq!(
            PassengerName::parse(&"a".repeat(101)),
            Err(FaultKind::NameTooLong)
        );
    }
}
