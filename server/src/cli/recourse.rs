use std::process::ExitCode;

use backend::{Clock, SystemClock};
use jiff::tz::TimeZone;
use recourse::contract::{answer, parse_facts};

use super::json;

/// Names the forums for the facts of a claim, or for a file of them.
pub fn run(arguments: &json::Arguments) -> ExitCode {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    json::run(arguments, |text| {
        let given = parse_facts(text, today, &reference::Embedded)?;
        Ok(answer(&given, &reference::Embedded))
    })
}
