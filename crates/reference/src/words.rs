//! Words that stand beside names of places, in the languages people write here.

/// What names of airports have besides the name.
pub(crate) fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "airport"
            | "airports"
            | "airfield"
            | "aerodrome"
            | "aerodromo"
            | "aeroport"
            | "aeroporto"
            | "aeropuerto"
            | "aeropuertos"
            | "international"
            | "internacional"
            | "internazionale"
            | "internationale"
            | "internationaler"
            | "intl"
            | "regional"
            | "municipal"
            | "flughafen"
            | "flughafens"
            | "flugplatz"
            | "lufthavn"
            | "lufthamn"
            | "flygplats"
            | "lentoasema"
            | "lentokentta"
            | "letiste"
            | "letisko"
            | "lotnisko"
            | "havalimani"
            | "havaalani"
            | "repuloter"
            | "aerodrom"
            | "luchthaven"
            | "vliegveld"
            | "flugvollur"
            | "aeroportul"
            | "airp"
            | "apt"
            | "arpt"
            | "nemzetkozi"
            | "miedzynarodowe"
            | "uluslararasi"
            | "аэропорт"
            | "aéroport"
            | "αεροδρομιο"
            | "αερολιμενασ"
            | "летище"
            | "аеропорт"
            | "аеродром"
            | "летовище"
            | "международныи"
            | "международно"
            | "международен"
            | "міжнароднии"
            | "меѓународен"
            | "διεθνησ"
            | "διεθνεσ"
            | "مطار"
            | "الدولي"
            | "فرودگاه"
            | "נמל"
            | "התעופה"
            | "שדה"
            | "תעופה"
            | "הבינלאומי"
            | "机场"
            | "国际机场"
            | "空港"
            | "国际空港"
            | "공항"
            | "국제공항"
            | "ทาอากาศยาน"
            | "สนามบิน"
    )
}

/// What says nothing about which place is meant. Names that have such a word in
/// them are looked up first.
pub(crate) fn is_filler(word: &str) -> bool {
    is_generic(word)
        || is_terminal(word)
        || matches!(
            word,
            "the"
                | "of"
                | "from"
                | "at"
                | "in"
                | "on"
                | "and"
                | "my"
                | "via"
                | "for"
                | "von"
                | "vom"
                | "ab"
                | "aus"
                | "der"
                | "die"
                | "das"
                | "dem"
                | "am"
                | "an"
                | "im"
                | "und"
                | "zu"
                | "zum"
                | "uber"
                | "de"
                | "du"
                | "des"
                | "la"
                | "le"
                | "les"
                | "l"
                | "d"
                | "depuis"
                | "au"
                | "aux"
                | "et"
                | "en"
                | "sur"
                | "a"
                | "desde"
                | "del"
                | "el"
                | "los"
                | "las"
                | "y"
                | "para"
                | "da"
                | "do"
                | "di"
                | "il"
                | "departure"
                | "departures"
                | "arrival"
                | "arrivals"
                | "departing"
                | "arriving"
                | "abflug"
                | "ankunft"
                | "depart"
                | "arrivee"
                | "salida"
                | "llegada"
                | "leaving"
                | "start"
                | "ziel"
                | "origin"
                | "destination"
                | "city"
                | "stadt"
                | "ville"
                | "ciudad"
                | "centre"
                | "center"
                | "centro"
                | "zentrum"
                | "town"
                | "island"
                | "islands"
                | "isle"
                | "insel"
                | "ile"
                | "iles"
                | "isla"
                | "islas"
                | "isola"
                | "ilha"
                | "остров"
                | "νησι"
                | "νησοσ"
                | "جزيره"
                | "אי"
                | "terminal"
                | "terminals"
                | "term"
                | "gate"
                | "halle"
                | "hall"
                | "code"
                | "iata"
                | "icao"
                | "gmbh"
                | "all"
                | "any"
                | "main"
        )
}

/// `2`, `2E`, `T1`: which terminal.
fn is_terminal(word: &str) -> bool {
    matches!(
        word.as_bytes(),
        [b'0'..=b'9']
            | [b'0'..=b'9', b'a'..=b'h']
            | [b't', b'0'..=b'9']
            | [b't', b'0'..=b'9', b'a'..=b'h']
    )
}

/// What says that a place is only near the one that is named.
pub(crate) fn is_near(word: &str) -> bool {
    matches!(
        word,
        "near"
            | "nearby"
            | "around"
            | "outside"
            | "nahe"
            | "bei"
            | "umgebung"
            | "raum"
            | "pres"
            | "proche"
            | "environs"
            | "cerca"
            | "alrededores"
            | "vicino"
    )
}

/// What says that a station is meant.
pub(crate) fn is_station(word: &str) -> bool {
    matches!(
        word,
        "hbf"
            | "hauptbahnhof"
            | "bahnhof"
            | "bhf"
            | "gare"
            | "station"
            | "estacion"
            | "stazione"
            | "railway"
            | "train"
            | "busbahnhof"
            | "zob"
            | "bus"
            | "coach"
            | "fernbahnhof"
            | "trein"
            | "gares"
            | "autobus"
            | "sncf"
            | "eurostar"
    )
}

/// What never is the code of an airport, however it is written.
pub(crate) fn is_only_station(word: &str) -> bool {
    matches!(word, "hbf" | "bhf" | "zob")
}

/// Whether a word may be the code of a station: most of those begin so, and few
/// of airports.
pub(crate) fn is_like_station(word: &str) -> bool {
    matches!(
        word.as_bytes(),
        [b'q' | b'x' | b'z', b'a'..=b'z', b'a'..=b'z']
    )
}

/// What stands between the two ends of a route.
pub(crate) fn is_to(word: &str) -> bool {
    matches!(
        word,
        "to" | "nach" | "bis" | "vers" | "hasta" | "hacia" | "jusqu"
    )
}

/// `LH400`, `U2 8691`: a flight number, which belongs into another field.
pub(crate) fn is_flight_number(text: &str) -> bool {
    let letters: Vec<u8> = text
        .bytes()
        .filter(|letter| *letter != b' ' && *letter != b'-')
        .collect();
    let Some((carrier, number)) = letters.split_at_checked(2) else {
        return false;
    };
    let has_letter = carrier.iter().any(u8::is_ascii_alphabetic);
    let number = number.strip_suffix(b"A").unwrap_or(number);
    // An airline's three letters come before more than a terminal's number.
    let three = letters
        .split_at_checked(3)
        .is_some_and(|(carrier, number)| {
            carrier.iter().all(u8::is_ascii_alphabetic)
                && (2..=4).contains(&number.len())
                && number.iter().all(u8::is_ascii_digit)
        });
    let two = carrier.iter().all(u8::is_ascii_alphanumeric)
        && has_letter
        && (2..=4).contains(&number.len())
        && number.iter().all(u8::is_ascii_digit);
    two || three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flight_numbers_are_told_from_terminals() {
        for text in ["LH400", "lh 400", "U28691", "EZY8691", "BA-12"] {
            assert!(is_flight_number(text), "{text}");
        }
        for text in ["CDG 2E", "T2", "MUC T2", "Orly 4", "LHR5", "LHR", "400", ""] {
            assert!(!is_flight_number(text), "{text}");
        }
    }
}
