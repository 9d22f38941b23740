//! The browser's files of the releases before and after: during a rolling update
//! a page of one release asks a process of another for its files.
//!
//! Every process leaves its files in a folder that all share and serves from there
//! what it has not itself. Their names carry the hash of what is in them, so files
//! of two releases never stand in each other's way
//! (`docs/decisions/0020-files-of-other-releases.md`).

use std::{
    fs, io,
    path::Path,
    time::{Duration, SystemTime},
};

/// How long the files of a release stay after its last process has started: longer
/// than a page stays open.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Leaves the files of `package` in `folder`, and deletes there what no process
/// that was started lately has left.
///
/// # Errors
/// The folder cannot be made or written to.
pub fn leave(package: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in files(package)? {
        let left = leave_file(&entry, folder)?;
        newest = newest.max(fs::metadata(left)?.modified()?);
    }
    for entry in files(folder)? {
        // Measured by what was just written, whatever clock the folder's host has.
        let age = newest.duration_since(entry.metadata()?.modified()?);
        if age.is_ok_and(|age| age > KEPT) {
            delete(&entry.path())?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry);
        }
    }
    Ok(files)
}

/// Copies under another name first: nobody is ever served half a file. What is
/// there already is written again, so that its age begins anew.
fn leave_file(entry: &fs::DirEntry, folder: &Path) -> io::Result<std::path::PathBuf> {
    let name = entry.file_name();
    let unfinished = format!("{}.{}.unfinished", name.display(), std::process::id());
    let (unfinished, left) = (folder.join(unfinished), folder.join(&name));
    let mut from = fs::File::open(entry.path())?;
    let mut to = fs::File::create(&unfinished)?;
    io::copy(&mut from, &mut to)?;
    fs::rename(&unfinished, &left)?;
    Ok(left)
}

/// Another process that starts now may have been quicker.
fn delete(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let files = files(folder).unwrap().into_iter();
        let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn files_of_releases_lie_side_by_side_until_they_are_old() {
        let place = std::env::temp_dir().join(format!("aero-releases-{}", std::process::id()));
        let (old, new, shared) = (place.join("old"), place.join("new"), place.join("shared"));
        for (folder, name) in [
            (&old, "aero.1.js"),
            (&new, "aero.2.js"),
            (&new, "aero.2.js.br"),
        ] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(name), name).unwrap();
        }
        leave(&old, &shared).unwrap();
        leave(&new, &shared).unwrap();
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared), ["aero.1.js", "aero.2.js", "aero.2.js.br"]);
        assert_eq!(fs::read(shared.join("aero.1.js")).unwrap(), b"aero.1.js");

        let date = |days: u64| {
            let file = fs::File::options()
                .write(true)
                .open(shared.join("aero.1.js"));
            let file = file.unwrap();
            let now = fs::metadata(shared.join("aero.2.js")).unwrap().modified();
            let before = Duration::from_secs(days * 24 * 60 * 60);
            file.set_modified(now.unwrap() - before).unwrap();
        };
        date(29);
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared).len(), 3);
        date(31);
        leave(&new, &shared).unwrap();
        assert_eq!(names(&shared), ["aero.2.js", "aero.2.js.br"]);
        fs::remove_dir_all(&place).unwrap();
    }
}
