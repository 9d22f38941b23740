//! The native half: `agreement COUNT` prints the fingerprints of so many seeds,
//! a line each; `agreement --answer SEED` one case and its answer.

use std::io::{self, BufWriter, Write};
use std::{env, process::ExitCode};

use agreement::{answer_to, case_of, fingerprint, recourse_of};

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let mut output = BufWriter::new(io::stdout().lock());
    match (words.as_slice(), words.last().and_then(|word| number(word))) {
        ([_], Some(count)) => {
            for seed in 0..count {
                writeln!(output, "{}", fingerprint(seed))?;
            }
        }
        (["--answer", _], Some(seed)) => {
            let (case, answer) = (case_of(seed), answer_to(seed));
            writeln!(output, "{case}\n{answer}\n{}", recourse_of(seed))?;
        }
        _ => {
            eprintln!("agreement COUNT | agreement --answer SEED");
            return Ok(ExitCode::from(2));
        }
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
