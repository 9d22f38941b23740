//! The bodies of law a case can fall under.

use std::fmt;

use crate::coded::Coded;
use crate::codes;

/// A body of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Regime {
    /// Regulation (EC) 261/2004.
    Eu261,
    /// The same as assimilated in the United Kingdom.
    Uk261,
    /// Canada, SOR/2019-150.
    CaAppr,
    /// Turkey, SHY-YOLCU.
    TrShy,
    /// Israel, Aviation Services Law.
    IlAsl,
    /// Brazil, ANAC Resolution 400.
    BrAnac400,
    /// India, DGCA CAR Section 3 Series M Part IV.
    InDgca,
    /// Saudi Arabia, GACA.
    SaGaca,
    /// United States, 14 CFR 250, 259 and 260.
    UsDot,
    /// Montreal Convention 1999.
    Mc99,
}

codes!(Regime {
    Eu261 => "EU261",
    Uk261 => "UK261",
    CaAppr => "CA-APPR",
    TrShy => "TR-SHY",
    IlAsl => "IL-ASL",
    BrAnac400 => "BR-ANAC400",
    InDgca => "IN-DGCA",
    SaGaca => "SA-GACA",
    UsDot => "US-DOT",
    Mc99 => "MC99",
});

impl Regime {
    /// Every regime, in the order in which equals are shown.
    pub const ALL: [Self; 10] = [
        Self::Eu261,
        Self::Uk261,
        Self::CaAppr,
        Self::TrShy,
        Self::IlAsl,
        Self::BrAnac400,
        Self::InDgca,
        Self::SaGaca,
        Self::UsDot,
        Self::Mc99,
    ];

    /// Whether it gives a sum fixed by law. Of such sums a passenger gets one
    /// for a disruption; damages under the Montreal Convention may come on top, less
    /// what was paid.
    #[must_use]
    pub fn is_fixed_sum(self) -> bool {
        self != Self::Mc99
    }

    /// Whether it sets the time for a claim itself (s19(3) of the Canadian rules,
    /// Art 35 of the Convention); elsewhere the law of the court does.
    #[must_use]
    pub fn sets_own_period(self) -> bool {
        matches!(self, Self::CaAppr | Self::Mc99)
    }

    /// The regime's name in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

impl fmt::Display for Regime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
