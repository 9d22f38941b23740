//! Test support: a private PostgreSQL, and a fresh database for each test.
//!
//! [`TestDb::fresh`] is all that most tests need. The first call in a process
//! starts a PostgreSQL of its own in a temporary folder, or uses the one that
//! `AERO_TEST_DATABASE_URL` names (the address of any database in it, as a role
//! that may create databases). `with-postgres COMMAND` starts one cluster and
//! runs the command with that variable set, so that a run over many test
//! programs does not pay for a cluster each.
//!
//! [`Cluster`] is for the few tests that stop and start PostgreSQL itself.

#![expect(
    clippy::disallowed_methods,
    reason = "tests are told by the environment which PostgreSQL to use"
)]

mod address;
mod cluster;
mod database;
mod nginx;
mod pooler;
mod program;
mod programs;
mod template;
mod tls;
mod until;

pub use address::with_role as as_role;
pub use cluster::Cluster;
pub use database::TestDb;
pub use nginx::start_nginx;
pub use pooler::Pooler;
pub use program::{Program, listening_port};
pub use tls::Certificates;
pub use until::until;
