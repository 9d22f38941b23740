use std::{net::SocketAddr, time::Duration};

use crate::{listener::Shutdown, mail_catcher::RunningMailCatcher};

/// Where it listens.
#[derive(clap::Args)]
pub struct Arguments {
    /// Where mail is taken, on this machine
    #[arg(long, default_value = "127.0.0.1:2525")]
    smtp: SocketAddr,
    /// Where it can be read, on this machine
    #[arg(long, default_value = "127.0.0.1:8025")]
    page: SocketAddr,
}

/// Catches mail until the shutdown signal.
pub async fn run(arguments: &Arguments) -> Result<(), String> {
    let catcher = RunningMailCatcher::start(arguments.smtp, arguments.page).await?;
    println!("AERO_SMTP_URL=smtp://{}", arguments.smtp);
    println!("Caught mail: http://{}/", catcher.page());
    tokio::select! {
        () = catcher.wait() => {}
        () = Shutdown::default().on_signals(Duration::ZERO) => {}
    }
    Ok(())
}
