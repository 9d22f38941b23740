//! Single values of a contract, read out of their texts.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};

use super::field::YEARS;

/// A code in capitals.
pub fn capitals<T: FromStr>(text: &str) -> Option<T> {
    let lower = text.bytes().any(|byte| byte.is_ascii_lowercase());
    (!lower).then(|| text.parse().ok()).flatten()
}

/// Exactly `YYYY-MM-DDTHH:MM`, in [`YEARS`].
pub(super) fn local_time(text: &str) -> Option<DateTime> {
    let time: DateTime = has_shape(text, "0000-00-00T00:00").then(|| text.parse().ok())??;
    YEARS.contains(&time.year()).then_some(time)
}

/// Exactly `YYYY-MM-DD`, in [`YEARS`].
pub(super) fn day(text: &str) -> Option<Date> {
    let day: Date = has_shape(text, "0000-00-00").then(|| text.parse().ok())??;
    YEARS.contains(&day.year()).then_some(day)
}

/// Whether `text` has digits where `shape` has `0`, and its signs elsewhere.
fn has_shape(text: &str, shape: &str) -> bool {
    let fits = |(byte, wanted): (u8, u8)| match wanted {
        b'0' => byte.is_ascii_digit(),
        sign => byte == sign,
    };
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(fits)
}

/// A decimal as a whole number of its last place: `4.25` with four places is
/// 42500. Before the point stand at most `most_digits`.
pub fn decimal(text: &str, most_digits: usize, places: usize) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(whole) && digits(rest) && whole.len() <= most_digits && rest.len() <= places;
    fits.then(|| format!("{whole}{rest:0<places$}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_decimal_has_its_places() {
        assert_eq!(decimal("600.00", 10, 2), Some(60_000));
        assert_eq!(decimal("600", 10, 2), Some(60_000));
        assert_eq!(decimal("4.25", 4, 4), Some(42_500));
        assert_eq!(decimal("9999999999.99", 10, 2), Some(999_999_999_999));
        assert_eq!(decimal("99999999999999999999", 20, 2), None);
        for bad in [
            "",
            ".5",
            "5.",
            "-1",
            "+1",
            "1.234",
            "1,5",
            "10000000000",
            "1e3",
            "é",
        ] {
            assert_eq!(decimal(bad, 10, 2), None, "{bad}");
        }
    }
}
