//! Reference data compiled into the program: airports, territories, airlines,
//! limitation periods, bodies. `docs/data.md` says where each row comes from
//! and how to change it.

mod airport;
mod body;
mod carrier;
mod carrier_index;
mod carrier_search;
mod carrier_words;
mod checked;
mod codes;
mod completion;
mod country;
mod cut;
mod everyday;
mod fold;
mod index;
mod kind;
mod limitation;
mod part;
mod period;
mod place;
mod reading;
mod search;
mod sense;
mod slip;
mod table;
mod treaty;
mod typo;
mod when;
mod words;

use jiff::civil::Date;
use rights::{
    Airport, Bodies, Carrier, CarrierCode, ConciliationBody, Country, Forum, Iata, Limitation,
    ReferenceData, TreatyState, Zone,
};

pub use airport::{AirportRecord, Size};
pub use carrier::{CarrierRecord, carrier_record, carriers_on, sold_under};
pub use carrier_search::{Carriers, FlightMeaning, FlownBy};
pub use checked::{CheckedRow, checked_rows};
pub use country::{Language, country_name, zone};
pub use reading::Doubt;
pub use search::{Airports, Resolution};

/// The data in this crate, as the engine asks for it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Embedded;

impl ReferenceData for Embedded {
    fn airport(&self, code: Iata, on: Date) -> Option<Airport> {
        airport::on_day(code, on)
    }

    fn no_airport(&self, code: Iata) -> Option<String> {
        let Resolution::Several(near, doubt) = Airports::resolve(code.as_str()) else {
            return None;
        };
        let codes: Vec<&str> = near.iter().map(|record| record.code.as_str()).collect();
        let codes = codes.join(", ");
        match doubt {
            Doubt::CityCode => Some(format!("is the code of a city, whose airports are {codes}")),
            Doubt::Station => Some(format!(
                "is the code of a railway or bus station; the airport there is {codes}"
            )),
            _ => None,
        }
    }

    fn carrier(&self, code: CarrierCode, on: Date) -> Option<Carrier> {
        carrier::on_day(code, on)
    }

    fn sold_under(&self, code: CarrierCode, on: Date) -> Vec<Carrier> {
        let companies = carrier::sold_under(code, on);
        companies.into_iter().map(carrier::told).collect()
    }

    fn zone(&self, country: Country, on: Date) -> Option<Zone> {
        country::zone(country, on)
    }

    fn limitation(&self, forum: Forum) -> Option<Limitation> {
        limitation::of(forum)
    }

    fn bodies(&self, country: Country) -> Option<Bodies> {
        body::bodies(country)
    }

    fn conciliation(
        &self,
        country: Country,
        carrier: CarrierCode,
        on: Date,
    ) -> Option<ConciliationBody> {
        body::conciliation(country, carrier, on)
    }

    fn treaty_state(&self, country: Country, on: Date) -> Option<TreatyState> {
        treaty::state(country, on)
    }
}
