use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use mail_catcher::{Mailbox, SmtpListener};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, QueryResult, SqlxPostgresConnector, Statement,
};
use testing::{Program, TestDb, listening_port, start_nginx, until};

use super::Browser;

/// The password of every account here.
pub const PASSWORD: &str = "a long test password";

const AERO: &str = env!("CARGO_BIN_EXE_aero");
const TEMPLATE: &str = include_str!("../../../../deploy/nginx/aero.conf.template");

const QUEUED: &str = "SELECT count(*) FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
    WHERE tasks.identifier LIKE '%mail%'";

/// What a test sets besides what all need.
pub type Settings = &'static [(&'static str, &'static str)];

/// High enough for a test that sends from one address.
const QUOTAS: Settings = &[
    ("AERO_DRAFTS_PER_HOUR", "100000"),
    ("AERO_SAVES_PER_MINUTE", "100000"),
    ("AERO_CLAIMS_PER_HOUR", "100000"),
    ("AERO_LOOK_UP_PER_MINUTE", "100000"),
    ("AERO_LIVE_PER_MINUTE", "100000"),
    ("AERO_SUGGEST_PER_MINUTE", "100000"),
];

/// The processes on one database, behind nginx; all end with this.
pub struct Fleet {
    /// The two processes that serve; none while one is away.
    serving: [Option<Program>; 2],
    nginx: Program,
    /// Where the processes listen.
    pub ports: [u16; 2],
    /// Where nginx listens.
    pub port: u16,
    /// Mail of all workers.
    pub mailbox: Mailbox,
    settings: Settings,
    variables: Vec<(String, String)>,
    database: TestDb,
    folder: Folder,
}

