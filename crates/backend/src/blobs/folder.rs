use std::{io, path::PathBuf, time::SystemTime};

use async_trait::async_trait;
use futures_util::StreamExt;
use jiff::Timestamp;
use object_store::{
    Error as StoreError, ObjectStoreExt, PutPayload, WriteMultipart, local::LocalFileSystem,
    path::Path,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Blob, BlobError, BlobId, BlobStore, Content, verified::verified};

/// How much is gathered before it is written, and how many such pieces may be
/// under way: what one upload takes of the memory.
const PIECE: usize = 1024 * 1024;
const PIECES_UNDER_WAY: usize = 2;

/// Where attempts are written until they are whole.
const INCOMING: &str = "incoming";

/// Blobs in a folder, on one machine or on a file system that several share.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: LocalFileSystem,
}

impl Folder {
    /// Takes a folder, and makes it where there is none.
    ///
    /// # Errors
    /// It cannot be made or read.
    pub fn open(root: impl Into<PathBuf>) -> io::Result<Self> {
        let root = root.into();
        std::fs::create_dir_all(root.join(INCOMING))?;
        let files = LocalFileSystem::new_with_prefix(&root).map_err(io::Error::other)?;
        let files = files.with_fsync(true);
        Ok(Self { root, files })
    }

    /// Writes all pieces and gives their digest and length.
    async fn write(
        &self,
        to: &Path,
        mut content: Content,
        max_length: u64,
    ) -> Result<Blob, BlobError> {
        let upload = self.files.put_multipart(to).await.map_err(told)?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PIECE);
        let (mut hasher, mut length) = (Sha256::new(), 0);
        while let Some(piece) = content.next().await {
            let fault = match piece {
                Err(error) => BlobError::Content(error),
                Ok(piece) if length + piece.len() as u64 > max_length => {
                    BlobError::TooLarge(max_length)
                }
                Ok(piece) => {
                    length += piece.len() as u64;
                    hasher.update(&piece);
                    upload
                        .wait_for_capacity(PIECES_UNDER_WAY)
                        .await
                        .map_err(told)?;
                    upload.put(piece);
                    continue;
                }
            };
            let _ = upload.abort().await;
            return Err(fault);
        }
        upload.finish().await.map_err(told)?;
        let id = BlobId::from_digest(hasher.finalize().into());
        Ok(Blob { id, length })
    }
}

#[async_trait]
impl BlobStore for Folder {
    async fn put(
        &self,
        upload: Uuid,
        content: Content,
        max_length: u64,
    ) -> Result<Blob, BlobError> {
        let incoming = Path::from_iter([INCOMING.to_owned(), upload.to_string()]);
        let blob = self.write(&incoming, content, max_length).await?;
        let whole = path(blob.id);
        match self.files.rename_if_not_exists(&incoming, &whole).await {
            // The same bytes are there already.
            Err(StoreError::AlreadyExists { .. }) => {
                self.files.delete(&incoming).await.map_err(told)?;
            }
            moved => moved.map_err(told)?,
        }
        Ok(blob)
    }

    async fn get(&self, id: BlobId) -> Result<Content, BlobError> {
        let found = self.files.get(&path(id)).await.map_err(told)?;
        Ok(verified(id, found.into_stream()))
    }

    async fn delete(&self, id: BlobId) -> Result<(), BlobError> {
        match self.files.delete(&path(id)).await {
            Err(StoreError::NotFound { .. }) => Ok(()),
            deleted => deleted.map_err(told),
        }
    }

    async fn delete_cut_off(&self, before: Timestamp) -> Result<u64, BlobError> {
        // The library does not list what is not whole, so the folder is read.
        let (folder, before) = (self.root.join(INCOMING), before.into());
        tokio::task::spawn_blocking(move || delete_older(&folder, before))
            .await
            .map_err(|error| BlobError::Store(error.to_string()))?
            .map_err(|error| BlobError::Store(error.to_string()))
    }

    async fn check(&self) -> Result<(), BlobError> {
        let probe = Path::from_iter([INCOMING, "check"]);
        let written = self.files.put(&probe, PutPayload::from_static(b"check"));
        written.await.map_err(told)?;
        self.files.delete(&probe).await.map_err(told)
    }
}

fn delete_older(folder: &std::path::Path, before: SystemTime) -> io::Result<u64> {
    let mut deleted = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.metadata()?.modified()? < before {
            std::fs::remove_file(entry.path())?;
            deleted += 1;
        }
    }
    Ok(deleted)
}

/// `sha256/a5/a5…`: a folder for each first byte, so that none gets too long.
fn path(id: BlobId) -> Path {
    let name = id.to_string();
    Path::from_iter(["sha256", &name[..2], &name])
}

fn told(error: StoreError) -> BlobError {
    match error {
        StoreError::NotFound { .. } => BlobError::NotFound,
        error => BlobError::Store(error.to_string()),
    }
}
