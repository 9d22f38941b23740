//! An authority of one's own, and a certificate for a test's PostgreSQL.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::programs::Programs;

/// The files of a server that speaks TLS, and where it listens.
#[derive(Debug)]
pub(crate) struct Tls {
    /// The authority's certificate, which clients can be told to trust.
    pub(crate) authority: PathBuf,
    /// Where the server listens, on 127.0.0.1.
    pub(crate) port: u16,
    certificate: PathBuf,
    key: PathBuf,
}

impl Tls {
    /// Makes keys and certificates in `folder`. The server's is for `localhost`, not
    /// for its address.
    pub(crate) fn make(programs: &Programs, folder: &Path) -> io::Result<Self> {
        let file = |name: &str| folder.join(name);
        let key = file("server.key");
        let tls = Self {
            authority: file("authority.crt"),
            port: free_port()?,
            certificate: file("server.crt"),
            key,
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
        fs::set_permissions(&tls.key, fs::Permissions::from_mode(0o600))?;
        programs.give(&tls.key)?;
        programs.give(&tls.certificate)?;
        Ok(tls)
    }

    /// For the command line of the server.
    pub(crate) fn settings(&self) -> String {
        format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c ssl=on -c ssl_cert_file={} -c ssl_key_file={}",
            self.port,
            self.certificate.display(),
            self.key.display()
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