/// A folder that is removed with this.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("aero-fleet-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("nginx")).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Fleet {
    /// Everything but a worker, set as usual.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Everything but a worker.
    pub async fn start_with(settings: Settings) -> Self {
        let (database, folder, mailbox) = (TestDb::empty().await, Folder::new(), Mailbox::new());
        let any = ([127, 0, 0, 1], 0).into();
        let smtp = SmtpListener::bind(any).await.unwrap();
        let smtp_url = format!("smtp://{}", smtp.address().unwrap());
        tokio::spawn(smtp.receive(mailbox.clone()));
        let ports = [listening_port(), listening_port()];
        let port = listening_port();
        let variables = [
            ("DATABASE_URL", database.owner_url.clone()),
            ("AERO_ORIGIN", format!("http://127.0.0.1:{port}")),
            ("AERO_SMTP_URL", smtp_url),
            ("AERO_LINK_KEYS", "5a".repeat(32)),
            ("AERO_TRUSTED_PROXIES", "127.0.0.1/32".to_owned()),
        ];
        let variables = variables
            .map(|(name, value)| (name.to_owned(), value))
            .to_vec();
        let nginx = nginx(&folder.0.join("nginx"), port, ports);
        let mut fleet = Self {
            serving: [None, None],
            nginx,
            ports,
            port,
            mailbox,
            settings,
            variables,
            database,
            folder,
        };
        fleet.run(&["migrate"], "");
        for place in 0..2 {
            fleet.serve(place, "one").await;
        }
        fleet.answers(port, "/en", 200).await;
        fleet
    }

    /// Starts a process of this release in one of the two places; it is ready on return.
    pub async fn serve(&mut self, place: usize, release: &str) {
        let port = self.ports[place];
        let site = self.folder.0.join(release);
        build(&site, release);
        let mut command = self.command(&["serve"]);
        command
            .env("AERO_LISTEN", format!("127.0.0.1:{port}"))
            .env("LEPTOS_OUTPUT_NAME", "aero")
            .env("LEPTOS_SITE_PKG_DIR", "pkg")
            .env("LEPTOS_SITE_ROOT", &site)
            .env("LEPTOS_HASH_FILES", "true")
            .env("LEPTOS_HASH_FILE_NAME", site.join("hash.txt"));
        let log = self.folder.0.join(format!("serve-{place}.log"));
        self.serving[place] = Some(Program::start(&mut command, &log).unwrap());
        self.answers(port, "/health/ready", 200).await;
    }

    /// Stops a process as an operator does, and waits for its end.
    pub async fn stop(&mut self, place: usize) {
        let mut program = self.serving[place].take().expect("a process");
        let status = program.stop().await.unwrap();
        assert!(status.success(), "{}", program.log());
        assert!(
            !program.log().contains("still under way"),
            "{}",
            program.log()
        );
    }

    /// A worker that has begun.
    pub async fn worker(&self) -> Program {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let log = self.folder.0.join(format!("worker-{number}.log"));
        let worker = Program::start(&mut self.command(&["worker"]), &log).unwrap();
        until("the worker begins", async || {
            worker.log().contains("worker started").then_some(())
        })
        .await;
        worker
    }

    /// An account of the desk.
    pub fn add_staff(&self, email: &str) {
        let arguments = ["staff", "add", email, "Ines Okafor", "--password-stdin"];
        self.run(&arguments, &format!("{PASSWORD}\n"));
    }

    /// Somebody new who asks nginx.
    pub fn browser(&self) -> Browser {
        Browser::new(self.port, &self.origin())
    }

    /// Where browsers reach the site.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder of the test's own.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// Sets another variable for the processes that are started from now on.
    pub fn set(&mut self, name: &str, value: String) {
        self.variables.push((name.to_owned(), value));
    }

    /// The number that a query answers with.
    pub async fn count(&self, sql: &str) -> i64 {
        self.rows(sql).await[0].try_get_by_index(0).unwrap()
    }

    /// The texts in the first column of what a query answers with.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.rows(sql).await.into_iter();
        rows.map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        let options = ConnectOptions::new(&self.database.owner_url);
        let database = SqlxPostgresConnector::connect(options).await.unwrap();
        let statement = Statement::from_string(DatabaseBackend::Postgres, sql);
        let rows = database.query_all_raw(statement).await.unwrap();
        database.close().await.unwrap();
        rows
    }

    /// How many mails are in the queue.
    pub async fn queued_mails(&self) -> i64 {
        self.count(QUEUED).await
    }

    async fn answers(&self, port: u16, address: &str, status: u16) {
        let browser = Browser::new(port, &self.origin());
        let what = format!("{port}{address} answers; {}", self.logs());
        until(&what, async || {
            let page = browser.clone().get(address).await;
            page.is_ok_and(|page| page.status == status).then_some(())
        })
        .await;
    }

    fn logs(&self) -> String {
        let serving = self.serving.iter().flatten().map(Program::log);
        serving.chain([self.nginx.log()]).collect()
    }

    fn run(&self, arguments: &[&str], input: &str) {
        let mut command = self.command(arguments);
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = piped.stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(AERO);
        let variables = self
            .variables
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let own = self.settings.iter().copied();
        command
            .args(arguments)
            .current_dir(&self.folder.0)
            .env_clear()
            .envs(QUOTAS.iter().copied())
            .envs(variables)
            .envs(own);
        command
    }
}

/// nginx alone, before processes at these ports.
pub struct Nginx {
    /// Where it listens.
    pub port: u16,
    _program: Program,
    _folder: Folder,
}

impl Nginx {
    /// Starts it.
    pub fn before(ports: [u16; 2]) -> Self {
        let (folder, port) = (Folder::new(), listening_port());
        let program = nginx(&folder.0.join("nginx"), port, ports);
        Self {
            port,
            _program: program,
            _folder: folder,
        }
    }
}

fn nginx(folder: &Path, port: u16, ports: [u16; 2]) -> Program {
    let servers = ports.map(|port| format!("server 127.0.0.1:{port} max_fails=0;"));
    let config = TEMPLATE
        .replace("${AERO_NGINX_LISTEN}", &format!("127.0.0.1:{port}"))
        .replace("${AERO_NGINX_SERVERS}", &servers.join("\n    "));
    start_nginx(folder, &config).unwrap()
}

/// What cargo-leptos leaves of a release.
fn build(site: &Path, release: &str) {
    let package = site.join("pkg");
    // A process of the same release may be serving them.
    if package.exists() {
        return;
    }
    fs::create_dir_all(&package).unwrap();
    let mut hashes = String::new();
    for kind in ["css", "js", "wasm"] {
        hashes += &format!("{kind}: {release}\n");
        let name = format!("aero.{release}.{kind}");
        fs::write(package.join(&name), format!("/* {name} */")).unwrap();
    }
    fs::write(site.join("hash.txt"), hashes).unwrap();
}
