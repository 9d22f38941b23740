use std::{fmt, io, time::Duration};

use async_trait::async_trait;
use futures_util::{Stream, StreamExt, stream::try_unfold};
use jiff::Timestamp;
use object_store::{
    Error as StoreError, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig, WriteMultipart,
    aws::{AmazonS3, AmazonS3Builder},
    client::HttpConnector,
    path::Path,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Blob, BlobError, BlobId, BlobStore, Bytes, Content, http::Hyper, verified::verified};

/// How much is gathered before it is sent, and how many such parts may be under
/// way: what one upload takes of the memory. S3 takes no smaller parts.
const PART: usize = 5 * 1024 * 1024;
const PARTS_UNDER_WAY: usize = 1;

/// How long the store may keep silent in the middle of a blob.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often, and for how long, what may work the next moment is tried again.
const TRIES: usize = 3;
const TRYING: Duration = Duration::from_secs(30);

/// Where an S3 store is and how one signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct S3Settings {
    /// The bucket.
    pub bucket: String,
    /// What all keys begin with, without a slash at its ends; may be empty.
    pub prefix: String,
    /// `https://s3.example.org`, for a store that is not Amazon's; without the
    /// bucket, wherever that stands.
    pub endpoint: Option<String>,
    /// The region, such as `eu-central-1`.
    pub region: String,
    /// The id of the access key.
    pub access_key_id: String,
    /// The access key.
    pub secret_access_key: String,
    /// Whether the bucket stands in the path and not in the host's name.
    pub in_path: bool,
}

impl S3Settings {
    /// Where requests go to, for a store that is not Amazon's. In the host's name
    /// the bucket is put here: `object_store` takes such an address as it is.
    fn address(&self) -> Option<String> {
        let endpoint = self.endpoint.as_deref()?.trim_end_matches('/');
        let in_host = endpoint.split_once("://").filter(|_| !self.in_path);
        Some(match in_host {
            Some((scheme, host)) => format!("{scheme}://{}.{host}", self.bucket),
            None => endpoint.to_owned(),
        })
    }
}

impl fmt::Debug for S3Settings {
    /// Leaves out the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Settings")
            .field("bucket", &self.bucket)
            .field("prefix", &self.prefix)
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("in_path", &self.in_path)
            .finish_non_exhaustive()
    }
}

/// Blobs in a bucket of S3 or of what speaks like it.
#[derive(Debug)]
pub struct S3 {
    store: AmazonS3,
    prefix: Path,
}

/// What was read of a blob before its first part was full.
enum Begun {
    /// All of it.
    Whole(Vec<Bytes>),
    /// As much as a part takes.
    Part(Vec<Bytes>),
}

/// What passes by, counted and digested.
struct Passing {
    content: Content,
    hasher: Sha256,
    length: u64,
    max_length: u64,
}

impl Passing {
    async fn next(&mut self) -> Result<Option<Bytes>, BlobError> {
        let Some(piece) = self.content.next().await else {
            return Ok(None);
        };
        let piece = piece.map_err(BlobError::Content)?;
        self.length += piece.len() as u64;
        if self.length > self.max_length {
            return Err(BlobError::TooLarge(self.max_length));
        }
        self.hasher.update(&piece);
        Ok(Some(piece))
    }

    async fn begin(&mut self) -> Result<Begun, BlobError> {
        let (mut pieces, mut gathered) = (Vec::new(), 0);
        while gathered < PART {
            let Some(piece) = self.next().await? else {
                return Ok(Begun::Whole(pieces));
            };
            gathered += piece.len();
            pieces.push(piece);
        }
        Ok(Begun::Part(pieces))
    }

    fn blob(self) -> Blob {
        Blob {
            id: BlobId::from_digest(self.hasher.finalize().into()),
            length: self.length,
        }
    }
}

