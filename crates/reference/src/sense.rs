//! What names can mean: every name of the tables, folded, with its senses.

use rustc_hash::FxHashMap;
use std::collections::HashSet;

use rights::{Country, Iata};
use serde::Deserialize;

use crate::airport::AirportRecord;
use crate::fold::{fold, key, spelled_out};
use crate::place::Place;
use crate::table::{file, rows};
use crate::words::is_generic;

/// One thing that a name can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// The airport's IATA code.
    Code(Place),
    /// The airport's ICAO code.
    Icao(Place),
    /// A name that was given to the airport by hand: others of that name are meant
    /// only if they have a row too.
    Is(Place),
    /// A name of the airport or of its city.
    Called(Place),
    /// A name that the city has in some language or had in former times, and not
    /// in the tables of ours.
    Foreign(Place),
    /// What is left of the airport's name without the city. It counts where it is
    /// no other place's name.
    Proper(Place),
    /// A code that a city's airports share.
    CityCode(Place),
    /// A name of several airports or of none: one of the group is asked for.
    Ask(u32),
    /// A place without an airport; people use those of the group.
    Near(u32),
    /// A town without an airport that nobody wrote a row for.
    Town(u32),
    /// A country or a part of one.
    Region(u32),
    /// A railway or bus station; the airport is the one near it.
    Station(Place),
    /// No airport, and no place to offer one for.
    Nothing,
}

/// A country, or a part of it where it has a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Region {
    pub(crate) country: Country,
    /// Folded; empty for the whole country.
    pub(crate) subdivision: String,
}

/// All names.
#[derive(Default)]
pub(crate) struct Senses {
    by_key: FxHashMap<Box<str>, Vec<Sense>>,
    pub(crate) groups: Vec<Vec<Place>>,
    pub(crate) regions: Vec<Region>,
}

/// The name of an airport that is completed while somebody types.
pub(crate) struct Named {
    pub(crate) key: String,
    pub(crate) place: Place,
    /// Whether it is how the airport is called here, and not one of the many
    /// names in other languages.
    pub(crate) is_own: bool,
}

#[derive(Deserialize)]
pub(crate) struct NamesRow {
    pub(crate) iata: String,
    icao: String,
    /// Passengers of a year in thousands, roughly.
    pub(crate) thousands: u32,
    names: String,
}

#[derive(Deserialize)]
struct PlaceRow {
    way: String,
    airports: String,
    names: String,
}

#[derive(Deserialize)]
struct TownRow {
    name: String,
    airports: String,
}

#[derive(Deserialize)]
struct CountryRow {
    iso2: String,
    names: String,
}

#[derive(Deserialize)]
struct RegionRow {
    country: String,
    subdivision: String,
    names: String,
}

#[derive(Deserialize)]
struct StationRow {
    code: String,
    station: String,
    airport: String,
}

#[derive(Deserialize)]
struct MetroRow {
    metro: String,
    iata: String,
}

