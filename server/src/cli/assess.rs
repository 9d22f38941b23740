use std::process::ExitCode;

use backend::{Clock, SystemClock};
use domain::Language;
use jiff::tz::TimeZone;
use rights::contract::parse_case;
use text::law;

use super::json;

/// Judges a case, or a file of them.
pub fn run(arguments: &json::Arguments) -> ExitCode {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    json::run(arguments, |text| {
        let case = parse_case(text, today, &reference::Embedded)?;
        let assessment = rights::assess(&case, &reference::Embedded);
        Ok(law::answer(Language::En, &case, &assessment))
    })
}
