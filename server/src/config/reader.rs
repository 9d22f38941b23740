//! Reading variables, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

/// Variables of ours that scripts and tests read; `make` hands them on to the
/// program, which has nothing to do with them.
pub(super) const OF_SCRIPTS: [&str; 8] = [
    "AERO_BIN",
    "AERO_CACHE",
    "AERO_CHROMIUM",
    "AERO_PG_BIN",
    "AERO_SITE_ROOT",
    "AERO_TEST_DATABASE_URL",
    "AERO_TEST_MAIL",
    "AERO_TEST_ORIGIN",
];

/// A name that differs in more places is another name, not a slip.
const SLIP: usize = 4;

/// The variables, which of them were asked for, and what is wrong so far.
pub(super) struct Reader<'a> {
    variables: &'a BTreeMap<String, String>,
    asked: BTreeSet<String>,
    retired: BTreeSet<String>,
    faults: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(variables: &'a BTreeMap<String, String>) -> Self {
        Self {
            variables,
            asked: BTreeSet::new(),
            retired: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// What is set; an empty value counts as none.
    pub(super) fn given(&mut self, name: &str) -> Option<&'a str> {
        self.asked.insert(name.to_owned());
        let given = self.variables.get(name).map(|value| value.trim());
        given.filter(|value| !value.is_empty())
    }

    pub(super) fn is_given(&mut self, name: &str) -> bool {
        self.given(name).is_some()
    }

    pub(super) fn fault(&mut self, fault: impl Into<String>) {
        self.faults.push(fault.into());
    }

    pub(super) fn text(&mut self, name: &str, usual: &str) -> String {
        self.given(name).unwrap_or(usual).to_owned()
    }

    /// What does not parse is a fault, and the usual value stands in until it is told.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &str, usual: T, meaning: &str) -> T {
        let Some(given) = self.given(name) else {
            return usual;
        };
        given.parse().unwrap_or_else(|_| {
            self.fault(format!("{name} is {meaning}"));
            usual
        })
    }

    /// At least one of something.
    pub(super) fn count(&mut self, name: &str, usual: u32) -> u32 {
        let usual = NonZeroU32::new(usual).unwrap_or(NonZeroU32::MIN);
        self.parsed(name, usual, "a whole number from 1").get()
    }

    /// More than nothing: PostgreSQL and tokio read zero as "for ever".
    pub(super) fn duration(&mut self, name: &str, usual: Duration) -> Duration {
        let Some(given) = self.given(name) else {
            return usual;
        };
        let read = given.parse::<jiff::SignedDuration>().ok();
        let read = read.and_then(|read| Duration::try_from(read).ok());
        match read {
            Some(read) if read >= Duration::from_millis(1) => read,
            _ => {
                self.fault(format!("{name} is a duration, like 500ms, 15s or 10m"));
                usual
            }
        }
    }

    /// One of several words, the first of which is usual.
    pub(super) fn one_of<T: Copy>(&mut self, name: &str, choices: &[(&str, T)]) -> T {
        let (usual_word, usual) = choices[0];
        let word = self.given(name).unwrap_or(usual_word);
        let chosen = choices.iter().find(|(choice, _)| *choice == word);
        if chosen.is_none() {
            let words: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            self.fault(format!("{name} is one of: {}", words.join(", ")));
        }
        chosen.map_or(usual, |(_, value)| *value)
    }

    /// A value that may stand in a file instead, named by `NAME_FILE`; `None` when it
    /// is not set, or not readable.
    pub(super) fn secret(&mut self, name: &str) -> Option<String> {
        let file = format!("{name}_FILE");
        match (self.given(name), self.given(&file)) {
            (None, None) => None,
            (Some(value), None) => Some(value.to_owned()),
            (None, Some(path)) => self.read(&file, path),
            (Some(_), Some(_)) => {
                self.fault(format!("{name} and {file} are both set; keep one"));
                None
            }
        }
    }

    fn read(&mut self, name: &str, path: &str) -> Option<String> {
        match std::fs::read_to_string(path) {
            Ok(text) if text.trim().is_empty() => {
                self.fault(format!("{name}: {path} is empty"));
                None
            }
            Ok(text) => Some(text.trim().to_owned()),
            Err(error) => {
                self.fault(format!("{name}: {path} cannot be read: {error}"));
                None
            }
        }
    }

    /// A setting of an earlier release, with what to write in its place.
    pub(super) fn retired(&mut self, name: &str, advice: &str) {
        self.retired.insert(name.to_owned());
        let given = self.variables.get(name);
        if given.is_some_and(|value| !value.trim().is_empty()) {
            self.fault(format!("{name} is no longer read: {advice}"));
        }
    }

    /// Names of ours that nothing has asked for, with what was meant. Called last.
    pub(super) fn faults(mut self) -> Vec<String> {
        let unknown: Vec<&String> = self
            .variables
            .keys()
            .filter(|name| name.starts_with("AERO_"))
            .filter(|name| !self.asked.contains(*name) && !self.retired.contains(*name))
            .filter(|name| !OF_SCRIPTS.contains(&name.as_str()))
            .collect();
        for name in unknown {
            let fault = match self.nearest(name) {
                Some(meant) => format!("{name} is no setting; {meant} may be meant"),
                None => format!("{name} is no setting"),
            };
            self.faults.push(fault);
        }
        self.faults
    }

    fn nearest(&self, name: &str) -> Option<&String> {
        let distance = |other: &&String| strsim::damerau_levenshtein(name, other);
        let nearest = self.asked.iter().min_by_key(distance)?;
        (distance(&nearest) <= SLIP).then_some(nearest)
    }

    /// The names that were asked for.
    #[cfg(test)]
    pub(super) fn asked(&self) -> &BTreeSet<String> {
        &self.asked
    }
}