/// Reads the tables.
pub(crate) struct Builder<'a> {
    places: &'a FxHashMap<Iata, Place>,
    senses: Senses,
    /// Names to complete.
    pub(crate) named: Vec<Named>,
    region_numbers: FxHashMap<Region, u32>,
    countries: HashSet<String>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(places: &'a FxHashMap<Iata, Place>) -> Self {
        Self {
            places,
            senses: Senses::default(),
            named: Vec::new(),
            region_numbers: FxHashMap::default(),
            countries: HashSet::new(),
        }
    }

    /// Everything but the names out of `names`, which are those of airports.
    pub(crate) fn build(
        mut self,
        records: impl Iterator<Item = (Place, &'static AirportRecord)>,
        names: &[NamesRow],
    ) -> (Senses, Vec<Named>) {
        self.add_countries();
        self.add_regions();
        for (place, record) in records {
            self.add_record(place, record);
        }
        self.add_names(names);
        self.add_places();
        self.add_metros();
        self.add_towns();
        self.add_stations();
        (self.senses, self.named)
    }

    fn place(&self, code: &str) -> Option<Place> {
        self.places.get(&code.parse().ok()?).copied()
    }

    fn all(&self, codes: &str) -> Vec<Place> {
        let codes = codes.split(' ');
        codes.filter_map(|code| self.place(code)).collect()
    }

    fn add(&mut self, key: String, sense: Sense) {
        if key.is_empty() {
            return;
        }
        let senses = self.senses.by_key.entry(key.into_boxed_str()).or_default();
        let is_own = match sense {
            Sense::Foreign(place) => senses.contains(&Sense::Called(place)),
            _ => false,
        };
        if !is_own && !senses.contains(&sense) {
            senses.push(sense);
        }
    }

    /// A name in both of its spellings.
    fn add_name(&mut self, name: &str, sense: Sense) {
        self.add(key(name), sense);
        if let Some(other) = spelled_out(name) {
            self.add(key(&other), sense);
        }
    }

    /// A name of an airport, which is completed too.
    fn name(&mut self, name: &str, sense: Sense, is_own: bool) {
        let (Sense::Is(place)
        | Sense::Called(place)
        | Sense::Foreign(place)
        | Sense::Proper(place)) = sense
        else {
            return;
        };
        self.add_name(name, sense);
        let mut complete = |name: &str| {
            let key = key(name);
            if !key.is_empty() {
                self.named.push(Named { key, place, is_own });
            }
        };
        complete(name);
        if let Some(other) = spelled_out(name) {
            complete(&other);
        }
    }

    fn add_record(&mut self, place: Place, record: &'static AirportRecord) {
        let code = record.code.as_str().to_ascii_lowercase();
        self.add(code.clone(), Sense::Code(place));
        self.named.push(Named {
            key: code,
            place,
            is_own: true,
        });
        self.name(&record.city, Sense::Called(place), true);
        if let Some(french) = &record.city_french {
            self.name(french, Sense::Called(place), true);
        }
        if !record.other_name.is_empty() {
            let other = without(&fold(&record.other_name), is_generic);
            self.name(&other, Sense::Called(place), false);
        }
        let city = fold(&record.city);
        let own = without(&fold(&record.name), is_generic);
        self.name(&own, Sense::Called(place), true);
        let inner = without(&own, |word| city.split(' ').any(|other| other == word));
        if inner.len() >= 5 && inner != own {
            self.name(&inner, Sense::Proper(place), true);
            self.name(&format!("{city} {inner}"), Sense::Called(place), true);
        }
        // What stands within a name is found by its beginning too.
        for (at, _) in own.match_indices(' ') {
            let key = own[at..].replace(' ', "");
            self.named.push(Named {
                key,
                place,
                is_own: true,
            });
        }
        let region = Region {
            country: record.country,
            subdivision: fold(&record.subdivision),
        };
        let subdivision = key(&record.subdivision);
        let number = self.region(region);
        self.add(subdivision, Sense::Region(number));
    }

    fn add_names(&mut self, names: &[NamesRow]) {
        for row in names {
            let Some(place) = self.place(&row.iata) else {
                continue;
            };
            self.add(row.icao.to_ascii_lowercase(), Sense::Icao(place));
            for name in row.names.split('|') {
                // A city's name in some language is often its country's in another.
                if !self.countries.contains(&key(name)) {
                    self.name(name, Sense::Foreign(place), false);
                }
            }
        }
    }

    fn add_places(&mut self) {
        for row in rows::<PlaceRow>(file::PLACE_NAMES) {
            let places = self.all(&row.airports);
            let names: Vec<&str> = row.names.split('|').collect();
            let group = self.group(places.clone());
            for name in names {
                match row.way.as_str() {
                    "is" => {
                        for place in &places {
                            self.name(name, Sense::Is(*place), true);
                        }
                    }
                    "ask" => self.add_name(name, Sense::Ask(group)),
                    "near" => self.add_name(name, Sense::Near(group)),
                    "city" => {
                        for place in &places {
                            self.city_code(name, *place);
                        }
                    }
                    "region" => self.add_region_name(name),
                    "station" => {
                        for place in &places {
                            self.add_name(name, Sense::Station(*place));
                        }
                    }
                    _ => self.add_name(name, Sense::Nothing),
                }
                if row.way == "ask" || row.way == "near" {
                    let named = places.iter().map(|place| Named {
                        key: key(name),
                        place: *place,
                        // What is near a place is not called so.
                        is_own: row.way == "ask",
                    });
                    self.named.extend(named);
                }
            }
        }
    }

    /// A part of the world that is no country: nothing is offered for it.
    fn add_region_name(&mut self, name: &str) {
        self.add_name(name, Sense::Region(u32::MAX));
    }

    fn group(&mut self, places: Vec<Place>) -> u32 {
        self.senses.groups.push(places);
        u32::try_from(self.senses.groups.len() - 1).unwrap_or(u32::MAX)
    }

    fn region(&mut self, region: Region) -> u32 {
        if let Some(number) = self.region_numbers.get(&region) {
            return *number;
        }
        let number = u32::try_from(self.senses.regions.len()).unwrap_or(u32::MAX);
        self.senses.regions.push(region.clone());
        self.region_numbers.insert(region, number);
        number
    }

    fn add_countries(&mut self) {
        for row in rows::<CountryRow>(file::COUNTRY_WORDS) {
            let Ok(country) = row.iso2.parse() else {
                continue;
            };
            let number = self.region(Region {
                country,
                subdivision: String::new(),
            });
            self.add(row.iso2.to_ascii_lowercase(), Sense::Region(number));
            for name in row.names.split('|') {
                self.countries.insert(key(name));
                self.add_name(name, Sense::Region(number));
            }
        }
    }

    fn add_regions(&mut self) {
        for row in rows::<RegionRow>(file::REGIONS) {
            let Ok(country) = row.country.parse() else {
                continue;
            };
            let number = self.region(Region {
                country,
                subdivision: fold(&row.subdivision),
            });
            for name in row.names.split('|') {
                self.add_name(name, Sense::Region(number));
            }
        }
    }

    fn add_metros(&mut self) {
        for row in rows::<MetroRow>(file::METROS) {
            if let Some(place) = self.place(&row.iata) {
                self.city_code(&row.metro, place);
            }
        }
    }

    fn city_code(&mut self, code: &str, place: Place) {
        let key = code.to_ascii_lowercase();
        self.add(key.clone(), Sense::CityCode(place));
        self.named.push(Named {
            key,
            place,
            is_own: true,
        });
    }

    fn add_stations(&mut self) {
        for row in rows::<StationRow>(file::STATIONS) {
            if let Some(place) = self.place(&row.airport) {
                self.add(row.code.to_ascii_lowercase(), Sense::Station(place));
                // `Luzern` is a city first; `Zürich HB` is nothing else.
                let is_city = self.senses.by_key.contains_key(key(&row.station).as_str());
                if !is_city && fold(&row.station).contains(' ') {
                    self.add_name(&row.station, Sense::Station(place));
                }
            }
        }
    }

    fn add_towns(&mut self) {
        for row in rows::<TownRow>(file::TOWNS) {
            let places = self.all(&row.airports);
            let group = self.group(places);
            self.add_name(&row.name, Sense::Town(group));
        }
    }
}

/// A text without some of its words.
fn without(text: &str, left_out: impl Fn(&str) -> bool) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !left_out(word)).collect();
    words.join(" ")
}

impl Senses {
    /// What a key can mean.
    pub(crate) fn of(&self, key: &str) -> &[Sense] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every key with its senses.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[Sense])> {
        let pairs = self.by_key.iter();
        pairs.map(|(key, senses)| (&**key, senses.as_slice()))
    }
}
