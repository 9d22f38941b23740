//! What is known of a claim whose airline was asked: the input.

use jiff::civil::Date;
use rights::{CarrierCode, Country, Currency, Disruption, Iata, Regime};

/// The facts of a claim. Absent means not known, never no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The first airport of the booking.
    pub origin: Iata,
    /// The last airport of the booking.
    pub destination: Iata,
    /// The airline the claim is against.
    pub carrier: CarrierCode,
    /// The state of its licence, where it is not the one of the carrier table.
    pub carrier_licence: Option<Country>,
    /// What went wrong.
    pub disruption: Disruption,
    /// How many travellers claim, at least one.
    pub persons: u32,
    /// How they belong together.
    pub relation: Option<Relation>,
    /// The fixed sum of all travellers, in hundredths.
    pub sum: i64,
    /// Expenses and refunds claimed beside it, in hundredths.
    pub expenses: i64,
    /// The currency of both.
    pub currency: Currency,
    /// The law the sum comes from; where it is not given, currency, airports and
    /// airline tell it.
    pub regime: Option<Regime>,
    /// Rates of exchange, where a forum's fees are in another currency.
    pub exchange: Exchange,
    /// The day of the flight.
    pub flight_day: Date,
    /// The days on which something happened to the claim.
    pub days: Days,
    /// Where the claimant lives.
    pub claimant_home: Option<Region>,
    /// Where in the United Kingdom the airline has an address for service.
    pub airline_address: Option<Region>,
    /// The trip was private; a business trip has no conciliation in Germany.
    pub private_trip: bool,
    /// One traveller claims for all, by assignment.
    pub one_claims_for_all: bool,
    /// The claim was assigned to a firm.
    pub assigned_to_firm: bool,
    /// A court already has the claim.
    pub in_court: bool,
    /// Somebody else acts for the travellers.
    pub represented: bool,
    /// A traveller who claims is under eighteen.
    pub under_18: bool,
    /// The claimant has a German identity card that signs in online.
    pub german_eid: Option<bool>,
    /// Legal aid was granted.
    pub legal_aid: bool,
    /// A lawful excuse from asking the mediator first (Code de l'organisation
    /// judiciaire, decree 2025-772).
    pub mediation_excused: bool,
    /// The airline belongs to a scheme of dispute resolution of the UK.
    pub airline_in_scheme: Option<bool>,
    /// The body was asked already. A day on which it was asked or ended says so too.
    pub body_asked: bool,
    /// Documents at hand, by their keys.
    pub documents_held: Vec<String>,
}

/// The days of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The claim was sent to the airline.
    pub claim_sent: Option<Date>,
    /// The airline got it.
    pub demand_received: Option<Date>,
    /// The day by which it asked for payment.
    pub deadline_in_demand: Option<Date>,
    /// The airline refused.
    pub refused_on: Option<Date>,
    /// The body was asked.
    pub body_asked_on: Option<Date>,
    /// The body ended its procedure: with an answer, an agreement or without either.
    pub body_ended_on: Option<Date>,
    /// The forum got the claim, or is to get it.
    pub filed_on: Option<Date>,
    /// The airline was served with the claim.
    pub served_on: Option<Date>,
    /// The Canadian agency gave notice that its procedure starts.
    pub start_notice: Option<Date>,
    /// The airline answered the forum that has the claim.
    pub airline_answered_on: Option<Date>,
    /// The last day for which interest is counted.
    pub interest_to: Option<Date>,
    /// The day the question is asked on.
    pub as_of: Option<Date>,
}

impl Facts {
    /// What the claim is worth in all, in hundredths.
    #[must_use]
    pub fn value(&self) -> i64 {
        self.sum.saturating_add(self.expenses)
    }

    /// The day that counts as today: that of the question, else of the filing,
    /// else the last day something happened.
    #[must_use]
    pub fn today(&self) -> Date {
        let days = &self.days;
        days.as_of
            .or(days.filed_on)
            .or(days.refused_on)
            .or(days.claim_sent)
            .unwrap_or(self.flight_day)
    }

    /// The day the forum got the claim, or is to get it: that of the filing, else
    /// today.
    #[must_use]
    pub fn filing_day(&self) -> Date {
        self.days.filed_on.unwrap_or(self.today())
    }

    /// A forum has the claim: it was served, or filed before today.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        let today = self.today();
        self.days.served_on.is_some() || self.days.filed_on.is_some_and(|filed| filed < today)
    }

    /// Something else is claimed than the fixed sum: expenses, a share of the
    /// fare, or damages for baggage.
    #[must_use]
    pub fn claims_more_than_fixed_sum(&self) -> bool {
        self.expenses > 0 || matches!(self.disruption, Disruption::Downgrade | Disruption::Baggage)
    }

    /// The day by which the airline had surely been asked: that of the letter, else the
    /// earlier one of its receipt and of the refusal, since nobody refuses what was not
    /// asked for.
    #[must_use]
    pub fn asked_by(&self) -> Option<Date> {
        let shown = [self.days.demand_received, self.days.refused_on];
        let shown = shown.into_iter().flatten().min();
        self.days.claim_sent.or(shown)
    }

    /// The body's procedure has ended.
    #[must_use]
    pub fn body_has_ended(&self) -> bool {
        let ended = self.days.body_ended_on;
        ended.is_some_and(|ended| ended <= self.today())
    }

    /// The body was asked.
    #[must_use]
    pub fn has_asked_body(&self) -> bool {
        let asked = self.days.body_asked_on;
        self.body_asked || self.body_has_ended() || asked.is_some_and(|day| day <= self.today())
    }

    /// The day on which the airline got the claim, as far as known.
    #[must_use]
    pub fn received(&self) -> Option<Date> {
        self.days.demand_received.or(self.days.claim_sent)
    }
}

