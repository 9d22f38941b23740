//! A name within a text, and everything it can mean.

use crate::codes::{Codes, SURE_CODE};
use crate::everyday::is_everyday;
use crate::index::INDEX;
use crate::place::Place;
use crate::sense::{Region, Sense};

/// A name in a text, with everything it can mean.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) code: Option<Place>,
    /// Whether it was written as codes are, so that nothing else is meant.
    is_written_as_code: bool,
    /// Whether all of the text is in capital letters.
    is_capital: bool,
    /// Airports that are meant by that name, the busiest first.
    pub(crate) named: Vec<Place>,
    /// Whether that was settled by hand.
    pub(crate) is_settled: bool,
    /// Those and all others that have it: with a country or another name beside
    /// it, it may mean one of these.
    pub(crate) called: Vec<Place>,
    /// Those of them that have it only in another language or had it once.
    foreign: Vec<Place>,
    /// Airports that are asked for, in the order of the question.
    pub(crate) asked: Vec<Place>,
    /// Whether that is because the place has none.
    pub(crate) is_near: bool,
    pub(crate) city_code: Vec<Place>,
    /// Airports that people of a town of that name use.
    pub(crate) towns: Vec<Place>,
    regions: Vec<u32>,
    pub(crate) station: Option<Place>,
    pub(crate) is_nothing: bool,
    /// Two letters, which may be a state and may be a word: nothing in how they
    /// are written says which.
    pub(crate) is_short: bool,
}

impl Part {
    /// What a key can mean in a text that is written so; `is_whole` if it is all of it.
    pub(crate) fn of(key: &str, codes: &Codes, is_whole: bool) -> Self {
        // `MT` is Montana, and is read as `mount`.
        let letters = if key == "mount" { "mt" } else { key };
        let mut part = Self {
            is_short: letters.len() == 2 && !is_whole && !codes.is_region(letters),
            is_written_as_code: codes.are(key),
            is_capital: codes.is_capital(),
            ..Self::default()
        };
        let (mut icao, mut proper) = (None, Vec::new());
        for sense in INDEX.senses.of(key) {
            match sense {
                // `Hué` is no code.
                Sense::Code(_) if codes.is_accented(key) => {}
                Sense::Code(place) => part.code = Some(*place),
                // Of two airports with one code the busier one.
                Sense::Icao(place) => {
                    icao = Some(icao.map_or(*place, |other: Place| other.min(*place)))
                }
                Sense::Is(place) => part.named.push(*place),
                Sense::Called(place) => part.called.push(*place),
                Sense::Foreign(place) => {
                    part.called.push(*place);
                    part.foreign.push(*place);
                }
                Sense::Proper(place) => proper.push(*place),
                Sense::CityCode(place) => part.city_code.push(*place),
                Sense::Ask(group) => part.asked.extend(&INDEX.senses.groups[*group as usize]),
                Sense::Near(group) => {
                    part.is_near = true;
                    part.asked.extend(&INDEX.senses.groups[*group as usize]);
                }
                Sense::Town(group) => part.towns.extend(&INDEX.senses.groups[*group as usize]),
                Sense::Region(region) => part.regions.push(*region),
                Sense::Station(place) => part.station = Some(*place),
                Sense::Nothing => part.is_nothing = true,
            }
        }
        let has_name = !part.named.is_empty() || !part.called.is_empty();
        if !has_name && part.asked.is_empty() && part.regions.is_empty() {
            // Without the city it may as well be a town of that name.
            part.foreign.clone_from(&proper);
            part.called = proper;
        }
        part.called.extend(&part.named);
        part.is_settled = !part.named.is_empty();
        if part.is_nothing && !part.is_settled && !part.is_capital {
            // What is settled to be no airport is none in other languages either.
            part.called.clear();
            part.foreign.clear();
            part.code = None;
        }
        if part.named.is_empty() {
            part.named = part.called.clone();
        }
        // `same` is an answer, and `OUI` the code of Ushant.
        let is_word = part.is_nothing || is_everyday(key) && !part.is_capital;
        if is_word {
            icao = None;
        }
        if is_word && !part.is_capital && !part.is_written_as_code {
            part.code = None;
            if !part.is_settled && !codes.is_accented(key) {
                // `mare` is the sea, and Maré an island.
                part.called.clear();
                part.foreign.clear();
                part.named.clear();
            }
        }
        part.sort();
        let asked = std::mem::take(&mut part.asked);
        for place in asked {
            if !part.asked.contains(&place) {
                part.asked.push(place);
            }
        }
        // `LIME` is Bergamo, `Lime` may be Lima in some language.
        let may_be_icao = |place: &Place| {
            let is_used = part.is_capital && INDEX.thousands(*place) >= 100;
            part.asked.is_empty() && (part.named.is_empty() || is_used && !part.is_settled)
        };
        if let Some(place) = icao.filter(may_be_icao) {
            if codes.is_worded(key) {
                // `Eddf` and `lemd` may be codes, and are written as names and words are.
                let is_used = INDEX.thousands(place) >= SURE_CODE;
                part.asked.extend(is_used.then_some(place));
            } else {
                part.code = Some(place);
                part.is_written_as_code |= part.is_capital;
            }
        }
        if let Some(code) = part.code {
            // `ORL` is Orlando, and the code of a field that no airline flies to.
            let is_unused = INDEX.thousands(code) == 0 && !INDEX.is_closed(code);
            let is_city = part
                .city_code
                .iter()
                .any(|place| INDEX.thousands(*place) > 0);
            if is_unused && is_city {
                part.code = None;
            } else {
                // The city's other airports only come in where there is no such code.
                part.city_code.clear();
            }
        }
        part
    }

