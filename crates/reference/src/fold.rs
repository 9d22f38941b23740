//! Text made comparable: without accents, case and signs.

use deunicode::deunicode;

/// `Saint-Pétersbourg` and `saint petersbourg` both give `saint petersbourg`.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let ascii = deunicode(text);
    let words = ascii.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_signs_do_not_matter() {
        assert_eq!(fold("Saint-Pétersbourg"), "saint petersbourg");
        assert_eq!(fold("  Chișinău (RMO) "), "chisinau rmo");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("Düsseldorf"), "dusseldorf");
        assert_eq!(fold("…"), "");
    }
}
