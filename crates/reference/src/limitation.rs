//! Limitation periods by court.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use rights::{Forum, Limitation, LimitationStart};
use serde::Deserialize;

use crate::table::{file, rows};

#[derive(Deserialize)]
struct Row {
    forum: String,
    years_shortest: Option<f64>,
    years_longest: Option<f64>,
    start_rule: String,
    confidence: String,
}

static PERIODS: LazyLock<FxHashMap<Forum, Limitation>> = LazyLock::new(|| {
    let read = |row: Row| Some((row.forum.parse().ok()?, period(&row)));
    rows(file::LIMITATION)
        .into_iter()
        .filter_map(read)
        .collect()
});

fn period(row: &Row) -> Limitation {
    // Some lists say 26 months, written as 2.17 years.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "years are few"
    )]
    let months = |years: f64| (years * 12.0).round() as u32;
    Limitation {
        shortest_months: row.years_shortest.map(months),
        longest_months: row.years_longest.map(months),
        start: match row.start_rule.as_str() {
            "year_end" => LimitationStart::YearEnd,
            _ => LimitationStart::FlightDate,
        },
        sure: row.confidence != "L",
    }
}

/// The period in a court.
pub(crate) fn of(forum: Forum) -> Option<Limitation> {
    let state = match forum {
        Forum::Country(country) => Forum::Country(country.state()),
        Forum::Scotland => forum,
    };
    PERIODS.get(&state).copied()
}
