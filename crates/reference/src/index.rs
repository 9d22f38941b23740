//! The airports with every name folded and sorted that a text is held against,
//! so that a search looks at the few airports that can fit.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use rights::Iata;

use crate::airport::{AirportRecord, BASE};
use crate::completion::Completions;
use crate::fold::{fold, key};
use crate::place::Place;
use crate::sense::{Builder, NamesRow, Region, Senses};
use crate::table::{file, rows};
use crate::typo::Spellings;

/// Everything the search knows, made once at the first search.
pub(crate) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// The airports by how many people use them, and ways to them.
pub(crate) struct Index {
    entries: Vec<Entry>,
    pub(crate) senses: Senses,
    pub(crate) completions: Completions,
    pub(crate) spellings: Spellings,
}

/// A record with what is asked of it.
struct Entry {
    record: &'static AirportRecord,
    /// Passengers of a year in thousands, roughly; zero where no airline flies.
    thousands: u32,
    /// The same airport under the code of today, if this one is another.
    today: Place,
    /// The airport that took its flights when it closed.
    successor: Option<Place>,
    /// Its subdivision, folded.
    subdivision: Box<str>,
}

/// Airports of which fewer people use the largest than this have no say against
/// it: 1 of 25, where a name that is asked about has 1 of 20 or more. The figures
/// are rough, and a question too many costs less than an airport that is wrong.
const RIVAL: u64 = 25;

/// How many airports of an area are offered.
const NEAR: usize = 4;

impl Index {
    fn new() -> Self {
        let names: Vec<NamesRow> = rows(file::AIRPORT_NAMES);
        let thousands: FxHashMap<Iata, u32> = names
            .iter()
            .filter_map(|row| Some((row.iata.parse().ok()?, row.thousands)))
            .collect();
        let mut records: Vec<(u32, &'static AirportRecord)> = BASE
            .records
            .iter()
            .map(|record| (thousands.get(&record.code).copied().unwrap_or(0), record))
            .collect();
        records.sort_by_key(|(thousands, record)| (u32::MAX - thousands, record.code));
        let places: FxHashMap<Iata, Place> = (0..)
            .zip(&records)
            .map(|(place, (_, record))| (record.code, place))
            .collect();
        let entries: Vec<Entry> = (0..)
            .zip(&records)
            .map(|(place, (thousands, record))| {
                let place_of =
                    |code: Option<Iata>| code.and_then(|code| places.get(&code)).copied();
                Entry {
                    record,
                    thousands: *thousands,
                    today: place_of(record.alias_of).unwrap_or(place),
                    successor: place_of(record.replaced_by),
                    subdivision: fold(&record.subdivision).into_boxed_str(),
                }
            })
            .collect();
        let listed = (0..).zip(records.iter().map(|(_, record)| *record));
        let (senses, named) = Builder::new(&places).build(listed, &names);
        let busy = |place: Place| entries[place as usize].thousands;
        let spellings = Spellings::of(&senses, busy);
        let inside = entries
            .iter()
            .map(|entry| format!("{} {}", key(&entry.record.city), key(&entry.record.name)));
        let completions = Completions::of(named, inside.collect(), |place| {
            let entry = &entries[place as usize];
            entry.record.is_offered().then_some(entry.thousands)
        });
        Self {
            entries,
            senses,
            completions,
            spellings,
        }
    }

    pub(crate) fn record(&self, place: Place) -> &'static AirportRecord {
        self.entries[place as usize].record
    }

    /// Passengers of a year in thousands, roughly.
    pub(crate) fn thousands(&self, place: Place) -> u32 {
        self.entries[place as usize].thousands
    }

    /// The same airport under the code of today.
    pub(crate) fn today(&self, place: Place) -> Place {
        self.entries[place as usize].today
    }

    pub(crate) fn is_closed(&self, place: Place) -> bool {
        self.entries[place as usize].record.closed
    }

    /// The airport that took the flights of a closed one.
    pub(crate) fn successor(&self, place: Place) -> Option<Place> {
        self.entries[place as usize].successor
    }

    /// Whether an airport has so many passengers that its name, or a name it
    /// shares, does not mean another one alone.
    pub(crate) fn rivals(&self, place: Place, largest: Place) -> bool {
        u64::from(self.thousands(place)) * RIVAL >= u64::from(self.thousands(largest))
    }

    pub(crate) fn is_in(&self, place: Place, region: &Region) -> bool {
        let entry = &self.entries[place as usize];
        entry.record.country == region.country
            && (region.subdivision.is_empty() || *entry.subdivision == *region.subdivision)
    }

    /// Whether an airport is in a region, or in a territory overseas of that
    /// country: `San Juan, USA`.
    pub(crate) fn lies_in(&self, place: Place, region: &Region) -> bool {
        self.is_in(place, region)
            || region.subdivision.is_empty() && {
                let here = self.record(place).country;
                let belongs = match region.country.as_str() {
                    "CH" => return self.record(place).code.as_str() == "BSL",
                    "DK" => ["FO", "GL"].as_slice(),
                    "FI" => &["AX"],
                    "FR" => &[
                        "BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT",
                    ],
                    "GB" => &[
                        "AI", "BM", "FK", "GG", "GI", "IM", "JE", "KY", "SH", "TC", "VG",
                    ],
                    "NL" => &["AW", "BQ", "CW", "SX"],
                    "US" => &["AS", "GU", "MP", "PR", "VI"],
                    _ => return false,
                };
                belongs.contains(&here.as_str())
            }
    }

    /// The busiest airports of a region.
    pub(crate) fn busiest_in(&self, region: &Region, limit: usize) -> Vec<Place> {
        self.served()
            .filter(|place| self.is_in(*place, region))
            .take(limit)
            .collect()
    }

    /// The airports with airlines, the busiest first.
    fn served(&self) -> impl Iterator<Item = Place> {
        (0..)
            .zip(&self.entries)
            .take_while(|(_, entry)| entry.thousands > 0)
            .filter(|(_, entry)| entry.record.is_offered())
            .map(|(place, _)| place)
    }

    /// The airports that people use from a place: near it, or larger and not
    /// much farther.
    pub(crate) fn usual_near(&self, place: Place) -> Vec<Place> {
        let here = self.record(place);
        let width = here.latitude.to_radians().cos();
        let mut near = Vec::new();
        for other in self
            .served()
            .take_while(|other| self.thousands(*other) >= 200)
        {
            let there = self.record(other);
            let north = there.latitude - here.latitude;
            if other == place || north.abs() > 3.2 {
                continue;
            }
            let kilometres = 111.0 * north.hypot((there.longitude - here.longitude) * width);
            if kilometres < 350.0 {
                let smallness = (3000.0 / f64::from(self.thousands(other))).log2().max(0.0);
                near.push((kilometres + 25.0 * smallness, other));
            }
        }
        near.sort_by(|(one, _): &(f64, Place), (other, _)| one.total_cmp(other));
        near.into_iter()
            .take(NEAR)
            .map(|(_, other)| other)
            .collect()
    }
}
