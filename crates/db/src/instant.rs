//! Time at the border: `jiff` within the program, `time` towards the driver.
//!
//! PostgreSQL keeps microseconds, so an instant that has been stored comes back
//! without what it had below them.

use jiff::Timestamp;
use jiff::civil;
use time::{Date, OffsetDateTime};

use crate::error::DbError;

/// The same instant for the driver.
///
/// Instants before the year -9999 or after 9999 become the nearest that both
/// libraries know; no clock gives them.
#[must_use]
pub fn to_driver(instant: Timestamp) -> OffsetDateTime {
    let nanoseconds = i128::from(instant.as_microsecond()) * 1_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// The same instant for the program.
///
/// Instants that `jiff` does not know become the farthest that it does.
#[must_use]
pub fn from_driver(instant: OffsetDateTime) -> Timestamp {
    Timestamp::from_nanosecond(instant.unix_timestamp_nanos()).unwrap_or(
        if instant < OffsetDateTime::UNIX_EPOCH {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        },
    )
}

pub(crate) fn day_to_driver(day: civil::Date) -> Result<Date, DbError> {
    Date::from_ordinal_date(day.year().into(), day.day_of_year().unsigned_abs())
        .map_err(|error| DbError::unreadable("day", error))
}

pub(crate) fn day_from_driver(day: Date) -> Result<civil::Date, DbError> {
    let unreadable = |error: &dyn std::fmt::Display| DbError::unreadable("day", error);
    let year = i16::try_from(day.year()).map_err(|error| unreadable(&error))?;
    let month = u8::from(day.month()).cast_signed();
    civil::Date::new(year, month, day.day().cast_signed()).map_err(|error| unreadable(&error))
}

#[cfg(test)]
mod tests {
    use super::{day_from_driver, day_to_driver, from_driver, to_driver};
    use jiff::Timestamp;
    use jiff::civil::date;

    #[test]
    fn an_instant_survives_to_the_microsecond() {
        for text in [
            "2026-11-21T10:30:00.123456Z",
            "1969-12-31T23:59:59.999999Z",
            "2024-02-29T00:00:00Z",
        ] {
            let instant: Timestamp = text.parse().unwrap();
            assert_eq!(from_driver(to_driver(instant)), instant);
        }
        let finer: Timestamp = "2026-11-21T10:30:00.123456789Z".parse().unwrap();
        let kept = from_driver(to_driver(finer));
        assert_eq!(kept.as_microsecond(), finer.as_microsecond());
    }

    #[test]
    fn a_day_survives() {
        for day in [date(2024, 2, 29), date(1999, 12, 31), date(2026, 11, 21)] {
            assert_eq!(day_from_driver(day_to_driver(day).unwrap()), Ok(day));
        }
    }
}
