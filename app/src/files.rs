//! The browser's files, under the names they have in this build.

use std::sync::Arc;

/// Where a page finds its style sheet, its script and its WASM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserFiles {
    /// The style sheet.
    pub style: String,
    /// The script that loads the WASM.
    pub script: String,
    /// The islands.
    pub wasm: String,
}

/// The style sheet itself, beside a request whose page is to bring it along.
/// Only the server can put it there.
#[derive(Debug, Clone)]
pub struct StyleWithin(pub Arc<str>);
