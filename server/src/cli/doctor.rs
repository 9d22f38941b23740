use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use backend::SystemClock;

use crate::{config::Config, lifecycle};

/// What to check.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only ask the running server whether it is alive, for a container's health check
    #[arg(long)]
    pub live: bool,
}

/// Checks settings, database and files, and says what it found, one a line.
pub async fn run(config: &Config) -> Result<(), String> {
    println!(
        "settings   good, serving {} on {}",
        config.origin, config.listen
    );
    let mut faults = 0;
    let mut report = |what: &str, found: Result<String, String>| match found {
        Ok(good) => println!("{what:<10} {good}"),
        Err(fault) => {
            faults += 1;
            println!("{what:<10} FAULT: {fault}");
        }
    };
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let answers = backend.db().ping().await.map_err(|error| error.to_string());
    let reachable = answers.is_ok();
    report("database", answers.map(|()| "answers".to_owned()));
    if reachable {
        let pending = migration::pending(&config.database.0)
            .await
            .map_err(|error| error.to_string());
        report(
            "schema",
            pending.and_then(|pending| match pending.as_slice() {
                [] => Ok("up to date".to_owned()),
                steps => Err(format!("{} steps behind; run aero migrate", steps.len())),
            }),
        );
        let staff = backend.has_staff().await.map_err(|error| error.to_string());
        report(
            "staff",
            staff.and_then(|any| match any {
                true => Ok("somebody can sign in".to_owned()),
                false => Err("nobody can sign in; run aero staff add".to_owned()),
            }),
        );
    }
    let pkg = config.site_root.join("pkg");
    report(
        "files",
        match pkg.is_dir() {
            true => Ok(format!("in {}", config.site_root.display())),
            false => Err(format!(
                "{} is missing; set LEPTOS_SITE_ROOT",
                pkg.display()
            )),
        },
    );
    match faults {
        0 => Ok(()),
        1 => Err("1 fault".to_owned()),
        count => Err(format!("{count} faults")),
    }
}

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
