use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::Error;

/// Computations at a time: signing in must not take the memory or the processor
/// from everybody else.
const AT_A_TIME: usize = 2;

/// Requests that compute or wait. The last of them waits for less than a second
/// on any machine that this is worth running on.
const MOST: usize = 32;

/// And of those, how many may come from one address: guesses from one place
/// leave room for everybody else, and a whole office still signs in.
const MOST_OF_ADDRESS: usize = 4;

/// How long a request waits at most.
const PATIENCE: Duration = Duration::from_secs(5);

/// Argon2id with the library's parameters (19 MiB, two passes: what OWASP
/// asks for), off the threads that answer requests, behind a queue with bounds.
#[derive(Clone)]
pub(crate) struct Passwords {
    computing: Arc<Semaphore>,
    queue: Arc<Queue>,
    patience: Duration,
}

/// Who computes or waits, by address.
#[derive(Default)]
struct Queue {
    requests: Mutex<HashMap<String, usize>>,
}

/// A place in the queue; dropping it leaves the queue.
struct Place {
    queue: Arc<Queue>,
    address: String,
}

impl Queue {
    fn enter(self: &Arc<Self>, address: &str) -> Option<Place> {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let all: usize = requests.values().sum();
        let of_address = requests.get(address).copied().unwrap_or(0);
        if all >= MOST || of_address >= MOST_OF_ADDRESS {
            return None;
        }
        requests.insert(address.to_owned(), of_address + 1);
        Some(Place {
            queue: self.clone(),
            address: address.to_owned(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let requests = self.queue.requests.lock();
        let mut requests = requests.unwrap_or_else(PoisonError::into_inner);
        match requests.get_mut(&self.address) {
            Some(of_address) if *of_address > 1 => *of_address -= 1,
            _ => {
                requests.remove(&self.address);
            }
        }
    }
}

impl Passwords {
    pub(crate) fn new() -> Self {
        Self {
            computing: Arc::new(Semaphore::new(AT_A_TIME)),
            queue: Arc::default(),
            patience: PATIENCE,
        }
    }

    /// Hashes a new password with a salt of its own.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, Error> {
        let password = password.to_owned();
        self.run("", move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|error| Error::Internal(error.to_string()))
        })
        .await?
    }

    /// Whether the password belongs to the hash, for a client at an address.
    /// Without a hash it takes as long and says no, so that time does not tell
    /// which accounts there are.
    ///
    /// # Errors
    /// [`Error::Busy`] where too many wait already.
    pub(crate) async fn verify(
        &self,
        address: &str,
        password: &str,
        hash: Option<&str>,
    ) -> Result<bool, Error> {
        let password = password.to_owned();
        let hash = hash.map(str::to_owned);
        self.run(address, move || {
            match hash.as_deref().map(PasswordHash::new) {
                Some(Ok(hash)) => Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok(),
                Some(Err(_)) | None => {
                    let wasted = Argon2::default().hash_password(password.as_bytes());
                    drop(wasted);
                    false
                }
            }
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        address: &str,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let internal = |error: String| Error::Internal(error);
        let place = self.queue.enter(address).ok_or(Error::Busy)?;
        let turn = self.computing.clone().acquire_owned();
        let turn = tokio::time::timeout(self.patience, turn).await;
        let turn = turn.map_err(|_| Error::Busy)?;
        let turn = turn.map_err(|error| internal(error.to_string()))?;
        // Who gives up meanwhile leaves a computation behind that goes on: its
        // place is taken until it is done.
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
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
        for (password, hash, is_right) in [
            ("correct horse", Some(&*hash), true),
            ("correct hors", Some(&*hash), false),
            ("correct horse", None, false),
            ("correct horse", Some("nonsense"), false),
        ] {
            let found = passwords.verify("a", password, hash).await.unwrap();
            assert_eq!(found, is_right, "{password}");
        }
    }

    /// Puts so many requests of an address into the queue.
    fn wait(passwords: &Passwords, address: &str, count: usize) -> Vec<Place> {
        let places = (0..count).map(|_| passwords.queue.enter(address));
        places.collect::<Option<_>>().expect("room")
    }

    #[tokio::test]
    async fn a_flood_of_guesses_leaves_room_for_others() {
        let passwords = Passwords::new();
        let guesses = wait(&passwords, "guesser", MOST_OF_ADDRESS);
        let refused = passwords.verify("guesser", "x", None).await;
        assert!(matches!(refused, Err(Error::Busy)), "{refused:?}");
        assert!(!passwords.verify("home", "x", None).await.unwrap());
        drop(guesses);
        assert!(!passwords.verify("guesser", "x", None).await.unwrap());
        assert!(passwords.queue.requests.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn nobody_waits_in_a_queue_without_end() {
        let passwords = Passwords {
            patience: Duration::from_millis(20),
            ..Passwords::new()
        };
        let addresses = MOST / MOST_OF_ADDRESS;
        let full: Vec<_> = (0..addresses)
            .map(|n| wait(&passwords, &n.to_string(), MOST_OF_ADDRESS))
            .collect();
        let refused = passwords.verify("home", "x", None).await;
        assert!(matches!(refused, Err(Error::Busy)), "{refused:?}");
        drop(full);
        // There is room, but nobody before gets done.
        let turns = passwords.computing.acquire_many(2).await.unwrap();
        let refused = passwords.verify("home", "x", None).await;
        assert!(matches!(refused, Err(Error::Busy)), "{refused:?}");
        drop(turns);
        assert!(!passwords.verify("home", "x", None).await.unwrap());
    }
}
