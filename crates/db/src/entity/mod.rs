//! The tables as SeaORM sees them; private, so that a row leaves this crate only
//! through a query that says whose it is.

pub(crate) mod claim;
pub(crate) mod claim_event;
pub(crate) mod claim_person;
pub(crate) mod draft;
pub(crate) mod mail_delivery;
pub(crate) mod staff;
pub(crate) mod staff_session;
