//! Finds airlines by what people type, on the day of their flight.

use jiff::civil::Date;
use rights::{CarrierCode, FlightNumber};

use crate::carrier::{CarrierRecord, carrier_record, holders, sold_under};
use crate::carrier_index::{INDEX, distinct};
use crate::carrier_words::{Word, leads, short, without_lead, word};
use crate::fold::fold;

/// The airlines, to search in.
#[derive(Debug, Clone, Copy)]
pub struct Carriers;

/// What a text means in the place of the airline that flew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlownBy {
    /// Exactly this airline.
    One(&'static CarrierRecord),
    /// Not clear. Perhaps one of these, the likeliest first; perhaps none that
    /// we know.
    Ask(Vec<&'static CarrierRecord>),
    /// A code that nobody we know held on that day: perhaps of an airline we do
    /// not know, perhaps of one of these, who held it on other days.
    Unheld(CarrierCode, Vec<&'static CarrierRecord>),
    /// No other airline than the one on the ticket.
    NoOther,
    /// No airline: a train, a bus, a ship.
    NoAirline,
}

/// What a text means in the place of a flight number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlightMeaning {
    /// This flight of this airline.
    One(FlightNumber, &'static CarrierRecord),
    /// This flight, which any of these may have flown: the airline that the number
    /// belongs to first, then those that fly under its numbers with the licence of
    /// another state ([`sold_under`]).
    Shared(FlightNumber, Vec<&'static CarrierRecord>),
    /// Not clear; perhaps a flight of one of these.
    Ask(Vec<&'static CarrierRecord>),
    /// No flight number.
    None,
}

/// How many airlines an unclear text offers.
const OFFERED: usize = 8;

/// The longest text that is looked at, in bytes: four times the longest name.
const MAX_TEXT: usize = 160;

/// What stands between two airlines, or between an airline and its code.
const BETWEEN: [char; 9] = ['/', ',', ';', '+', '&', '(', ')', '|', '\u{2013}'];

/// The same in words, folded.
const BETWEEN_WORDS: [&str; 10] = ["or", "oder", "ou", "o", "and", "und", "et", "y", "e", "of"];

/// Beginnings of the names of aircraft types, which look like flight numbers.
const AIRCRAFT: [&str; 5] = ["a3", "a2", "b7", "e1", "at"];

impl Carriers {
    /// What a text means in the place of the airline that flew: a code, a name of
    /// today or of then, an everyday name, a flight number, a word for none.
    ///
    /// Nothing is taken that could be another: the name of a group, a name whose
    /// airline did not fly on that day, a name with a letter too few.
    #[must_use]
    pub fn flown_by(text: &str, day: Date) -> FlownBy {
        if text.len() > MAX_TEXT {
            return FlownBy::Ask(Vec::new());
        }
        let folded = fold(text);
        if folded.is_empty() {
            // Signs alone strike the box out; a question mark asks.
            let asks = text.contains(['?', '\u{bf}', '\u{ff1f}']);
            return if asks {
                FlownBy::Ask(Vec::new())
            } else {
                FlownBy::NoOther
            };
        }
        let doubtful = text.contains(['?', '\u{bf}', '\u{ff1f}']);
        let stripped = without_lead(&folded);
        if let Some(word) = word(&folded).or_else(|| word(stripped)) {
            let code = of_code(stripped, day)
                .into_iter()
                .filter(|record| record.period.holds(day));
            let code: Vec<_> = code.collect();
            return match word {
                Word::None if !doubtful => FlownBy::NoOther,
                Word::Ground if code.is_empty() && !doubtful => FlownBy::NoAirline,
                _ => FlownBy::Ask(code),
            };
        }
        let found = meant(stripped, day);
        if let [record] = found.as_slice()
            && record.period.holds(day)
            && !doubtful
        {
            return FlownBy::One(record);
        }
        if !doubtful && let Some(code) = unheld(text, stripped, day) {
            return FlownBy::Unheld(code, found);
        }
        if found.is_empty() {
            return in_parts(text, stripped, day, doubtful);
        }
        ask(found)
    }

    /// What a text means in the place of a flight number, on the day of the flight.
    ///
    /// A code that nobody held on that day is asked about, and so is what could
    /// be something else: an aircraft, an airport, two flights, a letter for a
    /// digit.
    #[must_use]
    pub fn flight(text: &str, day: Date) -> FlightMeaning {
        if text.len() > MAX_TEXT {
            return FlightMeaning::None;
        }
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let (numbers, rest) = numbers(&words);
        let [number] = numbers.as_slice() else {
            if numbers.is_empty() {
                return by_name(&folded, day);
            }
            let codes = numbers.iter().flat_map(|number| holders(number.carrier()));
            return FlightMeaning::Ask(living(codes.collect(), day));
        };
        let by_ground = |part: &&str| word(part) == Some(Word::Ground);
        if rest.iter().any(by_ground) {
            return FlightMeaning::None;
        }
        let code = number.carrier().as_str().to_ascii_lowercase();
        let Some(record) = carrier_record(number.carrier(), day) else {
            if word(&code) == Some(Word::Ground) {
                return FlightMeaning::None;
            }
            return FlightMeaning::Ask(distinct(holders(number.carrier()).collect()));
        };
        let plain = rest.is_empty() || leads(&rest.join(" "));
        let clear = plain && word(&code) != Some(Word::Ground);
        if clear && !has_letter_for_digit(&folded) && !is_aircraft(&words) {
            return of_companies(*number, record, day);
        }
        FlightMeaning::Ask(vec![record])
    }
}

/// The flight numbers among words, and the other words. A code and its number may
/// be one word or two.
fn numbers<'a>(words: &[&'a str]) -> (Vec<FlightNumber>, Vec<&'a str>) {
    let (mut numbers, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let one: Option<FlightNumber> = word.parse().ok();
        let next = words
            .get(at + 1)
            .filter(|next| next.starts_with(|letter: char| letter.is_ascii_digit()));
        let two = next
            .filter(|_| word.len() <= 3)
            .and_then(|next| format!("{word}{next}").parse().ok());
        match (two, one) {
            (Some(number), _) => {
                numbers.push(number);
                at += 1;
            }
            (None, Some(number)) => numbers.push(number),
            (None, None) => rest.push(*word),
        }
        at += 1;
    }
    (numbers, rest)
}

/// A flight of the airline of its number, or of those that fly under it.
fn of_companies(number: FlightNumber, record: &'static CarrierRecord, day: Date) -> FlightMeaning {
    let others = sold_under(record.code, day);
    if others.is_empty() {
        return FlightMeaning::One(number, record);
    }
    let mut companies = vec![record];
    companies.extend(others);
    FlightMeaning::Shared(number, companies)
}

/// `Lufthansa 400`: the number of an airline that is clear.
fn by_name(folded: &str, day: Date) -> FlightMeaning {
    let Some((name, digits)) = without_lead(folded).rsplit_once(' ') else {
        return FlightMeaning::None;
    };
    let found = meant(name, day);
    let number = |record: &CarrierRecord| format!("{}{digits}", record.code).parse().ok();
    match found.as_slice() {
        [] => FlightMeaning::None,
        [record] if record.period.holds(day) => number(record)
            .map_or(FlightMeaning::None, |number| {
                of_companies(number, record, day)
            }),
        [record, ..] if number(record).is_some() => FlightMeaning::Ask(living(found, day)),
        _ => FlightMeaning::None,
    }
}

/// Whether a letter stands at the end that looks like a digit.
fn has_letter_for_digit(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    matches!(bytes, [.., before, b'o' | b'i' | b'l'] if before.is_ascii_digit())
}

/// Whether it may be a type of aircraft: `A320`, `B738`.
fn is_aircraft(words: &[&str]) -> bool {
    matches!(words, [word] if word.len() == 4 && AIRCRAFT.iter().any(|kind| word.starts_with(kind)))
}

/// The airlines that a folded text means as a whole.
fn meant(text: &str, day: Date) -> Vec<&'static CarrierRecord> {
    let mut found = INDEX.named(text, day);
    let codes = of_code(text, day);
    let is_gone = !found.is_empty() && found.iter().all(|record| !record.period.holds(day));
    let is_only_code = found.is_empty() && text.len() == 3;
    // A code of another day says nothing beside a name.
    let on_day = codes
        .iter()
        .copied()
        .filter(|record| record.period.holds(day));
    found.extend(on_day);
    if is_gone {
        // `UIA` was Ukraine International, and is the code of Uni Air.
        return distinct(found);
    }
    if is_only_code && !found.is_empty() {
        // `ASL` is the code of Air Serbia, and what other airlines are called.
        found.extend(INDEX.beginning(&format!("{text} "), day));
    }
    if found.is_empty() {
        found = codes;
    }
    if found.is_empty() {
        found = INDEX.named(short(text), day);
    }
    if found.is_empty() {
        found = INDEX.shortened(short(text), day);
    }
    let living: Vec<_> = found
        .iter()
        .copied()
        .filter(|record| record.period.holds(day))
        .collect();
    distinct(if living.is_empty() { found } else { living })
}

/// The airlines of a code or of a flight number, on the day or else ever. `b a`
/// is a code with full stops.
fn of_code(text: &str, day: Date) -> Vec<&'static CarrierRecord> {
    let spelled = text.len() <= 5 && text.split(' ').all(|letter| letter.len() == 1);
    let joined = if spelled {
        text.replace(' ', "")
    } else {
        text.to_owned()
    };
    let code: Option<CarrierCode> = joined.parse().ok();
    let flight = || {
        let words: Vec<&str> = text.split(' ').collect();
        match numbers(&words) {
            (numbers, rest) if numbers.len() == 1 && rest.is_empty() => Some(numbers[0].carrier()),
            _ => None,
        }
    };
    let Some(code) = code.or_else(flight) else {
        return Vec::new();
    };
    match carrier_record(code, day) {
        Some(record) => vec![record],
        None => distinct(holders(code).collect()),
    }
}

