//! What differs between the European Union's and the United Kingdom's version.

use jiff::civil::{Date, date};

use crate::code::Currency;
use crate::money::Money;
use crate::regime::Regime;

/// One version of Regulation 261/2004.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// Its name.
    pub regime: Regime,
    /// First day of flights it covers.
    pub since: Date,
    /// First day of flights another text covers.
    pub replaced: Option<Date>,
    /// Sums of Art 7(1) in whole units: short, medium, long.
    sums: [i64; 3],
    /// Their currency.
    currency: Currency,
    /// Journeys inside the territory never pay the highest sum (Art 7(1)(b)).
    pub intra_community_clause: bool,
}

/// Distance bands of Art 7(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Point (a): up to 1,500 km.
    Short,
    /// Point (b), first half: inside the Community, over 1,500 km.
    WithinCommunity,
    /// Point (b), second half: over 1,500 km up to 3,500 km.
    Medium,
    /// Point (c): the rest.
    Long,
}

impl Scheme {
    /// Regulation (EC) 261/2004, for flights from 17 February 2005 (Art 19) to
    /// the day before Regulation (EU) 2026/2202 applies.
    pub const EU: Self = Self {
        regime: Regime::Eu261,
        since: date(2005, 2, 17),
        replaced: Some(date(2027, 10, 23)),
        sums: [250, 400, 600],
        currency: Currency::EUR,
        intra_community_clause: true,
    };

    /// The assimilated text with the sums of SI 2019/278, for flights after the
    /// transition period.
    pub const UK: Self = Self {
        regime: Regime::Uk261,
        since: date(2021, 1, 1),
        replaced: None,
        sums: [220, 350, 520],
        currency: Currency::GBP,
        intra_community_clause: false,
    };

    /// The band of a journey (Art 7(1)).
    #[must_use]
    pub fn band(&self, km: f64, within_community: bool) -> Band {
        if km <= 1500.0 {
            Band::Short
        } else if self.intra_community_clause && within_community {
            Band::WithinCommunity
        } else if km <= 3500.0 {
            Band::Medium
        } else {
            Band::Long
        }
    }

    /// The full sum of a band.
    #[must_use]
    pub fn sum(&self, band: Band) -> Money {
        let index = match band {
            Band::Short => 0,
            Band::WithinCommunity | Band::Medium => 1,
            Band::Long => 2,
        };
        Money::new(self.sums[index] * 100, self.currency)
    }
}

impl Band {
    /// Minutes after the booking up to which a replacement may arrive and halve
    /// the sum (Art 7(2)): two, three, four hours, the limit included.
    #[must_use]
    pub fn rerouting_limit(self) -> i64 {
        match self {
            Self::Short => 120,
            Self::WithinCommunity | Self::Medium => 180,
            Self::Long => 240,
        }
    }

    /// Minutes of delay at departure from which care is owed (Art 6(1)); the
    /// steps are the same two, three and four hours.
    #[must_use]
    pub fn care_after(self) -> i64 {
        self.rerouting_limit()
    }
}
