//! Blobs in a folder: whole or not at all, and never whole in memory.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use backend::{Blob, BlobError, BlobId, BlobStore, Bytes, Content, Folder};
use futures_util::{StreamExt, TryStreamExt, stream};
use uuid::Uuid;

const PIECE: usize = 64 * 1024;
const NO_LIMIT: u64 = u64::MAX;

/// A folder that is deleted with this value.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("aero-blobs-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn store(&self) -> Folder {
        Folder::open(&self.0).unwrap()
    }

    /// Every file under it, those that are not whole too.
    fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.0, &mut found);
        found.sort();
        found
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, found),
            false => found.push(path.file_name().unwrap().to_string_lossy().into_owned()),
        }
    }
}

fn upload(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn text(words: &'static str) -> Content {
    stream::iter([Ok(Bytes::from_static(words.as_bytes()))]).boxed()
}

/// Pieces that differ from each other, as many as asked for.
fn pieces(count: usize) -> Content {
    let piece = |number: usize| Ok(Bytes::from(vec![number.to_le_bytes()[0]; PIECE]));
    stream::iter((0..count).map(piece)).boxed()
}

async fn read(content: Content) -> io::Result<Vec<u8>> {
    content
        .try_fold(Vec::new(), |mut all, piece| async move {
            all.extend_from_slice(&piece);
            Ok(all)
        })
        .await
}

#[tokio::test]
async fn a_blob_is_known_by_its_bytes_and_stored_once() {
    let scratch = Scratch::new("once");
    let store = scratch.store();
    let first = store.put(upload(1), text("hello"), NO_LIMIT).await.unwrap();
    let again = store.put(upload(2), text("hello"), NO_LIMIT).await.unwrap();
    // SHA-256 of "hello".
    let id = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    let id: BlobId = id.parse().unwrap();
    assert_eq!((first, again), (Blob { id, length: 5 }, first));
    assert_eq!(scratch.files(), [id.to_string()]);
    assert_eq!(read(store.get(id).await.unwrap()).await.unwrap(), b"hello");

    store.delete(id).await.unwrap();
    store.delete(id).await.unwrap();
    assert!(matches!(
        store.get(id).await.err(),
        Some(BlobError::NotFound)
    ));
}

#[tokio::test]
async fn a_blob_that_breaks_off_or_is_too_large_is_not_stored() {
    let scratch = Scratch::new("half");
    let store = scratch.store();
    let broken = Err(io::Error::from(io::ErrorKind::ConnectionReset));
    let broken = pieces(40).chain(stream::iter([broken])).boxed();
    let stored = store.put(upload(1), broken, NO_LIMIT).await;
    assert!(matches!(stored, Err(BlobError::Content(_))), "{stored:?}");
    let limit = 40 * PIECE as u64;
    let stored = store.put(upload(2), pieces(41), limit).await;
    assert!(matches!(stored, Err(BlobError::TooLarge(_))), "{stored:?}");
    assert_eq!(scratch.files(), Vec::<String>::new());
    store.put(upload(3), pieces(40), limit).await.unwrap();
}

/// What a process that is killed leaves: pieces under another name than a blob's,
/// which are deleted once nobody can still be writing them.
#[tokio::test]
async fn a_crash_in_the_middle_leaves_no_half_blob() {
    let scratch = Scratch::new("crash");
    let store = scratch.store();
    let (blob, never) = (pieces(20), stream::pending());
    let hangs = blob.chain(never).boxed();
    let writing = store.put(upload(1), hangs, NO_LIMIT);
    let cut_off = tokio::time::timeout(Duration::from_millis(300), writing).await;
    assert!(cut_off.is_err());
    let whole = store.put(upload(2), pieces(20), NO_LIMIT).await.unwrap();
    let blobs = scratch.files();
    assert!(blobs.contains(&whole.id.to_string()));

    // A process that is killed does not even clean up behind it.
    let left = scratch
        .0
        .join("incoming/00000000-0000-0000-0000-000000000009#1");
    let file = fs::File::create(&left).unwrap();
    let hour_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    file.set_modified(hour_ago).unwrap();
    let under_way = scratch
        .0
        .join("incoming/00000000-0000-0000-0000-00000000000a#1");
    fs::File::create(&under_way).unwrap();
    let before = "2024-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(store.delete_cut_off(before).await.unwrap(), 1);
    assert!(!left.exists() && under_way.exists());
    assert!(store.get(whole.id).await.is_ok());
}

#[tokio::test]
async fn a_blob_that_was_damaged_fails_at_its_end() {
    let scratch = Scratch::new("damage");
    let store = scratch.store();
    let blob = store.put(upload(1), text("hello"), NO_LIMIT).await.unwrap();
    let name = blob.id.to_string();
    let file = scratch.0.join("sha256").join(&name[..2]).join(&name);
    fs::write(file, "hallo").unwrap();
    let damaged = read(store.get(blob.id).await.unwrap()).await;
    assert!(damaged.unwrap_err().to_string().contains("damaged"));
}
