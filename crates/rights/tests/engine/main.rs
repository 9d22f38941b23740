//! The engine, a file a law and a file a question that all laws share. One program: what
//! is linked once is tried sooner.

mod answer;
mod beside;
mod blame;
mod bodies;
mod brazil;
mod canada;
mod clocks;
mod codes;
mod company;
mod contract_cases;
mod fields;
mod flew_on;
mod india;
mod india_downgrade;
mod israel;
mod journeys;
mod merit;
mod montreal;
mod objects;
mod paid;
mod parts;
mod reading;
mod regulation261;
mod replacement;
mod saudi_arabia;
mod scope;
mod snapshot;
mod support;
mod turkey;
mod undisturbed;
mod united_states;
mod written;
