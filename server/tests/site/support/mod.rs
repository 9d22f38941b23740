//! The whole site in process, and those who use it.

mod browser;
mod leftovers;
mod page;
mod people;
mod served;
mod site;
mod trips;

pub use browser::{Browser, encoded};
pub use page::{Form, Page, selector};
pub use people::{Passenger, Reviewer};
pub use served::Served;
pub use site::{IMPATIENT, Log, PASSWORD, Set, Site};
pub use trips::{CANCELLATION, DELAY, PEOPLE, SHORT_DELAY, Trip};
