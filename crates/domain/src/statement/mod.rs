//! What a passenger stated, as it is stored with a claim: typed, with a version,
//! and read back for ever.

mod convert;
mod stored;

pub use stored::{
    AirportV1, ArrivalV1, ArrivalWay, Declaration, DeclarationV1, DisruptionV1, FlightV1,
    LocalTimeV1, ReplacementV1, ReplacementWay, StatementV1,
};
