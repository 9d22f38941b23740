//! The United States' rules, 14 CFR parts 250, 254 and 260: each side of every
//! threshold, with the section it stands in, a file a question.

mod baggage;
mod flights;
mod other_rights;
mod refusal;
mod sum;
