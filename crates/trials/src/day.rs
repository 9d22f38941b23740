//! Days and clock times: those on which a rule began, ended or was nearly met,
//! and those on which clocks change.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use crate::choices::Choices;

/// Days a rule turns on, and days without any.
const DAYS: [Date; 35] = [
    date(2026, 6, 10),
    // Regulation 261/2004: adopted, applied, replaced.
    date(2004, 2, 17),
    date(2005, 2, 17),
    date(2027, 10, 22),
    date(2027, 10, 23),
    // United Kingdom: the end of the transition period.
    date(2021, 1, 1),
    date(2020, 2, 1),
    // Switzerland and Croatia join.
    date(2006, 12, 1),
    date(2013, 7, 1),
    // Canada: the two steps of SOR/2019-150.
    date(2019, 7, 15),
    date(2019, 12, 15),
    date(2022, 9, 8),
    // Turkey.
    date(2012, 1, 1),
    date(2024, 12, 10),
    // United States: refunds, refused boarding.
    date(2024, 10, 28),
    date(2025, 1, 22),
    date(2021, 4, 21),
    // Montreal Convention: its limits.
    date(2009, 12, 30),
    date(2019, 12, 28),
    date(2024, 12, 28),
    // Saudi Arabia, Brazil, Israel, India.
    date(2023, 11, 20),
    date(2017, 3, 14),
    date(2012, 8, 16),
    date(2016, 8, 1),
    date(2026, 4, 21),
    // Clocks change: Europe, North America, Israel, Brazil (for the last time).
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2025, 3, 28),
    date(2019, 2, 17),
    // Istanbul's airport moved; a leap day; the turn of a year; today.
    date(2019, 4, 6),
    date(2024, 2, 29),
    date(2026, 12, 31),
    date(2026, 11, 20),
];

/// Days on which every law above is in force.
const RECENT: [Date; 6] = [
    date(2026, 6, 10),
    date(2025, 8, 14),
    date(2026, 3, 29),
    date(2026, 11, 1),
    date(2026, 9, 30),
    date(2025, 12, 31),
];

/// Days at the ends of what can be written.
const EXTREMES: [Date; 5] = [
    Date::MIN,
    Date::MAX,
    date(1, 1, 1),
    date(1970, 1, 1),
    date(9999, 12, 31),
];

/// Hours and minutes at which clocks change or days turn.
const CLOCKS: [(i8, i8); 12] = [
    (10, 0),
    (0, 0),
    (23, 59),
    (0, 59),
    (1, 0),
    (1, 30),
    (1, 59),
    (2, 0),
    (2, 30),
    (2, 59),
    (3, 0),
    (18, 25),
];

/// A day on which a flight may have been booked.
pub fn of_flight(choices: &mut Choices<'_>) -> Date {
    if !choices.one_in(2) {
        return choices.of(&RECENT);
    }
    let near = choices.of(&DAYS);
    let off = choices.of(&[0, 0, -1, 1, 2, -30, 200]);
    shifted(near, off)
}

/// Any day at all.
pub fn any(choices: &mut Choices<'_>) -> Date {
    if choices.one_in(16) {
        return choices.of(&EXTREMES);
    }
    of_flight(choices)
}

/// A clock time on a day.
pub fn clock(choices: &mut Choices<'_>, day: Date) -> DateTime {
    let (hour, minute) = if choices.one_in(3) {
        let minutes = choices.number(0, 1439);
        let part = |number: i64| i8::try_from(number).unwrap_or_default();
        (part(minutes / 60), part(minutes % 60))
    } else {
        choices.of(&CLOCKS)
    };
    day.at(hour, minute, 0, 0)
}

/// So many days later, as far as the calendar goes.
pub fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// So many minutes later, as far as the calendar goes, to the minute.
pub fn later(time: DateTime, minutes: i64) -> DateTime {
    let later = time.saturating_add(minutes.minutes());
    later.date().at(later.hour(), later.minute(), 0, 0)
}

/// Minutes of a delay: one side or the other of every threshold there is, or any.
pub fn delay(choices: &mut Choices<'_>) -> i64 {
    const THRESHOLDS: [i64; 13] = [180, 0, 60, 120, 240, 300, 360, 480, 540, 15, 45, 1440, 175];
    if choices.one_in(5) {
        return choices.number(-300, 3000);
    }
    choices.of(&THRESHOLDS) + choices.of(&[0, 1, -1, 30])
}
