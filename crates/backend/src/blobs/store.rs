use std::{fmt::Debug, io};

use async_trait::async_trait;
pub use bytes::Bytes;
use futures_util::stream::BoxStream;
use jiff::Timestamp;
use uuid::Uuid;

use super::BlobId;

/// The bytes of a blob, piece by piece. A piece that fails ends them.
pub type Content = BoxStream<'static, Result<Bytes, io::Error>>;

/// A blob that is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blob {
    /// What it is known by.
    pub id: BlobId,
    /// How many bytes it has.
    pub length: u64,
}

/// Why a blob was not stored, or cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// There is no such blob.
    #[error("there is no such blob")]
    NotFound,
    /// It has more bytes than may be stored.
    #[error("the blob is larger than {0} bytes")]
    TooLarge(u64),
    /// The bytes that were to be stored broke off.
    #[error("the bytes to store broke off: {0}")]
    Content(io::Error),
    /// The store does not answer, or is full.
    #[error("the store of blobs: {0}")]
    Store(String),
}

/// Where blobs are.
#[async_trait]
pub trait BlobStore: Debug + Send + Sync {
    /// Stores bytes, unless they are stored already. Until their last piece is on
    /// disk there is no blob; `upload` tells this attempt from others.
    ///
    /// # Errors
    /// See [`BlobError`]; nothing is stored then.
    async fn put(&self, upload: Uuid, content: Content, max_length: u64)
    -> Result<Blob, BlobError>;

    /// The bytes of a blob. When they are not those that were stored, the last
    /// piece fails.
    ///
    /// # Errors
    /// [`BlobError::NotFound`] and [`BlobError::Store`].
    async fn get(&self, id: BlobId) -> Result<Content, BlobError>;

    /// Deletes a blob; one that is not there is deleted already.
    ///
    /// # Errors
    /// [`BlobError::Store`].
    async fn delete(&self, id: BlobId) -> Result<(), BlobError>;

    /// Deletes what attempts left behind that were cut off, in a crash for
    /// example, before `before`; and says how many.
    ///
    /// # Errors
    /// [`BlobError::Store`].
    async fn delete_cut_off(&self, before: Timestamp) -> Result<u64, BlobError>;

    /// Whether something can be stored and deleted, by doing so.
    ///
    /// # Errors
    /// [`BlobError::Store`].
    async fn check(&self) -> Result<(), BlobError>;
}
