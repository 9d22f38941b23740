//! Several processes behind nginx: two `aero serve` and one `aero worker`, the real
//! programs, on one database. What the tests ask of one process in `site` is asked
//! here of all together.

mod drafts;
mod killed_workers;
mod limits;
mod live;
mod mail;
mod operators;
mod releases;
mod restarts;
mod sessions;
mod support;
