//! Airports, carriers, countries and currencies, a few of every kind the law
//! tells apart.

use rights::{CarrierCode, Country, Currency, FlightNumber, Forum, Iata};

use crate::choices::Choices;

/// Airports by how they stand in law.
const AIRPORTS: [&[&str]; 16] = [
    // EU.
    &[
        "FRA", "BRE", "CDG", "ORY", "MAD", "WAW", "OTP", "ZAG", "LCA", "BSL", "TXL",
    ],
    // United Kingdom with Scotland; islands that are not of it.
    &["LHR", "LGW", "EDI", "GLA", "BFS", "JER", "GCI", "IOM"],
    // Canada.
    &["YYZ", "YVR", "YUL", "YQB", "YXY"],
    // United States and their territories.
    &["JFK", "LAX", "EWR", "HNL", "ANC", "SJU", "GUM"],
    // Turkey, one code of which moved.
    &["IST", "SAW", "AYT", "ESB", "ISL"],
    // Israel.
    &["TLV", "ETM", "HFA"],
    // Brazil.
    &["GRU", "GIG", "MAO", "FEN"],
    // India.
    &["DEL", "BOM", "BLR", "IXZ"],
    // Saudi Arabia.
    &["JED", "RUH", "DMM"],
    // Switzerland.
    &["ZRH", "GVA", "BRN"],
    // EEA, and Svalbard.
    &["OSL", "KEF", "LYR"],
    // Outermost regions of the EU.
    &["TFS", "LPA", "FNC", "PDL", "RUN", "PTP", "CAY", "SFG"],
    // Places whose standing has been asked: Gibraltar, Northern Cyprus, Faroes,
    // Greenland, the Caribbean, New Caledonia, Kosovo, Melilla, a heliport.
    &[
        "GIB", "ECN", "FAE", "GOH", "AUA", "SXM", "SBH", "NOU", "PRN", "MLN", "JCU",
    ],
    // Elsewhere, date line and odd time zones included.
    &[
        "ASU", "DXB", "DOH", "SYD", "AKL", "NRT", "KTM", "LDH", "APW", "TSE", "GYD", "SVO",
    ],
    // A stop nearby, for diversions and returns.
    &["HHN", "STN", "LCY", "BVA", "HAM", "DUS"],
    // More far places.
    &["MEX", "BOG", "JNB", "SIN", "ADD", "CAI"],
];

/// What a case is mostly about: a state with rules of its own, one of its
/// carriers, the money its law counts in.
#[derive(Clone, Copy)]
pub struct Home {
    airports: &'static [&'static str],
    carriers: &'static [&'static str],
    currency: &'static str,
}

const fn home(group: usize, carriers: &'static [&'static str], currency: &'static str) -> Home {
    Home {
        airports: AIRPORTS[group],
        carriers,
        currency,
    }
}

const HOMES: [Home; 11] = [
    home(0, &["LH", "AF", "FR", "KL"], "EUR"),
    home(1, &["BA", "U2"], "GBP"),
    home(2, &["AC", "WS", "PD", "TS", "0Q"], "CAD"),
    home(3, &["AA", "DL", "UA", "B6"], "USD"),
    home(4, &["TK", "PC"], "EUR"),
    home(5, &["LY", "6H", "IZ"], "ILS"),
    home(6, &["LA", "JJ", "G3", "AD"], "SDR"),
    home(7, &["AI", "6E", "SG", "9W"], "INR"),
    home(8, &["SV", "XY", "F3"], "SDR"),
    home(9, &["LX", "WK"], "EUR"),
    home(13, &["EK", "QR", "QF"], "SDR"),
];

/// What a case is about.
pub fn any_home(choices: &mut Choices<'_>) -> Home {
    choices.of(&HOMES)
}

/// Codes that mean nothing.
const UNKNOWN: [&str; 3] = ["QQQ", "ZZZ", "XYX"];

/// Carriers of every state above, dead ones, ICAO codes and unknown ones.
const CARRIERS: [&str; 48] = [
    "LH", "AF", "BA", "KL", "FR", "U2", "EC", "W6", "AC", "WS", "PD", "TS", "AA", "DL", "UA", "B6",
    "TK", "PC", "LY", "6H", "IZ", "LA", "JJ", "G3", "AD", "AI", "6E", "SG", "9W", "SV", "XY", "F3",
    "LX", "WK", "DY", "SK", "FI", "EK", "QR", "SU", "QF", "ET", "AB", "AFR", "DLH", "BAW", "QQZ",
    "0Q",
];

/// Countries that license or judge, and codes that are none.
const COUNTRIES: [&str; 22] = [
    "DE", "FR", "GB", "IE", "ES", "PL", "CA", "US", "PR", "TR", "IL", "BR", "IN", "SA", "CH", "NO",
    "AE", "GI", "GF", "XK", "QQ", "ZZ",
];

/// Currencies, those of the regimes first.
const CURRENCIES: [&str; 16] = [
    "EUR", "GBP", "CAD", "USD", "TRY", "ILS", "BRL", "INR", "SAR", "SDR", "CHF", "NOK", "JPY",
    "AED", "KWD", "XTS",
];

/// An airport.
pub fn airport(choices: &mut Choices<'_>, home: Home, known: bool) -> Iata {
    let group = match choices.one_in(2) {
        true => choices.of(&AIRPORTS),
        false => home.airports,
    };
    let code = choices.of(group);
    if !known && choices.one_in(24) {
        return Iata::from_code(choices.of(&UNKNOWN));
    }
    Iata::from_code(code)
}

/// A carrier.
pub fn carrier(choices: &mut Choices<'_>, home: Home) -> CarrierCode {
    CarrierCode::from_code(carrier_text(choices, home))
}

fn carrier_text(choices: &mut Choices<'_>, home: Home) -> &'static str {
    match choices.one_in(3) {
        true => choices.of(&CARRIERS),
        false => choices.of(home.carriers),
    }
}

/// A flight of any carrier.
pub fn flight(choices: &mut Choices<'_>, home: Home) -> FlightNumber {
    let carrier = carrier_text(choices, home);
    let number = choices.of(&["1", "1225", "9999", "0", "70A"]);
    FlightNumber::from_code(&format!("{carrier}{number}"))
}

/// A country, or where it need not be known, a code that is none.
pub fn country(choices: &mut Choices<'_>, known: bool) -> Country {
    let kept = COUNTRIES.len() - if known { 2 } else { 0 };
    Country::from_code(choices.of(&COUNTRIES[..kept]))
}

/// Courts.
pub fn forum(choices: &mut Choices<'_>, known: bool) -> Forum {
    match choices.one_in(8) {
        true => Forum::Scotland,
        false => Forum::Country(country(choices, known)),
    }
}

/// A currency.
pub fn currency(choices: &mut Choices<'_>, home: Home) -> Currency {
    Currency::from_code(match choices.one_in(3) {
        true => choices.of(&CURRENCIES),
        false => home.currency,
    })
}

/// A code out of the lists above.
trait FromCode: Sized {
    fn from_code(code: &str) -> Self;
}

impl<T: std::str::FromStr<Err = rights::code::MalformedCode>> FromCode for T {
    fn from_code(code: &str) -> Self {
        code.parse()
            .expect("the lists hold codes of the right shape")
    }
}
