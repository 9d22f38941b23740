//! The forums and bodies there are, by the codes they are stored under.

/// Where a claim can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ForumId {
    /// Germany: Amtsgericht, online procedure on trial (ZPO ss 1121 ff).
    DeOnline,
    /// Germany: Amtsgericht, ordinary procedure.
    DeAg,
    /// Austria: Bezirksgericht.
    AtBg,
    /// France: tribunal judiciaire or tribunal de proximité.
    FrTj,
    /// Spain: Tribunal de Instancia, Sección Civil.
    EsTi,
    /// Italy: Giudice di pace.
    ItGdp,
    /// Netherlands: kantonrechter.
    NlKr,
    /// Poland: sąd rejonowy.
    PlSr,
    /// Ireland: District Court, small claims procedure.
    IeScp,
    /// England and Wales: County Court, online civil money claims.
    UkEwOcmc,
    /// England and Wales: County Court, form N1.
    UkEwN1,
    /// Scotland: sheriff court, simple procedure.
    UkSctSp,
    /// Northern Ireland: County Court, small claims.
    UkNiSc,
    /// European Small Claims Procedure (Regulation 861/2007).
    EuEscp,
    /// Canadian Transportation Agency.
    CaCta,
    /// Ontario Small Claims Court.
    CaOnScc,
    /// US Department of Transportation.
    UsDot,
    /// Small claims court of a US state.
    UsSc,
}

rights::codes!(ForumId {
    DeOnline => "DE-ONLINE",
    DeAg => "DE-AG",
    AtBg => "AT-BG",
    FrTj => "FR-TJ",
    EsTi => "ES-TI",
    ItGdp => "IT-GDP",
    NlKr => "NL-KR",
    PlSr => "PL-SR",
    IeScp => "IE-SCP",
    UkEwOcmc => "UK-EW-OCMC",
    UkEwN1 => "UK-EW-N1",
    UkSctSp => "UK-SCT-SP",
    UkNiSc => "UK-NI-SC",
    EuEscp => "EU-ESCP",
    CaCta => "CA-CTA",
    CaOnScc => "CA-ON-SCC",
    UsDot => "US-DOT",
    UsSc => "US-SC",
});

/// Who is asked before a court, or instead of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyId {
    /// Germany: Schlichtungsstelle Reise & Verkehr.
    DeRv,
    /// Germany: Schlichtungsstelle Luftverkehr at the Bundesamt für Justiz.
    DeBfj,
    /// Austria: apf.
    AtApf,
    /// France: Médiateur Tourisme et Voyage.
    FrMtv,
    /// Spain: AESA.
    EsAesa,
    /// Italy: conciliation through ART.
    ItArt,
    /// Italy: ENAC.
    ItEnac,
    /// Netherlands: ILT.
    NlIlt,
    /// Poland: ombudsman of passengers.
    PlRpp,
    /// Ireland: Irish Aviation Authority.
    IeIaa,
    /// United Kingdom: scheme of the airline.
    UkAdr,
    /// United Kingdom: Civil Aviation Authority.
    UkPact,
    /// Canadian Transportation Agency.
    CaCta,
    /// US Department of Transportation.
    UsDot,
}

rights::codes!(BodyId {
    DeRv => "DE-RV",
    DeBfj => "DE-BFJ",
    AtApf => "AT-APF",
    FrMtv => "FR-MTV",
    EsAesa => "ES-AESA",
    ItArt => "IT-ART",
    ItEnac => "IT-ENAC",
    NlIlt => "NL-ILT",
    PlRpp => "PL-RPP",
    IeIaa => "IE-IAA",
    UkAdr => "UK-ADR",
    UkPact => "UK-PACT",
    CaCta => "CA-CTA",
    UsDot => "US-DOT",
});

/// Why a forum is not open to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Closed {
    /// It takes no claim as high as this one.
    ValueTooHigh,
    /// No airport of its online trial is a place of the flight.
    NoPilotCourt,
    /// The claim was assigned to a firm.
    AssignedToFirm,
    /// The flight lies further back than it looks.
    FlightTooLongAgo,
    /// It signs in with an identity card the claimant does not have.
    NoIdentityCard,
    /// Both sides would have to live or be based in its country.
    SidesNotBothThere,
    /// One side would have to live in another Member State than the court's.
    NoCrossBorder,
    /// It takes one claimant only.
    SeveralClaimants,
    /// It takes fewer claimants together.
    TooManyClaimants,
    /// It takes nobody who acts for somebody else.
    Represented,
    /// It takes nobody under eighteen.
    UnderAge,
    /// The airline has no address in its country.
    NoAddressThere,
    /// Another track of the same court is open instead.
    OtherTrack,
    /// It hears other duties only.
    OtherDuty,
    /// A court already has the claim.
    InCourt,
}

rights::codes!(Closed {
    ValueTooHigh => "value_too_high",
    NoPilotCourt => "no_pilot_court",
    AssignedToFirm => "assigned_to_firm",
    FlightTooLongAgo => "flight_too_long_ago",
    NoIdentityCard => "no_identity_card",
    SidesNotBothThere => "sides_not_both_there",
    NoCrossBorder => "no_cross_border",
    SeveralClaimants => "several_claimants",
    TooManyClaimants => "too_many_claimants",
    Represented => "represented",
    UnderAge => "under_age",
    NoAddressThere => "no_address_there",
    OtherTrack => "other_track",
    OtherDuty => "other_duty",
    InCourt => "in_court",
});
