//! What the search box of the queue finds; see `docs/decisions/queue-search.md`.
//!
//! Each part has an index of its own.

use domain::claim::ClaimReference;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, Condition};

use crate::entity::claim::Column;
use crate::entity::claim_person;

/// What a text in the search box may mean.
pub(super) enum Meaning {
    /// This claim: a whole reference, with its check character, can mean nothing
    /// else.
    Reference(ClaimReference),
    /// The claims that any of these find.
    AnyOf(Vec<Part>),
}

/// One way to find claims.
pub(super) struct Part {
    /// What must hold.
    pub(super) condition: Condition,
    /// Whether it looks at who sent the claim.
    pub(super) is_about_people: bool,
}

/// What `text` may mean; it is not blank.
pub(super) fn meaning(text: &str) -> Meaning {
    if let Ok(reference) = text.parse() {
        return Meaning::Reference(reference);
    }
    let compact = compact(text);
    let reference = reference_start(&compact);
    let parts = [
        address(text).map(about_people),
        names(text).map(about_people),
        reference.map(|start| about_claim(Column::Reference.like(start + "%"))),
        (!compact.is_empty()).then(|| about_claim(Column::Flight.like(compact + "%"))),
    ];
    Meaning::AnyOf(parts.into_iter().flatten().collect())
}

/// The whole of an e-mail address.
fn address(text: &str) -> Option<Condition> {
    let address: String = text.chars().filter(|c| *c != '\0').collect();
    let stored = Expr::col((claim_person::Entity, claim_person::Column::Email));
    let same = Func::lower(stored).eq(Func::lower(Expr::value(address)));
    text.contains('@').then(|| Condition::all().add(same))
}

fn about_people(condition: Condition) -> Part {
    Part {
        condition,
        is_about_people: true,
    }
}

fn about_claim(condition: Expr) -> Part {
    Part {
        condition: Condition::all().add(condition),
        is_about_people: false,
    }
}

/// Capitals and digits only, so there is nothing for `LIKE` to take as a pattern.
fn compact(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let compact: String = kept.map(|c| c.to_ascii_uppercase()).collect();
    match compact.chars().all(|c| c.is_ascii_alphanumeric()) {
        true => compact,
        false => String::new(),
    }
}

/// The beginning of a reference as it is stored: `AE-7K4M-2QX9`. What comes before
/// the first hyphen is the same for all and may be left out.
fn reference_start(compact: &str) -> Option<String> {
    let body = compact.strip_prefix("AE").unwrap_or(compact);
    match body.len() {
        0 => (!compact.is_empty()).then(|| "AE-".to_owned()),
        1..=4 => Some(format!("AE-{body}")),
        5..=8 => Some(format!("AE-{}-{}", &body[..4], &body[4..])),
        _ => None,
    }
}

/// Every word of `text` begins a word of the name.
///
/// The longest one, which few names have, is looked up in the index; the names
/// that it finds are compared with the others. PostgreSQL would look up all of
/// them, and list every claim of a common first name.
fn names(text: &str) -> Option<Condition> {
    let (longest, others) = name_queries(text)?;
    let by_index = "claim_people.words @@ to_tsquery('simple', $1)";
    // What `@@` stands for, which PostgreSQL looks up in no index.
    let by_row = "ts_match_vq(claim_people.words, to_tsquery('simple', $1))";
    let is_lead = Expr::col((claim_person::Entity, claim_person::Column::Position)).eq(0);
    let condition = Condition::all().add(is_lead);
    let condition = condition.add(Expr::cust_with_values(by_index, [longest]));
    Some(condition.add_option(others.map(|others| Expr::cust_with_values(by_row, [others]))))
}

/// The queries for the longest word and for the others. Only letters and digits
/// are left, so nothing can be taken as an operator.
fn name_queries(text: &str) -> Option<(String, Option<String>)> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("{word}:*"))
        .collect();
    let (place, _) = words
        .iter()
        .enumerate()
        .max_by_key(|(_, word)| word.len())?;
    let longest = words.remove(place);
    Some((longest, (!words.is_empty()).then(|| words.join(" & "))))
}

#[cfg(test)]
mod tests {
    use super::{compact, name_queries, reference_start};

    #[test]
    fn a_reference_may_be_begun_in_many_ways() {
        for (typed, start) in [
            ("ae", Some("AE-")),
            ("AE-7k", Some("AE-7K")),
            ("7k4m", Some("AE-7K4M")),
            ("7K4M 2q", Some("AE-7K4M-2Q")),
            ("ae7k4m2qx9", Some("AE-7K4M-2QX9")),
            ("7K4M2QX9Z", None),
            ("7%", None),
            ("", None),
        ] {
            let found = reference_start(&compact(typed));
            assert_eq!(found.as_deref(), start, "{typed}");
        }
    }

    #[test]
    fn operators_of_the_text_search_are_only_separators() {
        let others = Some("o:* & x:*".to_owned());
        let longest = "brien:*".to_owned();
        assert_eq!(name_queries("o'brien & !x"), Some((longest, others)));
        assert_eq!(name_queries("Zoë"), Some(("Zoë:*".to_owned(), None)));
        assert_eq!(name_queries("(:*|\\)\0"), None);
    }
}