/// The code that a text is and that nobody held on a day. Three letters have to
/// be capitals: any short word could be an ICAO code.
fn unheld(text: &str, stripped: &str, day: Date) -> Option<CarrierCode> {
    let code: CarrierCode = stripped.parse().ok()?;
    let is_capital = text.chars().all(|letter| !letter.is_lowercase());
    let nobody = carrier_record(code, day).is_none() && INDEX.named(stripped, day).is_empty();
    (nobody && (stripped.len() == 2 || is_capital)).then_some(code)
}

/// A text of several parts: `Lufthansa (LH)` is one airline, `Lufthansa or Swiss`
/// are two. What no part says is looked for among the names that are like it.
fn in_parts(text: &str, stripped: &str, day: Date, doubtful: bool) -> FlownBy {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(BETWEEN).flat_map(|part| part.split(" - ")) {
        let folded = fold(part);
        let words = folded.split(' ');
        let mut piece: Vec<&str> = Vec::new();
        for word in words {
            if BETWEEN_WORDS.contains(&word) {
                parts.push(std::mem::take(&mut piece).join(" "));
            } else {
                piece.push(word);
            }
        }
        parts.push(piece.join(" "));
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|part| without_lead(part))
        .filter(|part| !part.is_empty())
        .collect();
    let mut parted: Vec<Vec<&'static CarrierRecord>> =
        parts.iter().map(|part| meant(part, day)).collect();
    if parts.len() < 2 {
        parted = with_code_beside(stripped, day);
    }
    let all = distinct(parted.iter().flatten().copied().collect());
    let clear = parted.iter().all(|part| part.len() == 1) && !doubtful;
    match all.as_slice() {
        [record] if clear && record.period.holds(day) => FlownBy::One(record),
        [] => ask(INDEX.like(stripped, day)),
        _ => ask(all),
    }
}

/// `lufthansa lh` and `lh lufthansa`: a name and a code, without a sign between.
fn with_code_beside(text: &str, day: Date) -> Vec<Vec<&'static CarrierRecord>> {
    let split = |(one, two): (&str, &str)| {
        let parts = vec![meant(one, day), meant(two, day)];
        parts.iter().all(|part| !part.is_empty()).then_some(parts)
    };
    let first = text.split_once(' ').and_then(split);
    let last = || text.rsplit_once(' ').and_then(split);
    first.or_else(last).unwrap_or_default()
}

/// Those of a day, or all where nobody is.
fn living(records: Vec<&'static CarrierRecord>, day: Date) -> Vec<&'static CarrierRecord> {
    let on_day: Vec<_> = records
        .iter()
        .copied()
        .filter(|record| record.period.holds(day))
        .collect();
    distinct(if on_day.is_empty() { records } else { on_day })
}

fn ask(mut found: Vec<&'static CarrierRecord>) -> FlownBy {
    found.truncate(OFFERED);
    FlownBy::Ask(found)
}