impl S3 {
    /// Takes the settings; connects when there is something to do.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(settings: &S3Settings) -> Result<Self, String> {
        Self::by(Hyper, settings)
    }

    fn by(connector: impl HttpConnector, settings: &S3Settings) -> Result<Self, String> {
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key_id)
            .with_secret_access_key(&settings.secret_access_key)
            .with_virtual_hosted_style_request(!settings.in_path)
            .with_http_connector(connector)
            .with_retry(RetryConfig {
                max_retries: TRIES,
                retry_timeout: TRYING,
                ..RetryConfig::default()
            });
        if let Some(address) = settings.address() {
            builder = builder
                .with_allow_http(address.starts_with("http://"))
                .with_endpoint(address);
        }
        let store = builder.build().map_err(|error| error.to_string())?;
        let prefix = Path::parse(&settings.prefix).map_err(|error| error.to_string())?;
        Ok(Self { store, prefix })
    }

    fn key(&self, parts: &[&str]) -> Path {
        let parts = parts.iter().map(|part| (*part).into());
        self.prefix.parts().chain(parts).collect()
    }

    /// `sha256/a5/a5…`, as in a folder.
    fn of_blob(&self, id: BlobId) -> Path {
        let name = id.to_string();
        self.key(&["sha256", &name[..2], &name])
    }

    /// Where attempts are written until they are whole.
    fn incoming(&self, upload: Uuid) -> Path {
        self.key(&["incoming", &upload.to_string()])
    }

    async fn has(&self, key: &Path) -> Result<bool, BlobError> {
        match self.store.head(key).await {
            Ok(_) => Ok(true),
            Err(StoreError::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }

    /// What it means that something is not there: stores answer 404 for the whole
    /// bucket as well, and some do not say which it is.
    async fn missing(&self) -> BlobError {
        let blobs = self.key(&["sha256"]);
        match self.store.list(Some(&blobs)).next().await {
            Some(Err(error)) => failed(error),
            Some(Ok(_)) | None => BlobError::NotFound,
        }
    }

    /// What fits into one part is sent under its own name at once.
    async fn put_small(&self, blob: Blob, pieces: Vec<Bytes>) -> Result<Blob, BlobError> {
        let key = self.of_blob(blob.id);
        if !self.has(&key).await? {
            let payload: PutPayload = pieces.into_iter().collect();
            self.store.put(&key, payload).await.map_err(failed)?;
        }
        Ok(blob)
    }

    /// The digest of what is larger is known at its end only: it is sent under
    /// another name first, and copied by the store.
    async fn put_large(
        &self,
        upload: Uuid,
        begun: Vec<Bytes>,
        passing: Passing,
    ) -> Result<Blob, BlobError> {
        let incoming = self.incoming(upload);
        let blob = self.write(&incoming, begun, passing).await?;
        let key = self.of_blob(blob.id);
        let copied = match self.has(&key).await {
            Ok(true) => Ok(()),
            Ok(false) => self.store.copy(&incoming, &key).await.map_err(failed),
            Err(error) => Err(error),
        };
        // What cannot be deleted now is deleted later.
        let _ = self.store.delete(&incoming).await;
        copied.map(|()| blob)
    }

    async fn write(
        &self,
        to: &Path,
        begun: Vec<Bytes>,
        mut passing: Passing,
    ) -> Result<Blob, BlobError> {
        let upload = self.store.put_multipart(to).await.map_err(failed)?;
        let mut upload = WriteMultipart::new_with_chunk_size(upload, PART);
        for piece in begun {
            upload.put(piece);
        }
        loop {
            let piece = match passing.next().await {
                Ok(Some(piece)) => piece,
                Ok(None) => break,
                Err(error) => {
                    let _ = upload.abort().await;
                    return Err(error);
                }
            };
            if let Err(error) = upload.wait_for_capacity(PARTS_UNDER_WAY).await {
                let _ = upload.abort().await;
                return Err(failed(error));
            }
            upload.put(piece);
        }
        // Aborts by itself where it fails.
        upload.finish().await.map_err(failed)?;
        Ok(passing.blob())
    }
}

#[async_trait]
impl BlobStore for S3 {
    async fn put(
        &self,
        upload: Uuid,
        content: Content,
        max_length: u64,
    ) -> Result<Blob, BlobError> {
        let mut passing = Passing {
            content,
            hasher: Sha256::new(),
            length: 0,
            max_length,
        };
        match passing.begin().await? {
            Begun::Whole(pieces) => self.put_small(passing.blob(), pieces).await,
            Begun::Part(pieces) => self.put_large(upload, pieces, passing).await,
        }
    }

    async fn get(&self, id: BlobId) -> Result<Content, BlobError> {
        match self.store.get(&self.of_blob(id)).await {
            Ok(found) => Ok(verified(id, in_time(found.into_stream()))),
            Err(StoreError::NotFound { .. }) => Err(self.missing().await),
            Err(error) => Err(failed(error)),
        }
    }

    async fn delete(&self, id: BlobId) -> Result<(), BlobError> {
        match self.store.delete(&self.of_blob(id)).await {
            Ok(()) => Ok(()),
            Err(StoreError::NotFound { .. }) => match self.missing().await {
                BlobError::NotFound => Ok(()),
                error => Err(error),
            },
            Err(error) => Err(failed(error)),
        }
    }

    async fn delete_cut_off(&self, before: Timestamp) -> Result<u64, BlobError> {
        let incoming = self.key(&["incoming"]);
        let mut found = self.store.list(Some(&incoming));
        let mut deleted = 0;
        while let Some(object) = found.next().await {
            let object = object.map_err(failed)?;
            if object.last_modified.timestamp() < before.as_second() {
                self.store.delete(&object.location).await.map_err(failed)?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }

    async fn check(&self) -> Result<(), BlobError> {
        let probe = self.key(&["incoming", "check"]);
        let empty = PutPayload::from_static(b"check");
        self.store.put(&probe, empty).await.map_err(failed)?;
        self.store.delete(&probe).await.map_err(failed)
    }
}

/// The same pieces, and a failure where the next one does not come.
fn in_time(
    pieces: impl Stream<Item = object_store::Result<Bytes>> + Send + 'static,
) -> impl Stream<Item = object_store::Result<Bytes>> + Send + 'static {
    try_unfold(Box::pin(pieces), |mut pieces| async move {
        match tokio::time::timeout(PATIENCE, pieces.next()).await {
            Ok(None) => Ok(None),
            Ok(Some(piece)) => Ok(Some((piece?, pieces))),
            Err(_) => Err(StoreError::Generic {
                store: "S3",
                source: Box::new(io::Error::from(io::ErrorKind::TimedOut)),
            }),
        }
    })
}

fn failed(error: StoreError) -> BlobError {
    BlobError::Store(error.to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use futures_util::stream;
    use http_body_util::BodyExt;
    use object_store::{
        ClientOptions,
        client::{
            HttpClient, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody,
            HttpService,
        },
    };
    use s3s::{
        Body,
        auth::SimpleAuth,
        host::SingleDomain,
        service::{S3Service, S3ServiceBuilder},
    };
    use s3s_fs::FileSystem;

    use super::*;

    /// A store of this process at a name that there is not, and what it was asked.
    #[derive(Clone)]
    struct Asked {
        server: S3Service,
        addresses: Arc<Mutex<Vec<String>>>,
    }

    impl fmt::Debug for Asked {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Asked")
        }
    }

    impl HttpConnector for Asked {
        fn connect(&self, _options: &ClientOptions) -> object_store::Result<HttpClient> {
            Ok(HttpClient::new(self.clone()))
        }
    }

    #[async_trait]
    impl HttpService for Asked {
        async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
            let address = request.uri().to_string();
            self.addresses.lock().unwrap().push(address);
            let (mut head, body) = request.into_parts();
            // As HTTP sends it: the host in a header and the path by itself.
            let host = head.uri.authority().unwrap().as_str().parse().unwrap();
            head.headers.insert("host", host);
            head.uri = head.uri.path_and_query().unwrap().as_str().parse().unwrap();
            let body = Body::from(body.collect().await?.to_bytes());
            let request = s3s::HttpRequest::from_parts(head, body);
            let answer = self.server.call(request).await;
            let answer = answer.map_err(|error| {
                HttpError::new(
                    HttpErrorKind::Unknown,
                    io::Error::other(format!("{error:?}")),
                )
            })?;
            Ok(answer.map(|body| {
                HttpResponseBody::new(body.map_err(|error| {
                    HttpError::new(HttpErrorKind::Unknown, io::Error::other(error.to_string()))
                }))
            }))
        }
    }

    fn settings(endpoint: &str, in_path: bool) -> S3Settings {
        S3Settings {
            bucket: "aero".to_owned(),
            prefix: "some".to_owned(),
            endpoint: Some(endpoint.to_owned()),
            region: "us-east-1".to_owned(),
            access_key_id: "an-access-key".to_owned(),
            secret_access_key: "a-secret-key".to_owned(),
            in_path,
        }
    }

    /// Where a blob is asked for that was stored at this endpoint, whose name the
    /// server knows as its own.
    async fn asked(name: &str, settings: &S3Settings) -> String {
        let root = std::env::temp_dir().join(format!("aero-s3-{}-{name}", std::process::id()));
        std::fs::create_dir_all(root.join("aero")).unwrap();
        let mut server = S3ServiceBuilder::new(FileSystem::new(&root).unwrap());
        let (id, key) = (&*settings.access_key_id, &*settings.secret_access_key);
        server.set_auth(SimpleAuth::from_single(id, key));
        server.set_host(SingleDomain::new("s3.example.org:9000").unwrap());
        let asked = Asked {
            server: server.build(),
            addresses: Arc::default(),
        };
        let store = S3::by(asked.clone(), settings).unwrap();
        let hello = stream::iter([Ok(Bytes::from_static(b"hello"))]).boxed();
        let blob = store.put(Uuid::nil(), hello, 5).await.unwrap();
        let name = blob.id.to_string();
        let file = root.join("aero/some/sha256").join(&name[..2]).join(&name);
        assert_eq!(std::fs::read(file).unwrap(), b"hello");
        std::fs::remove_dir_all(root).unwrap();
        let addresses = asked.addresses.lock().unwrap();
        addresses.last().unwrap().replace(&name, "BLOB")
    }

    #[tokio::test]
    async fn the_bucket_is_named_once_in_the_path_or_in_the_host() {
        let in_path = "https://s3.example.org:9000/aero/some/sha256/2c/BLOB";
        let in_host = "https://aero.s3.example.org:9000/some/sha256/2c/BLOB";
        for (endpoint, is_in_path, address) in [
            ("https://s3.example.org:9000", true, in_path),
            ("https://s3.example.org:9000/", true, in_path),
            ("https://s3.example.org:9000", false, in_host),
            ("https://s3.example.org:9000/", false, in_host),
        ] {
            let settings = settings(endpoint, is_in_path);
            assert_eq!(asked("named", &settings).await, address, "{endpoint}");
        }
        let amazon = S3Settings {
            endpoint: None,
            ..settings("", false)
        };
        assert_eq!(amazon.address(), None);
    }
}
