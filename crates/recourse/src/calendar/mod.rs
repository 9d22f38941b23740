//! Free days of each forum by rule, and days counted by them. No list of dates:
//! a year nobody has thought of has its holidays too.

mod easter;
mod europe;
mod free;
mod french;
mod german;
mod islands;
mod overseas;

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};
use rights::{Coded, Forum};

use crate::table::{ClockRow, Unit};

pub use french::FrenchPart;
pub use german::Land;

/// Whose free days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Germany; the Land of the court, where it is known (BGB s193, ZPO s222).
    Germany(Option<Land>),
    /// Austria, with Good Friday (ZPO s126).
    Austria,
    /// France; the part of it with days of its own (CPC Art 642).
    France(Option<FrenchPart>),
    /// Spain; August and the days around Christmas are no court days (LOPJ Art
    /// 183).
    Spain,
    /// Italy (CPC Art 155).
    Italy,
    /// Netherlands (Algemene termijnenwet Art 3).
    Netherlands,
    /// Poland; 24 December since 2025.
    Poland,
    /// Ireland.
    Ireland,
    /// England and Wales (CPR 2.8).
    EnglandAndWales,
    /// Northern Ireland.
    NorthernIreland,
    /// Scotland.
    Scotland,
    /// Canada, with the days of Ontario.
    Canada,
    /// United States.
    UnitedStates,
    /// Any other court: weekends and the days that are free nearly everywhere.
    Elsewhere,
}

impl Calendar {
    /// The calendar of the courts of a country, or of Scotland, where nothing is known of
    /// the part of it.
    #[must_use]
    pub fn of(forum: Forum) -> Self {
        match forum.as_str() {
            "DE" => Self::Germany(None),
            "AT" => Self::Austria,
            "FR" => Self::France(None),
            "ES" => Self::Spain,
            "IT" => Self::Italy,
            "NL" => Self::Netherlands,
            "PL" => Self::Poland,
            "IE" => Self::Ireland,
            "GB" => Self::EnglandAndWales,
            "GB-SCT" => Self::Scotland,
            "CA" => Self::Canada,
            "US" => Self::UnitedStates,
            _ => Self::Elsewhere,
        }
    }

    /// The calendar of the courts of a part of a country, by the code of the Land or of
    /// the French part.
    #[must_use]
    pub fn of_part(forum: Forum, part: Option<&str>) -> Self {
        match Self::of(forum) {
            Self::Germany(_) => Self::Germany(part.and_then(Land::from_code)),
            Self::France(_) => Self::France(part.and_then(FrenchPart::from_code)),
            whole => whole,
        }
    }

    /// Days by which a last day lies earlier because not all free days are known: a week
    /// where nobody knows them, and in Spain and Italy, whose regions and towns have
    /// their own.
    #[must_use]
    pub fn margin(self) -> i32 {
        match self {
            Self::Elsewhere | Self::Spain | Self::Italy => 7,
            _ => 0,
        }
    }

    /// Whether a day is a holiday; Saturday and Sunday are none by themselves.
    #[must_use]
    pub fn is_holiday(self, day: Date) -> bool {
        match self {
            Self::Germany(land) => german::is_holiday(day, land),
            Self::Austria => europe::austria(day),
            Self::France(part) => french::is_holiday(day, part),
            Self::Spain => europe::spain(day),
            Self::Italy => europe::italy(day),
            Self::Netherlands => europe::netherlands(day),
            Self::Poland => europe::poland(day),
            Self::Ireland => islands::ireland(day),
            Self::EnglandAndWales => islands::england_and_wales(day),
            Self::NorthernIreland => islands::northern_ireland(day),
            Self::Scotland => islands::scotland(day),
            Self::Canada => overseas::canada(day),
            Self::UnitedStates => overseas::united_states(day),
            Self::Elsewhere => europe::elsewhere(day),
        }
    }

    /// Whether a day is neither Saturday nor Sunday nor a holiday.
    #[must_use]
    pub fn is_working(self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(day)
    }

