//! The commands of `aero`.

mod assess;
mod claims;
mod doctor;
mod json;
mod mail;
mod mail_catcher;
mod migrate;
mod recourse;
mod rules;
mod seed;
mod staff;
mod worker;

use std::{
    io::{BufWriter, IsTerminal},
    net::SocketAddr,
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

use crate::{config::Config, lifecycle, mail_catcher::RunningMailCatcher};

/// Flight compensation: the service and its tools.
#[derive(Parser)]
#[command(name = "aero", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site (what happens without a command, too)
    Serve(ServeArguments),
    /// Do the work that outlives requests: mail, and what recurs
    Worker(worker::Arguments),
    /// Bring the database to the newest schema
    Migrate,
    /// What a mail server tells, for the pipe of an address
    Mail(mail::Arguments),
    /// Take mail instead of a mail server and show it, on one's own machine
    MailCatcher(mail_catcher::Arguments),
    /// Judge a case, without a database
    Assess(json::Arguments),
    /// Name the forums for a claim that the airline refused, without a database
    Recourse(json::Arguments),
    /// The rules of law, each with its source and the day it was checked
    Rules(rules::Arguments),
    /// Single claims, for who runs the service
    Claims(claims::Arguments),
    /// Accounts of the review desk
    Staff(staff::Arguments),
    /// Make demo staff and demo claims, for a look around
    Seed(seed::Arguments),
    /// Check settings, database and files
    Doctor(doctor::Arguments),
}

/// How to serve.
#[derive(clap::Args, Default)]
struct ServeArguments {
    /// Do the work of `aero worker` in the same process
    #[arg(long)]
    with_worker: bool,
    /// Catch all mail instead of sending it, and show it at this address of this machine
    #[arg(long, value_name = "ADDRESS")]
    mail_catcher: Option<SocketAddr>,
}

/// Runs the command of the command line.
pub fn run() -> ExitCode {
    match Cli::parse()
        .command
        .unwrap_or(Command::Serve(ServeArguments::default()))
    {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Recourse(arguments) => recourse::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Mail(arguments) => arguments.run(),
        Command::Doctor(arguments) if arguments.live => doctor::live(),
        command => match Config::from_env() {
            Ok(config) => {
                let _log = log_to(&config);
                with_runtime(command, config)
            }
            Err(faults) => {
                eprintln!("The settings have faults:\n{faults}");
                ExitCode::from(2)
            }
        },
    }
}

fn with_runtime(command: Command, config: Config) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.to_string()),
    };
    let result = runtime.block_on(async {
        match command {
            Command::Serve(arguments) => serve(config, &arguments).await,
            Command::MailCatcher(arguments) => mail_catcher::run(&arguments).await,
            Command::Worker(arguments) => worker::run(&config, &arguments).await,
            Command::Migrate => migrate::run(&config).await,
            Command::Claims(arguments) => claims::run(&config, arguments).await,
            Command::Staff(arguments) => staff::run(&config, arguments).await,
            Command::Seed(arguments) => seed::run(&config, &arguments).await,
            Command::Doctor(_) => doctor::run(&config).await,
            // Done before: with no settings, or with exit codes of its own.
            Command::Assess(_) | Command::Recourse(_) | Command::Rules(_) | Command::Mail(_) => {
                Ok(())
            }
        }
    });
    // What is still at work was given its time.
    runtime.shutdown_background();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => failed(&fault),
    }
}

async fn serve(mut config: Config, arguments: &ServeArguments) -> Result<(), String> {
    for warning in doctor::warnings(&config) {
        tracing::warn!("{warning}");
    }
    if let Some(page) = arguments.mail_catcher {
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let catcher = RunningMailCatcher::start(any_port, page).await?;
        catcher.catch_mail_of(&mut config);
    }
    lifecycle::serve(config, arguments.with_worker).await
}

fn failed(fault: &str) -> ExitCode {
    eprintln!("{fault}");
    ExitCode::FAILURE
}

/// Lines are written by a thread of their own, many at once when many come; a busy
/// process waits for it rather than losing one. What is left is written when the guard
/// is dropped.
fn log_to(config: &Config) -> WorkerGuard {
    // The settings were refused if it could not be read.
    let filter = EnvFilter::new(&config.log.filter);
    let errors = std::io::stderr();
    let is_terminal = errors.is_terminal();
    let (writer, guard) = NonBlockingBuilder::default()
        .lossy(false)
        .thread_name("log")
        .finish(BufWriter::new(errors));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(is_terminal)
        .with_writer(writer);
    if config.log.json {
        log.json().init();
    } else {
        log.with_target(false).init();
    }
    guard
}
