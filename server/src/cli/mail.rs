//! What a mail server tells by running this program.

use std::{
    io::{self, Read},
    process::ExitCode,
    sync::Arc,
};

use backend::{DeliveryStatusError, NotedDeliveryStatus, SystemClock};
use clap::{Args, Subcommand};
use domain::access::Operator;

use crate::{config::Config, lifecycle};

/// The largest notification that is read. Ours come back whole at most, with
/// their few pages of text.
const LONGEST: u64 = 1024 * 1024;

/// What mail servers make of how a program ends, from `sysexits.h`: they keep the
/// mail and try again.
///
/// No other of those codes is used. `EX_DATAERR` (65) and the like send the mail
/// back, and who stands as its sender need not have sent it: whoever writes to the
/// address with a false sender would have the mail server write to that one.
const EX_TEMPFAIL: u8 = 75;

/// What to do with a mail.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Take a delivery status notification (RFC 3464) from standard input, as a mail
    /// server pipes it: that a mail to a passenger came back then shows at the desk
    DeliveryStatus,
}

/// How taking a mail ended if it was not taken.
enum Failed {
    /// It never can be.
    ForGood(String),
    /// It may be later.
    ForNow(String),
}

impl Arguments {
    /// Does it, and says by the exit code what the mail server is to do with the
    /// mail: nothing more (0) or try again (75).
    pub fn run(&self) -> ExitCode {
        let What::DeliveryStatus = self.what;
        // Wrong settings are for the operator to mend; the mail waits meanwhile.
        let config = match Config::from_env() {
            Ok(config) => config,
            Err(faults) => return for_now(&faults.to_string()),
        };
        let _log = super::log_to(&config);
        match delivery_status(&config, io::stdin().lock()) {
            Ok(NotedDeliveryStatus::Bounced(status)) => {
                println!("noted: the mail came back ({status})");
                ExitCode::SUCCESS
            }
            Ok(NotedDeliveryStatus::Known) => {
                println!("nothing to note: known already");
                ExitCode::SUCCESS
            }
            Ok(NotedDeliveryStatus::NotFailed) => {
                println!("nothing to note: the mail arrived, or is late");
                ExitCode::SUCCESS
            }
            Err(Failed::ForGood(why)) => {
                tracing::info!(why, "a mail was left aside");
                ExitCode::SUCCESS
            }
            Err(Failed::ForNow(why)) => for_now(&why),
        }
    }
}

fn for_now(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(EX_TEMPFAIL)
}

fn delivery_status(config: &Config, from: impl Read) -> Result<NotedDeliveryStatus, Failed> {
    let notification = read(from)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failed::ForNow(error.to_string()))?;
    runtime.block_on(note(config, &notification))
}

fn read(from: impl Read) -> Result<Vec<u8>, Failed> {
    let mut notification = Vec::new();
    let read = from.take(LONGEST + 1).read_to_end(&mut notification);
    read.map_err(|error| Failed::ForNow(format!("standard input: {error}")))?;
    match notification.len() as u64 > LONGEST {
        true => Err(Failed::ForGood(format!(
            "the mail is larger than {LONGEST} bytes"
        ))),
        false => Ok(notification),
    }
}

async fn note(config: &Config, notification: &[u8]) -> Result<NotedDeliveryStatus, Failed> {
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await;
    let backend = backend.map_err(Failed::ForNow)?;
    let noted = backend.note_delivery_status(&Operator, notification).await;
    noted.map_err(|error| match error {
        DeliveryStatusError::Store(error) => Failed::ForNow(error.to_string()),
        error => Failed::ForGood(error.to_string()),
    })
}
