//! What differs between the texts: the European Union's of 2004, the same as
//! amended in 2026, and the United Kingdom's.

use jiff::civil::{Date, date};

use crate::code::Currency;
use crate::money::Money;
use crate::regime::Regime;

/// One text of Regulation 261/2004, for the flights of its days.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// Its name.
    pub regime: Regime,
    /// Its wording.
    pub text: Text,
    /// First day of flights it covers.
    pub since: Date,
    /// The delay at the final destination from which the sum is due.
    pub late: Threshold,
    /// The delay from which a journey of the last band has the whole sum.
    pub whole: Threshold,
    /// Sums of Art 7(1) in whole units: short, medium, long.
    sums: [i64; 3],
    /// Their currency.
    currency: Currency,
    /// Journeys inside the territory never pay the highest sum (Art 7(1)(b)).
    pub intra_community_clause: bool,
}

/// The wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Regulation (EC) 261/2004 as the courts have read it.
    Of2004,
    /// As amended by Regulation (EU) 2026/2202.
    Of2026,
}

/// A delay from which something holds, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// The minutes the text names.
    pub minutes: i64,
    /// How a delay is held against them.
    pub comparison: Comparison,
}

/// How a delay is held against a number of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// So many are enough: "three hours or more".
    AtLeast,
    /// It takes more than so many: "more than three hours".
    MoreThan,
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

impl Threshold {
    /// Reached at so many minutes.
    #[must_use]
    pub const fn at_least(minutes: i64) -> Self {
        Self {
            minutes,
            comparison: Comparison::AtLeast,
        }
    }

    /// Reached beyond so many minutes.
    #[must_use]
    pub const fn more_than(minutes: i64) -> Self {
        Self {
            minutes,
            comparison: Comparison::MoreThan,
        }
    }

    /// The least delay that reaches it.
    #[must_use]
    pub const fn first(self) -> i64 {
        match self.comparison {
            Comparison::AtLeast => self.minutes,
            Comparison::MoreThan => self.minutes + 1,
        }
    }

    /// Whether a delay reaches it.
    #[must_use]
    pub const fn is_reached(self, minutes: i64) -> bool {
        match self.comparison {
            Comparison::AtLeast => minutes >= self.minutes,
            Comparison::MoreThan => minutes > self.minutes,
        }
    }
}

impl Scheme {
    /// Regulation (EC) 261/2004, for flights from 17 February 2005 (Art 19) to
    /// the day before Regulation (EU) 2026/2202 applies. The thresholds are those
    /// of C-402/07 Sturgeon.
    pub const EU: Self = Self {
        regime: Regime::Eu261,
        text: Text::Of2004,
        since: date(2005, 2, 17),
        late: Threshold::at_least(180),
        whole: Threshold::at_least(240),
        sums: [250, 400, 600],
        currency: Currency::EUR,
        intra_community_clause: true,
    };

    /// The same as amended by Regulation (EU) 2026/2202, for flights from the day
    /// on which that applies (its Art 3): late is more than three hours, and over
    /// 3,500 km no more than four hours give half. The sums stay.
    pub const EU_AMENDED: Self = Self {
        text: Text::Of2026,
        since: date(2027, 10, 23),
        late: Threshold::more_than(180),
        whole: Threshold::more_than(240),
        ..Self::EU
    };

    /// The assimilated text with the sums of SI 2019/278, for flights after the
    /// transition period. Regulation (EU) 2026/2202 does not amend it.
    pub const UK: Self = Self {
        regime: Regime::Uk261,
        since: date(2021, 1, 1),
        sums: [220, 350, 520],
        currency: Currency::GBP,
        intra_community_clause: false,
        ..Self::EU
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

    /// Minutes of delay at departure from which care is owed by the text of 2004
    /// (Art 6(1)); the steps are the same two, three and four hours.
    #[must_use]
    pub fn care_after(self) -> i64 {
        self.rerouting_limit()
    }
}
