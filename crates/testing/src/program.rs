//! A program that runs beside a test and ends with it.

use std::fs::{self, File};
use std::io;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::until;

/// Kills the program when its own input ends, which it does with the test process.
const WATCHDOG: &str = r#"trap '' INT TERM HUP; cat >/dev/null; kill -KILL "$1""#;

/// A running program, killed when this is dropped, and also when the process ends
/// without dropping it.
#[derive(Debug)]
pub struct Program {
    child: Child,
    watchdog: Child,
    log: PathBuf,
}

impl Program {
    /// Starts it; what it says goes into the file `log`, after what stands there.
    ///
    /// # Errors
    /// It is not there, or the file cannot be written.
    pub fn start(command: &mut Command, log: &Path) -> io::Result<Self> {
        let file = File::options().create(true).append(true).open(log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .process_group(0)
            .spawn()?;
        let watchdog = Command::new("sh")
            .args(["-c", WATCHDOG, "sh", &child.id().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        Ok(Self {
            child,
            watchdog,
            log: log.to_owned(),
        })
    }

    /// Sends SIGTERM, and does not wait.
    ///
    /// # Errors
    /// There is no `kill`.
    pub fn terminate(&self) -> io::Result<()> {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status()?;
        Ok(())
    }

    /// Sends SIGTERM, waits for the end, and says how it ended.
    ///
    /// # Errors
    /// There is no `kill`, or it cannot be waited for.
    ///
    /// # Panics
    /// When it goes on regardless.
    pub async fn stop(&mut self) -> io::Result<ExitStatus> {
        self.terminate()?;
        let ended = async || self.ended().transpose();
        until("the program ends", ended).await
    }

    /// Sends SIGKILL and waits for the end.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(|_| ())
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// What it has said.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // First the watchdog: the number may be another's once the program is gone.
        // Best effort, as nothing more can be done.
        let _ = self.watchdog.kill();
        let _ = self.watchdog.wait();
        let _ = self.kill();
    }
}

/// A port of 127.0.0.1 that is free now, from below those that systems take for
/// connections: no connection of another test has it when the program starts, or
/// starts again.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn listening_port() -> u16 {
    const FIRST: u32 = 10_000;
    const NUMBER: u32 = 22_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    // Each process begins elsewhere.
    let begin = std::process::id().wrapping_mul(7_919);
    let mut ports = (0..NUMBER).map(|_| {
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        FIRST + begin.wrapping_add(next) % NUMBER
    });
    let port = ports.find_map(|port| {
        let port = u16::try_from(port).ok()?;
        TcpListener::bind(("127.0.0.1", port)).ok().map(|_| port)
    });
    port.expect("a free port")
}
