use jiff::civil::Date;

use super::AirportDirectory;

/// What a parser needs to know besides the answers.
pub struct StepContext<'a> {
    /// The day on which the form is read, for days still to come.
    pub today: Date,
    /// Who knows the airports.
    pub airports: &'a dyn AirportDirectory,
}

impl<'a> StepContext<'a> {
    /// A form that is read today, with these airports.
    pub fn new(today: Date, airports: &'a dyn AirportDirectory) -> Self {
        Self { today, airports }
    }
}
