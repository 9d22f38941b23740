//! Commands that take JSON and give JSON: one document, or one a line.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write},
    process::ExitCode,
};

use rights::contract::Fault;
use serde::Serialize;
use serde_json::{Value, json};

/// What to read.
#[derive(clap::Args)]
pub struct Arguments {
    /// One case a line, one answer a line
    #[arg(long)]
    jsonl: bool,
    /// The file with the case, or - for standard input
    file: String,
}

/// Lines between two words of progress on a terminal.
const PROGRESS: u64 = 10_000;

/// Answers a document, or a file of them.
///
/// Exit 0: answered, whatever the outcome. Exit 2: not readable or not what is
/// asked for, with one line a fault on standard error.
pub fn run<T: Serialize>(
    arguments: &Arguments,
    answer: impl Fn(&[u8]) -> Result<T, Vec<Fault>>,
) -> ExitCode {
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
        true => lines(input, answer),
        false => one(input, answer),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{}: {error}", arguments.file);
        ExitCode::from(2)
    })
}

fn one<T: Serialize>(
    mut input: impl Read,
    answer: impl Fn(&[u8]) -> Result<T, Vec<Fault>>,
) -> io::Result<ExitCode> {
    let mut text = Vec::new();
    input.read_to_end(&mut text)?;
    match answer(&text) {
        Ok(answer) => {
            let json = serde_json::to_string_pretty(&answer)?;
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

/// Bounded memory: a line is read, answered, written and forgotten.
fn lines<T: Serialize>(
    input: impl Read,
    answer: impl Fn(&[u8]) -> Result<T, Vec<Fault>>,
) -> io::Result<ExitCode> {
    let mut input = BufReader::new(input);
    let mut output = BufWriter::new(io::stdout().lock());
    let shows_progress = io::stderr().is_terminal();
    let mut line = Vec::new();
    let mut count = 0_u64;
    while read_line(&mut input, &mut line)? {
        serde_json::to_writer(&mut output, &on_line(answer(line.trim_ascii())))?;
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
enum Line<T> {
    Answered(Box<T>),
    Faulty(Value),
}

fn on_line<T>(answer: Result<T, Vec<Fault>>) -> Line<T> {
    match answer {
        Ok(answer) => Line::Answered(Box::new(answer)),
        Err(faults) => {
            let faults: Vec<Value> = faults
                .into_iter()
                .map(|fault| json!({ "path": fault.path, "code": fault.code, "message": fault.message }))
                .collect();
            Line::Faulty(json!({ "error": { "errors": faults } }))
        }
    }
}
