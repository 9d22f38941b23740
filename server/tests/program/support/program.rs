use std::{
    fs::File,
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use super::{Answer, eventually, request};

/// An `aero` that runs, ended with this value.
pub struct Program {
    child: Child,
    log: PathBuf,
    /// Where the public comes in.
    pub listen: SocketAddr,
    /// Where metrics are.
    pub metrics: SocketAddr,
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}

impl Program {
    /// Starts `aero` and waits until its metrics answer.
    pub async fn start(arguments: &[&str], database: &str, settings: &[(&str, &str)]) -> Self {
        let (listen, metrics) = (free_address(), free_address());
        let log = std::env::temp_dir().join(format!("aero-log-{}", metrics.port()));
        let child = Command::new(env!("CARGO_BIN_EXE_aero"))
            .args(arguments)
            .env_clear()
            .env("DATABASE_URL", database)
            .env("AERO_LISTEN", listen.to_string())
            .env("AERO_METRICS_LISTEN", metrics.to_string())
            .env("AERO_LINK_KEYS", "a".repeat(64))
            .env("OTEL_BSP_SCHEDULE_DELAY", "100")
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut program = Self {
            child,
            log,
            listen,
            metrics,
        };
        eventually("the program answers", async || {
            let ended = program.child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended: {}", program.log());
            request(metrics, "GET /metrics", &[], "").await.ok()
        })
        .await;
        program
    }

    /// `aero serve` on this database.
    pub async fn serve(database: &str, settings: &[(&str, &str)]) -> Self {
        let program = Self::start(&["serve"], database, settings).await;
        eventually("the site answers", async || {
            request(program.listen, "GET /health/live", &[], "")
                .await
                .ok()
        })
        .await;
        program
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
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Tells it to stop, and how long that took.
    pub async fn stop(&mut self) -> (ExitStatus, Duration) {
        let began = Instant::now();
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(told.unwrap().success());
        let status = eventually("it stops", async || self.child.try_wait().unwrap()).await;
        (status, began.elapsed())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.log);
    }
}
