use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, Step};

/// Longest answer that is kept, in characters; what is longer is cut.
pub const MAX_ANSWER: usize = 200;

/// What a passenger typed so far, as it was typed.
///
/// Only known fields are kept, and each of them only up to [`MAX_ANSWER`]
/// characters: a forged form cannot make a draft grow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Answers(
    // A sorted list: there are few fields, and a tree would cost the browser's
    // build several kilobytes.
    Vec<(Field, String)>,
);

impl Answers {
    /// The text of a field, without blanks around it; empty if there is none.
    pub fn get(&self, field: Field) -> &str {
        self.place(field).map_or("", |place| &self.0[place].1)
    }

    /// Where a field is, or where it belongs.
    fn place(&self, field: Field) -> Result<usize, usize> {
        self.0.binary_search_by_key(&field, |(known, _)| *known)
    }

    /// Whether something was typed into a field.
    pub fn has(&self, field: Field) -> bool {
        !self.get(field).is_empty()
    }

    /// Keeps a text for a field; an empty text clears it.
    pub fn set(&mut self, field: Field, text: &str) {
        let text: String = text
            .chars()
            .filter(|character| !character.is_control())
            .take(MAX_ANSWER)
            .collect();
        let text = text.trim().to_owned();
        match (self.place(field), text.is_empty()) {
            (Ok(place), true) => drop(self.0.remove(place)),
            (Ok(place), false) => self.0[place].1 = text,
            (Err(_), true) => {}
            (Err(place), false) => self.0.insert(place, (field, text)),
        }
    }

    /// Takes over a posted page: its fields are replaced, those it left out
    /// (boxes without a tick) are cleared, other pages' fields stay.
    pub fn replace_step<'a>(
        &mut self,
        step: Step,
        posted: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        self.0.retain(|(field, _)| field.step() != step);
        for (name, text) in posted {
            if let Some(field) = Field::from_name(name)
                && field.step() == step
            {
                self.set(field, text);
            }
        }
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answers with the fields' names, for storage.
    pub fn to_map(&self) -> BTreeMap<String, String> {
        self.clone().into()
    }
}

impl From<BTreeMap<String, String>> for Answers {
    fn from(texts: BTreeMap<String, String>) -> Self {
        let mut answers = Answers::default();
        for (name, text) in &texts {
            if let Some(field) = Field::from_name(name) {
                answers.set(field, text);
            }
        }
        answers
    }
}

impl From<Answers> for BTreeMap<String, String> {
    fn from(answers: Answers) -> Self {
        answers
            .0
            .into_iter()
            .map(|(field, text)| (field.name(), text))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posted_page_replaces_its_own_fields_only() {
        let mut answers = Answers::default();
        answers.set(Field::Disruption, "delay");
        answers.set(Field::Email, "a@example.org");
        answers.replace_step(Step::WhatWentWrong, []);
        assert_eq!(answers.get(Field::Disruption), "");
        assert_eq!(answers.get(Field::Email), "a@example.org");
    }

    #[test]
    fn a_page_cannot_write_fields_of_another_or_unknown_ones() {
        let mut answers = Answers::default();
        answers.replace_step(
            Step::WhatWentWrong,
            [("event", "delay"), ("email", "x"), ("nope", "y")],
        );
        assert_eq!(
            answers.to_map().into_iter().collect::<Vec<_>>(),
            [("event".into(), "delay".into())]
        );
    }

    #[test]
    fn long_and_odd_texts_are_cut_not_refused() {
        let mut answers = Answers::default();
        answers.set(Field::Passenger(1), &format!(" \0{}\n", "🛫".repeat(9_999)));
        assert_eq!(
            answers.get(Field::Passenger(1)).chars().count(),
            MAX_ANSWER - 1
        );
    }
}
