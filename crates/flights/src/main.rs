//! The arrival delay of real flights, from the clocks at both ends and the zones
//! of their airports alone: each flight is typed into the claim form, and the
//! delay that its assessment states is held against the published one.
//! `docs/trials.md` says what was found.
//!
//! `flights NAME=FILE.csv ...` prints `ok` or `not ok` for each table, and ends
//! with 1 where a flight differs that does not stand in `data/differ.csv`, or
//! one that stands there does not differ, or a count is not that of
//! `data/counts.csv`. `--differing` prints the rows of `data/differ.csv`.

mod expected;
mod outcome;
mod passenger;
mod row;
mod table;

use std::process::ExitCode;
use std::{env, thread};

use table::Table;

fn main() -> ExitCode {
    let mut listing = false;
    let mut tables = Vec::new();
    for argument in env::args().skip(1) {
        match argument.split_once('=') {
            _ if argument == "--differing" => listing = true,
            Some((name, file)) => tables.push((name.to_owned(), file.to_owned())),
            None => return usage(),
        }
    }
    if tables.is_empty() {
        return usage();
    }
    let read: Vec<Result<Table, String>> = thread::scope(|scope| {
        let start = |(name, file)| scope.spawn(move || Table::read(name, file));
        let running: Vec<_> = tables
            .iter()
            .map(|(name, file)| start((name, file)))
            .collect();
        let stopped = |_| Err("a table could not be read to its end".to_owned());
        let ended = running
            .into_iter()
            .map(|run| run.join().unwrap_or_else(stopped));
        ended.collect()
    });
    let mut good = true;
    for table in read {
        match table {
            Ok(table) if listing => print!("{}", table.differing()),
            Ok(table) => good &= table.report(),
            Err(reason) => {
                println!("not ok {reason}");
                good = false;
            }
        }
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn usage() -> ExitCode {
    eprintln!("flights [--differing] NAME=FILE.csv ...");
    ExitCode::from(2)
}
