//! The answer to a scrape: what the process has recorded, and what it asks the
//! database at that moment.

use std::fmt::Write;
use std::time::{Duration, Instant};

use db::{Census, Db, NoCensus};
use jiff::Timestamp;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::sync::Mutex;

/// How long a census is told again, so that no crowd of scrapes is dear.
const FRESH: Duration = Duration::from_secs(5);

/// How long the database may think about each part of it, and a scrape wait.
const STATEMENT: Duration = Duration::from_secs(1);
const PATIENCE: Duration = Duration::from_secs(3);

/// Everything that a scrape tells. It answers without the database too.
pub struct Scrape {
    recorded: PrometheusHandle,
    pools: Vec<(&'static str, Db)>,
    started: Timestamp,
    last: Mutex<Option<(Instant, Asked)>>,
}

/// What the database said when it was asked how much there is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    Counted(Census),
    /// It is up, and has not counted.
    Refused,
    Away,
}

impl Scrape {
    /// Tells of these pools, by what they are for; the first one asks the database.
    pub fn new(
        recorded: PrometheusHandle,
        pools: Vec<(&'static str, Db)>,
        started: Timestamp,
    ) -> Self {
        Self {
            recorded,
            pools,
            started,
            last: Mutex::default(),
        }
    }

    /// All numbers in Prometheus' text format.
    pub async fn text(&self) -> String {
        let asked = self.census().await;
        let mut text = Text(self.recorded.render());
        text.process(self.started);
        text.pools(&self.pools);
        text.census(&asked);
        text.0
    }

    /// One question at a time: who comes meanwhile waits for its answer.
    async fn census(&self) -> Asked {
        let mut last = self.last.lock().await;
        if let Some((at, asked)) = &*last
            && at.elapsed() < FRESH
        {
            return asked.clone();
        }
        let Some((_, db)) = self.pools.first() else {
            return Asked::Away;
        };
        let census = tokio::time::timeout(PATIENCE, db.census(STATEMENT)).await;
        let asked = match census {
            Ok(Ok(census)) => Asked::Counted(census),
            Ok(Err(error)) => {
                tracing::debug!(%error, "no census for the metrics");
                match error {
                    NoCensus::Refused(_) => Asked::Refused,
                    NoCensus::Away(_) => Asked::Away,
                }
            }
            Err(_) => Asked::Away,
        };
        *last = Some((Instant::now(), asked.clone()));
        asked
    }
}

/// Lines in Prometheus' format. All labels and values are ours: nothing is escaped.
struct Text(String);

impl Text {
    fn gauge(&mut self, name: &str, help: &str, rows: &[(String, String)]) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} gauge");
        for (labels, value) in rows {
            let _ = writeln!(self.0, "{name}{labels} {value}");
        }
    }

    fn process(&mut self, started: Timestamp) {
        let version = label("version", env!("CARGO_PKG_VERSION"));
        let build = [(version, "1".to_owned())];
        self.gauge("build_info", "Which release this is", &build);
        let started = [(String::new(), started.as_second().to_string())];
        let help = "When the process started, in seconds since 1970";
        self.gauge("process_start_time_seconds", help, &started);
    }

    fn pools(&mut self, pools: &[(&'static str, Db)]) {
        let mut rows = Vec::new();
        let mut most = Vec::new();
        for (name, db) in pools {
            let used = db.pool_use();
            for (state, count) in [("in_use", used.in_use), ("idle", used.idle)] {
                let labels = format!("{{pool=\"{name}\",state=\"{state}\"}}");
                rows.push((labels, count.to_string()));
            }
            most.push((label("pool", name), used.max.to_string()));
        }
        let help = "Connections to the database";
        self.gauge("db_pool_connections", help, &rows);
        let help = "The most connections to the database that there may be";
        self.gauge("db_pool_connections_max", help, &most);
    }

    fn census(&mut self, asked: &Asked) {
        let is_up = u8::from(*asked != Asked::Away);
        let help = "Whether the database answered this process in time";
        self.gauge("database_up", help, &[(String::new(), is_up.to_string())]);
        let Asked::Counted(census) = asked else {
            return;
        };
        let claims = census.claims.iter();
        let claims: Vec<_> = claims
            .map(|(state, count)| (label("state", state), count.to_string()))
            .collect();
        self.gauge("claims_by_state", "Claims, by their state", &claims);
        let jobs = [
            ("ready", census.jobs.ready),
            ("waiting", census.jobs.waiting),
            ("running", census.jobs.running),
            ("failed", census.jobs.failed),
        ];
        let jobs = jobs.map(|(state, count)| (label("state", state), count.to_string()));
        self.gauge("jobs_in_queue", "Jobs in the queue, by their state", &jobs);
    }
}

fn label(name: &str, value: &str) -> String {
    format!("{{{name}=\"{value}\"}}")
}

#[cfg(test)]
mod tests {
    use db::JobDepths;

    use super::*;

    #[test]
    fn a_census_is_told_by_state() {
        let census = Census {
            claims: vec![("submitted".to_owned(), 3)],
            jobs: JobDepths {
                ready: 1,
                waiting: 2,
                running: 4,
                failed: 5,
            },
        };
        let mut text = Text(String::new());
        text.census(&Asked::Counted(census));
        for line in [
            "database_up 1",
            "# TYPE claims_by_state gauge",
            "claims_by_state{state=\"submitted\"} 3",
            "jobs_in_queue{state=\"ready\"} 1",
            "jobs_in_queue{state=\"waiting\"} 2",
            "jobs_in_queue{state=\"running\"} 4",
            "jobs_in_queue{state=\"failed\"} 5",
        ] {
            assert!(text.0.lines().any(|told| told == line), "{}", text.0);
        }
    }

    #[test]
    fn without_a_census_no_old_number_is_told() {
        for (asked, is_up) in [(Asked::Away, 0), (Asked::Refused, 1)] {
            let mut text = Text(String::new());
            text.census(&asked);
            let end = format!("\ndatabase_up {is_up}\n");
            assert!(text.0.ends_with(&end), "{}", text.0);
        }
    }
}
