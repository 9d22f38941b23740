//! Writes what the fuzzer starts from: `seeds FOLDER` fills `FOLDER/json_case`
//! with the shared cases of the contract and some of the generator's,
//! `FOLDER/assess` with bytes for the generator, and `FOLDER/recourse` with the
//! shared facts of claims, some made and bytes to make them of.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

/// Seeds of the generator.
const COUNT: u64 = 64;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--lines", count] => lines(count.parse().map_err(io::Error::other)?),
        [folder] => seeds(Path::new(folder)),
        _ => Err(io::Error::other("seeds FOLDER | seeds --lines COUNT")),
    }
}

/// Prints cases.
fn lines(count: u64) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    for seed in 0..count {
        let case = trials::well_formed_case(&trials::seeded(seed));
        writeln!(output, "{}", trials::json(&case))?;
    }
    output.flush()
}

/// Fills the folder.
fn seeds(folder: &Path) -> io::Result<()> {
    let (json_case, assess) = (folder.join("json_case"), folder.join("assess"));
    fs::create_dir_all(&json_case)?;
    fs::create_dir_all(&assess)?;
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../rights/tests/cases"))? {
        let path = file?.path();
        let shared: Value = serde_json::from_slice(&fs::read(&path)?)?;
        let name = path.file_name().unwrap_or_default();
        fs::write(json_case.join(name), shared["case"].to_string())?;
    }
    let claims = folder.join("recourse");
    fs::create_dir_all(&claims)?;
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../recourse/tests/cases"))?
    {
        let path = file?.path();
        let shared: Value = serde_json::from_slice(&fs::read(&path)?)?;
        fs::write(
            claims.join(path.file_name().unwrap_or_default()),
            shared["facts"].to_string(),
        )?;
    }
    for seed in 0..COUNT {
        let bytes = trials::seeded(seed);
        let facts = trials::claim_json(&trials::claim(&bytes)).to_string();
        fs::write(claims.join(format!("seed-{seed}.json")), facts)?;
        fs::write(claims.join(format!("seed-{seed}")), &bytes)?;
        let case = trials::json(&trials::well_formed_case(&bytes));
        fs::write(
            json_case.join(format!("seed-{seed}.json")),
            case.to_string(),
        )?;
        fs::write(assess.join(format!("seed-{seed}")), bytes)?;
    }
    Ok(())
}
