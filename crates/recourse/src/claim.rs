//! The facts with what the reference data say of their airports and airline,
//! and the places that give a court.

use jiff::civil::Date;
use rights::{
    Airport, Coded, ConciliationBody, Country, Disruption, Iata, MediationRule, ReferenceData, Zone,
};

use crate::facts::Facts;
use crate::law::{Law, Signs};

/// A claim with its places resolved.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// The first airport.
    pub origin: Airport,
    /// The last airport.
    pub destination: Airport,
    /// The state of the airline's licence, which stands for its seat.
    pub seat: Option<Country>,
    /// Whether that state is a Member State on the day of filing: courts and procedure
    /// go by the day on which they are asked (Regulation 861/2007 Art 3; Withdrawal
    /// Agreement Art 67: proceedings begun by 31 December 2020).
    pub seat_in_union: bool,
    /// Whether it was one where the Regulation applies, the EEA and Switzerland
    /// included: the airline is then a Community carrier.
    pub seat_in_community: bool,
    /// Whether the claimant's home is a Member State on the day of filing.
    pub home_in_union: bool,
    /// The ends of the flight that lie in a Member State on the day of filing.
    ends_in_union: Vec<Iata>,
    /// Whether the UK's version of the Regulation covers the flight.
    pub in_british_scope: bool,
    /// The law the sum comes from.
    pub law: Law,
    /// The German conciliation body of the airline, where the list has the airline.
    pub german_body: Option<ConciliationBody>,
    /// What French courts ask for first.
    pub french_mediation: Option<MediationRule>,
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
        let filing = facts.filing_day();
        let is_member = |country: Country| {
            data.zone(country, filing)
                .is_some_and(Zone::is_treaty_territory)
        };
        let ends_in_union = [origin, destination]
            .into_iter()
            .filter(|end| {
                is_member(end.country) && zone_of(end, filing, data).is_treaty_territory()
            })
            .map(|end| end.code)
            .collect();
        let signs = Signs {
            facts,
            origin: &origin,
            destination: &destination,
            seat: seat.and_then(|seat| data.zone(seat, on)),
        };
        let (law, in_british_scope) = (signs.law(), signs.is_british());
        let home = facts.claimant_home.map(|home| home.country.state());
        let code = carrier.map_or(facts.carrier, |carrier| carrier.code);
        let german_body = "DE"
            .parse()
            .ok()
            .and_then(|germany| data.conciliation(germany, code, on));
        let france = "FR".parse().ok().and_then(|france| data.bodies(france));
        Some(Self {
            facts,
            origin,
            destination,
            seat: seat.map(Country::state),
            seat_in_union: seat.is_some_and(is_member),
            seat_in_community: seat
                .is_some_and(|country| data.zone(country, on).is_some_and(Zone::is_community)),
            home_in_union: home.is_some_and(is_member),
            ends_in_union,
            in_british_scope,
            law,
            german_body,
            french_mediation: france.and_then(|bodies| bodies.mediation),
        })
    }

    /// The state of the first airport.
    #[must_use]
    pub fn departure_state(&self) -> Country {
        self.origin.country.state()
    }

    /// The state of the last airport.
    #[must_use]
    pub fn arrival_state(&self) -> Country {
        self.destination.country.state()
    }

    /// The state the claimant lives in.
    #[must_use]
    pub fn home(&self) -> Option<Country> {
        self.facts.claimant_home.map(|home| home.country.state())
    }

    /// Whether an end of the flight lies in a country.
    #[must_use]
    pub fn touches(&self, country: Country) -> bool {
        self.departure_state() == country || self.arrival_state() == country
    }

    /// Whether an end of the flight lies in the United States, their territories
    /// included.
    #[must_use]
    pub fn touches_america(&self) -> bool {
        self.origin.country.is_american() || self.destination.country.is_american()
    }

    /// The claim is for baggage.
    #[must_use]
    pub fn is_for_baggage(&self) -> bool {
        self.facts.disruption == Disruption::Baggage
    }

    /// The claim is for damages under the Montreal Convention, for baggage or for
    /// delay: with its own courts (Art 33) and its own period (Art 35). A flight within
    /// one state is none of the Convention's (Art 1(2)), but the Regulation on the
    /// liability of air carriers takes it over for those of the Union (889/2002), so that
    /// only flights within the United States are left out (14 CFR 254).
    #[must_use]
    pub fn is_under_montreal(&self) -> bool {
        let ends = [&self.origin, &self.destination];
        let is_american = ends.iter().all(|end| end.country.is_american());
        self.law == Law::Montreal || (self.is_for_baggage() && !is_american)
    }

    /// Expenses that may be damages under the Convention, beside a sum that is none;
    /// or a sum of which nobody knows whether the Regulation covers it, because the
    /// airline's licence is not known.
    #[must_use]
    pub fn may_be_under_montreal(&self) -> bool {
        let unknown_seat = self.seat.is_none()
            && self.law == Law::European
            && self.facts.regime.is_none()
            && !self.origin.zone.is_community();
        !self.is_under_montreal() && (self.facts.expenses > 0 || unknown_seat)
    }

    /// The ends of the flight whose courts have the claim, with the grounds. Damages
    /// under the Montreal Convention are heard at the destination, not at the
    /// departure (Art 33(1)).
    #[must_use]
    pub fn court_ends(&self) -> Vec<(&Airport, Ground)> {
        let departs = (!self.is_under_montreal()).then_some((&self.origin, Ground::Departure));
        let ends = [departs, Some((&self.destination, Ground::Arrival))];
        ends.into_iter().flatten().collect()
    }

    /// The Member States whose courts have the claim: those of departure and
    /// arrival, not of a stop (C-20/21), and that of the airline's seat.
    #[must_use]
    pub fn member_states(&self) -> Vec<Place> {
        let ends = self.court_ends().into_iter();
        let inside = ends.filter(|(end, _)| self.ends_in_union.contains(&end.code));
        let seat = self.seat.filter(|_| self.seat_in_union);
        by_state(
            inside
                .map(|(end, ground)| (end.country.state(), ground))
                .chain(seat.map(|seat| (seat, Ground::Seat))),
        )
    }

    /// The states of the ends and of the seat in Europe whose courts have a claim for a
    /// sum of Regulation 261/2004, or damages. The courts of the EEA and of Switzerland
    /// apply the Regulation too; those of the United Kingdom the one of their own, or
    /// that of a flight from when it was theirs.
    #[must_use]
    pub fn european_states(&self) -> Vec<Place> {
        let hears = |zone: Zone| zone.is_community() || zone == Zone::Review;
        let ends = self.court_ends().into_iter();
        let inside = ends.filter(|(end, _)| {
            hears(end.zone) || (end.country == Country::GB && self.in_british_scope)
        });
        let seat = self
            .seat
            .filter(|seat| self.seat_in_community || *seat == Country::GB);
        by_state(
            inside
                .map(|(end, ground)| (end.country.state(), ground))
                .chain(seat.map(|seat| (seat, Ground::Seat))),
        )
    }

    /// The states of the destination and of the seat, wherever they lie (Montreal
    /// Convention Art 33(1)).
    #[must_use]
    pub fn montreal_states(&self) -> Vec<Place> {
        let ends = self.court_ends().into_iter();
        let seat = self.seat.map(|seat| (seat, Ground::Seat));
        by_state(
            ends.map(|(end, ground)| (end.country.state(), ground))
                .chain(seat),
        )
    }

    /// The grounds on which a state's courts have the claim.
    #[must_use]
    pub fn grounds(&self, state: Country) -> Vec<Ground> {
        let ends = self.court_ends().into_iter();
        let here = ends.filter(|(end, _)| end.country.state() == state);
        let seat = (self.seat == Some(state)).then_some(Ground::Seat);
        here.map(|(_, ground)| ground).chain(seat).collect()
    }

    /// Whether the flight starts in a state, or comes to it from outside the
    /// Regulation's territory on a Community carrier (Regulation 261/2004 Art 16
    /// with Art 3(1)).
    #[must_use]
    pub fn is_enforced_in(&self, state: Country) -> bool {
        let from_outside = !self.origin.zone.is_community();
        self.departure_state() == state
            || (self.arrival_state() == state && from_outside && self.seat_in_community)
    }

    /// Whether Regulation 261/2004 covers the flight (Art 3(1)), and the sum is of another
    /// law: the passenger may choose.
    #[must_use]
    pub fn is_covered_in_europe(&self) -> bool {
        let into = self.destination.zone.is_community() && self.seat_in_community;
        self.law != Law::European && (self.origin.zone.is_community() || into)
    }

    /// Whether a French court hears only who has asked the mediator (decree
    /// 2025-772): by the day of filing, not for an old complaint or event.
    #[must_use]
    pub fn mediation_due(&self) -> bool {
        let facts = self.facts;
        self.french_mediation.is_some_and(|rule| {
            let sent = facts.days.claim_sent;
            let old_complaint = sent.is_some_and(|sent| sent < rule.claims_before);
            facts.filing_day() >= rule.since
                && !old_complaint
                && facts.flight_day > rule.flights_until
                && !facts.mediation_excused
        })
    }

    /// Whether the courts of a state know the European procedure: all but those of
    /// Denmark (Regulation 861/2007 Art 2(3)).
    #[must_use]
    pub fn has_european_procedure(court: Country) -> bool {
        court.as_str() != "DK"
    }

    /// The claimant or the airline is domiciled in another Member State than that
    /// of the court (Regulation 861/2007 Art 3; not Denmark).
    #[must_use]
    pub fn crosses_a_border(&self, court: Country) -> bool {
        let other = |state: Option<Country>, in_union: bool| {
            in_union && state.is_some_and(|state| state != court)
        };
        Self::has_european_procedure(court)
            && (other(self.home(), self.home_in_union) || other(self.seat, self.seat_in_union))
    }
}

/// The zone of an airport on another day; where the table no longer has the airport,
/// that of the flight.
fn zone_of(end: &Airport, on: Date, data: &impl ReferenceData) -> Zone {
    data.airport(end.code, on)
        .filter(|then| then.country == end.country)
        .map_or(end.zone, |then| then.zone)
}

/// States with their grounds, each state once.
fn by_state(found: impl Iterator<Item = (Country, Ground)>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (state, ground) in found {
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

/// The grounds as words: `departure, seat`.
#[must_use]
pub fn grounds_as_text(grounds: &[Ground]) -> String {
    let words: Vec<&str> = grounds.iter().map(|ground| ground.code()).collect();
    words.join(", ")
}
