use std::{
    io,
    net::SocketAddr,
    num::NonZeroU32,
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use app::request::Site as Settings;
use axum::Router;
use backend::{
    Backend, Clock, Ids, JobContext, Limits, Live, Quotas, RandomIds, Secret, Smtp, SmtpSettings,
    Worker,
};
use db::{Db, DbOptions};
use domain::{access::Role, claim::ClaimReference, ids::StaffId};
use jiff::{Timestamp, ToSpan};
use leptos::config::LeptosOptions;
use mail_catcher::{CaughtMail, Mailbox, SmtpListener};
use sea_orm::{ConnectionTrait, DatabaseConnection, SqlxPostgresConnector};
use server::{
    browser_files::FileNames,
    config::{ClientAddressHeader, TrustedProxies},
    listener::Shutdown,
    routes::router,
    state::{AppState, Parts},
};
use testing::TestDb;
use uuid::Uuid;

use super::leftovers;

/// Who runs the site.
const OPERATOR: &str = "Aero Test";

/// The password of every account in the tests.
pub const PASSWORD: &str = "a long test password";

/// The time that every test begins at.
const BEGINNING: &str = "2026-03-20T10:00:00Z";

/// A clock that stands still until it is told.
pub struct StandingClock(Mutex<Timestamp>);

impl Clock for StandingClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

impl StandingClock {
    /// Lets hours pass.
    pub fn advance(&self, hours: i64) {
        self.advance_minutes(60 * hours);
    }

    /// Lets minutes pass.
    pub fn advance_minutes(&self, minutes: i64) {
        self.advance_seconds(60 * minutes);
    }

    /// Lets seconds pass.
    pub fn advance_seconds(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(seconds.seconds()).unwrap();
    }
}

/// Ids that count: the same in every run.
#[derive(Default)]
struct CountingIds(AtomicU64);

impl CountingIds {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }
}

impl Ids for CountingIds {
    fn uuid(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.as_millisecond()).unwrap();
        let mut rest = [0; 10];
        rest[2..].copy_from_slice(&self.next().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
    }

    fn secret(&self) -> Secret {
        let number = self.next().wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut bytes = [0; 32];
        for (place, part) in bytes.chunks_mut(8).enumerate() {
            let part_number = number.rotate_left(11 * u32::try_from(place).unwrap());
            part.copy_from_slice(&part_number.to_be_bytes());
        }
        Secret::from_bytes(bytes)
    }

    fn reference(&self) -> ClaimReference {
        ClaimReference::from_random(self.next().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20)
    }

    // Tests of one process write to the same log.
    fn request(&self) -> u64 {
        RandomIds.request()
    }
}

/// What a test may set otherwise.
pub struct Set {
    /// Where the public reaches the site.
    pub origin: &'static str,
    /// Sign-ins a minute.
    pub sign_ins: u32,
    /// Look-ups of links a minute.
    pub look_ups: u32,
    /// Pages that ask to be told of changes a minute.
    pub live_openings: u32,
    /// Suggestions of airports a minute.
    pub suggestions: u32,
    /// New drafts an hour.
    pub drafts: u32,
    /// Savings of a draft a minute.
    pub saves: u32,
    /// Sent claims an hour.
    pub claims: u32,
    /// Cases of programs a minute from one address.
    pub assessments: u32,
    /// Links that are asked for by mail an hour.
    pub link_requests: u32,
}

impl Default for Set {
    fn default() -> Self {
        Self {
            origin: "http://127.0.0.1:3000",
            sign_ins: 1_000,
            look_ups: 10_000,
            live_openings: 10_000,
            suggestions: 10_000,
            drafts: 10_000,
            saves: 10_000,
            claims: 10_000,
            assessments: 10_000,
            link_requests: 10_000,
        }
    }
}

/// The network of the proxy in front of the site.
const PROXY: &str = "127.0.0.0/8";

/// The whole site on a database of its own.
pub struct Site {
    /// All routes with all layers.
    pub router: Router,
    /// The use cases, for what no page does.
    pub backend: Backend,
    /// The time.
    pub clock: Arc<StandingClock>,
    /// What tells it to stop.
    pub shutdown: Shutdown,
    /// Where the public reaches it.
    pub origin: &'static str,
    /// What tells open pages that they have changed, once it listens.
    pub live: Live,
    /// Its mail, until a test takes it.
    pub mailbox: Mailbox,
    mail_server: SocketAddr,
    url: String,
    owner_url: String,
    /// The use cases on another pool, for the worker that looks what is left.
    at_the_end: Option<Box<dyn FnOnce(Db) -> Backend + Send>>,
    database: Option<TestDb>,
}

impl Site {
    /// A site with an empty database.
    pub async fn new() -> Self {
        Self::with(Set::default()).await
    }

