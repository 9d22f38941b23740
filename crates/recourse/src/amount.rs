//! Amounts as they are written.

/// Hundredths as a decimal, `600.00`.
#[must_use]
pub fn decimal(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let minor = minor.unsigned_abs();
    format!("{sign}{}.{:02}", minor / 100, minor % 100)
}

/// A fraction of two whole numbers, the lower above zero, to the nearest whole
/// one, half up.
#[must_use]
pub fn half_up(numerator: i128, denominator: i128) -> i64 {
    let doubled = 2 * numerator + denominator;
    i64::try_from(doubled.div_euclid(2 * denominator)).unwrap_or(i64::MAX)
}

/// Hundredths rounded up to whole units.
#[must_use]
pub fn whole_units_up(minor: i64) -> i64 {
    let missing = (-minor).rem_euclid(100);
    minor.saturating_add(missing)
}

#[cfg(test)]
mod tests {
    use super::{decimal, half_up, whole_units_up};

    #[test]
    fn halves_go_up() {
        assert_eq!(half_up(249, 100), 2);
        assert_eq!(half_up(250, 100), 3);
        assert_eq!(half_up(-250, 100), -2);
        assert_eq!(half_up(0, 7), 0);
    }

    #[test]
    fn a_begun_unit_counts_as_a_whole_one() {
        assert_eq!(whole_units_up(106_600), 106_600);
        assert_eq!(whole_units_up(106_601), 106_700);
        assert_eq!(whole_units_up(0), 0);
    }

    #[test]
    fn an_amount_has_two_digits_after_the_point() {
        assert_eq!(decimal(60_000), "600.00");
        assert_eq!(decimal(0), "0.00");
        assert_eq!(decimal(5), "0.05");
        assert_eq!(decimal(-5), "-0.05");
    }
}
