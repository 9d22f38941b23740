//! A stand-in for a mail server on one's own machine, with pages to read the mail.

use std::net::SocketAddr;

use backend::SmtpSettings;
use mail_catcher::{Mailbox, SmtpListener, pages};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::config::Config;

/// A mail catcher that was started; it ends with the process.
#[derive(Debug)]
pub struct RunningMailCatcher {
    smtp: SocketAddr,
    page: SocketAddr,
    serving: JoinHandle<()>,
}

impl RunningMailCatcher {
    /// Takes mail on one port and shows it on another, both of this machine only.
    ///
    /// # Errors
    /// A port is taken, or other machines could reach it.
    pub async fn start(smtp: SocketAddr, page: SocketAddr) -> Result<Self, String> {
        if !page.ip().is_loopback() {
            return Err(format!("{page} can be reached from other machines"));
        }
        let cannot = |address, error| format!("cannot listen on {address}: {error}");
        let mail = SmtpListener::bind(smtp)
            .await
            .map_err(|error| cannot(smtp, error))?;
        let web = TcpListener::bind(page)
            .await
            .map_err(|error| cannot(page, error))?;
        let smtp = mail.address().map_err(|error| cannot(smtp, error))?;
        let mailbox = Mailbox::new();
        tokio::spawn(mail.receive(mailbox.clone()));
        let serving = tokio::spawn(async move {
            if let Err(error) = axum::serve(web, pages(mailbox)).await {
                tracing::error!(%error, "the pages of caught mail ended");
            }
        });
        tracing::info!(%smtp, "caught mail is at http://{page}/");
        Ok(Self {
            smtp,
            page,
            serving,
        })
    }

    /// Has the site's mail caught.
    pub fn catch_mail_of(&self, config: &mut Config) {
        config.smtp = Some(SmtpSettings {
            url: format!("smtp://{}", self.smtp),
            from: format!("{} <no-reply@localhost>", config.site.operator),
            return_path: None,
        });
    }

    /// Where the mail can be read.
    pub fn page(&self) -> SocketAddr {
        self.page
    }

    /// Waits for its end, which does not come by itself.
    pub async fn wait(self) {
        let _ = self.serving.await;
    }
}
