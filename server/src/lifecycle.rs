//! Starting, serving and stopping.

use std::{sync::Arc, time::Duration};

use app::request::Site;
use backend::{Backend, Clock, Limits, Links, Live, RandomIds, SystemClock, WorkerDuty};
use db::Db;
use tokio::net::TcpListener;

use crate::{
    browser_files::FileNames,
    config::Config,
    listener::{self, ConnectionLimits, Shutdown},
    metrics_listener, release_files,
    routes::router,
    state::{AppState, Parts},
    stopping::Stopping,
    telemetry::Telemetry,
    worker,
};

/// Descriptors that are no connections of browsers: the database's, logs, files.
const OTHER_DESCRIPTORS: usize = 128;

/// How often the rate limits of those are deleted who have their whole share again.
const CLEANING: Duration = Duration::from_secs(60);

async fn connect(config: &Config) -> Result<Db, String> {
    let db = Db::connect(&config.database.options).await;
    db.map_err(|error| error.to_string())
}

/// Connects everything. The database need not answer yet.
///
/// # Errors
/// The address of the database cannot be read.
pub async fn backend(config: &Config, clock: Arc<dyn Clock>) -> Result<Backend, String> {
    let db = connect(config).await?;
    let limits = Limits::new(&config.quotas, Arc::new(db.clone()));
    let backend = Backend::new(db, clock, Arc::new(RandomIds), limits);
    let (keys, days) = (config.links.keys.clone(), config.links.days);
    if keys.is_empty() {
        tracing::debug!("no AERO_LINK_KEYS: private links are made with a key of this process");
    }
    Ok(backend.with_links(Links::new(keys, Some(days))))
}

/// What handlers share, from the settings.
///
/// # Errors
/// The names of the browser's files cannot be found out.
pub fn state(config: &Config, backend: Backend) -> Result<AppState, String> {
    let found = leptos::config::get_configuration(None).map_err(|error| error.to_string())?;
    let mut leptos = found.leptos_options;
    leptos.site_root = config.site.root.to_string_lossy().into();
    leptos.site_addr = config.listen;
    let site = Site {
        operator: config.site.operator.as_str().into(),
        origin: config.site.origin.as_str().into(),
    };
    let shutdown = Shutdown::default();
    let files = FileNames::find(leptos.clone(), config.site.watched)?;
    Ok(AppState::new(Parts {
        files,
        releases: config.site.releases.clone(),
        leptos,
        backend,
        live: Live::new(shutdown.token()),
        shutdown,
        site,
    }))
}

/// Leaves the browser's files of this release where other releases find them, now and
/// as long as the process runs.
async fn leave_release_files(config: &Config, state: &AppState) {
    if let Some(folder) = &config.site.releases {
        let package = config.site.root.join(state.leptos.site_pkg_dir.as_ref());
        release_files::leave_or_warn(package.clone(), folder.clone()).await;
        let again = release_files::AGAIN_AFTER;
        tokio::spawn(release_files::leave_again(package, folder.clone(), again));
    }
}

/// Serves until a signal to stop, then finishes what is under way; with a worker,
/// does the jobs as well.
///
/// # Errors
/// The port is taken, or a setting cannot be used.
pub async fn serve(config: Config, with_worker: bool) -> Result<(), String> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let telemetry = Telemetry::start(&config.telemetry)?;
    let backend = backend(&config, clock.clone()).await?;
    let state = state(&config, backend.clone())?;
    leave_release_files(&config, &state).await;
    // The first who searches would wait for it.
    tokio::task::spawn_blocking(reference::Airports::load);
    let (shutdown, live) = (state.shutdown.clone(), state.live.clone());
    let router = router(state, clock, config.trusted_proxies.clone());
    // Whatever may be taken by others, before anything begins.
    let listener = TcpListener::bind(config.listen).await;
    let listener =
        listener.map_err(|error| format!("cannot listen on {}: {error}", config.listen))?;
    let metrics = metrics_listener::bind(&config).await?;
    tracing::info!(listen = %config.listen, origin = config.site.origin, "serving");
    let mut pools = vec![("requests", backend.db().clone())];
    let worker = match with_worker {
        true => {
            // Requests and jobs do not wait for each other's connections.
            let backend = backend.clone().on(connect(&config).await?);
            pools.push(("jobs", backend.db().clone()));
            let duty = WorkerDuty::JobsAndSchedule;
            Some(worker::start(&config, backend, duty, &shutdown)?)
        }
        false => None,
    };
    let dbs: Vec<Db> = pools.iter().map(|(_, db)| db.clone()).collect();
    let cleaning = tokio::spawn(clean(backend.clone()));
    let db = backend.db().clone();
    tokio::spawn(async move { live.relay(&db).await });
    tokio::spawn(shutdown.clone().on_signals(config.connections.notice));
    let stopping = Stopping::within(config.connections.limits.drain);
    let working = async {
        let limits = connection_limits(&config, &stopping);
        let site = listener::serve(listener, router, limits, &shutdown);
        let metrics = metrics_listener::serve(metrics, &telemetry, pools, &shutdown);
        let jobs = async {
            if let Some(worker) = worker {
                worker.ended().await;
            }
        };
        let (is_done, (), ()) = tokio::join!(site, metrics, jobs);
        is_done
    };
    if stopping.work(&shutdown, working).await != Some(true) {
        tracing::warn!("stopped with requests or jobs still under way");
    }
    cleaning.abort();
    stopping.close(&dbs, telemetry).await;
    tracing::info!("stopped");
    Ok(())
}

/// No more connections than there are descriptors for, and no more time at the end
/// than there is for work.
fn connection_limits(config: &Config, stopping: &Stopping) -> ConnectionLimits {
    let limits = config.connections.limits;
    let most = listener::open_file_limit().map_or(usize::MAX, |limit| {
        limit.saturating_sub(OTHER_DESCRIPTORS).max(1)
    });
    ConnectionLimits {
        connections: limits.connections.min(most),
        drain: stopping.work,
        ..limits
    }
}

/// Deletes full buckets of the rate limits.
async fn clean(backend: Backend) {
    let mut interval = tokio::time::interval(CLEANING);
    loop {
        interval.tick().await;
        if let Err(error) = backend.limits().delete_full(backend.now()).await {
            tracing::warn!(%error, "could not delete full buckets of the rate limits");
        }
    }
}
