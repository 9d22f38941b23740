//! An authority of one's own, and a certificate for a test's server.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::programs::Programs;

/// The files that a server needs to speak TLS, as PEM.
#[derive(Debug)]
pub struct Certificates {
    /// The authority's certificate, which clients can be told to trust.
    pub authority: PathBuf,
    /// The server's, for `localhost` and not for its address.
    pub certificate: PathBuf,
    /// The server's key.
    pub key: PathBuf,
}

impl Certificates {
    /// Makes keys and certificates in `folder`, of an authority that nobody else has.
    ///
    /// # Errors
    /// When there is no `openssl`.
    pub fn make(folder: &Path) -> io::Result<Self> {
        let file = |name: &str| folder.join(name);
        let made = Self {
            authority: file("authority.crt"),
            certificate: file("server.crt"),
            key: file("server.key"),
        };
        openssl(
            folder,
            "req -x509 -days 2 -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
            -subj /CN=authority -keyout authority.key -out authority.crt",
        )?;
        openssl(
            folder,
            "req -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 \
            -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout server.key -out server.csr",
        )?;
        openssl(
            folder,
            "x509 -req -days 2 -in server.csr -copy_extensions copy \
            -CA authority.crt -CAkey authority.key -CAcreateserial -out server.crt",
        )?;
        fs::set_permissions(&made.key, fs::Permissions::from_mode(0o600))?;
        Ok(made)
    }
}

/// The certificates of a PostgreSQL, and where it listens.
#[derive(Debug)]
pub(crate) struct Tls {
    files: Certificates,
    /// Where the server listens, on 127.0.0.1.
    pub(crate) port: u16,
}

impl Tls {
    /// Makes what the server needs in `folder`.
    pub(crate) fn make(programs: &Programs, folder: &Path) -> io::Result<Self> {
        let files = Certificates::make(folder)?;
        programs.give(&files.key)?;
        programs.give(&files.certificate)?;
        let port = free_port()?;
        Ok(Self { files, port })
    }

    /// See [`Certificates::authority`].
    pub(crate) fn authority(&self) -> &Path {
        &self.files.authority
    }

    /// For the command line of the server.
    pub(crate) fn settings(&self) -> String {
        format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c ssl=on -c ssl_cert_file={} -c ssl_key_file={}",
            self.port,
            self.files.certificate.display(),
            self.files.key.display()
        )
    }
}

/// Free now; nobody else is likely to take it before the server does.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn openssl(folder: &Path, arguments: &str) -> io::Result<()> {
    let output = Command::new("openssl")
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!("openssl {arguments}: {said}")))
}
