use domain::Language;
use jiff::civil::Date;

use crate::tr;

/// How the values of a finding are put into words.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The language.
    pub language: Language,
    /// The day of the flight: airlines change their names.
    pub flight_day: Date,
    /// Whether the days of notice only stand for a window of Article 5(1)(c),
    /// as in the claim form, which does not ask for the exact number.
    pub notice_windows: bool,
}

impl Words {
    /// Days of notice.
    pub(super) fn notice(&self, days: u32) -> String {
        match (self.notice_windows, days) {
            (true, 0..7) => tr!(self.language, verdict.notice_less),
            (true, 7..14) => tr!(self.language, verdict.notice_seven),
            (true, _) => tr!(self.language, verdict.notice_fourteen),
            (false, 1) => tr!(self.language, verdict.one_day),
            (false, days) => tr!(self.language, verdict.days, n = days),
        }
    }
}
