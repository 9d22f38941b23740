//! What is wrong with an installation.

mod live;
mod settings;

use std::sync::Arc;

use backend::{Backend, SystemClock};
use db::ConnectedAs;

use crate::{config::Config, lifecycle, worker};

pub use live::live;
pub use settings::warnings;

/// What to check.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only ask the running server whether it is alive, for a container's health check
    #[arg(long)]
    pub live: bool,
}

/// What was found: faults keep the service from working, warnings say that it works
/// and should not be left so.
#[derive(Default)]
struct Report {
    faults: u32,
}

impl Report {
    fn say(&mut self, what: &str, found: Result<String, String>) {
        match found {
            Ok(good) => println!("{what:<10} {good}"),
            Err(fault) => {
                self.faults += 1;
                println!("{what:<10} FAULT: {fault}");
            }
        }
    }

    fn warn(what: &str, warning: &str) {
        println!("{what:<10} WARNING: {warning}");
    }
}

/// Checks settings, database and files, and says what it found, one a line.
pub async fn run(config: &Config) -> Result<(), String> {
    let mut report = Report::default();
    let serving = format!("good, serving {} on {}", config.site.origin, config.listen);
    report.say("settings", Ok(serving));
    for warning in settings::warnings(config) {
        Report::warn("settings", &warning);
    }
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    check_database(&mut report, &backend).await;
    check_files(&mut report, config);
    check_mail(&mut report, config);
    match report.faults {
        0 => Ok(()),
        1 => Err("1 fault".to_owned()),
        count => Err(format!("{count} faults")),
    }
}

async fn check_database(report: &mut Report, backend: &Backend) {
    let connected = backend.db().connected_as().await;
    let connected = match connected {
        Ok(connected) => connected,
        Err(error) => return report.say("database", Err(error.to_string())),
    };
    report.say("database", Ok(format!("answers {}", connected.role)));
    if let Some(warning) = too_mighty(&connected) {
        Report::warn("database", &warning);
    }
    let pending = migration::pending_on(backend.db().reads()).await;
    let pending = pending.map_err(|error| error.to_string());
    report.say(
        "schema",
        pending.and_then(|pending| match pending.as_slice() {
            [] => Ok("up to date".to_owned()),
            steps => Err(format!("{} steps behind; run aero migrate", steps.len())),
        }),
    );
    let jobs = backend.job_counts().await;
    report.say(
        "jobs",
        jobs.map_err(|error| error.to_string())
            .and_then(|jobs| match jobs.failed {
                0 => Ok(format!("{} waiting, none failed", jobs.waiting)),
                failed => Err(format!("{failed} failed for good; see /en/desk/jobs")),
            }),
    );
    let staff = backend.has_staff().await.map_err(|error| error.to_string());
    report.say(
        "staff",
        staff.and_then(|any| match any {
            true => Ok("somebody can sign in".to_owned()),
            false => Err("nobody can sign in; run aero staff add".to_owned()),
        }),
    );
}

/// Why the service should have another role.
fn too_mighty(connected: &ConnectedAs) -> Option<String> {
    let ConnectedAs { role, .. } = connected;
    match (connected.is_superuser, connected.owns_tables) {
        (true, _) => Some(format!(
            "{role} is a superuser: a fault of the program could reach the whole cluster"
        )),
        (false, true) => Some(format!(
            "{role} owns the tables and could rewrite what happened to a claim; \
             let another role serve (AERO_DATABASE_APP_ROLE)"
        )),
        (false, false) => None,
    }
}

fn check_files(report: &mut Report, config: &Config) {
    let pkg = config.site.root.join("pkg");
    report.say(
        "files",
        match pkg.is_dir() {
            true => Ok(format!("in {}", config.site.root.display())),
            false => Err(format!(
                "{} is missing; set LEPTOS_SITE_ROOT",
                pkg.display()
            )),
        },
    );
}

fn check_mail(report: &mut Report, config: &Config) {
    match &config.smtp {
        Some(smtp) => report.say("mail", Ok(format!("from {}", smtp.from))),
        None => Report::warn("mail", "AERO_SMTP_URL is not set: no mail is sent"),
    }
    if let Some(path) = &config.blobs {
        let opened = worker::blobs(config);
        report.say("blobs", opened.map(|_| format!("in {}", path.display())));
    }
}
