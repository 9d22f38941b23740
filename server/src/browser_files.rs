//! Which names the browser's files have.

use std::{path::PathBuf, sync::Arc};

use app::files::BrowserFiles;
use leptos::config::LeptosOptions;

/// The names, found out once; again for each page while cargo-leptos watches,
/// since it gives the files new names under a running server.
#[derive(Clone)]
pub struct FileNames {
    leptos: LeptosOptions,
    found: Arc<BrowserFiles>,
    watched: bool,
}

impl FileNames {
    /// Finds the names out.
    ///
    /// # Errors
    /// The names carry a hash, and the list of hashes cannot be read.
    pub fn find(leptos: LeptosOptions, watched: bool) -> Result<Self, String> {
        let found = Arc::new(find(&leptos)?);
        Ok(Self {
            leptos,
            found,
            watched,
        })
    }

    /// The names now.
    pub fn now(&self) -> Arc<BrowserFiles> {
        let again = self.watched.then(|| find(&self.leptos).ok()).flatten();
        again.map_or_else(|| self.found.clone(), Arc::new)
    }

    /// Whether they may change while the server runs.
    pub fn may_change(&self) -> bool {
        self.watched
    }
}

fn find(leptos: &LeptosOptions) -> Result<BrowserFiles, String> {
    let hashes = if leptos.hash_files {
        let list = list_of_hashes(leptos);
        std::fs::read_to_string(&list).map_err(|error| {
            format!(
                "{} with the hashes of the browser's files cannot be read: {error}",
                list.display()
            )
        })?
    } else {
        String::new()
    };
    let name = |kind: &str| {
        let hash = hashes
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(file, _)| file.trim() == kind)
            .map(|(_, hash)| format!(".{}", hash.trim()))
            .unwrap_or_default();
        let (folder, output) = (&leptos.site_pkg_dir, &leptos.output_name);
        format!("/{folder}/{output}{hash}.{kind}")
    };
    Ok(BrowserFiles {
        style: name("css"),
        script: name("js"),
        wasm: name("wasm"),
    })
}

/// cargo-leptos writes it beside the program.
fn list_of_hashes(leptos: &LeptosOptions) -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.with_file_name(leptos.hash_file.as_ref())
}
