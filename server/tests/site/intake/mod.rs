mod buttons;
mod faults;
mod journeys;
mod order;
mod sending;
