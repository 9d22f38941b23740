//! A blob of two hundred megabytes; alone in its process, whose memory is looked at.

use std::fs;

use backend::{BlobStore, Bytes, Folder};
use futures_util::{StreamExt, TryStreamExt, stream};
use uuid::Uuid;

const PIECE: usize = 64 * 1024;
const LENGTH: usize = 200 * 1024 * 1024;

/// In kilobytes, the most that this process had in memory since it was asked to
/// begin anew.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let digits = line.unwrap().split_whitespace().nth(1);
    digits.unwrap().parse().unwrap()
}

#[tokio::test]
async fn two_hundred_megabytes_pass_through_a_small_part_of_the_memory() {
    let path = std::env::temp_dir().join(format!("aero-blob-memory-{}", std::process::id()));
    let store = Folder::open(&path).unwrap();
    // Begins the count of the peak anew (proc(5)).
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak_memory();
    let piece = |number: usize| Ok(Bytes::from(vec![number.to_le_bytes()[0]; PIECE]));
    let content = stream::iter((0..LENGTH / PIECE).map(piece)).boxed();
    let blob = store.put(Uuid::from_u128(1), content, u64::MAX).await;
    let blob = blob.unwrap();
    let content = store.get(blob.id).await.unwrap();
    let read = content.try_fold(0, |sum, piece| async move { Ok(sum + piece.len()) });
    let read = read.await;
    fs::remove_dir_all(&path).unwrap();
    assert_eq!((blob.length, read.unwrap()), (LENGTH as u64, LENGTH));
    let grown = peak_memory() - before;
    assert!(grown < 32 * 1024, "{grown} KB more than before");
}
