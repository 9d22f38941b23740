//! What a text about an airport means: it is cut into names, and the airports
//! that all of them fit are kept.

use crate::codes::{Codes, SURE_CODE};
use crate::cut::parts;
use crate::index::INDEX;
use crate::part::Part;
use crate::place::Place;
use crate::words::{is_flight_number, is_like_station, is_near, is_station, is_to};

/// Why no airport was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Several airports fit.
    Several,
    /// It is not sure that the airport that fits is meant.
    Unsure,
    /// The place has no airport of its own that airlines fly to.
    NoAirport,
    /// The airport is closed.
    Closed,
    /// It is a country, or a part of one or of the world.
    Region,
    /// A railway or bus station.
    Station,
    /// A code that we do not know, of a kind that stations have.
    LikeStation,
    /// The code of a city with several airports.
    CityCode,
    /// A flight number.
    FlightNumber,
    /// More than one place: a whole route.
    Route,
    /// Nothing we know.
    Unknown,
}

/// A text read.
pub(crate) struct Reading {
    /// The airport that is meant, where that is clear.
    pub(crate) taken: Option<Place>,
    /// The airports that may be meant, best first.
    pub(crate) offered: Vec<Place>,
    pub(crate) doubt: Doubt,
}

impl Reading {
    fn one(place: Place) -> Self {
        Self {
            taken: Some(place),
            offered: vec![place],
            doubt: Doubt::Several,
        }
    }

    /// An airport that has several codes is offered once, by that of today.
    fn asked(doubt: Doubt, places: Vec<Place>) -> Self {
        let mut offered = Vec::new();
        keep(
            &mut offered,
            places.into_iter().map(|place| INDEX.today(place)),
        );
        Self {
            taken: None,
            offered,
            doubt,
        }
    }
}

/// How many airports of a region are offered.
const OF_REGION: usize = 8;

/// Passengers of a year, in thousands, under which an airport does not go before a
/// town of the same name.
const SMALL: u32 = 400;

/// Passengers of a year, in thousands, from which an airport's code in capitals is
/// no country.
const LARGE: u32 = 2000;

/// Reads a text; `folded` is the text folded.
pub(crate) fn read(text: &str, folded: &str) -> Reading {
    let trimmed = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    let codes = Codes::of(text);
    let cut = parts(folded, &codes);
    let is_code_number = is_flight_number(trimmed);
    if is_code_number && cut.parts.iter().all(|part| part.is_code()) {
        return Reading::asked(Doubt::FlightNumber, Vec::new());
    }
    let words = || folded.split(' ');
    let says_station = words().any(|word| is_station(word) && !codes.are(word));
    if let Some(place) = written_code(&cut.parts, folded).filter(|_| !says_station) {
        return Reading::one(place);
    }
    if !cut.is_whole && says_station || cut.parts.iter().any(|part| part.station.is_some()) {
        return station(&cut.parts);
    }
    let places: Vec<&Part> = cut.parts.iter().filter(|part| part.has_place()).collect();
    let regions: Vec<&Part> = cut.parts.iter().filter(|part| !part.has_place()).collect();
    if places.is_empty() {
        let mut reading = without_place(&regions, cut.unknown);
        if reading.doubt == Doubt::Unknown && is_like_station(folded) {
            reading.doubt = Doubt::LikeStation;
        }
        return reading;
    }
    let fitting = fitting(&places, &regions);
    if fitting.is_empty() {
        let is_route = places.len() > 1 && (words().any(is_to) || has_arrow(text));
        let doubt = if is_route {
            Doubt::Route
        } else {
            Doubt::Several
        };
        return Reading::asked(doubt, apart(&places, &regions));
    }
    let mut reading = match places.as_slice() {
        [place] => alone(place, &fitting, !regions.is_empty()),
        _ => {
            let mut meant = fitting.clone();
            meant.retain(|place| places.iter().all(|part| part.means(*place)));
            let mut reading = decide(if meant.is_empty() { &fitting } else { &meant });
            // `Arenal (Mallorca)` is no airport, and `St. Anton am Arlberg` none twice.
            if let Some(place) = reading.taken
                && places.iter().any(|part| part.is_near && !part.has(place))
            {
                reading.taken = None;
                reading.doubt = Doubt::NoAirport;
            }
            reading
        }
    };
    let is_agreed = places.len() > 1 && places.iter().any(|part| part.is_code());
    let is_vague = cut.unknown > 0 && !is_agreed || cut.is_doubtful;
    if (is_vague || words().any(is_near)) && reading.taken.take().is_some() {
        let doubt = if words().any(is_near) {
            Doubt::NoAirport
        } else {
            Doubt::Unsure
        };
        reading.doubt = doubt;
    }
    reading
}

