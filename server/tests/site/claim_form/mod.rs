mod buttons;
mod faults;
mod fields;
mod journeys;
mod not_arrived;
mod order;
mod quotas;
mod sending;
