//! Easter Sunday of the western churches.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Easter Sunday (the anonymous Gregorian computation of 1876).
pub fn sunday(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let march = date(year, 3, 1);
    // n / 31 is the month, 3 or 4; n % 31 the day before.
    let days = (n / 31 - 3) * 31 + n % 31;
    march.checked_add(days.days()).unwrap_or(march)
}

/// The day so many days after Easter Sunday; negative before it.
pub fn after(year: i16, days: i32) -> Date {
    let easter = sunday(year);
    easter.checked_add(days.days()).unwrap_or(easter)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{after, sunday};

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for (year, month, day) in [
            // The years of the reform and of the earliest and the latest days.
            (1583, 4, 10),
            (1598, 3, 22),
            (1609, 4, 19),
            (1666, 4, 25),
            (1700, 4, 11),
            (1761, 3, 22),
            (1800, 4, 13),
            (1818, 3, 22),
            (1886, 4, 25),
            (1900, 4, 15),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (1990, 4, 15),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2100, 3, 28),
            (2200, 4, 6),
            (2285, 3, 22),
            (2400, 4, 16),
        ] {
            assert_eq!(sunday(year), date(year, month, day), "{year}");
        }
        assert_eq!(after(2026, -2), date(2026, 4, 3));
        assert_eq!(after(2026, 60), date(2026, 6, 4));
    }
}
