use db::DbError;
use domain::access::{Denied, Permission};

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store does not answer; the same request may work in a moment.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// There is no such thing, or it is not yours.
    #[error("not found")]
    NotFound,
    /// Whoever asks has not the permission to.
    #[error("not permitted: {0:?}")]
    Forbidden(Permission),
    /// Somebody changed it in between.
    #[error("changed in between")]
    Conflict,
    /// Too often for one client.
    #[error("too often")]
    TooMany,
    /// Too many wait for the same work at the moment; try again shortly.
    #[error("busy")]
    Busy,
    /// A fault of the program.
    #[error("{0}")]
    Internal(String),
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Error::Forbidden(denied.permission)
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unavailable(why) => Error::Unavailable(why),
            DbError::Conflict(_) => Error::Conflict,
            DbError::Internal(why) => Error::Internal(why),
        }
    }
}
