//! What is wrong with an installation.

mod live;
mod settings;

use std::{io::Write, sync::Arc};

use backend::{Backend, SystemClock};
use db::ConnectedAs;

use crate::{
    config::{BlobConfig, Config},
    lifecycle, worker,
};

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
            Ok(good) => Self::line(what, &good),
            Err(fault) => {
                self.faults += 1;
                Self::line(what, &format!("FAULT: {fault}"));
            }
        }
    }

    fn warn(what: &str, warning: &str) {
        Self::line(what, &format!("WARNING: {warning}"));
    }

    /// Who reads no further, as `head` does, misses nothing that counts: how many
    /// faults there are is said on standard error.
    fn line(what: &str, text: &str) {
        let _ = writeln!(std::io::stdout(), "{what:<10} {text}");
    }
}

/// Checks settings, database and files, and says what it found, one a line.
pub async fn run(config: &Config) -> Result<(), String> {
    let mut report = Report::default();
    let serving = format!("serving {} on {}", config.site.origin, config.listen);
    report.say("settings", Ok(serving));
    for warning in settings::warnings(config) {
        Report::warn("settings", &warning);
    }
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    check_database(&mut report, &backend).await;
    check_files(&mut report, config);
    check_mail(&mut report, config);
    check_blobs(&mut report, config).await;
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
    report.say(
        "database",
        Ok(format!("answers the role {}", connected.role)),
    );
    if let Some(warning) = too_mighty(&connected) {
        Report::warn("database", &warning);
    }
    if !check_schema(report, backend).await {
        return;
    }
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

/// Whether the tables are those of this release; without them nothing else can be
/// asked.
async fn check_schema(report: &mut Report, backend: &Backend) -> bool {
    let found = match migration::pending_on(backend.db().reads()).await {
        Ok(steps) => schema(steps.len()),
        Err(error) => Err(error.to_string()),
    };
    let is_there = found.is_ok();
    report.say("schema", found);
    is_there
}

fn schema(steps_behind: usize) -> Result<String, String> {
    match steps_behind {
        0 => Ok("up to date".to_owned()),
        1 => Err("1 step behind; run aero migrate".to_owned()),
        steps => Err(format!("{steps} steps behind; run aero migrate")),
    }
}

/// Why the service should have another role.
fn too_mighty(connected: &ConnectedAs) -> Option<String> {
    let ConnectedAs { role, .. } = connected;
    match (connected.is_superuser, connected.owns_tables) {
        (true, _) => Some(format!(
            "{role} is a superuser: a fault of the program could reach the whole cluster; \
             let a role serve that owns nothing (docs/decisions/0017-two-database-roles.md)"
        )),
        (false, true) => Some(format!(
            "{role} owns the tables and could rewrite what happened to a claim; \
             let a role serve that owns nothing (docs/decisions/0017-two-database-roles.md)"
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
}

/// Stores a few bytes and deletes them.
async fn check_blobs(report: &mut Report, config: &Config) {
    let place = match &config.blobs {
        None => return,
        Some(BlobConfig::Folder(path)) => format!("in {}", path.display()),
        Some(BlobConfig::S3(s3)) => format!("in the bucket {}", s3.bucket),
    };
    let found = match worker::blobs(config) {
        Ok(Some(store)) => store.check().await.map_err(|error| error.to_string()),
        Ok(None) => Ok(()),
        Err(error) => Err(error),
    };
    report.say("blobs", found.map(|()| place));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(is_superuser: bool, owns_tables: bool) -> Option<String> {
        too_mighty(&ConnectedAs {
            role: "aero".to_owned(),
            is_superuser,
            owns_tables,
        })
    }

    #[test]
    fn a_role_that_may_too_much_is_named_with_what_to_do() {
        assert_eq!(role(false, false), None);
        for (warning, why) in [
            (role(true, true), "aero is a superuser"),
            (role(true, false), "aero is a superuser"),
            (role(false, true), "aero owns the tables"),
        ] {
            let warning = warning.expect("a warning");
            assert!(warning.starts_with(why), "{warning}");
            assert!(warning.contains("let a role serve"), "{warning}");
        }
    }

    #[test]
    fn a_schema_that_is_behind_says_what_to_do() {
        assert_eq!(schema(0), Ok("up to date".to_owned()));
        assert_eq!(schema(1), Err("1 step behind; run aero migrate".to_owned()));
        assert_eq!(
            schema(7),
            Err("7 steps behind; run aero migrate".to_owned())
        );
    }
}
