//! A PostgreSQL of one's own, in a temporary folder.

use std::env;
use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::pooler::Pooler;
use crate::programs::Programs;
use crate::tls::Tls;

/// Tests may lose their data, so nothing waits for the disk. No port is opened:
/// a socket in the private folder cannot collide with anybody's.
const SETTINGS: &str = "-c listen_addresses= -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off -c autovacuum=off -c max_connections=200 -c shared_buffers=32MB";

/// Waits for the end of its input, which comes when the test process ends in
/// whatever way, then stops PostgreSQL and removes its folder. It ignores the
/// signals of the keyboard, which would otherwise reach it first.
const WATCHDOG: &str = r#"trap '' INT TERM HUP; cat >/dev/null; folder=$1; shift
"$@"; rm -rf -- "$folder""#;

/// A private PostgreSQL, stopped and removed when this is dropped, and also when
/// the process ends without dropping it.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    folder: PathBuf,
    watchdog: Child,
    tls: Option<Tls>,
}

impl Cluster {
    /// Makes a cluster and starts it; it accepts connections on return.
    ///
    /// # Errors
    /// When PostgreSQL is not installed or does not start.
    pub fn start() -> io::Result<Self> {
        Self::start_with(|_, _| Ok(None))
    }

    /// As [`Cluster::start`], and it also listens on 127.0.0.1 with a certificate for
    /// `localhost` that an authority of its own has signed.
    ///
    /// # Errors
    /// As [`Cluster::start`], and when there is no `openssl`.
    pub fn start_with_tls() -> io::Result<Self> {
        Self::start_with(|programs, folder| Tls::make(programs, folder).map(Some))
    }

    fn start_with(
        tls: impl FnOnce(&Programs, &Path) -> io::Result<Option<Tls>>,
    ) -> io::Result<Self> {
        let programs = Programs::find()?;
        let folder = private_folder()?;
        programs.give(&folder)?;
        let watchdog = watch(&programs, &folder)?;
        let tls = tls(&programs, &folder)?;
        let cluster = Self {
            programs,
            folder,
            watchdog,
            tls,
        };
        cluster.make()?;
        cluster.resume()?;
        Ok(cluster)
    }

    /// The address of `database` in this cluster, as its superuser.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        let folder = self.folder.display();
        // The socket is called by the port.
        let port = self.tls.as_ref().map_or(5432, |tls| tls.port);
        format!("postgres://aero@localhost:{port}/{database}?host={folder}")
    }

    /// The same by way of the network, where a cluster has one: `host` is a name of
    /// 127.0.0.1.
    ///
    /// # Panics
    /// When the cluster was started without TLS.
    #[must_use]
    pub fn tcp_url(&self, host: &str, database: &str) -> String {
        let tls = self.tls.as_ref().expect("a cluster with TLS");
        format!("postgres://aero@{host}:{}/{database}", tls.port)
    }

    /// The certificate of the authority, as a file.
    ///
    /// # Panics
    /// When the cluster was started without TLS.
    #[must_use]
    pub fn authority(&self) -> &Path {
        let tls = self.tls.as_ref().expect("a cluster with TLS");
        tls.authority()
    }

    /// A pooler before this cluster, or `None` where PgBouncer is not installed.
    ///
    /// # Errors
    /// When it is installed and does not start.
    pub fn pooler(&self) -> io::Result<Option<Pooler>> {
        Pooler::start(&self.programs, &self.folder)
    }

    /// Stops PostgreSQL as a crash would: without a word to its clients.
    ///
    /// # Errors
    /// When it was not running.
    pub fn crash(&self) -> io::Result<()> {
        self.pg_ctl(&["-m", "immediate", "stop"])
    }

    /// Stops PostgreSQL as an administrator does, ending every connection.
    ///
    /// # Errors
    /// When it was not running.
    pub fn stop(&self) -> io::Result<()> {
        self.pg_ctl(&["-m", "fast", "stop"])
    }

    /// Starts PostgreSQL again after [`Cluster::stop`] or [`Cluster::crash`].
    ///
    /// # Errors
    /// When it does not start; its log is in the error.
    pub fn resume(&self) -> io::Result<()> {
        let log = self.folder.join("log");
        let tls = self.tls.as_ref().map(Tls::settings).unwrap_or_default();
        let options = format!("-k {} {SETTINGS} {tls}", self.folder.display());
        self.pg_ctl(&["-l", &log.to_string_lossy(), "-o", &options, "start"])
            .map_err(|error| {
                let log = fs::read_to_string(&log).unwrap_or_default();
                io::Error::other(format!("{error}\n{log}"))
            })
    }

    fn make(&self) -> io::Result<()> {
        let data = self.folder.join("data");
        self.programs.run(
            "initdb",
            [
                "-D",
                &data.to_string_lossy(),
                "-U",
                "aero",
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
        )
    }

    fn pg_ctl(&self, arguments: &[&str]) -> io::Result<()> {
        let data = self.folder.join("data");
        let data = data.to_string_lossy();
        self.programs
            .run("pg_ctl", ["-D", &data, "-w"].iter().chain(arguments))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watchdog.stdin.take());
        // Best effort: a watchdog that cannot be waited for still does its work.
        let _ = self.watchdog.wait();
    }
}

fn watch(programs: &Programs, folder: &Path) -> io::Result<Child> {
    Command::new("sh")
        .args(["-c", WATCHDOG, "sh"])
        .arg(folder)
        .args(programs.line("pg_ctl"))
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-m", "immediate", "-w", "stop"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

fn private_folder() -> io::Result<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("aero-pg-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        match fs::DirBuilder::new().mode(0o700).create(&folder) {
            Ok(()) => {
                // The mode above is subject to the umask; PostgreSQL is strict.
                fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
                return Ok(folder);
            }
            // Left behind by a process that had our number before us.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}
