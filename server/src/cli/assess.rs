use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write},
    process::ExitCode,
};

use backend::{Clock, SystemClock};
use domain::Language;
use jiff::{civil::Date, tz::TimeZone};
use rights::{Case, contract};
use serde::Serialize;
use serde_json::{Value, json};
use text::law;

/// What to judge.
#[derive(clap::Args)]
pub struct Arguments {
    /// One case a line, one assessment a line
    #[arg(long)]
    jsonl: bool,
    /// The file with the case, or - for standard input
    file: String,
}

/// Lines between two words of progress on a terminal.
const PROGRESS: u64 = 10_000;

/// Judges a case, or a file of them.
///
/// Exit 0: assessed, whatever the outcome. Exit 2: not readable or not a case,
/// with one line a fault on standard error.
pub fn run(arguments: &Arguments) -> ExitCode {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let input: Box<dyn Read> = match arguments.file.as_str() {
        "-" => Box::new(io::stdin()),
        path => match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::from(2);
            }
        },
    };
    let done = match arguments.jsonl {
        true => lines(input, today),
        false => one(input, today),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{}: {error}", arguments.file);
        ExitCode::from(2)
    })
}

fn one(mut input: impl Read, today: Date) -> io::Result<ExitCode> {
    let mut text = Vec::new();
    input.read_to_end(&mut text)?;
    match contract::parse_case(&text, today, &reference::Embedded) {
        Ok(case) => {
            let json = serde_json::to_string_pretty(&assess(&case))?;
            writeln!(io::stdout(), "{json}")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            for fault in faults {
                let path = if fault.path.is_empty() {
                    "$"
                } else {
                    &fault.path
                };
                eprintln!("{path}: {}", fault.message);
            }
            Ok(ExitCode::from(2))
        }
    }
}

/// Bounded memory: a line is read, assessed, written and forgotten.
fn lines(input: impl Read, today: Date) -> io::Result<ExitCode> {
    let mut input = BufReader::new(input);
    let mut output = BufWriter::new(io::stdout().lock());
    let shows_progress = io::stderr().is_terminal();
    let mut line = Vec::new();
    let mut count = 0_u64;
    while read_line(&mut input, &mut line)? {
        serde_json::to_writer(&mut output, &answer(&line, today))?;
        output.write_all(b"\n")?;
        count += 1;
        if shows_progress && count.is_multiple_of(PROGRESS) {
            eprint!("\r{count} cases");
        }
    }
    output.flush()?;
    if shows_progress && count >= PROGRESS {
        eprintln!("\r{count} cases");
    }
    Ok(ExitCode::SUCCESS)
}

/// Longest line: no case of eight legs comes near it.
const MAX_LINE: u64 = 1024 * 1024;

/// Reads a line; of one that is too long only the beginning is kept, which is
/// then no case.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    if input.by_ref().take(MAX_LINE).read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    while line.len() as u64 == MAX_LINE && line.last() != Some(&b'\n') {
        let mut rest = Vec::new();
        let read = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut rest)?;
        if read == 0 || rest.last() == Some(&b'\n') {
            break;
        }
    }
    Ok(true)
}

/// What stands on a line of the output.
#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Assessed(Box<contract::Answer>),
    Faulty(Value),
}

fn answer(line: &[u8], today: Date) -> Line {
    match contract::parse_case(line.trim_ascii(), today, &reference::Embedded) {
        Ok(case) => Line::Assessed(Box::new(assess(&case))),
        Err(faults) => {
            let faults: Vec<Value> = faults
                .into_iter()
                .map(|fault| json!({ "path": fault.path, "code": fault.code, "message": fault.message }))
                .collect();
            Line::Faulty(json!({ "error": { "errors": faults } }))
        }
    }
}

fn assess(case: &Case) -> contract::Answer {
    let assessment = rights::assess(case, &reference::Embedded);
    law::answer(Language::En, case, &assessment)
}
