//! Blobs in a folder and in a bucket: whole or not at all.

mod support;

use std::{
    fs, io,
    time::{Duration, SystemTime},
};

use backend::{Blob, BlobError, BlobId, BlobStore, Bytes, Content, S3, S3Settings};
use futures_util::{StreamExt, TryStreamExt, stream};
use uuid::Uuid;

use support::{bucket, each, folder, settings};

const PIECE: usize = 64 * 1024;
const NO_LIMIT: u64 = u64::MAX;

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

/// More than one part of an upload to S3.
const LARGE: usize = 12 * 1024 * 1024 / PIECE;

#[tokio::test]
async fn a_blob_is_known_by_its_bytes_and_stored_once() {
    for tried in each("once").await {
        let store = &tried.store;
        let first = store.put(upload(1), text("hello"), NO_LIMIT).await.unwrap();
        let again = store.put(upload(2), text("hello"), NO_LIMIT).await.unwrap();
        // SHA-256 of "hello".
        let id = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        let id: BlobId = id.parse().unwrap();
        assert_eq!((first, again), (Blob { id, length: 5 }, first));
        assert_eq!(tried.files(), [id.to_string()], "{}", tried.name);
        assert_eq!(read(store.get(id).await.unwrap()).await.unwrap(), b"hello");

        store.delete(id).await.unwrap();
        store.delete(id).await.unwrap();
        let gone = store.get(id).await.err();
        assert!(matches!(gone, Some(BlobError::NotFound)), "{gone:?}");
        store.check().await.unwrap();
        assert_eq!(tried.files(), Vec::<String>::new(), "{}", tried.name);
    }
}

#[tokio::test]
async fn a_large_blob_is_the_same_however_often_it_is_stored() {
    for tried in each("large").await {
        let store = &tried.store;
        let first = store.put(upload(1), pieces(LARGE), NO_LIMIT).await.unwrap();
        let again = store.put(upload(2), pieces(LARGE), NO_LIMIT).await.unwrap();
        assert_eq!(first, again);
        assert_eq!(first.length, (LARGE * PIECE) as u64);
        assert_eq!(tried.files(), [first.id.to_string()], "{}", tried.name);
        let bytes = read(store.get(first.id).await.unwrap()).await.unwrap();
        assert_eq!(bytes, read(pieces(LARGE)).await.unwrap());
        let none = store.put(upload(3), pieces(0), NO_LIMIT).await.unwrap();
        assert_eq!(read(store.get(none.id).await.unwrap()).await.unwrap(), b"");
    }
}

#[tokio::test]
async fn a_blob_that_breaks_off_or_is_too_large_is_not_stored() {
    for tried in each("half").await {
        let store = &tried.store;
        for count in [40, LARGE] {
            let broken = Err(io::Error::from(io::ErrorKind::ConnectionReset));
            let broken = pieces(count).chain(stream::iter([broken])).boxed();
            let stored = store.put(upload(1), broken, NO_LIMIT).await;
            assert!(matches!(stored, Err(BlobError::Content(_))), "{stored:?}");
            let limit = (count * PIECE) as u64;
            let stored = store.put(upload(2), pieces(count + 1), limit).await;
            assert!(matches!(stored, Err(BlobError::TooLarge(_))), "{stored:?}");
            assert_eq!(tried.files(), Vec::<String>::new(), "{}", tried.name);
        }
        let limit = (LARGE * PIECE) as u64;
        store.put(upload(3), pieces(LARGE), limit).await.unwrap();
    }
}

