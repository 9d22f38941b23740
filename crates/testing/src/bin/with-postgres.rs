//! `with-postgres COMMAND…`: runs the command beside a private PostgreSQL, whose
//! address it finds in `AERO_TEST_DATABASE_URL`.

use std::env;
use std::process::{Command, ExitCode};

use testing::Cluster;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(program) = arguments.next() else {
        eprintln!("usage: with-postgres COMMAND [ARGUMENT…]");
        return ExitCode::from(2);
    };
    let cluster = match Cluster::start() {
        Ok(cluster) => cluster,
        Err(error) => {
            eprintln!("with-postgres: {error}");
            return ExitCode::from(1);
        }
    };
    let status = Command::new(&program)
        .args(arguments)
        .env("AERO_TEST_DATABASE_URL", cluster.url("postgres"))
        .status();
    match status {
        Ok(status) => match status.code().and_then(|code| u8::try_from(code).ok()) {
            Some(code) => ExitCode::from(code),
            // Ended by a signal.
            None => ExitCode::from(1),
        },
        Err(error) => {
            eprintln!("with-postgres: {}: {error}", program.display());
            ExitCode::from(127)
        }
    }
}
