//! What can go wrong in storage, in the three kinds that callers treat apart.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlxError};

/// Why storage did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// PostgreSQL is away, starting, full or too slow: the same request may well
    /// succeed in a moment. The text is for the log.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// Somebody else was there first.
    #[error("conflict: {0}")]
    Conflict(Conflict),
    /// A fault of the program or of its configuration. The text is for the log.
    #[error("storage failed: {0}")]
    Internal(String),
}

/// What somebody else did first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The row is no longer in the version that was read, or is gone.
    #[error("the row has changed since it was read")]
    Version,
    /// Another claim has this reference; with a new one it may work.
    #[error("the reference is taken")]
    Reference,
    /// A row with the same key exists; this is the name of the violated rule.
    #[error("duplicate, see {0}")]
    Duplicate(String),
}

impl DbError {
    /// The version that was read is not the newest.
    pub(crate) fn stale() -> Self {
        Self::Conflict(Conflict::Version)
    }

    /// A stored value that this program cannot have written.
    pub(crate) fn unreadable(column: &str, why: impl std::fmt::Display) -> Self {
        Self::Internal(format!("unreadable {column}: {why}"))
    }
}

impl DbError {
    /// What the driver says where no library stands between.
    pub(crate) fn from_driver(error: &SqlxError) -> Self {
        let told = from_driver(error);
        count(&told);
        told
    }
}

impl From<DbErr> for DbError {
    /// Here each error of the database passes once, so here it is counted.
    fn from(error: DbErr) -> Self {
        let told = kind(&error);
        count(&told);
        told
    }
}

/// An answer to "somebody was first" is no fault of anybody.
fn count(error: &DbError) {
    if !matches!(error, DbError::Conflict(_)) {
        metrics::counter!("errors_total", "kind" => "database").increment(1);
    }
}

fn acquire_timed_out() {
    metrics::counter!("db_pool_acquire_timeouts_total").increment(1);
}

fn kind(error: &DbErr) -> DbError {
    match error {
        DbErr::ConnectionAcquire(cause) => {
            if matches!(cause, ConnAcquireErr::Timeout) {
                acquire_timed_out();
            }
            DbError::Unavailable(error.to_string())
        }
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => from_driver(cause),
        _ => DbError::Internal(error.to_string()),
    }
}

fn from_driver(error: &SqlxError) -> DbError {
    if matches!(error, SqlxError::PoolTimedOut) {
        acquire_timed_out();
    }
    match error {
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => DbError::Unavailable(error.to_string()),
        SqlxError::Database(told) => from_sqlstate(
            told.code().as_deref().unwrap_or_default(),
            told.constraint(),
            told.message(),
        ),
        _ => DbError::Internal(error.to_string()),
    }
}

/// The rule that no two claims have the same reference.
const CLAIM_REFERENCE: &str = "claims_reference_key";

fn from_sqlstate(code: &str, constraint: Option<&str>, message: &str) -> DbError {
    let rule = constraint.unwrap_or("unnamed");
    match code {
        "23505" if rule == CLAIM_REFERENCE => DbError::Conflict(Conflict::Reference),
        "23505" => DbError::Conflict(Conflict::Duplicate(rule.to_owned())),
        _ if is_passing(code) => DbError::Unavailable(format!("{code} {message}")),
        _ if constraint.is_some() => DbError::Internal(format!("{code} {message} ({rule})")),
        _ => DbError::Internal(format!("{code} {message}")),
    }
}

/// Whether a statement failed because its connection is no more. A connection
/// that could not be opened in the first place is another matter.
pub(crate) fn ends_connection(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) =
        error
    else {
        return false;
    };
    match &**cause {
        SqlxError::Io(_) => true,
        SqlxError::Database(told) => is_farewell(told.code().as_deref().unwrap_or_default()),
        _ => false,
    }
}

/// What PostgreSQL, or a pooler before it, says last before it hangs up.
fn is_farewell(code: &str) -> bool {
    // Connection exceptions; then admin_shutdown, crash_shutdown, idle_session_timeout,
    // idle_in_transaction_session_timeout, transaction_timeout.
    code.starts_with("08") || matches!(code, "57P01" | "57P02" | "57P05" | "25P03" | "25P04")
}

