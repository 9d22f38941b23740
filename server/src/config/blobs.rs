//! Where blobs are stored.

use std::path::PathBuf;

use super::reader::Reader;

/// Reads `AERO_BLOBS`: a folder as a URL, which leaves room for other places.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<PathBuf> {
    let text = reader.given("AERO_BLOBS")?;
    let path = text.strip_prefix("file://").map(PathBuf::from);
    let path = path.filter(|path| path.is_absolute());
    if path.is_none() {
        reader.fault("AERO_BLOBS is a folder, like file:///var/lib/aero/blobs");
    }
    path
}

#[cfg(test)]
mod tests {
    use crate::config::tests::{DATABASE, read};

    #[test]
    fn blobs_are_in_a_folder_or_nowhere() {
        assert_eq!(read(&[DATABASE]).unwrap().blobs, None);
        let blobs = read(&[DATABASE, ("AERO_BLOBS", "file:///var/blobs")])
            .unwrap()
            .blobs;
        assert_eq!(blobs, Some("/var/blobs".into()));
        for wrong in ["/var/blobs", "file://var/blobs", "s3://bucket"] {
            assert!(read(&[DATABASE, ("AERO_BLOBS", wrong)]).is_err(), "{wrong}");
        }
    }
}
