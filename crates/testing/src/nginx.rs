//! nginx in a folder of its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::Program;
use crate::programs::unprivileged;

/// Around the file that is tried: no file of the system is read or written.
const AROUND: &str = "daemon off;
worker_processes 1;
error_log stderr warn;
pid FOLDER/nginx.pid;
events { worker_connections 512; }
http {
    access_log off;
    client_body_temp_path FOLDER/body;
    proxy_temp_path FOLDER/proxy;
    fastcgi_temp_path FOLDER/fastcgi;
    uwsgi_temp_path FOLDER/uwsgi;
    scgi_temp_path FOLDER/scgi;
    include FOLDER/aero.conf;
}
";

/// Starts nginx with `config`, a file of its `http` context, in the empty folder
/// `folder`; not as root.
///
/// # Errors
/// nginx is not installed (`deploy/local/packages.sh nginx` does that), or the
/// folder cannot be written.
pub fn start_nginx(folder: &Path, config: &str) -> io::Result<Program> {
    let program = find()?;
    let around = AROUND.replace("FOLDER", &folder.to_string_lossy());
    let main = folder.join("nginx.conf");
    fs::write(&main, around)?;
    fs::write(folder.join("aero.conf"), config)?;
    let log = folder.join("nginx.log");
    let (mut line, owner) = unprivileged();
    if let Some(owner) = owner {
        std::os::unix::fs::chown(folder, Some(owner), None)?;
    }
    line.push(program.to_string_lossy().into_owned());
    let mut command = Command::new(&line[0]);
    command
        .args(&line[1..])
        .arg("-p")
        .arg(folder)
        .arg("-c")
        .arg(main);
    // Before its file is read it would write to the system's log.
    command.args(["-e", "stderr"]);
    Program::start(&mut command, &log)
}

/// Debian puts it where an ordinary account does not look.
fn find() -> io::Result<PathBuf> {
    let places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];
    let mut places = places.map(PathBuf::from).into_iter();
    places.find(|program| program.is_file()).ok_or_else(|| {
        let why = "no nginx found: deploy/local/packages.sh nginx installs it";
        io::Error::new(io::ErrorKind::NotFound, why)
    })
}
