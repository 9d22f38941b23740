//! The facts with what the reference data say of their airports and airline,
//! and the places that give a court.

use rights::{Airport, Carrier, Coded, Country, Currency, ReferenceData};

use crate::facts::Facts;

/// A claim with its places resolved.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// The first airport.
    pub origin: Airport,
    /// The last airport.
    pub destination: Airport,
    /// The airline, where its code is known.
    pub carrier: Option<Carrier>,
    /// The state of the airline's licence, which stands for its seat.
    pub seat: Option<Country>,
    /// Whether that state was a Member State on the day of the flight.
    pub seat_in_union: bool,
    /// Whether it was one where the Regulation applies, the EEA and Switzerland
    /// included: the airline is then a Community carrier.
    pub seat_in_community: bool,
    /// Whether the claimant's home was a Member State.
    pub home_in_union: bool,
    /// The law the sum comes from, as its currency tells.
    pub law: Law,
}

/// Where the sum comes from. It is told by the currency and the airports: a sum
/// in pounds is one of the UK's regulation, one in Canadian dollars of the
/// Canadian rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Law {
    /// Regulation 261/2004 or the Montreal Convention, before courts of Europe.
    European,
    /// The UK's version of the Regulation.
    British,
    /// The Canadian rules.
    Canadian,
    /// The rules of the United States.
    American,
}

/// Why a court has the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ground {
    /// The flight starts there (Brussels Ia Art 7(1)(b), C-204/08).
    Departure,
    /// It ends there.
    Arrival,
    /// The airline has its seat there (Art 4).
    Seat,
}

rights::codes!(Ground {
    Departure => "departure",
    Arrival => "arrival",
    Seat => "seat",
});

/// A state whose courts have the claim, with the grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The state.
    pub state: Country,
    /// Why, in the order of the flight.
    pub grounds: Vec<Ground>,
}

impl<'a> Claim<'a> {
    /// Resolves the airports; `None` for an airport nobody knows.
    #[must_use]
    pub fn new(facts: &'a Facts, data: &impl ReferenceData) -> Option<Self> {
        let on = facts.flight_day;
        let origin = data.airport(facts.origin, on)?;
        let destination = data.airport(facts.destination, on)?;
        let carrier = data.carrier(facts.carrier, on);
        let seat = facts
            .carrier_licence
            .or(carrier.map(|carrier| carrier.licence));
        let is_member = |country: Country| {
            data.zone(country, on)
                .is_some_and(rights::Zone::is_treaty_territory)
        };
        let home = facts.claimant_home.map(|home| state_of(home.country));
        Some(Self {
            facts,
            origin,
            destination,
            carrier,
            seat: seat.map(state_of),
            seat_in_union: seat.is_some_and(is_member),
            seat_in_community: seat.is_some_and(|country| {
                data.zone(country, on)
                    .is_some_and(rights::Zone::is_community)
            }),
            home_in_union: home.is_some_and(is_member),
            law: law(facts.currency, &origin, &destination),
        })
    }

    /// The state of the first airport.
    #[must_use]
    pub fn departure_state(&self) -> Country {
        state_of(self.origin.country)
    }

    /// The state of the last airport.
    #[must_use]
    pub fn arrival_state(&self) -> Country {
        state_of(self.destination.country)
    }

    /// The state the claimant lives in.
    #[must_use]
    pub fn home(&self) -> Option<Country> {
        self.facts.claimant_home.map(|home| state_of(home.country))
    }

    /// Whether an end of the flight lies in a country.
    #[must_use]
    pub fn touches(&self, country: Country) -> bool {
        self.departure_state() == country || self.arrival_state() == country
    }

    /// The Member States whose courts have the claim: those of departure and
    /// arrival, not of a stop (C-20/21), and that of the airline's seat.
    #[must_use]
    pub fn member_states(&self) -> Vec<Place> {
        let departs = self.origin.zone.is_treaty_territory();
        let arrives = self.destination.zone.is_treaty_territory();
        let found = [
            (departs.then(|| self.departure_state()), Ground::Departure),
            (arrives.then(|| self.arrival_state()), Ground::Arrival),
            (self.seat.filter(|_| self.seat_in_union), Ground::Seat),
        ];
        let mut places: Vec<Place> = Vec::new();
        for (state, ground) in found {
            let Some(state) = state else { continue };
            match places.iter_mut().find(|place| place.state == state) {
                Some(place) => place.grounds.push(ground),
                None => places.push(Place {
                    state,
                    grounds: vec![ground],
                }),
            }
        }
        places
    }

    /// The grounds on which a state's courts have the claim.
    #[must_use]
    pub fn grounds(&self, state: Country) -> Vec<Ground> {
        let ends = [
            (self.departure_state() == state, Ground::Departure),
            (self.arrival_state() == state, Ground::Arrival),
            (self.seat == Some(state), Ground::Seat),
        ];
        let holds = |(holds, ground): (bool, Ground)| holds.then_some(ground);
        ends.into_iter().filter_map(holds).collect()
    }

    /// The claimant or the airline is domiciled in another Member State than that
    /// of the court (Regulation 861/2007 Art 3; not Denmark).
    #[must_use]
    pub fn crosses_a_border(&self, court: Country) -> bool {
        let other = |state: Option<Country>, in_union: bool| {
            in_union && state.is_some_and(|state| state != court)
        };
        court.as_str() != "DK"
            && (other(self.home(), self.home_in_union) || other(self.seat, self.seat_in_union))
    }
}

fn law(currency: Currency, origin: &Airport, destination: &Airport) -> Law {
    let touches = |country: Country| {
        [origin, destination]
            .iter()
            .any(|end| end.country == country)
    };
    match currency {
        Currency::GBP if touches(Country::GB) => Law::British,
        Currency::CAD if touches(Country::CA) => Law::Canadian,
        Currency::USD if touches(Country::US) => Law::American,
        _ => Law::European,
    }
}

/// The state whose courts a place has: overseas parts of France and Åland have
/// those of the state they belong to.
#[must_use]
pub fn state_of(country: Country) -> Country {
    let state = match country.as_str() {
        "GP" | "MQ" | "GF" | "RE" | "YT" | "MF" => "FR",
        "AX" => "FI",
        own => own,
    };
    state.parse().unwrap_or(country)
}

/// The grounds as words: `departure, seat`.
#[must_use]
pub fn grounds_as_text(grounds: &[Ground]) -> String {
    let words: Vec<&str> = grounds.iter().map(|ground| ground.code()).collect();
    words.join(", ")
}