/// The airport of a code within a text, `Zürich Airport (ZRH)`, unless the text
/// names another place.
fn written_code(parts: &[Part], folded: &str) -> Option<Place> {
    let mut written = parts.iter().filter_map(Part::written_code);
    let code = written.next()?;
    let is_only_one = written.all(|other| other == code);
    if !is_only_one || !folded.contains(' ') || INDEX.is_closed(code) {
        return None;
    }
    let others = || parts.iter().filter(|part| part.written_code().is_none());
    let is_unopposed = others().all(|part| !part.has_place() && part.may_be_around(code));
    (is_unopposed || others().any(|part| part.fits(code))).then_some(code)
}

/// `FRA-JFK`, `London → Paris`.
fn has_arrow(text: &str) -> bool {
    text.contains(['-', '–', '—', '→', '>', '/', '⇒', '➔'])
}

fn station(parts: &[Part]) -> Reading {
    let mut offered = Vec::new();
    for part in parts {
        keep(&mut offered, part.station);
    }
    for part in parts {
        keep(&mut offered, part.places());
    }
    Reading::asked(Doubt::Station, open(offered))
}

fn without_place(regions: &[&Part], unknown: usize) -> Reading {
    if regions.is_empty() {
        return Reading::asked(Doubt::Unknown, Vec::new());
    }
    let mut offered = Vec::new();
    for part in regions {
        for region in part.regions() {
            keep(&mut offered, INDEX.busiest_in(region, OF_REGION));
        }
    }
    // `Bridgend Wales`: what the region is for is not known.
    let is_known = unknown == 0 && !regions.iter().any(|part| part.is_nothing);
    let doubt = if is_known {
        Doubt::Region
    } else {
        Doubt::Unknown
    };
    offered.sort_unstable();
    Reading::asked(doubt, offered)
}

/// The airports that each of the parts fits, the busiest first.
fn fitting(places: &[&Part], regions: &[&Part]) -> Vec<Place> {
    let mut all: Vec<Place> = places.iter().flat_map(|part| part.places()).collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|place| places.iter().all(|part| part.fits(*place)));
    for part in regions {
        let within: Vec<Place> = all
            .iter()
            .copied()
            .filter(|place| part.is_around(*place))
            .collect();
        // `Portland ME` says Maine; `Palma de Mallorca` does not say Germany.
        if !within.is_empty() || !part.is_short {
            all = within;
        }
    }
    all
}

/// What is offered when nothing fits everything: something of each part.
fn apart(places: &[&Part], regions: &[&Part]) -> Vec<Place> {
    let mut offered = Vec::new();
    for part in regions.iter().filter(|part| !part.is_short) {
        // `Boston, UK`: the town there.
        for place in places {
            let towns = place.towns.iter().copied();
            keep(&mut offered, towns.filter(|town| part.is_around(*town)));
        }
        // `GA` behind a town is Georgia before it is Gabon.
        let (states, countries): (Vec<_>, Vec<_>) = part
            .regions()
            .partition(|region| !region.subdivision.is_empty());
        for region in states.into_iter().chain(countries) {
            keep(&mut offered, INDEX.busiest_in(region, 6));
        }
    }
    let most = places
        .iter()
        .map(|part| part.places().len())
        .max()
        .unwrap_or(0);
    for at in 0..most.min(8) {
        for part in places {
            keep(&mut offered, part.places().get(at).copied());
        }
    }
    if offered.iter().any(|place| INDEX.thousands(*place) > 0) {
        offered.retain(|place| INDEX.thousands(*place) > 0);
    }
    open(offered)
}

/// A text that has one name of a place; `has_region` if it says where besides.
fn alone(part: &Part, fitting: &[Place], has_region: bool) -> Reading {
    let within = |places: &[Place]| -> Vec<Place> {
        places
            .iter()
            .copied()
            .filter(|place| fitting.contains(place))
            .collect()
    };
    if let Some(code) = part.code.filter(|code| fitting.contains(code)) {
        // `USA` is the code of a field in North Carolina too; `OMA` is Omaha first.
        let is_used = part.is_capital() && INDEX.thousands(code) >= LARGE;
        if part.is_country() && !has_region && !is_used {
            return region_first(part, &[code]);
        }
        return code_alone(part, code, &within(&part.named), &within(&part.asked));
    }
    if !part.asked.is_empty() {
        let mut offered = within(&part.asked);
        let is_told_apart = has_region && offered.len() == 1 && part.asked.len() > 1;
        // `Windsor, Ontario` has an airport, the Windsor near London has none.
        let is_own = offered.iter().all(|place| part.has(*place));
        if is_told_apart && (!part.is_near || is_own) {
            return decide(&offered);
        }
        let named = within(&part.named);
        let largest = named.first().copied();
        keep(
            &mut offered,
            named.into_iter().filter(|place| {
                largest.is_some_and(|largest| INDEX.rivals(*place, largest))
                    && INDEX.thousands(*place) > 0
            }),
        );
        let doubt = if part.is_near {
            Doubt::NoAirport
        } else {
            Doubt::Several
        };
        let doubt = if offered.iter().any(|place| INDEX.is_closed(*place)) {
            Doubt::Closed
        } else {
            doubt
        };
        return Reading::asked(doubt, offered);
    }
    if !part.called.is_empty() {
        if !has_region && part.is_rather_region() {
            return region_first(part, &part.called);
        }
        let named = within(&part.named);
        let meant = if named.is_empty() {
            within(&part.called)
        } else {
            named
        };
        let mut reading = decide(&meant);
        // `Peterborough` in Ontario has an airport, and the one in England more people.
        let is_small =
            |place: &Place| INDEX.thousands(*place) < SMALL && !part.towns.contains(place);
        if !has_region
            && !part.is_settled
            && !part.towns.is_empty()
            && reading
                .taken
                .is_some_and(|place| is_small(&place) || part.is_rather_town(place))
        {
            reading.taken = None;
            keep(&mut reading.offered, part.towns.iter().copied());
        }
        if reading.doubt == Doubt::NoAirport {
            // The town may be meant, or one of the same name.
            keep(&mut reading.offered, part.towns.iter().copied());
        }
        return reading;
    }
    if !part.city_code.is_empty() {
        let mut reading = decide(&within(&part.city_code));
        if reading.taken.is_none() {
            reading.doubt = Doubt::CityCode;
        }
        return reading;
    }
    Reading::asked(Doubt::NoAirport, within(&part.towns))
}