    /// Puts the busiest first, each once.
    pub(crate) fn sort(&mut self) {
        for places in [&mut self.named, &mut self.called] {
            places.sort_unstable();
            places.dedup();
        }
    }

    /// What another name means too.
    pub(crate) fn add(&mut self, other: Self) {
        self.named.extend(other.named);
        self.called.extend(other.called);
        self.asked.extend(other.asked);
        self.is_near |= other.is_near;
    }

    /// Whether it is anything that we know.
    pub(crate) fn means_something(&self) -> bool {
        self.has_place() || !self.regions.is_empty() || self.station.is_some() || self.is_nothing
    }

    /// Whether it names airports, and not only a region.
    pub(crate) fn has_place(&self) -> bool {
        self.code.is_some()
            || !self.called.is_empty()
            || !self.asked.is_empty()
            || !self.city_code.is_empty()
            || !self.towns.is_empty()
    }

    /// The airports it can mean.
    pub(crate) fn places(&self) -> Vec<Place> {
        let mut places = self.asked.clone();
        let named = self.called.iter().chain(&self.code).chain(&self.city_code);
        for place in named.copied() {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.is_empty() {
            places.extend(&self.towns);
        }
        places
    }

    /// Whether it can mean that airport, or says where it is.
    pub(crate) fn fits(&self, place: Place) -> bool {
        let is_it = |other: &Place| INDEX.today(*other) == INDEX.today(place);
        self.called.iter().any(is_it)
            || self.asked.iter().any(is_it)
            || self.code.iter().any(is_it)
            || self.city_code.iter().any(is_it)
            || (self.called.is_empty() && self.towns.iter().any(is_it))
            || self.is_around(place)
    }

    /// Whether the airport is in the region that it names.
    pub(crate) fn is_around(&self, place: Place) -> bool {
        self.regions().any(|region| INDEX.lies_in(place, region))
    }

    /// Whether it does not say that the airport is elsewhere.
    pub(crate) fn may_be_around(&self, place: Place) -> bool {
        self.is_short || self.regions().next().is_none() || self.is_around(place)
    }

    /// The regions it names.
    pub(crate) fn regions(&self) -> impl Iterator<Item = &'static Region> {
        let regions = self.regions.iter();
        regions.filter_map(|region| INDEX.senses.regions.get(*region as usize))
    }

    /// Whether it is a country's name and no place's.
    pub(crate) fn is_country(&self) -> bool {
        let is_country = self.regions().any(|region| region.subdivision.is_empty());
        is_country && self.asked.is_empty() && !self.is_settled
    }

    /// Whether a country is meant, or a part of one, rather than the airports of
    /// that name: they lie elsewhere, and the largest there has more passengers.
    pub(crate) fn is_rather_region(&self) -> bool {
        let Some(largest) = self.called.first().copied() else {
            return false;
        };
        let is_larger = |region: &Region| {
            let busiest = INDEX.busiest_in(region, 1);
            busiest.first().is_some_and(|busiest| *busiest < largest)
        };
        !self.is_settled
            && self.asked.is_empty()
            && !self.is_around(largest)
            && self
                .regions()
                .any(|region| region.subdivision.is_empty() || is_larger(region))
    }

    /// Whether the airport has the name only in another language, or had it once,
    /// and a town of today has it too that is elsewhere.
    pub(crate) fn is_rather_town(&self, place: Place) -> bool {
        !self.is_settled
            && self.foreign.contains(&place)
            && !self.towns.is_empty()
            && !self.towns.contains(&place)
    }

    /// Whether all of the text is in capital letters.
    pub(crate) fn is_capital(&self) -> bool {
        self.is_capital
    }

    /// Whether it is a code and no name.
    pub(crate) fn is_code(&self) -> bool {
        self.code.is_some()
            && (self.is_written_as_code || self.named.is_empty() && self.asked.is_empty())
    }

    /// The airport of what is written as a code.
    pub(crate) fn written_code(&self) -> Option<Place> {
        self.code.filter(|_| self.is_written_as_code)
    }

    /// Whether the airport is one that the name means, and not only one that has
    /// it in some language.
    pub(crate) fn means(&self, place: Place) -> bool {
        self.named.contains(&place)
            || self.asked.contains(&place)
            || self.code == Some(place)
            || self.is_around(place)
    }

    /// Whether the airport is that of a place of this name, and no heliport.
    pub(crate) fn has(&self, place: Place) -> bool {
        self.called.contains(&place) && !INDEX.record(place).helicopters_only
    }

    /// Whether, in capital letters, the code is meant: of the airports of that
    /// name the largest has not so many more passengers.
    pub(crate) fn is_rather_code(&self, code: Place, others: &[Place]) -> bool {
        let largest = others.iter().min();
        self.is_capital
            && !self.asked.contains(&code)
            && largest.is_none_or(|largest| INDEX.rivals(code, *largest))
    }
}
