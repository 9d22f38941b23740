//! Where blobs are stored.

use std::{net::IpAddr, path::PathBuf};

use backend::S3Settings;

use super::reader::Reader;

/// A place for blobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlobConfig {
    /// A folder.
    Folder(PathBuf),
    /// A bucket of S3 or of what speaks like it.
    S3(S3Settings),
}

/// Reads `AERO_BLOBS`, a URL, and what S3 needs besides.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<BlobConfig> {
    let endpoint = reader.given("AERO_S3_ENDPOINT").map(str::to_owned);
    let region = reader.text("AERO_S3_REGION", "us-east-1");
    let in_path = reader.one_of("AERO_S3_ADDRESSING", &[("path", true), ("host", false)]);
    let keys = (
        reader.secret("AERO_S3_ACCESS_KEY_ID"),
        reader.secret("AERO_S3_SECRET_ACCESS_KEY"),
    );
    let text = reader.given("AERO_BLOBS")?;
    if let Some(path) = text.strip_prefix("file://").map(PathBuf::from) {
        let is_whole = path.is_absolute();
        if !is_whole {
            reader.fault(USAGE);
        }
        return is_whole.then_some(BlobConfig::Folder(path));
    }
    let Some((bucket, prefix)) = bucket(text) else {
        reader.fault(USAGE);
        return None;
    };
    if let Some(endpoint) = &endpoint
        && !is_private(endpoint)
    {
        reader.fault(
            "AERO_S3_ENDPOINT is like https://s3.example.org, without a path; \
             http:// only on this machine",
        );
    }
    if !in_path && endpoint.as_deref().and_then(address).is_some() {
        reader
            .fault("AERO_S3_ADDRESSING=host needs an AERO_S3_ENDPOINT with a name, not an address");
    }
    let (Some(access_key_id), Some(secret_access_key)) = keys else {
        reader
            .fault("AERO_BLOBS is s3://: set AERO_S3_ACCESS_KEY_ID and AERO_S3_SECRET_ACCESS_KEY");
        return None;
    };
    Some(BlobConfig::S3(S3Settings {
        bucket,
        prefix,
        endpoint,
        region,
        access_key_id,
        secret_access_key,
        in_path,
    }))
}

const USAGE: &str =
    "AERO_BLOBS is a folder, like file:///var/lib/aero/blobs, or a bucket, like s3://aero/blobs";

/// Bucket and prefix of `s3://bucket/prefix`.
fn bucket(text: &str) -> Option<(String, String)> {
    let rest = text.strip_prefix("s3://")?;
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let prefix = prefix.trim_matches('/');
    // The names that S3 allows.
    let is_name = (3..=63).contains(&bucket.len())
        && bucket.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte)
        });
    let is_prefix = prefix.split('/').all(|part| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        part.bytes().all(is_plain) && part != "." && part != ".."
    });
    (is_name && is_prefix && !prefix.contains("//")).then(|| (bucket.to_owned(), prefix.to_owned()))
}

/// Whether the way to the store is encrypted, or does not leave the machine.
fn is_private(endpoint: &str) -> bool {
    let Ok(uri) = endpoint.parse::<http::Uri>() else {
        return false;
    };
    let is_here = uri.host() == Some("localhost")
        || address(endpoint).is_some_and(|address| address.is_loopback());
    let has_no_path = uri.path().trim_matches('/').is_empty() && uri.query().is_none();
    let has_no_password = uri
        .authority()
        .is_some_and(|whole| !whole.as_str().contains('@'));
    let scheme = uri.scheme_str();
    let is_encrypted = scheme == Some("https") || (scheme == Some("http") && is_here);
    is_encrypted && has_no_path && has_no_password
}

