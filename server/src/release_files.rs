//! The browser's files of the releases before and after: during a rolling update
//! a page of one release asks a process of another for its files.
//!
//! Every process leaves its files in a folder that all share and serves from there
//! what it has not itself. Their names carry the hash of what is in them, so files
//! of two releases never stand in each other's way
//! (`docs/decisions/0020-files-of-other-releases.md`).

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use backend::{Clock, Ids, RandomIds, SystemClock};

/// How often a process leaves its files again.
pub const AGAIN_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the files of a release stay after its last process has ended: longer than
/// a page stays open.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// How long the folder may take. They are a few files of a few hundred kilobytes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Leaves the files of `package` in `folder` again and again, each time after `pause`:
/// they are in use as long as the process runs.
pub async fn leave_again(package: PathBuf, folder: PathBuf, pause: Duration) {
    loop {
        tokio::time::sleep(pause).await;
        leave_or_warn(package.clone(), folder.clone()).await;
    }
}

/// Leaves the files of `package` in `folder`. Where that fails or takes too long, it
/// is logged and no more: the process serves its own release in any case.
pub async fn leave_or_warn(package: PathBuf, folder: PathBuf) {
    let shown = folder.display().to_string();
    let leaving = tokio::task::spawn_blocking(move || leave(&package, &folder));
    let fault = match tokio::time::timeout(PATIENCE, leaving).await {
        Ok(Ok(Ok(()))) => return,
        Ok(Ok(Err(error))) => error.to_string(),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "it does not answer".to_owned(),
    };
    tracing::warn!(folder = shown, fault, "AERO_RELEASE_FILES cannot be used");
}

/// Leaves the files of `package` in `folder`, and deletes there what no process
/// that ran lately has left. Others may be doing the same.
///
/// # Errors
/// The folder cannot be made or written to. What cannot be deleted is logged.
pub fn leave(package: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in files(package)? {
        let left = leave_file(&entry, folder)?;
        if let Some(modified) = modified(&left)? {
            newest = newest.max(modified);
        }
    }
    for entry in files(folder)? {
        let path = entry.path();
        // Measured by what was just written, whatever clock the folder's host has.
        let age = modified(&path)?.map(|modified| newest.duration_since(modified));
        if !matches!(age, Some(Ok(age)) if age > KEPT) {
            continue;
        }
        if let Err(error) = unless_gone(fs::remove_file(&path)) {
            let file = path.display();
            tracing::warn!(%file, %error, "an old file of a release cannot be deleted");
        }
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if unless_gone(entry.file_type())?.is_some_and(|kind| kind.is_file()) {
            files.push(entry);
        }
    }
    Ok(files)
}

fn modified(path: &Path) -> io::Result<Option<SystemTime>> {
    unless_gone(fs::metadata(path).and_then(|metadata| metadata.modified()))
}

/// Another process that starts now may have been quicker.
fn unless_gone<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Copies under another name first, which no other process has: nobody is ever
/// served half a file. What is there already is written again, so that its age
/// begins anew.
fn leave_file(entry: &fs::DirEntry, folder: &Path) -> io::Result<PathBuf> {
    let name = entry.file_name();
    // Not by the number of the process: in containers all have the same.
    let attempt = RandomIds.uuid(SystemClock.now());
    let unfinished = format!("{}.{attempt}.unfinished", name.display());
    let (unfinished, left) = (folder.join(unfinished), folder.join(&name));
    let copied = copy(&entry.path(), &unfinished);
    let copied = copied.and_then(|()| fs::rename(&unfinished, &left));
    if copied.is_err() {
        // Best effort: it would be deleted with what is old.
        let _ = fs::remove_file(&unfinished);
    }
    copied.map(|()| left)
}

