//! The short codes aviation lives by, as small copyable values.

use std::fmt;
use std::str::FromStr;

/// A code that does not have the shape its kind asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedCode;

impl fmt::Display for MalformedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code is malformed")
    }
}

impl std::error::Error for MalformedCode {}

/// Upper-cases `text` into exactly `N` bytes that all satisfy `allowed`.
fn fixed<const N: usize>(text: &str, allowed: fn(&u8) -> bool) -> Result<[u8; N], MalformedCode> {
    let bytes: [u8; N] = text.as_bytes().try_into().map_err(|_| MalformedCode)?;
    let bytes = bytes.map(|byte| byte.to_ascii_uppercase());
    if bytes.iter().all(allowed) {
        Ok(bytes)
    } else {
        Err(MalformedCode)
    }
}

/// The text of a code. Codes are ASCII by construction.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

macro_rules! letters_code {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                text(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = MalformedCode;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                fixed(value, u8::is_ascii_uppercase).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

letters_code!(
    /// IATA code of an airport, `BRE`.
    Iata,
    3
);
letters_code!(
    /// ISO 3166-1 alpha-2 code of a country, `DE`; `XK` for Kosovo.
    Country,
    2
);
letters_code!(
    /// ISO 4217 code of a currency, or `SDR`.
    Currency,
    3
);

impl Country {
    /// The United Kingdom.
    pub const GB: Self = Self(*b"GB");
    /// Gibraltar.
    pub const GI: Self = Self(*b"GI");
    /// Switzerland.
    pub const CH: Self = Self(*b"CH");
    /// Canada.
    pub const CA: Self = Self(*b"CA");
    /// Turkey.
    pub const TR: Self = Self(*b"TR");
    /// Israel.
    pub const IL: Self = Self(*b"IL");
    /// Brazil.
    pub const BR: Self = Self(*b"BR");
    /// India.
    pub const IN: Self = Self(*b"IN");
    /// Saudi Arabia.
    pub const SA: Self = Self(*b"SA");
    /// United States, without their territories.
    pub const US: Self = Self(*b"US");

    /// The state whose courts and bodies a country has: overseas parts of France
    /// and Åland have those of the state they belong to.
    #[must_use]
    pub fn state(self) -> Self {
        match self.as_str() {
            "GP" | "MQ" | "GF" | "RE" | "YT" | "MF" => Self(*b"FR"),
            "AX" => Self(*b"FI"),
            _ => self,
        }
    }

    /// Whether it is a state, the District of Columbia, a territory or a possession
    /// of the United States (49 USC 40102(a)(25)).
    #[must_use]
    pub fn is_american(self) -> bool {
        matches!(
            self.as_str(),
            "US" | "PR" | "VI" | "GU" | "MP" | "AS" | "UM"
        )
    }
}

impl Currency {
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// Pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Canadian dollar.
    pub const CAD: Self = Self(*b"CAD");
    /// Israeli new shekel.
    pub const ILS: Self = Self(*b"ILS");
    /// Indian rupee.
    pub const INR: Self = Self(*b"INR");
    /// US dollar.
    pub const USD: Self = Self(*b"USD");
    /// Special drawing right of the International Monetary Fund.
    pub const SDR: Self = Self(*b"SDR");
    /// Turkish lira.
    pub const TRY: Self = Self(*b"TRY");
    /// Brazilian real.
    pub const BRL: Self = Self(*b"BRL");
    /// Saudi riyal.
    pub const SAR: Self = Self(*b"SAR");
    /// Swiss franc.
    pub const CHF: Self = Self(*b"CHF");
}

/// Code of an airline: two characters of IATA (`AF`, `U2`) or three letters of
/// ICAO (`AFR`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CarrierCode {
    /// Two characters, at least one of them a letter.
    Iata([u8; 2]),
    /// Three letters.
    Icao([u8; 3]),
}

impl CarrierCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Iata(code) => text(code),
            Self::Icao(code) => text(code),
        }
    }
}

impl FromStr for CarrierCode {
    type Err = MalformedCode;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        if value.len() == 3 {
            return fixed(value, u8::is_ascii_uppercase).map(Self::Icao);
        }
        let code = fixed::<2>(value, u8::is_ascii_alphanumeric)?;
        if code.iter().any(u8::is_ascii_alphabetic) {
            Ok(Self::Iata(code))
        } else {
            Err(MalformedCode)
        }
    }
}

impl fmt::Display for CarrierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CarrierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Flight number as on the ticket: `AF1225`, `AF 1225` or `AFR1225`, with an
/// optional letter after the digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FlightNumber {
    carrier: CarrierCode,
    number: u16,
    suffix: Option<u8>,
}

impl FlightNumber {
    /// The airline under whose code the flight is sold.
    #[must_use]
    pub fn carrier(&self) -> CarrierCode {
        self.carrier
    }

    /// Splits off a carrier code of `len` characters and reads the rest as digits.
    fn split(value: &str, len: usize) -> Option<Self> {
        let (code, rest) = value.split_at_checked(len)?;
        let carrier = code.parse().ok()?;
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let (digits, suffix) = match rest.as_bytes().last()? {
            last if last.is_ascii_alphabetic() => {
                (&rest[..rest.len() - 1], Some(last.to_ascii_uppercase()))
            }
            _ => (rest, None),
        };
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then_some(())?;
        Some(Self {
            carrier,
            number: digits.parse().ok()?,
            suffix,
        })
    }
}

impl FromStr for FlightNumber {
    type Err = MalformedCode;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        if !value.is_ascii() {
            return Err(MalformedCode);
        }
        // Three letters can only be ICAO; two characters otherwise.
        Self::split(value, 3)
            .or_else(|| Self::split(value, 2))
            .ok_or(MalformedCode)
    }
}

impl fmt::Display for FlightNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.carrier, self.number)?;
        self.suffix
            .map_or(Ok(()), |letter| write!(f, "{}", char::from(letter)))
    }
}

impl fmt::Debug for FlightNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whose courts: a country, or Scotland, which has a limitation of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Forum {
    /// The courts of a country.
    Country(Country),
    /// Scotland, `GB-SCT`.
    Scotland,
}

impl Forum {
    /// The forum as written in the contract: `DE` or `GB-SCT`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Country(country) => country.as_str(),
            Self::Scotland => "GB-SCT",
        }
    }
}

impl FromStr for Forum {
    type Err = MalformedCode;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        if value == "GB-SCT" {
            Ok(Self::Scotland)
        } else {
            value.parse().map(Self::Country)
        }
    }
}

impl fmt::Display for Forum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
