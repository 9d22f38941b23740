//! Stored files: documents that come with a claim and those that we make.
//!
//! A blob is known by the SHA-256 of its bytes. So the same file is stored once,
//! a name cannot be guessed, and what comes back is what was stored or an error.
//! Bytes pass through in pieces, both ways; no blob is in memory whole.

mod folder;
mod http;
mod id;
mod s3;
mod store;
mod verified;

pub use folder::Folder;
pub use id::{BlobId, InvalidBlobId};
pub use s3::{S3, S3Settings};
pub use store::{Blob, BlobError, BlobStore, Bytes, Content};
