//! A flight as the Bureau of Transportation Statistics published it, in the
//! columns of the nycflights tables.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Deserializer};

/// One flight out of New York. Clocks are those of the airport, as `HHMM`
/// without leading zeros; what the table leaves empty or calls `NA` is `None`.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Row {
    year: i16,
    month: i8,
    day: i8,
    #[serde(deserialize_with = "number")]
    pub(crate) dep_time: Option<u16>,
    pub(crate) sched_dep_time: u16,
    #[serde(deserialize_with = "number")]
    pub(crate) arr_time: Option<u16>,
    pub(crate) sched_arr_time: u16,
    /// Minutes between the booked and the real arrival, negative when early:
    /// what is recomputed. Nothing else of the row is held against it, and
    /// nothing is computed from it.
    #[serde(deserialize_with = "number")]
    pub(crate) arr_delay: Option<i64>,
    pub(crate) carrier: String,
    pub(crate) flight: u16,
    pub(crate) origin: String,
    pub(crate) dest: String,
}

impl Row {
    /// The day on which the flight should have left, on the clocks there.
    pub(crate) fn date(&self) -> Option<Date> {
        Date::new(self.year, self.month, self.day).ok()
    }
}

/// A number of the table; one of its two packages writes whole minutes with a
/// point and a zero.
fn number<'de, D, T>(field: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    let text = String::deserialize(field)?;
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match text {
        "" | "NA" => Ok(None),
        text => text.parse().map(Some).map_err(serde::de::Error::custom),
    }
}

/// A clock of the table; `2400` is the midnight at the end of a day, and on a
/// clock that is `0:00`.
pub(crate) fn clock(hhmm: u16) -> Option<Time> {
    let hhmm = if hhmm == 2400 { 0 } else { hhmm };
    let part = |number: u16| i8::try_from(number).ok();
    Time::new(part(hhmm / 100)?, part(hhmm % 100)?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn a_clock_has_no_leading_zeros_and_midnight_has_two_names() {
        assert_eq!(clock(1), Some(time(0, 1, 0, 0)));
        assert_eq!(clock(517), Some(time(5, 17, 0, 0)));
        assert_eq!(clock(2359), Some(time(23, 59, 0, 0)));
        assert_eq!(clock(2400), Some(time(0, 0, 0, 0)));
        assert_eq!(clock(0), Some(time(0, 0, 0, 0)));
        for wrong in [60, 1260, 2401, 9999] {
            assert_eq!(clock(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_the_table_does_not_know_is_none_and_what_is_no_number_is_refused() {
        let read = |arr_delay: &str| {
            let header = "year,month,day,dep_time,sched_dep_time,dep_delay,arr_time,sched_arr_time,\
                          arr_delay,carrier,flight,origin,dest";
            let text =
                format!("{header}\n2013,1,1,517,515,2.0,830.0,819,{arr_delay},UA,1545,EWR,IAH\n");
            let mut rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize::<Row>();
            rows.next().unwrap().map(|row| row.arr_delay).ok()
        };
        assert_eq!(read("11.0"), Some(Some(11)));
        assert_eq!(read("-7"), Some(Some(-7)));
        assert_eq!(read("NA"), Some(None));
        assert_eq!(read(""), Some(None));
        assert_eq!(read("late"), None);
        assert_eq!(read("11.5"), None);
    }
}