/// The host, where it is no name: no bucket can stand before it.
fn address(endpoint: &str) -> Option<IpAddr> {
    let uri: http::Uri = endpoint.parse().ok()?;
    uri.host()?.trim_matches(['[', ']']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{BlobConfig, bucket};
    use crate::config::tests::{DATABASE, faults, read};

    const KEYS: [(&str, &str); 2] = [
        ("AERO_S3_ACCESS_KEY_ID", "aero"),
        ("AERO_S3_SECRET_ACCESS_KEY", "hush-hush"),
    ];

    #[test]
    fn blobs_are_in_a_folder_or_nowhere() {
        assert_eq!(read(&[DATABASE]).unwrap().blobs, None);
        let blobs = read(&[DATABASE, ("AERO_BLOBS", "file:///var/blobs")])
            .unwrap()
            .blobs;
        assert_eq!(blobs, Some(BlobConfig::Folder("/var/blobs".into())));
        for wrong in [
            "/var/blobs",
            "file://var/blobs",
            "s3://",
            "s3://b",
            "S3://bucket",
        ] {
            assert!(read(&[DATABASE, ("AERO_BLOBS", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn blobs_are_in_a_bucket_with_a_key_that_is_not_shown() {
        let blobs = ("AERO_BLOBS", "s3://aero/some/blobs/");
        let endpoint = ("AERO_S3_ENDPOINT", "https://s3.example.org");
        let config = read(&[DATABASE, blobs, endpoint, KEYS[0], KEYS[1]]).unwrap();
        assert!(!format!("{config:?}").contains("hush"));
        let Some(BlobConfig::S3(settings)) = config.blobs else {
            panic!("a bucket");
        };
        assert_eq!(
            (&*settings.bucket, &*settings.prefix),
            ("aero", "some/blobs")
        );
        assert_eq!((settings.in_path, &*settings.region), (true, "us-east-1"));
        let without = faults(&[DATABASE, blobs, KEYS[0]]);
        assert!(
            without[0].contains("AERO_S3_SECRET_ACCESS_KEY"),
            "{without:?}"
        );
        for (endpoint, is_good) in [
            ("http://127.0.0.1:9000", true),
            ("http://localhost:9000", true),
            ("https://s3.example.org:9000/", true),
            ("http://s3.example.org", false),
            ("http://127.0.0.1@s3.example.org", false),
            ("https://s3.example.org/bucket", false),
            ("https://aero:hush@s3.example.org", false),
            ("s3.example.org", false),
        ] {
            let endpoint = ("AERO_S3_ENDPOINT", endpoint);
            let read = read(&[DATABASE, blobs, endpoint, KEYS[0], KEYS[1]]);
            assert_eq!(read.is_ok(), is_good, "{endpoint:?}");
        }
    }

    #[test]
    fn a_bucket_stands_before_a_name_and_before_no_address() {
        let blobs = ("AERO_BLOBS", "s3://aero");
        let host = ("AERO_S3_ADDRESSING", "host");
        for (endpoint, is_good) in [
            ("https://s3.example.org:9000/", true),
            ("http://localhost:9000", true),
            ("http://127.0.0.1:9000", false),
            ("https://[2001:db8::1]", false),
        ] {
            let endpoint = ("AERO_S3_ENDPOINT", endpoint);
            let read = read(&[DATABASE, blobs, host, endpoint, KEYS[0], KEYS[1]]);
            let Ok(config) = read else {
                assert!(!is_good, "{endpoint:?}");
                continue;
            };
            assert!(is_good, "{endpoint:?}");
            let Some(BlobConfig::S3(settings)) = config.blobs else {
                panic!("a bucket");
            };
            assert!(!settings.in_path);
        }
    }

    #[test]
    fn a_bucket_has_a_name_that_s3_allows() {
        assert_eq!(
            bucket("s3://aero"),
            Some(("aero".to_owned(), String::new()))
        );
        for wrong in [
            "s3://Aero",
            "s3://ae",
            "s3://aero/a b",
            "s3://aero/../x",
            "s3://aero/a//b",
        ] {
            assert_eq!(bucket(wrong), None, "{wrong}");
        }
    }
}