/// What a process that is killed leaves: pieces under another name than a blob's,
/// which are deleted once nobody can still be writing them.
#[tokio::test]
async fn a_crash_in_the_middle_leaves_no_half_blob() {
    let tried = folder("crash");
    let store = &tried.store;
    let (blob, never) = (pieces(20), stream::pending());
    let hangs = blob.chain(never).boxed();
    let writing = store.put(upload(1), hangs, NO_LIMIT);
    let cut_off = tokio::time::timeout(Duration::from_millis(300), writing).await;
    assert!(cut_off.is_err());
    let whole = store.put(upload(2), pieces(20), NO_LIMIT).await.unwrap();
    let blobs = tried.files();
    assert!(blobs.contains(&whole.id.to_string()));

    // A process that is killed does not even clean up behind it.
    let incoming = tried.root().join("incoming");
    let left = incoming.join("00000000-0000-0000-0000-000000000009#1");
    let file = fs::File::create(&left).unwrap();
    file.set_modified(long_ago()).unwrap();
    let under_way = incoming.join("00000000-0000-0000-0000-00000000000a#1");
    fs::File::create(&under_way).unwrap();
    let before = "2024-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(store.delete_cut_off(before).await.unwrap(), 1);
    assert!(!left.exists() && under_way.exists());
    assert!(store.get(whole.id).await.is_ok());
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

/// A process that is killed between the upload and the copy leaves an object.
#[tokio::test]
async fn a_crash_before_the_copy_leaves_no_blob_and_what_it_leaves_is_deleted() {
    let tried = bucket("copy").await;
    let whole = tried
        .store
        .put(upload(1), text("hello"), NO_LIMIT)
        .await
        .unwrap();
    let incoming = tried.root().join("incoming");
    fs::create_dir_all(&incoming).unwrap();
    let [left, under_way] = ["9", "a"].map(|number| incoming.join(number));
    let file = fs::File::create(&left).unwrap();
    file.set_modified(long_ago()).unwrap();
    fs::File::create(&under_way).unwrap();
    let before = "2024-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(tried.store.delete_cut_off(before).await.unwrap(), 1);
    assert!(!left.exists() && under_way.exists());
    assert!(tried.store.get(whole.id).await.is_ok());
}

#[tokio::test]
async fn a_blob_that_was_damaged_fails_at_its_end() {
    for tried in each("damage").await {
        let store = &tried.store;
        let blob = store.put(upload(1), text("hello"), NO_LIMIT).await.unwrap();
        let name = blob.id.to_string();
        let file = tried.root().join("sha256").join(&name[..2]).join(&name);
        fs::write(file, "hallo").unwrap();
        let damaged = read(store.get(blob.id).await.unwrap()).await;
        let fault = damaged.unwrap_err().to_string();
        assert!(fault.contains("damaged"), "{}: {fault}", tried.name);
    }
}

/// What was lost and what cannot be reached are not the same.
#[tokio::test]
async fn a_bucket_that_is_not_there_or_not_ours_is_no_missing_blob() {
    let tried = bucket("fault").await;
    let blob = tried
        .store
        .put(upload(1), text("hello"), NO_LIMIT)
        .await
        .unwrap();
    let root = tried.root();
    let bucket = root.ancestors().nth(3).unwrap();
    let here = settings(support::s3_server(bucket).await);
    let nowhere = settings(([127, 0, 0, 1], 1).into());
    let wrong = [
        S3Settings {
            bucket: "another".to_owned(),
            ..here.clone()
        },
        S3Settings {
            secret_access_key: "wrong".to_owned(),
            ..here.clone()
        },
        nowhere,
    ];
    assert!(S3::new(&here).unwrap().get(blob.id).await.is_ok());
    for settings in wrong {
        let store = S3::new(&settings).unwrap();
        let got = store.get(blob.id).await.err();
        let Some(BlobError::Store(fault)) = got else {
            panic!("{settings:?}: {got:?}");
        };
        assert!(!fault.contains("a-secret-key"), "{fault}");
        // The server of the test makes a bucket for what is put into none.
        if settings.bucket != "another" {
            let put = store.put(upload(2), text("hello"), NO_LIMIT).await;
            assert!(matches!(put, Err(BlobError::Store(_))), "{put:?}");
            let deleted = store.delete(blob.id).await;
            assert!(matches!(deleted, Err(BlobError::Store(_))), "{deleted:?}");
            assert!(store.check().await.is_err());
        }
    }
}
