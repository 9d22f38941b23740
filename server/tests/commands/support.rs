//! Running a command, and the shared cases.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// Runs `aero COMMAND` without any setting, with this on standard input.
pub fn aero(command: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aero"))
        .arg(command)
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that has seen enough closes its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// What a command said.
pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The shared cases of a crate with their files, by name.
pub fn shared_cases(name: &str) -> Vec<(PathBuf, Value)> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../crates/{name}/tests/cases"));
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let case = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            (path, case)
        })
        .collect();
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    cases
}