/// Not [`fs::copy`], which would copy rights as well: the folder is others', too.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = fs::File::open(from)?;
    let mut to = fs::File::create_new(to)?;
    io::copy(&mut from, &mut to)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of one test, gone with it.
    struct Place(PathBuf);

    impl Place {
        fn new() -> Self {
            let name = format!("aero-releases-{}", RandomIds.uuid(SystemClock.now()));
            Self(std::env::temp_dir().join(name))
        }

        /// A folder in it with these files, which hold their names.
        fn release(&self, name: &str, files: &[&str]) -> PathBuf {
            let folder = self.0.join(name);
            fs::create_dir_all(&folder).unwrap();
            for file in files {
                fs::write(folder.join(file), file).unwrap();
            }
            folder
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn grow_old(file: &Path, days: u64) {
        let before = Duration::from_secs(days * 24 * 60 * 60);
        let file = fs::File::options().write(true).open(file).unwrap();
        file.set_modified(SystemTime::from(SystemClock.now()) - before)
            .unwrap();
    }

    fn names(folder: &Path) -> Vec<String> {
        let files = files(folder).unwrap().into_iter();
        let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn files_of_releases_lie_side_by_side_until_they_are_old() {
        let place = Place::new();
        let old = place.release("old", &["aero.1.js"]);
        let new = place.release("new", &["aero.2.js", "aero.2.js.br"]);
        let shared = place.0.join("shared");
        leave(&old, &shared).unwrap();
        leave(&new, &shared).unwrap();
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared), ["aero.1.js", "aero.2.js", "aero.2.js.br"]);
        assert_eq!(fs::read(shared.join("aero.1.js")).unwrap(), b"aero.1.js");

        grow_old(&shared.join("aero.1.js"), 29);
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared).len(), 3);
        grow_old(&shared.join("aero.1.js"), 31);
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared), ["aero.2.js", "aero.2.js.br"]);
    }

    /// Else those of a release that ran for a month would go with the first process of
    /// the next one.
    #[tokio::test]
    async fn a_process_leaves_its_files_again_as_long_as_it_runs() {
        let place = Place::new();
        let old = place.release("old", &["aero.1.js"]);
        let new = place.release("new", &["aero.2.js"]);
        let shared = place.0.join("shared");
        leave(&old, &shared).unwrap();
        grow_old(&shared.join("aero.1.js"), 31);
        let pause = Duration::from_millis(10);
        let running = tokio::spawn(leave_again(old, shared.clone(), pause));
        let today = SystemTime::from(SystemClock.now()) - Duration::from_secs(60 * 60);
        testing::until("it is left again", async || {
            let left = modified(&shared.join("aero.1.js")).unwrap()?;
            (left > today).then_some(())
        })
        .await;
        running.abort();
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared), ["aero.1.js", "aero.2.js"]);
    }

    /// As replicas that start together do, all with the same number of a process.
    #[test]
    fn many_leave_the_same_release_at_once_and_none_fails_or_leaves_half_a_file() {
        const AT_ONCE: usize = 16;
        const ROUNDS: usize = 20;
        let place = Place::new();
        let package = place.release("new", &[]);
        let whole = vec![7; 300_000];
        for name in ["aero.2.js", "aero.2.wasm"] {
            fs::write(package.join(name), &whole).unwrap();
        }
        let shared = place.release("shared", &[]);
        for round in 0..ROUNDS {
            // Something to sweep, which one of them finds first.
            for number in 0..20 {
                let old = shared.join(format!("aero.{round}-{number}.js"));
                fs::write(&old, "old").unwrap();
                grow_old(&old, 31);
            }
            let start = std::sync::Barrier::new(AT_ONCE);
            std::thread::scope(|threads| {
                for _ in 0..AT_ONCE {
                    threads.spawn(|| {
                        start.wait();
                        leave(&package, &shared).unwrap();
                        for name in ["aero.2.js", "aero.2.wasm"] {
                            assert!(fs::read(shared.join(name)).unwrap() == whole, "{name}");
                        }
                    });
                }
            });
            assert_eq!(names(&shared), ["aero.2.js", "aero.2.wasm"]);
        }
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_to_is_an_error_here_and_no_end_of_the_start() {
        let place = Place::new();
        let package = place.release("new", &["aero.2.js"]);
        // A file stands where the folder should be.
        let folder = package.join("aero.2.js");
        assert!(leave(&package, &folder).is_err());
        leave_or_warn(package, folder).await;
    }
}