/// The airports of a country or of a part of one, then those that have its name.
fn region_first(part: &Part, named: &[Place]) -> Reading {
    let mut reading = without_place(&[part], 0);
    reading.offered.truncate(OF_REGION - 2);
    keep(&mut reading.offered, named.iter().copied().take(2));
    reading
}

/// A text that is a code, and may be a name as well.
fn code_alone(part: &Part, code: Place, named: &[Place], asked: &[Place]) -> Reading {
    let mut others: Vec<Place> = asked.to_vec();
    keep(
        &mut others,
        named
            .iter()
            .copied()
            .filter(|place| part.is_settled || INDEX.rivals(*place, code)),
    );
    // A town of that name may be meant. In capitals it is where hardly anybody
    // uses the airport.
    if !part.is_capital() || INDEX.thousands(code) < 300 {
        keep(&mut others, part.towns.iter().copied());
    }
    others.retain(|place| INDEX.today(*place) != INDEX.today(code));
    if part.is_rather_code(code, &others) {
        others.clear();
    }
    if INDEX.is_closed(code) {
        let mut offered = vec![code];
        keep(&mut offered, INDEX.successor(code));
        keep(&mut offered, others);
        return Reading::asked(Doubt::Closed, offered);
    }
    // Three small letters are a word of some language before they are a field that
    // hardly anybody flies to.
    let is_sure = part.is_capital()
        || part.written_code().is_some()
        || part.has(code)
        || INDEX.thousands(code) >= SURE_CODE;
    if others.is_empty() {
        return if is_sure {
            Reading::one(code)
        } else {
            Reading::asked(Doubt::Unsure, vec![code])
        };
    }
    let mut offered: Vec<Place> = others.into_iter().take(6).collect();
    keep(&mut offered, [code]);
    Reading::asked(Doubt::Several, offered)
}

/// Takes the only one that many people use, or asks.
fn decide(fitting: &[Place]) -> Reading {
    let mut today: Vec<Place> = Vec::new();
    keep(&mut today, fitting.iter().map(|place| INDEX.today(*place)));
    today.sort_unstable();
    let (closed, open): (Vec<Place>, Vec<Place>) =
        today.into_iter().partition(|place| INDEX.is_closed(*place));
    let Some(largest) = open.first().copied() else {
        let mut offered = Vec::new();
        keep(
            &mut offered,
            closed.iter().filter_map(|place| INDEX.successor(*place)),
        );
        keep(&mut offered, closed);
        return Reading::asked(Doubt::Closed, offered);
    };
    if INDEX.thousands(largest) == 0 {
        let mut offered: Vec<Place> = open.into_iter().take(4).collect();
        let near = INDEX.usual_near(largest);
        keep(&mut offered, near);
        return Reading::asked(Doubt::NoAirport, offered);
    }
    let rivals = open
        .iter()
        .filter(|place| INDEX.rivals(**place, largest))
        .count();
    if rivals == 1 {
        return Reading::one(largest);
    }
    let offered = open.into_iter().filter(|place| INDEX.thousands(*place) > 0);
    Reading::asked(Doubt::Several, offered.collect())
}

/// Appends places that are not there yet.
fn keep(offered: &mut Vec<Place>, places: impl IntoIterator<Item = Place>) {
    for place in places {
        if !offered.contains(&place) {
            offered.push(place);
        }
    }
}

/// Without what is closed.
fn open(mut offered: Vec<Place>) -> Vec<Place> {
    offered.retain(|place| !INDEX.is_closed(*place));
    offered
}