    /// A site that is set otherwise.
    pub async fn with(set: Set) -> Self {
        let database = TestDb::fresh().await;
        let options = DbOptions::new(&database.url);
        let mut site = Self::on(options, set).await;
        site.owner_url = database.owner_url.clone();
        site.database = Some(database);
        site
    }

    /// Another process on the same database.
    pub async fn another(&self, set: Set) -> Self {
        let mut site = Self::on(DbOptions::new(&self.url), set).await;
        site.owner_url = self.owner_url.clone();
        site
    }

    /// A site on a database that the test brings.
    pub async fn on(options: DbOptions, set: Set) -> Self {
        Log::keep();
        let url = options.url.clone();
        let db = Db::connect(&options).await.unwrap();
        let clock = Arc::new(StandingClock(Mutex::new(BEGINNING.parse().unwrap())));
        let limit = |number| NonZeroU32::new(number).unwrap();
        let quotas = Quotas {
            sign_ins_per_minute: limit(set.sign_ins),
            look_ups_per_minute: limit(set.look_ups),
            live_openings_per_minute: limit(set.live_openings),
            suggestions_per_minute: limit(set.suggestions),
            drafts_per_hour: limit(set.drafts),
            saves_per_minute: limit(set.saves),
            claims_per_hour: limit(set.claims),
            assessments_per_minute: limit(set.assessments),
            link_requests_per_hour: limit(set.link_requests),
        };
        let limits = Limits::new(&quotas, Arc::new(db.clone()));
        let ids = Arc::new(CountingIds::default());
        let backend = Backend::new(db, clock.clone(), ids, limits);
        let at_the_end = backend.clone();
        let leptos = LeptosOptions::builder()
            .output_name("aero")
            .site_root("/nonexistent/site")
            .build();
        let shutdown = Shutdown::default();
        let live = Live::new(shutdown.token());
        let state = AppState::new(Parts {
            releases: None,
            files: FileNames::find(leptos.clone(), false).unwrap(),
            leptos,
            backend: backend.clone(),
            live: live.clone(),
            shutdown: shutdown.clone(),
            site: Settings {
                operator: OPERATOR.into(),
                origin: set.origin.into(),
            },
        });
        let proxies = TrustedProxies {
            networks: vec![PROXY.parse().unwrap()],
            header: ClientAddressHeader::CloudflareConnectingIp,
        };
        let mailbox = Mailbox::new();
        let mail_server = mail_server(&mailbox).await;
        Self {
            router: router(state, clock.clone(), proxies),
            backend,
            clock,
            shutdown,
            origin: set.origin,
            owner_url: url.clone(),
            live,
            mailbox,
            mail_server,
            url,
            at_the_end: Some(Box::new(move |db| at_the_end.on(db))),
            database: None,
        }
    }

    /// Makes an account for the desk.
    pub async fn add_staff(&self, email: &str, name: &str) -> StaffId {
        self.add_staff_as(email, name, Role::Reviewer).await
    }

    /// Makes an account of a role.
    pub async fn add_staff_as(&self, email: &str, name: &str, role: Role) -> StaffId {
        let made = self.backend.add_staff(email, name, role, PASSWORD).await;
        made.unwrap()
    }

    /// A connection beside the site's own, as the owner of the tables, to look at
    /// what is stored.
    /// A worker on this site's database, whose mail is caught.
    pub fn worker(&self) -> Worker {
        worker(&self.backend, self.mail_server, self.origin)
    }

    /// Does every job that is there, those that wait for another try too, and
    /// gives the mail that was caught since the last time.
    pub async fn drain(&self) -> Vec<CaughtMail> {
        self.execute(leftovers::ALL_DUE).await;
        self.worker().drain().await.unwrap();
        self.mailbox.take()
    }

    /// Gives the jobs of dead workers to others, as a worker does when they gave
    /// no sign of life for a minute.
    pub async fn recover_jobs(&self) {
        let recover = "SELECT graphile_worker.recover_dead_worker_jobs(array_agg(locked_by))
            FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL";
        self.execute(recover).await;
    }

    /// Where the database is, for the role that serves.
    pub fn database_url(&self) -> &str {
        &self.url
    }

    /// A connection beside the site's own, to look at what is stored.
    pub async fn database(&self) -> DatabaseConnection {
        let mut options = sea_orm::ConnectOptions::new(&self.owner_url);
        options.max_connections(1).sqlx_logging(false);
        SqlxPostgresConnector::connect(options).await.unwrap()
    }