    /// Whether a court surely takes an act on a day. Where the Land is not
    /// known, a day that is free in any of them counts as free.
    #[must_use]
    pub fn is_surely_open(self, day: Date) -> bool {
        self.is_working(day)
            && match self {
                Self::Germany(None) => !german::is_holiday_anywhere(day),
                Self::Spain => !europe::is_spanish_recess(day),
                _ => true,
            }
    }

    /// The day itself, or the next working day.
    #[must_use]
    pub fn next_working(self, day: Date) -> Date {
        walk(day, 1, |day| self.is_working(day))
    }

    /// The day itself, or the last one before it on which a court surely takes
    /// an act.
    #[must_use]
    pub fn last_surely_open(self, day: Date) -> Date {
        walk(day, -1, |day| self.is_surely_open(day))
    }

    /// The day itself, or the first one after it on which a court surely takes an
    /// act.
    #[must_use]
    pub fn first_surely_open(self, day: Date) -> Date {
        walk(day, 1, |day| self.is_surely_open(day))
    }

    /// The working day so many working days after a day, which does not count.
    #[must_use]
    pub fn add_working(self, day: Date, count: u32) -> Date {
        (0..count).fold(day, |day, _| {
            day.tomorrow().map_or(day, |next| self.next_working(next))
        })
    }

    /// Periods of five days or less leave out free days (CPR 2.8(4)).
    fn short_periods_skip_free_days(self) -> bool {
        self == Self::EnglandAndWales
    }

    /// The end of a period that starts with an event. The day of the event does
    /// not count; an event after the hour of the cut-off is one of the next day.
    #[must_use]
    pub fn due(self, event: DateTime, clock: &ClockRow) -> DateTime {
        let late = clock.cut_off.is_some_and(|hour| event.time() > hour);
        let day = match late {
            true => event.date().tomorrow().unwrap_or(event.date()),
            false => event.date(),
        };
        let short = clock.unit == Unit::Day && clock.length <= 5;
        let end = match u32::try_from(clock.length) {
            Ok(count) if short && self.short_periods_skip_free_days() => {
                self.add_working(day, count)
            }
            _ => later(day, clock.length, clock.unit),
        };
        let end = match clock.rolls {
            true => self.next_working(end),
            false => end,
        };
        end.to_datetime(clock.cut_off.unwrap_or(Time::midnight()))
    }
}

/// The first day that fits, from a day on, by steps of one day. Nowhere are more
/// than sixty days in a row free.
fn walk(from: Date, step: i32, fits: impl Fn(Date) -> bool) -> Date {
    let mut day = from;
    for _ in 0..60 {
        if fits(day) {
            return day;
        }
        day = day.checked_add(step.days()).unwrap_or(day);
    }
    day
}

/// The day so long after another one; the last day there is rather than an
/// overflow. A month ends on the day of the same number, or on its last day.
#[must_use]
pub fn later(day: Date, length: i32, unit: Unit) -> Date {
    let span: Span = match unit {
        Unit::Day => length.days(),
        Unit::Week => length.weeks(),
        Unit::Month => length.months(),
    };
    day.saturating_add(span)
}

