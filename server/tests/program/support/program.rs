use std::{
    net::SocketAddr,
    path::PathBuf,
    process::{Command, ExitStatus},
    time::{Duration, Instant},
};

use testing::{Program, listening_port, until};

use super::{Answer, request};

const AERO: &str = env!("CARGO_BIN_EXE_aero");

/// An `aero` that runs, ended with this value.
pub struct Aero {
    program: Program,
    log: PathBuf,
    /// Where the public comes in.
    pub listen: SocketAddr,
    /// Where metrics are.
    pub metrics: SocketAddr,
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> SocketAddr {
    ([127, 0, 0, 1], listening_port()).into()
}

impl Aero {
    /// Starts `aero` at addresses of its own, and does not wait.
    pub fn begin(arguments: &[&str], database: &str, settings: &[(&str, &str)]) -> Self {
        let (listen, metrics) = (free_address(), free_address());
        let name = format!("aero-log-{}-{}", std::process::id(), metrics.port());
        let log = std::env::temp_dir().join(name);
        let mut command = Command::new(AERO);
        command
            .args(arguments)
            .env_clear()
            .env("DATABASE_URL", database)
            .env("AERO_LISTEN", listen.to_string())
            .env("AERO_METRICS_LISTEN", metrics.to_string())
            .env("AERO_LINK_KEYS", "a".repeat(64))
            .env("OTEL_BSP_SCHEDULE_DELAY", "100")
            .envs(settings.iter().copied());
        Self {
            program: Program::start(&mut command, &log).unwrap(),
            log,
            listen,
            metrics,
        }
    }

    /// Starts `aero` and waits until its metrics answer.
    pub async fn start(arguments: &[&str], database: &str, settings: &[(&str, &str)]) -> Self {
        let mut aero = Self::begin(arguments, database, settings);
        until("the program answers", async || {
            let ended = aero.program.ended().unwrap();
            assert!(ended.is_none(), "it ended: {}", aero.log());
            request(aero.metrics, "GET /metrics", &[], "").await.ok()
        })
        .await;
        aero
    }

    /// `aero serve` on this database.
    pub async fn serve(database: &str, settings: &[(&str, &str)]) -> Self {
        let aero = Self::start(&["serve"], database, settings).await;
        until("the site answers", async || {
            request(aero.listen, "GET /health/live", &[], "").await.ok()
        })
        .await;
        aero
    }

    /// Gets a page of the site.
    pub async fn get(&self, path: &str) -> Answer {
        let line = format!("GET {path}");
        request(self.listen, &line, &[], "").await.unwrap()
    }

    /// Posts a form as a page of the site does.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let origin = format!("http://{}", self.listen);
        let mut all = vec![
            ("origin", origin.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "text/html"),
        ];
        all.extend(headers);
        let line = format!("POST {path}");
        request(self.listen, &line, &all, body).await.unwrap()
    }

    /// All metrics.
    pub async fn scrape(&self) -> String {
        let answer = request(self.metrics, "GET /metrics", &[], "").await;
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    /// The number of this metric, with its labels as they are told.
    pub async fn value(&self, metric: &str) -> Option<f64> {
        let told = self.scrape().await;
        let line = told.lines().find_map(|line| line.strip_prefix(metric))?;
        line.strip_prefix(' ')?.parse().ok()
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        self.program.log()
    }

    /// Tells it to stop, and how long that took.
    pub async fn stop(&mut self) -> (ExitStatus, Duration) {
        let began = Instant::now();
        let status = self.program.stop().await.unwrap();
        (status, began.elapsed())
    }

    /// Waits until it ends by itself.
    pub async fn ended(&mut self) -> ExitStatus {
        let ended = async || self.program.ended().unwrap();
        until("it ends", ended).await
    }
}

impl Drop for Aero {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = std::fs::remove_file(&self.log);
    }
}
