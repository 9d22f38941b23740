//! Starting, serving and stopping.

use std::{future::IntoFuture, net::SocketAddr, sync::Arc, time::Duration};

use app::request::Site;
use backend::{Backend, Clock, Limits, RandomIds, SystemClock};
use db::{Db, DbOptions};
use tokio::{net::TcpListener, signal::unix::SignalKind};

use crate::{
    browser_files::FileNames,
    config::Config,
    router::router,
    state::{AppState, Parts},
};

/// How long requests that are under way may take after the signal to stop.
const GRACE: Duration = Duration::from_secs(8);

/// How often what has expired is deleted.
const CLEANING: Duration = Duration::from_secs(60 * 60);

/// Connects everything. The database need not answer yet.
///
/// # Errors
/// The address of the database cannot be read.
pub async fn backend(config: &Config, clock: Arc<dyn Clock>) -> Result<Backend, String> {
    let db = Db::connect(&DbOptions::new(config.database.0.clone())).await;
    let db = db.map_err(|error| error.to_string())?;
    let limits = Limits::new(&config.quotas);
    Ok(Backend::new(db, clock, Arc::new(RandomIds), limits))
}

/// What handlers share, from the settings.
///
/// # Errors
/// The names of the browser's files cannot be found out.
pub fn state(config: &Config, backend: Backend) -> Result<AppState, String> {
    let found = leptos::config::get_configuration(None).map_err(|error| error.to_string())?;
    let mut leptos = found.leptos_options;
    leptos.site_root = config.site_root.to_string_lossy().into();
    leptos.site_addr = config.listen;
    let site = Site {
        operator: config.operator.as_str().into(),
        origin: config.origin.as_str().into(),
    };
    Ok(AppState::new(Parts {
        files: FileNames::find(leptos.clone(), config.watched)?,
        leptos,
        backend,
        site,
    }))
}

/// Serves until the process is told to stop, then finishes what is under way.
///
/// # Errors
/// The port is taken, or a setting cannot be used.
pub async fn serve(config: Config) -> Result<(), String> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let backend = backend(&config, clock.clone()).await?;
    let state = state(&config, backend.clone())?;
    let router = router(state, clock, config.trusted_proxy);
    let listener = TcpListener::bind(config.listen).await;
    let listener =
        listener.map_err(|error| format!("cannot listen on {}: {error}", config.listen))?;
    tracing::info!(listen = %config.listen, origin = config.origin, "serving");
    let cleaning = tokio::spawn(clean(backend.clone()));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let (stop, stopped) = tokio::sync::watch::channel(());
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        told_to_stop().await;
        drop(stop);
    });
    let mut told = stopped.clone();
    let last_moment = async move {
        let _ = told.changed().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        result = serving.into_future() => result.map_err(|error| error.to_string())?,
        () = last_moment => tracing::warn!("stopped with requests still under way"),
    }
    cleaning.abort();
    let _ = backend.db().close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn told_to_stop() {
    let terminate = async {
        match tokio::signal::unix::signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            // Without the handler the process ends at once, as by default.
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminate => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Deletes expired drafts and sessions, and forgets idle addresses.
async fn clean(backend: Backend) {
    let mut interval = tokio::time::interval(CLEANING);
    loop {
        interval.tick().await;
        backend.limits().forget_idle(backend.now());
        match backend.delete_expired().await {
            Ok(0) => {}
            Ok(drafts) => tracing::info!(drafts, "deleted expired drafts"),
            Err(error) => tracing::warn!(%error, "could not delete what has expired"),
        }
    }
}
