mod buttons;
mod faults;
mod journeys;
mod not_arrived;
mod order;
mod quotas;
mod sending;
