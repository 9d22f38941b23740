use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::Error;

/// Argon2id with the library's parameters (19 MiB, two passes: what OWASP
/// asks for), off the threads that answer requests, and never more than two
/// at a time: signing in must not take the memory or the processor from
/// everybody else.
#[derive(Clone)]
pub(crate) struct Passwords {
    places: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(2)),
        }
    }

    /// Hashes a new password with a salt of its own.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, Error> {
        let password = password.to_owned();
        self.run(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|error| Error::Internal(error.to_string()))
        })
        .await?
    }

    /// Whether the password belongs to the hash. Without a hash it takes as
    /// long and says no, so that time does not tell which accounts there are.
    pub(crate) async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, Error> {
        let password = password.to_owned();
        let hash = hash.map(str::to_owned);
        self.run(move || match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok(),
            Some(Err(_)) | None => {
                let wasted = Argon2::default().hash_password(password.as_bytes());
                drop(wasted);
                false
            }
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let internal = |error: String| Error::Internal(error);
        let place = self
            .places
            .clone()
            .acquire_owned()
            .await
            .map_err(|e| internal(e.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(place);
            done
        });
        done.await.map_err(|error| internal(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let passwords = Passwords::new();
        let hash = passwords.hash("correct horse").await.unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(
            passwords
                .verify("correct horse", Some(&hash))
                .await
                .unwrap()
        );
        assert!(!passwords.verify("correct hors", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("correct horse", None).await.unwrap());
        assert!(
            !passwords
                .verify("correct horse", Some("nonsense"))
                .await
                .unwrap()
        );
    }
}
