mod buttons;
mod faults;
mod journeys;
mod order;
mod quotas;
mod sending;