    /// The one number that a query gives.
    pub async fn count(&self, sql: &str) -> i64 {
        let database = self.database().await;
        let statement =
            sea_orm::Statement::from_string(sea_orm::DatabaseBackend::Postgres, sql.to_owned());
        let row = database.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// The one text that a query gives.
    pub async fn text(&self, sql: &str) -> String {
        let database = self.database().await;
        let statement =
            sea_orm::Statement::from_string(sea_orm::DatabaseBackend::Postgres, sql.to_owned());
        let row = database.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// Does something to the stored rows that no page can do.
    pub async fn execute(&self, sql: &str) {
        let database = self.database().await;
        database.execute_unprepared(sql).await.unwrap();
    }
}

/// A copy of a claim, with what opens it.
pub struct ClaimCopy {
    /// What a passenger would quote.
    pub reference: ClaimReference,
    /// The secret of its link.
    pub link: Secret,
}

impl Site {
    /// Copies of the one claim that was sent, each with its first event.
    pub async fn copies_of_claim(&self, number: u64) -> Vec<ClaimCopy> {
        let copies = (1..=number).map(|n| {
            let mut bytes = [7; 32];
            bytes[..8].copy_from_slice(&n.to_be_bytes());
            ClaimCopy {
                reference: ClaimReference::from_random(n * 7_919),
                link: Secret::from_bytes(bytes),
            }
        });
        let copies: Vec<ClaimCopy> = copies.collect();
        let inserts: String = copies.iter().map(insert_copy).collect();
        self.execute(&format!(
            "CREATE TEMP TABLE copies AS SELECT * FROM claims;
             {inserts}
             INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, kind)
                 SELECT gen_random_uuid(), id, 1, submitted_at, 'passenger', 'claim_submitted'
                 FROM claims WHERE id NOT IN (SELECT id FROM copies);
             DROP TABLE copies"
        ))
        .await;
        copies
    }
}

fn insert_copy(copy: &ClaimCopy) -> String {
    let hash: String = copy
        .link
        .hash()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!(
        "INSERT INTO claims SELECT (jsonb_populate_record(copies, jsonb_build_object(
             'id', gen_random_uuid(), 'draft_id', gen_random_uuid(),
             'reference', '{}', 'link_hash', '\\x{hash}'))).* FROM copies;",
        copy.reference
    )
}

/// A worker that does jobs with these use cases and gives mail to that server.
pub fn worker(backend: &Backend, mail_server: SocketAddr, origin: &str) -> Worker {
    let smtp = Smtp::new(&SmtpSettings {
        url: format!("smtp://{mail_server}"),
        from: "Aero Test <claims@example.org>".to_owned(),
        return_path: Some("bounces@example.org".to_owned()),
    });
    Worker::new(JobContext {
        backend: backend.clone(),
        mailer: Arc::new(smtp.unwrap()),
        blobs: None,
        origin: origin.into(),
        operator: OPERATOR.into(),
    })
}

/// A mail server of this process, and where it listens.
pub async fn mail_server(mailbox: &Mailbox) -> SocketAddr {
    let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
    let listener = SmtpListener::bind(any_port).await.unwrap();
    let address = listener.address().unwrap();
    tokio::spawn(listener.receive(mailbox.clone()));
    address
}

impl Drop for Site {
    /// What was begun in a test is brought to its end: a job that cannot be done,
    /// an event that nobody was told of and a mail that went out twice fail it.
    fn drop(&mut self) {
        let (Some(_), Some(backend)) = (&self.database, self.at_the_end.take()) else {
            return;
        };
        if !std::thread::panicking() {
            let urls = [&*self.url, &*self.owner_url];
            leftovers::must_be_none(urls, self.origin, &self.mailbox, backend);
        }
    }
}

/// All that was logged in this process, more talkative than in service.
pub struct Log;

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

impl Log {
    fn keep() {
        static ONCE: OnceLock<()> = OnceLock::new();
        ONCE.get_or_init(|| {
            let filter = tracing_subscriber::EnvFilter::new("debug,sqlx=info");
            tracing_subscriber::fmt()
                .with_env_filter(filter)
                .with_ansi(false)
                .with_writer(|| Log)
                .init();
        });
    }

    /// Whether a text stands in the log.
    pub fn has(text: &str) -> bool {
        String::from_utf8_lossy(&LINES.lock().unwrap()).contains(text)
    }

    /// All lines of the log with this text.
    pub fn lines(text: &str) -> Vec<String> {
        let lines = LINES.lock().unwrap();
        let lines = String::from_utf8_lossy(&lines);
        let with_text = lines.lines().filter(|line| line.contains(text));
        with_text.map(str::to_owned).collect()
    }

    /// The line of the log with this text.
    pub fn line(text: &str) -> Option<String> {
        Self::line_with(&[text])
    }

    /// The line of the log with all of these texts.
    pub fn line_with(texts: &[&str]) -> Option<String> {
        let lines = LINES.lock().unwrap();
        let lines = String::from_utf8_lossy(&lines);
        lines
            .lines()
            .find(|line| texts.iter().all(|text| line.contains(text)))
            .map(str::to_owned)
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Patience of a pool in tests of outages.
pub const IMPATIENT: Duration = Duration::from_millis(500);
