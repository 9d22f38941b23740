//! Where the programs of PostgreSQL are, and as whom they can run.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the programs, and what must stand before each command line.
#[derive(Debug, Clone)]
pub(crate) struct Programs {
    bin: PathBuf,
    as_user: Vec<String>,
    owner: Option<u32>,
}

impl Programs {
    /// Looks in `AERO_PG_BIN`, where `pg_config` says, where Debian puts them
    /// (the newest version first) and on the `PATH`.
    pub(crate) fn find() -> io::Result<Self> {
        let bin = candidates()
            .into_iter()
            .find(|folder| folder.join("initdb").is_file())
            .ok_or_else(|| {
                io::Error::new(
                    io::ErrorKind::NotFound,
                    "no PostgreSQL programs found: install PostgreSQL, or name the folder \
                     of initdb in AERO_PG_BIN, or a running one in AERO_TEST_DATABASE_URL",
                )
            })?;
        let (as_user, owner) = unprivileged();
        Ok(Self {
            bin,
            as_user,
            owner,
        })
    }

    /// The command line that runs `program`, without its arguments.
    pub(crate) fn line(&self, program: &str) -> Vec<String> {
        self.line_of(&self.bin.join(program))
    }

    /// The same for a program from elsewhere.
    pub(crate) fn line_of(&self, program: &Path) -> Vec<String> {
        let mut line = self.as_user.clone();
        line.push(program.to_string_lossy().into_owned());
        line
    }

    /// Runs `program` to its end; what it printed becomes the error.
    pub(crate) fn run<I, S>(&self, program: &str, arguments: I) -> io::Result<()>
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let line = self.line(program);
        let output = Command::new(&line[0])
            .args(&line[1..])
            .args(arguments)
            .output()?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(io::Error::other(format!("{program} failed: {said}")))
    }

    /// Gives a file or folder to the user that PostgreSQL runs as.
    pub(crate) fn give(&self, path: &Path) -> io::Result<()> {
        match self.owner {
            Some(uid) => chown(path, Some(uid), None),
            None => Ok(()),
        }
    }
}

fn candidates() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = env::var_os("AERO_PG_BIN")
        .map(PathBuf::from)
        .into_iter()
        .collect();
    folders.extend(printed("pg_config", &["--bindir"]).map(PathBuf::from));
    let mut packaged: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    packaged.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    folders.extend(packaged.into_iter().map(|(_, folder)| folder));
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path));
    }
    folders
}

/// PostgreSQL refuses to run as root, so root steps down: to the user of the
/// installed package, or, where there is none, into a user namespace.
pub(crate) fn unprivileged() -> (Vec<String>, Option<u32>) {
    if printed("id", &["-u"]).as_deref() != Some("0") {
        return (Vec::new(), None);
    }
    let line: &[&str] = match printed("id", &["-u", "postgres"]).and_then(|uid| uid.parse().ok()) {
        Some(uid) => {
            let line = [
                "setpriv",
                "--reuid=postgres",
                "--regid=postgres",
                "--clear-groups",
                "--",
            ];
            return (line.map(str::to_owned).to_vec(), Some(uid));
        }
        None => &["unshare", "--user", "--map-user=65534", "--map-group=65534"],
    };
    (line.iter().map(|word| (*word).to_owned()).collect(), None)
}

fn printed(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