/// The next of some last days; the first one where all have passed. A state whose day has
/// passed hurries nobody any more who may still go to another one.
#[must_use]
pub fn soonest(days: impl IntoIterator<Item = Date>, today: Date) -> Option<Date> {
    days.into_iter().min_by_key(|day| (*day < today, *day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Calendar, later};
    use crate::table::{Unit, clock};

    #[test]
    fn a_day_beyond_the_last_one_there_is_is_the_last() {
        assert_eq!(later(Date::MAX, 1, Unit::Month), Date::MAX);
        assert_eq!(later(Date::MIN, -1, Unit::Day), Date::MIN);
    }

    #[test]
    fn a_court_goes_by_the_calendar_of_its_state() {
        let of = |forum: &str| Calendar::of(forum.parse().expect("a forum"));
        for (forum, calendar) in [
            ("DE", Calendar::Germany(None)),
            ("AT", Calendar::Austria),
            ("FR", Calendar::France(None)),
            ("ES", Calendar::Spain),
            ("IT", Calendar::Italy),
            ("NL", Calendar::Netherlands),
            ("PL", Calendar::Poland),
            ("IE", Calendar::Ireland),
            ("GB", Calendar::EnglandAndWales),
            ("GB-SCT", Calendar::Scotland),
            ("CA", Calendar::Canada),
            ("US", Calendar::UnitedStates),
            ("PT", Calendar::Elsewhere),
        ] {
            assert_eq!(of(forum), calendar, "{forum}");
        }
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last() {
        assert_eq!(later(date(2026, 1, 31), 1, Unit::Month), date(2026, 2, 28));
        assert_eq!(later(date(2026, 2, 15), 1, Unit::Month), date(2026, 3, 15));
        assert_eq!(later(date(2024, 2, 29), 12, Unit::Month), date(2025, 2, 28));
        assert_eq!(later(date(2026, 5, 4), 6, Unit::Week), date(2026, 6, 15));
    }

    #[test]
    fn the_english_answer_is_due_at_four_on_the_next_working_day() {
        let calendar = Calendar::EnglandAndWales;
        let row = clock("uk_response").expect("a row");
        let due = |event: jiff::civil::DateTime| calendar.due(event, row).to_string();
        assert_eq!(
            due(date(2026, 6, 15).at(10, 0, 0, 0)),
            "2026-07-13T16:00:00"
        );
        // Sunday 30 August is followed by the summer bank holiday.
        assert_eq!(due(date(2026, 8, 2).at(10, 0, 0, 0)), "2026-09-01T16:00:00");
    }

    #[test]
    fn what_comes_after_the_cut_off_comes_on_the_next_day() {
        let calendar = Calendar::EnglandAndWales;
        let row = clock("uk_response").expect("a row");
        let due = |hour, minute| {
            let event = date(2026, 6, 15).at(hour, minute, 0, 0);
            calendar.due(event, row).date()
        };
        assert_eq!(due(16, 0), date(2026, 7, 13));
        assert_eq!(due(16, 1), date(2026, 7, 14));
    }

    #[test]
    fn english_periods_of_five_days_leave_out_free_days() {
        let row = clock("uk_pay_now").expect("a row");
        // Thursday before Easter 2026: Friday to Monday are free.
        let event = date(2026, 4, 2).at(9, 0, 0, 0);
        let english = Calendar::EnglandAndWales.due(event, row).date();
        assert_eq!(english, date(2026, 4, 13));
        let plain = Calendar::Ireland.due(event, row).date();
        assert_eq!(plain, date(2026, 4, 7));
    }

    #[test]
    fn the_safe_day_lies_before_a_weekend_or_a_recess() {
        let safe = |calendar: Calendar, day| calendar.last_surely_open(day);
        assert_eq!(safe(Calendar::Poland, date(2027, 1, 17)), date(2027, 1, 15));
        assert_eq!(safe(Calendar::Poland, date(2027, 1, 15)), date(2027, 1, 15));
        assert_eq!(safe(Calendar::Spain, date(2027, 8, 20)), date(2027, 7, 30));
        assert_eq!(safe(Calendar::Spain, date(2027, 1, 4)), date(2026, 12, 23));
        let none = Calendar::Germany(None);
        assert_eq!(safe(none, date(2028, 10, 31)), date(2028, 10, 30));
    }

    #[test]
    fn working_days_are_counted_over_holidays() {
        let german = Calendar::Germany(None);
        assert_eq!(german.add_working(date(2026, 4, 2), 1), date(2026, 4, 7));
        assert_eq!(german.add_working(date(2026, 4, 2), 0), date(2026, 4, 2));
        assert_eq!(german.next_working(date(2026, 4, 3)), date(2026, 4, 7));
    }
}
