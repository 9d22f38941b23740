//! Writes what the fuzzer starts from: `seeds FOLDER` fills `FOLDER/json_door`
//! with the shared cases of the contract and some of the generator's, and
//! `FOLDER/assess` with bytes for the generator.

use std::path::Path;
use std::{env, fs, io};

use serde_json::Value;

/// Seeds of the generator.
const COUNT: u64 = 64;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).unwrap_or_else(|| "seeds".into());
    let (json_door, assess) = (
        Path::new(&folder).join("json_door"),
        Path::new(&folder).join("assess"),
    );
    fs::create_dir_all(&json_door)?;
    fs::create_dir_all(&assess)?;
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../rights/tests/cases"))? {
        let path = file?.path();
        let shared: Value = serde_json::from_slice(&fs::read(&path)?)?;
        let name = path.file_name().unwrap_or_default();
        fs::write(json_door.join(name), shared["case"].to_string())?;
    }
    for seed in 0..COUNT {
        let bytes = trials::seeded(seed);
        let case = trials::json(&trials::well_formed_case(&bytes));
        fs::write(
            json_door.join(format!("seed-{seed}.json")),
            case.to_string(),
        )?;
        fs::write(assess.join(format!("seed-{seed}")), bytes)?;
    }
    Ok(())
}