/// How several travellers belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Family, to the fourth degree.
    Family,
    /// A couple.
    Couple,
    /// Friends.
    Friends,
    /// Colleagues.
    Colleagues,
    /// Nothing but the flight.
    Strangers,
}

rights::codes!(Relation {
    Family => "family",
    Couple => "couple",
    Friends => "friends",
    Colleagues => "colleagues",
    Strangers => "strangers",
});

impl Relation {
    /// They may sue in one writ before a French court (decree 2025-772).
    #[must_use]
    pub fn is_family(self) -> bool {
        matches!(self, Self::Family | Self::Couple)
    }
}

/// Rates of exchange, in ten-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exchange {
    /// Another currency, that of the claim, and how much of it a euro is.
    pub own_per_eur: Option<(Currency, i64)>,
    /// Złoty for a euro.
    pub pln_per_eur: Option<i64>,
    /// Pounds for a euro.
    pub gbp_per_eur: Option<i64>,
    /// Euro for a pound.
    pub eur_per_gbp: Option<i64>,
    /// What each traveller claims in złoty, in hundredths, where no rate is given.
    pub per_person_pln: Option<i64>,
}

/// Ten-thousandths in one.
pub const RATE_UNIT: i64 = 10_000;

/// The highest rate of exchange that is read, in ten-thousandths.
pub const MOST_RATE: i64 = 1_000 * RATE_UNIT;

/// A country, and the part of it where parts have courts of their own:
/// `GB-SCT`, `CA-ON`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region {
    /// The country.
    pub country: Country,
    part: Option<[u8; 3]>,
}

impl Region {
    /// Reads `DE`, `GB-SCT` or `CA-ON`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (country, part) = match text.split_once('-') {
            Some((country, part)) => (country, Some(part)),
            None => (text, None),
        };
        let upper = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
        (upper(country) && part.is_none_or(upper)).then_some(())?;
        let part = match part.map(str::as_bytes) {
            None => None,
            Some([a, b]) => Some([*a, *b, b' ']),
            Some([a, b, c]) => Some([*a, *b, *c]),
            Some(_) => return None,
        };
        Some(Self {
            country: country.parse().ok()?,
            part,
        })
    }

    /// The part of the country, `SCT`; empty for the whole.
    #[must_use]
    pub fn part(&self) -> &str {
        let bytes = self.part.as_ref().map_or(&b""[..], |part| &part[..]);
        std::str::from_utf8(bytes).unwrap_or_default().trim_end()
    }

    /// In Scotland.
    #[must_use]
    pub fn is_scottish(&self) -> bool {
        self.country == Country::GB && self.part() == "SCT"
    }

    /// In Northern Ireland.
    #[must_use]
    pub fn is_northern_irish(&self) -> bool {
        self.country == Country::GB && self.part() == "NIR"
    }

    /// In Ontario.
    #[must_use]
    pub fn is_of_ontario(&self) -> bool {
        self.country == Country::CA && self.part() == "ON"
    }

    /// In England or Wales.
    #[must_use]
    pub fn is_english_or_welsh(&self) -> bool {
        self.country == Country::GB && matches!(self.part(), "ENG" | "WLS" | "EAW")
    }
}

impl std::fmt::Display for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.country.as_str())?;
        match self.part() {
            "" => Ok(()),
            part => write!(f, "-{part}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Region;

    #[test]
    fn a_region_reads_back_as_it_is_written() {
        for text in ["DE", "GB-SCT", "GB-ENG", "CA-ON", "US"] {
            assert_eq!(Region::parse(text).expect("a region").to_string(), text);
        }
        for bad in [
            "", "D", "de", "GB-", "GB-S", "GB-SCOT", "GB-sct", "DEU", "GB SCT", "-ON", "CA-Ö",
        ] {
            assert_eq!(Region::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn ontario_is_a_part_of_canada() {
        let region = |text| Region::parse(text).expect("a region");
        assert!(region("CA-ON").is_of_ontario());
        assert!(!region("CA-QC").is_of_ontario() && !region("GB-ON").is_of_ontario());
        assert!(!region("CA").is_of_ontario());
    }

    #[test]
    fn parts_of_the_united_kingdom_are_told_apart() {
        let region = |text| Region::parse(text).expect("a region");
        assert!(region("GB-SCT").is_scottish() && !region("GB-SCT").is_english_or_welsh());
        assert!(region("GB-WLS").is_english_or_welsh() && region("GB-ENG").is_english_or_welsh());
        assert!(!region("GB-NIR").is_english_or_welsh() && !region("GB").is_scottish());
        assert!(region("GB-NIR").is_northern_irish() && !region("GB-ENG").is_northern_irish());
        assert!(!region("CA-NIR").is_northern_irish() && !region("CA-SCT").is_scottish());
        assert!(!region("CA-ENG").is_english_or_welsh());
    }
}
