//! Stores of blobs, each over a folder whose files can be looked at.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use backend::{BlobStore, Folder, S3, S3Settings};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::TokioIo;
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use tokio::net::TcpListener;

const BUCKET: &str = "aero-test";
const PREFIX: &str = "some/blobs";
const KEY: (&str, &str) = ("an-access-key", "a-secret-key");

/// A folder that is deleted with this value.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("aero-blobs-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A store, and where its blobs lie as files.
pub struct Tried {
    pub name: &'static str,
    pub store: Box<dyn BlobStore>,
    scratch: Scratch,
}

impl Tried {
    /// The folder that holds `sha256` and `incoming`.
    pub fn root(&self) -> PathBuf {
        match self.name {
            "folder" => self.scratch.0.clone(),
            _ => self.scratch.0.join(BUCKET).join(PREFIX),
        }
    }

    /// Every file under it, those that are not whole too.
    pub fn files(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.scratch.0, &mut found);
        // The server of the test keeps notes in files that begin with a dot; the
        // parts of what is not whole it keeps in some that we want to see.
        found.retain(|name| !name.starts_with('.') || name.contains(".upload_id-"));
        found.sort();
        found
    }
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, found),
            false => found.push(path.file_name().unwrap().to_string_lossy().into_owned()),
        }
    }
}

/// A server of this process that speaks S3 and keeps its objects in a folder.
pub async fn s3_server(root: &Path) -> SocketAddr {
    let mut service = S3ServiceBuilder::new(FileSystem::new(root).unwrap());
    service.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
    let service = service.build();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let connection = TokioIo::new(connection);
                let _ = Builder::new().serve_connection(connection, service).await;
            });
        }
    });
    address
}

/// The settings for a server at this address.
pub fn settings(address: SocketAddr) -> S3Settings {
    S3Settings {
        bucket: BUCKET.to_owned(),
        prefix: PREFIX.to_owned(),
        endpoint: Some(format!("http://{address}")),
        region: "us-east-1".to_owned(),
        access_key_id: KEY.0.to_owned(),
        secret_access_key: KEY.1.to_owned(),
        in_path: true,
    }
}

/// A bucket on a server of its own.
pub async fn bucket(name: &str) -> Tried {
    let scratch = Scratch::new(&format!("{name}-s3"));
    fs::create_dir_all(scratch.0.join(BUCKET)).unwrap();
    let address = s3_server(&scratch.0).await;
    Tried {
        name: "s3",
        store: Box::new(S3::new(&settings(address)).unwrap()),
        scratch,
    }
}

/// A folder.
pub fn folder(name: &str) -> Tried {
    let scratch = Scratch::new(name);
    Tried {
        name: "folder",
        store: Box::new(Folder::open(&scratch.0).unwrap()),
        scratch,
    }
}

/// One of each kind.
pub async fn each(name: &str) -> [Tried; 2] {
    [folder(name), bucket(name).await]
}
