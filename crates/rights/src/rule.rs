//! The rules a step can rest on, each with its source.

/// A rule of law. [`Rule::source`] cites it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// When the law began to apply.
    InForce,
    /// When the United Kingdom's own law began to apply.
    UkInForce,
    /// The reform of 2026.
    Reform,
    /// Departure from the territory.
    DepartureInside,
    /// Arrival in the territory on a covered carrier.
    ArrivalOnCoveredCarrier,
    /// Neither limb.
    Territory,
    /// Arrival in the EU on a UK carrier.
    ArrivalInEuOnUkCarrier,
    /// Svalbard and other places without a settled standing.
    DisputedTerritory,
    /// Fixed-wing aircraft only.
    FixedWing,
    /// Reference data.
    KnownAirport,
    /// One booking is one journey.
    SingleBooking,
    /// Outbound and return are two flights.
    ReturnIsSeparate,
    /// Fares not open to the public.
    PublicFare,
    /// The passenger must present in time.
    CheckIn,
    /// The passenger must have travelled.
    Travelled,
    /// The refund after five hours.
    RefundInstead,
    /// Three hours at arrival.
    ThreeHours,
    /// Arrival is when a door opens.
    DoorsOpen,
    /// What a cancellation is.
    Cancellation,
    /// Left more than an hour early.
    BroughtForward,
    /// Landed elsewhere.
    Diversion,
    /// What a refused boarding is.
    DeniedBoarding,
    /// Grounds for refusal.
    RefusalGrounds,
    /// Volunteers.
    Volunteers,
    /// Two weeks' notice.
    TwoWeeksNotice,
    /// Notice between two weeks and seven days.
    OneWeekNotice,
    /// Notice of less than seven days.
    ShortNotice,
    /// Burden of proof for the notice.
    NoticeProof,
    /// Extraordinary circumstances.
    Extraordinary,
    /// Mixed causes.
    MixedCauses,
    /// The sum up to 1,500 km.
    SumShort,
    /// The middle sum.
    SumMedium,
    /// The highest sum.
    SumLong,
    /// Distance.
    GreatCircle,
    /// Halving of a delay of less than four hours.
    HalfDelay,
    /// Halving after re-routing.
    HalfRerouting,
    /// No halving where the replacement left early.
    NoHalfEarly,
    /// Set-off.
    SetOff,
    /// Limitation under national law.
    Limitation,
}

impl Rule {
    /// The article or decision.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::InForce => "Art 19",
            Self::UkInForce => "SI 2019/278",
            Self::Reform => "Regulation (EU) 2026/2202, Art 3",
            Self::DepartureInside => "Art 3(1)(a)",
            Self::ArrivalOnCoveredCarrier => "Art 3(1)(b)",
            Self::Territory => "Art 3(1); C-451/20",
            Self::ArrivalInEuOnUkCarrier => "Art 3(1)(b)(ii)",
            Self::DisputedTerritory => "Art 3(1); EEA Agreement, Protocol 40",
            Self::FixedWing => "Art 3(4)",
            Self::KnownAirport => "Art 7(4)",
            Self::SingleBooking => "C-11/11 Folkerts; C-537/17 Wegener",
            Self::ReturnIsSeparate => "C-173/07 Emirates",
            Self::PublicFare => "Art 3(3)",
            Self::CheckIn => "Art 3(2)(a); C-474/22",
            Self::Travelled => "C-54/23; C-474/22",
            Self::RefundInstead => "Art 6(1)(iii), 8(1)(a)",
            Self::ThreeHours => "C-402/07 Sturgeon; C-581/10 Nelson",
            Self::DoorsOpen => "C-452/13 Germanwings",
            Self::Cancellation => "Art 2(l), 5(1)",
            Self::BroughtForward => "Art 2(l), 5(1); C-146/20 Azurair",
            Self::Diversion => "Art 8(3); C-826/19; C-83/10",
            Self::DeniedBoarding => "Art 2(j), 4(3)",
            Self::RefusalGrounds => "Art 2(j); C-584/18",
            Self::Volunteers => "Art 4(1)",
            Self::TwoWeeksNotice => "Art 5(1)(c)(i)",
            Self::OneWeekNotice => "Art 5(1)(c)(ii)",
            Self::ShortNotice => "Art 5(1)(c)(iii)",
            Self::NoticeProof => "Art 5(4); C-302/16 Krijgsman",
            Self::Extraordinary => "Art 5(3)",
            Self::MixedCauses => "C-315/15 Pešková",
            Self::SumShort => "Art 7(1)(a), 7(4)",
            Self::SumMedium => "Art 7(1)(b), 7(4)",
            Self::SumLong => "Art 7(1)(c), 7(4)",
            Self::GreatCircle => "Art 7(4); C-559/16 Bossen",
            Self::HalfDelay => "Art 7(2)(c); C-402/07 Sturgeon, para 63",
            Self::HalfRerouting => "Art 7(2)",
            Self::NoHalfEarly => "C-146/20 Azurair; C-270/20",
            Self::SetOff => "Art 12(1); C-354/18",
            Self::Limitation => "C-139/11 Cuadrench Moré",
        }
    }
}
