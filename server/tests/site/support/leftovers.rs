//! What a test leaves behind: nothing that was begun and not brought to an end.

use std::collections::BTreeSet;

use backend::Backend;
use db::{Db, DbOptions};
use mail_catcher::Mailbox;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, SqlxPostgresConnector, Statement,
};

use super::site::{mail_server, worker};

/// Lets what waits for another try be tried now.
pub const ALL_DUE: &str = "UPDATE graphile_worker._private_jobs SET run_at = now()
    WHERE attempts < max_attempts";

const JOBS_LEFT: &str = "SELECT tasks.identifier || ': ' || coalesce(jobs.last_error, 'not run')
    FROM graphile_worker._private_jobs AS jobs
    JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id";

/// Events that the passenger is to hear of, and has not. The ids of what a test
/// stored by hand are no UUIDs of version 7.
const NOT_TOLD: &str = "SELECT kind FROM claim_events
    WHERE kind IN ('claim_submitted', 'claim_approved', 'claim_rejected', 'link_renewed')
      AND substring(id::text, 15, 1) = '7'
      AND EXISTS (SELECT FROM claim_people WHERE claim_id = claim_events.claim_id)
      AND NOT EXISTS (SELECT FROM mail_deliveries
        WHERE event_id = claim_events.id AND state <> 'sending')";

/// Does what is left to do, as the role that serves, and looks as the owner of the
/// tables; panics if it cannot be done or was done twice.
///
/// In a thread of its own: a value that is dropped cannot wait in the runtime of
/// the test, so a second one waits for it.
pub fn must_be_none(
    urls: [&str; 2],
    origin: &'static str,
    mailbox: &Mailbox,
    backend: Box<dyn FnOnce(Db) -> Backend + Send>,
) {
    let ([url, owner], mailbox) = (urls.map(str::to_owned), mailbox.clone());
    let looking = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(look([&url, &owner], origin, &mailbox, backend));
    });
    if let Err(panic) = looking.join() {
        std::panic::resume_unwind(panic);
    }
}

async fn look(
    [url, owner]: [&str; 2],
    origin: &str,
    mailbox: &Mailbox,
    backend: Box<dyn FnOnce(Db) -> Backend + Send>,
) {
    let db = Db::connect(&DbOptions::new(url)).await.unwrap();
    let raw = SqlxPostgresConnector::connect(ConnectOptions::new(owner))
        .await
        .unwrap();
    raw.execute_unprepared(ALL_DUE).await.unwrap();
    let server = mail_server(mailbox).await;
    let done = worker(&backend(db), server, origin).drain().await;
    done.unwrap();
    let none = Vec::<String>::new();
    assert_eq!(texts(&raw, JOBS_LEFT).await, none, "jobs are left");
    assert_eq!(texts(&raw, NOT_TOLD).await, none, "a mail is missing");
    let mut seen = BTreeSet::new();
    for id in mailbox.message_ids() {
        assert!(seen.insert(id.clone()), "a mail went out twice: {id}");
    }
}

async fn texts(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}
