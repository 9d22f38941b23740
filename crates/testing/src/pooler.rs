//! PgBouncer before a private PostgreSQL, giving each transaction a connection.

use std::fs;
use std::io;
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::programs::Programs;
use crate::tls::free_port;

/// Ends the pooler when its own input ends, which it does with the test process.
const WATCHDOG: &str = r#"trap '' INT TERM HUP; "$@" & cat >/dev/null; kill -KILL $!"#;

/// A running PgBouncer, stopped when this is dropped.
#[derive(Debug)]
pub struct Pooler {
    port: u16,
    watchdog: Child,
}

impl Pooler {
    /// Fewer connections to PostgreSQL than a test opens to the pooler, so that they
    /// change hands.
    pub(crate) fn start(programs: &Programs, folder: &Path) -> io::Result<Option<Self>> {
        let Some(program) = find() else {
            return Ok(None);
        };
        let port = free_port()?;
        let settings = folder.join("pgbouncer.ini");
        let text = format!(
            "[databases]\n* = host={} user=aero\n[pgbouncer]\nlisten_addr = 127.0.0.1\n\
             listen_port = {port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\n\
             default_pool_size = 2\nmax_client_conn = 100\n",
            folder.display()
        );
        fs::write(&settings, text)?;
        programs.give(&settings)?;
        let watchdog = Command::new("sh")
            .args(["-c", WATCHDOG, "sh"])
            .args(programs.line_of(&program))
            .arg("-q")
            .arg(&settings)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        let pooler = Self { port, watchdog };
        pooler.await_it()?;
        Ok(Some(pooler))
    }

    /// The address of `database` by way of the pooler.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("postgres://aero@127.0.0.1:{}/{database}", self.port)
    }

    fn await_it(&self) -> io::Result<()> {
        let began = Instant::now();
        loop {
            match TcpStream::connect(("127.0.0.1", self.port)) {
                Ok(_) => return Ok(()),
                Err(error) if began.elapsed() > Duration::from_secs(10) => return Err(error),
                Err(_) => std::thread::yield_now(),
            }
        }
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        drop(self.watchdog.stdin.take());
        // Best effort: a watchdog that cannot be waited for still does its work.
        let _ = self.watchdog.wait();
    }
}

/// Debian puts it where an ordinary account does not look.
fn find() -> Option<PathBuf> {
    [
        "/usr/sbin/pgbouncer",
        "/usr/bin/pgbouncer",
        "/usr/local/bin/pgbouncer",
    ]
    .map(PathBuf::from)
    .into_iter()
    .find(|program| program.is_file())
}