/// Whether trying again later can help without anybody changing the program.
fn is_passing(code: &str) -> bool {
    // Connection exceptions; out of disk, memory or connections.
    code.starts_with("08")
        || code.starts_with("53")
        || matches!(
            code,
            // admin_shutdown, crash_shutdown, cannot_connect_now, idle_session_timeout
            "57P01" | "57P02" | "57P03" | "57P05"
            // query_canceled by the statement timeout, lock_not_available by the lock timeout
            | "57014" | "55P03"
            // serialization_failure, deadlock_detected
            | "40001" | "40P01"
            // read_only_sql_transaction while a standby takes over,
            // idle_in_transaction_session_timeout, transaction_timeout
            | "25006" | "25P03" | "25P04"
        )
}

#[cfg(test)]
mod tests {
    use super::{Conflict, DbError, ends_connection, from_sqlstate, is_farewell};
    use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlxError};
    use std::io;

    #[test]
    fn a_pool_without_a_connection_is_unavailable() {
        for cause in [ConnAcquireErr::Timeout, ConnAcquireErr::ConnectionClosed] {
            let error = DbError::from(DbErr::ConnectionAcquire(cause));
            assert!(matches!(error, DbError::Unavailable(_)), "{error}");
        }
    }

    #[test]
    fn a_broken_connection_is_unavailable_wherever_it_breaks() {
        use io::ErrorKind::{
            BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, NotFound, TimedOut,
            UnexpectedEof,
        };
        for kind in [
            BrokenPipe,
            ConnectionAborted,
            ConnectionRefused,
            ConnectionReset,
            NotFound,
            TimedOut,
            UnexpectedEof,
        ] {
            for place in [DbErr::Conn, DbErr::Exec, DbErr::Query] {
                let cause = SqlxError::Io(io::Error::from(kind));
                let error = DbError::from(place(RuntimeErr::SqlxError(cause.into())));
                assert!(matches!(error, DbError::Unavailable(_)), "{kind}: {error}");
            }
        }
    }

    #[test]
    fn only_a_connection_that_broke_is_given_up_for_another() {
        let broken =
            || RuntimeErr::SqlxError(SqlxError::Io(io::ErrorKind::BrokenPipe.into()).into());
        assert!(ends_connection(&DbErr::Query(broken())));
        assert!(ends_connection(&DbErr::Exec(broken())));
        assert!(!ends_connection(&DbErr::Conn(broken())), "never opened");
        let full = DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        assert!(!ends_connection(&full));
        for (code, ends) in [
            ("57P01", true),
            ("08P01", true),
            ("25P03", true),
            ("57014", false),
            ("40001", false),
            ("23505", false),
        ] {
            assert_eq!(is_farewell(code), ends, "{code}");
        }
    }

    #[test]
    fn what_passes_by_itself_is_unavailable() {
        for code in [
            "08000", "08001", "08003", "08006", "53100", "53200", "53300", "57P01", "57P02",
            "57P03", "57P05", "57014", "55P03", "40001", "40P01", "25006", "25P03", "25P04",
        ] {
            let error = from_sqlstate(code, None, "told");
            assert_eq!(error, DbError::Unavailable(format!("{code} told")));
        }
    }

    #[test]
    fn a_second_row_with_the_same_key_is_a_conflict_with_a_name() {
        assert_eq!(
            from_sqlstate("23505", Some("claims_draft_id_key"), "told"),
            DbError::Conflict(Conflict::Duplicate("claims_draft_id_key".to_owned()))
        );
        assert_eq!(
            from_sqlstate("23505", Some("claims_reference_key"), "told"),
            DbError::Conflict(Conflict::Reference)
        );
    }

    #[test]
    fn everything_else_is_a_fault() {
        // Wrong password, missing database, foreign key, check, syntax, missing table, dropped
        // database.
        for code in [
            "28P01", "3D000", "23503", "23514", "42601", "42P01", "57P04", "",
        ] {
            let error = from_sqlstate(code, None, "told");
            assert_eq!(error, DbError::Internal(format!("{code} told")));
        }
        let ours = DbErr::Custom("no".to_owned());
        assert!(matches!(DbError::from(ours), DbError::Internal(_)));
        let cause = SqlxError::Configuration("not an address".into());
        let wrong = DbErr::Conn(RuntimeErr::SqlxError(cause.into()));
        assert!(matches!(DbError::from(wrong), DbError::Internal(_)));
    }
}
