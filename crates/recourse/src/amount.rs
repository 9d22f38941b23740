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

#[cfg(test)]
mod tests {
    use super::{decimal, half_up};

    #[test]
    fn halves_go_up() {
        assert_eq!(half_up(249, 100), 2);
        assert_eq!(half_up(250, 100), 3);
        assert_eq!(half_up(-250, 100), -2);
        assert_eq!(half_up(0, 7), 0);
    }

    #[test]
    fn an_amount_has_two_digits_after_the_point() {
        assert_eq!(decimal(60_000), "600.00");
        assert_eq!(decimal(0), "0.00");
        assert_eq!(decimal(5), "0.05");
        assert_eq!(decimal(-5), "-0.05");
    }
}
