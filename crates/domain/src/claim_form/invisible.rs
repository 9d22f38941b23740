//! Characters that hide themselves or others from whoever reads a text.

/// Marks on one letter that any language needs: Vietnamese and Thai have two,
/// pointed Hebrew three.
const MOST_MARKS: usize = 4;

/// Whether a text has characters that cannot be seen, or that move others to
/// where they do not stand: a reader would take it for another text.
pub(super) fn has_invisible(text: &str) -> bool {
    text.chars().any(is_invisible) || has_piled_marks(text)
}

/// Zero-width characters, fillers that are letters to Unicode, controls of
/// direction, tags and variation selectors (UAX #9, UTS #39).
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Marks upon marks cover the lines above and below.
fn has_piled_marks(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|character| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    })
}

/// A mark that stands on the letter before it.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{e31}'
            | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_itself_or_others_is_found() {
        for hidden in [
            "Ana\u{200b}",
            "Ana\u{202e}hoJ",
            "\u{3164}",
            "\u{ffa0}",
            "\u{115f}",
            "\u{2066}Ana",
            "Ana\u{feff}",
            "Ana\u{ad}",
            "Ana\u{e0041}",
            "Ana\u{fe0f}",
            "Ana\u{200d}",
            "\u{2800}",
        ] {
            assert!(has_invisible(hidden), "{hidden:?}");
        }
        assert!(has_invisible(&format!("a{}", "\u{301}".repeat(99))));
        assert!(has_invisible(&format!("a{}", "\u{301}".repeat(5))));
        // Four are written in Vietnamese and Hebrew with all their signs.
        assert!(!has_invisible(&format!("a{}", "\u{301}".repeat(4))));
    }

    #[test]
    fn what_people_are_called_is_not() {
        for name in [
            "Nguye\u{302}\u{303}n",
            "Thi\u{323}\u{302}",
            "ณัฐวุฒิ สุขใจ",
            "פָּעֲלוּ",
            "محمّد",
            "Жанна",
            "प्रियंका",
            "O’Brien-Śmith",
        ] {
            assert!(!has_invisible(name), "{name}");
        }
    }
}
