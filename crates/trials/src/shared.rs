//! The cases that every interface has to answer alike.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// The JSON files of a folder, by name: `tests/cases` of the engine that is tried.
///
/// # Panics
///
/// The folder cannot be read, or holds something that is not JSON.
#[must_use]
pub fn shared_cases(folder: &Path) -> Vec<(String, Value)> {
    let shown = folder.display();
    let Ok(files) = fs::read_dir(folder) else {
        panic!("{shown} is no folder")
    };
    let read = |file: std::io::Result<fs::DirEntry>| {
        let path = file.ok()?.path();
        let name = path.file_stem()?.to_string_lossy().into_owned();
        Some((name, serde_json::from_slice(&fs::read(&path).ok()?).ok()?))
    };
    let cases: Option<Vec<(String, Value)>> = files.map(read).collect();
    let Some(mut cases) = cases else {
        panic!("{shown} holds something that is not JSON")
    };
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    cases
}
