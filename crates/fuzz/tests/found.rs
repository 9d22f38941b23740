//! What the fuzzer found once is tried every time: whatever lies in `found/`.

use std::path::Path;
use std::{fs, io};

/// The inputs kept for a target, with their names.
fn found(target: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("found")
        .join(target);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    fs::read_dir(folder)?
        .map(|file| {
            let path = file?.path();
            Ok((path.display().to_string(), fs::read(&path)?))
        })
        .collect()
}

fn try_all(target: &str, body: fn(&[u8])) {
    for (name, bytes) in found(target).expect("the inputs can be read") {
        println!("{name}");
        body(&bytes);
    }
    for bytes in [
        &b""[..],
        b"{}",
        b"[]",
        b"\xff",
        b"{\"legs\":[{}]}",
        &[0xff; 2048],
    ] {
        body(bytes);
    }
}

#[test]
fn what_was_found_at_the_json_case_is_mended() {
    try_all("json_case", fuzz::json_case);
}

#[test]
fn what_was_found_in_assessing_is_mended() {
    try_all("assess", fuzz::any_case);
}

#[test]
fn what_was_found_in_recourse_is_mended() {
    try_all("recourse", fuzz::recourse);
}
