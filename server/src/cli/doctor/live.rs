//! Whether the server on this machine is alive, for a container's health check.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    process::ExitCode,
    time::Duration,
};

use crate::config::Config;

/// Asks the server on this machine whether it is alive.
pub fn live() -> ExitCode {
    let listen = match Config::from_env() {
        Ok(config) => config.listen,
        Err(faults) => {
            eprintln!("{faults}");
            return ExitCode::from(2);
        }
    };
    match ask(listen) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) | Err(_) => ExitCode::FAILURE,
    }
}

fn ask(listen: SocketAddr) -> std::io::Result<bool> {
    // A server that listens everywhere is asked at home.
    let home = match listen {
        SocketAddr::V4(_) => [127, 0, 0, 1].into(),
        SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
    };
    let ip = if listen.ip().is_unspecified() {
        home
    } else {
        listen.ip()
    };
    let patience = Duration::from_secs(3);
    let mut connection = TcpStream::connect_timeout(&SocketAddr::new(ip, listen.port()), patience)?;
    connection.set_read_timeout(Some(patience))?;
    connection.write_all(b"GET /health/live HTTP/1.0\r\nhost: localhost\r\n\r\n")?;
    let mut answer = [0; 12];
    connection.read_exact(&mut answer)?;
    Ok(answer.ends_with(b" 200"))
}
