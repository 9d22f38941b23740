//! The law a sum comes from.

use rights::{Airport, Country, Currency, Disruption, Regime, Zone};

use crate::facts::Facts;

/// Where the sum comes from: the regime that was given, else what the currency, the
/// airports and the airline tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Law {
    /// Regulation 261/2004, before courts of Europe.
    European,
    /// Damages under the Montreal Convention, with its own courts (Art 33) and its own
    /// period (Art 35).
    Montreal,
    /// The UK's version of the Regulation.
    British,
    /// The Canadian rules.
    Canadian,
    /// The rules of the United States.
    American,
    /// The rules of another country. C-139/11 leaves the period of the Regulation's sums
    /// to the court's law; a duty of this law has the period of that country.
    Other(Country),
}

impl Law {
    /// The law of a regime.
    #[must_use]
    pub fn of_regime(regime: Regime) -> Self {
        match regime {
            Regime::Eu261 => Self::European,
            Regime::Uk261 => Self::British,
            Regime::CaAppr => Self::Canadian,
            Regime::UsDot => Self::American,
            Regime::Mc99 => Self::Montreal,
            Regime::TrShy => Self::Other(Country::TR),
            Regime::IlAsl => Self::Other(Country::IL),
            Regime::BrAnac400 => Self::Other(Country::BR),
            Regime::InDgca => Self::Other(Country::IN),
            Regime::SaGaca => Self::Other(Country::SA),
        }
    }
}

/// What tells a law where no regime is given.
pub struct Signs<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// The first airport.
    pub origin: &'a Airport,
    /// The last airport.
    pub destination: &'a Airport,
    /// The zone of the airline's licence on the day of the flight, where it is known.
    pub seat: Option<Zone>,
}

impl Signs<'_> {
    /// The law.
    #[must_use]
    pub fn law(&self) -> Law {
        match self.facts.regime {
            Some(regime) => Law::of_regime(regime),
            None => self.by_currency(),
        }
    }

    /// A sum in pounds or in a dollar is one of that country's law, where the flight
    /// touches it. Damages for baggage are the Convention's, whatever they are paid in.
    fn by_currency(&self) -> Law {
        let ends_in_america =
            self.origin.country.is_american() || self.destination.country.is_american();
        match self.facts.currency {
            Currency::GBP if self.touches(Country::GB) => Law::British,
            Currency::CAD if self.touches(Country::CA) => Law::Canadian,
            Currency::USD if ends_in_america => Law::American,
            _ if self.facts.disruption == Disruption::Baggage => Law::European,
            Currency::TRY if self.touches(Country::TR) => Law::Other(Country::TR),
            Currency::ILS if self.touches(Country::IL) => Law::Other(Country::IL),
            Currency::INR if self.touches(Country::IN) => Law::Other(Country::IN),
            Currency::SAR if self.touches(Country::SA) => Law::Other(Country::SA),
            Currency::BRL if self.touches(Country::BR) => Law::Other(Country::BR),
            currency if is_drawing_right(currency) => self.in_drawing_rights(),
            currency => self.by_scope(currency),
        }
    }

    /// Brazil pays refused boarding in special drawing rights (Resolution 400 Art 24);
    /// the limits of the Convention are in them too.
    fn in_drawing_rights(&self) -> Law {
        let refused = self.facts.disruption == Disruption::DeniedBoarding;
        match refused && self.touches(Country::BR) {
            true => Law::Other(Country::BR),
            false => Law::Montreal,
        }
    }

    /// Where no regulation covers the flight, the sum can only be proven loss; Turkey's
    /// rules name their sums in euro.
    fn by_scope(&self, currency: Currency) -> Law {
        if self.may_be_european() {
            Law::European
        } else if self.touches(Country::TR) && currency == Currency::EUR {
            Law::Other(Country::TR)
        } else if self.is_british() {
            Law::British
        } else {
            Law::Montreal
        }
    }

    /// The flight starts in the territory of Regulation 261/2004, or comes to it on a
    /// Community carrier (Art 3(1)), or on an airline whose licence nobody knows.
    fn may_be_european(&self) -> bool {
        let is_inside = |zone: Zone| zone.is_community() || zone == Zone::Review;
        is_inside(self.origin.zone)
            || (is_inside(self.destination.zone) && self.seat.is_none_or(Zone::is_community))
    }

    /// The flight starts in the United Kingdom, or comes to it on a carrier of the
    /// United Kingdom or of the Community (UK261 Art 3(1)).
    #[must_use]
    pub fn is_british(&self) -> bool {
        let is_carrier = |zone: Zone| zone.is_community() || zone == Zone::UnitedKingdom;
        self.origin.country == Country::GB
            || (self.destination.country == Country::GB && self.seat.is_none_or(is_carrier))
    }

    fn touches(&self, country: Country) -> bool {
        self.origin.country == country || self.destination.country == country
    }
}

/// The special drawing right, whose code of ISO 4217 is XDR.
fn is_drawing_right(currency: Currency) -> bool {
    currency == Currency::SDR || currency.as_str() == "XDR"
}
