//! All connections there are.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::task::TaskTracker;

use super::{ConnectionLimits, phase::Progress};

/// The connections, each with its place.
pub struct Pool {
    limits: ConnectionLimits,
    free: Arc<Semaphore>,
    tasks: TaskTracker,
    open: Arc<Open>,
}

/// The places that are taken.
#[derive(Default)]
struct Open {
    places: Mutex<Places>,
}

#[derive(Default)]
struct Places {
    /// The number of the last one.
    last: u64,
    /// By number.
    taken: HashMap<u64, Arc<Taken>>,
    /// Whether who comes is to end after one request.
    is_finishing: bool,
}

/// A place that is taken.
struct Taken {
    progress: Progress,
    told: Notify,
    at_once: AtomicBool,
}

/// What a connection is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// To end after the request under way.
    Finish,
    /// To end now.
    Close,
}

/// The place of one connection, given back when dropped.
pub struct Place {
    number: u64,
    taken: Arc<Taken>,
    open: Arc<Open>,
    _permit: OwnedSemaphorePermit,
}

/// How often a full pool looks again whether somebody can be sent away.
const AGAIN: Duration = Duration::from_millis(50);

impl Pool {
    /// An empty pool.
    pub fn new(limits: ConnectionLimits) -> Self {
        Self {
            limits,
            free: Arc::new(Semaphore::new(limits.connections.max(1))),
            tasks: TaskTracker::new(),
            open: Arc::default(),
        }
    }

    /// A place for one more. In a full pool the connection that has kept us
    /// waiting longest makes room: a crowd that sends nothing cannot shut out
    /// those who ask.
    pub async fn place(&self) -> Place {
        loop {
            let free = self.free.clone().acquire_owned();
            if let Ok(Ok(permit)) = tokio::time::timeout(AGAIN, free).await {
                return self.open.take(permit);
            }
            self.open.close_longest_waiting(Instant::now());
        }
    }

    /// Runs a connection beside the others.
    pub fn spawn(&self, connection: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(connection);
    }

    /// Closes connections that keep us waiting too long, for ever.
    pub async fn close_overdue(&self) {
        let shortest = self.limits.head.min(self.limits.idle);
        let tick = (shortest / 4).clamp(Duration::from_millis(10), Duration::from_secs(1));
        let mut interval = tokio::time::interval(tick);
        loop {
            interval.tick().await;
            let now = Instant::now();
            for taken in self.open.all() {
                if taken.progress.is_overdue(now, &self.limits) {
                    taken.tell(Order::Close);
                }
            }
        }
    }

    /// Lets every connection end after its request, and those that still come.
    pub fn finish(&self) {
        let mut places = self.open.lock();
        places.is_finishing = true;
        for taken in places.taken.values() {
            taken.tell(Order::Finish);
        }
    }

    /// Waits until all connections have ended. None may come any more.
    pub async fn ended(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

impl Open {
    fn take(self: &Arc<Self>, permit: OwnedSemaphorePermit) -> Place {
        let taken = Arc::new(Taken {
            progress: Progress::new(Instant::now()),
            told: Notify::new(),
            at_once: AtomicBool::new(false),
        });
        let mut places = self.lock();
        places.last += 1;
        let number = places.last;
        places.taken.insert(number, taken.clone());
        if places.is_finishing {
            taken.tell(Order::Finish);
        }
        drop(places);
        metrics::gauge!("http_connections_open").increment(1.0);
        Place {
            number,
            taken,
            open: self.clone(),
            _permit: permit,
        }
    }

    fn all(&self) -> Vec<Arc<Taken>> {
        self.lock().taken.values().cloned().collect()
    }

    fn close_longest_waiting(&self, now: Instant) {
        let all = self.all().into_iter();
        let longest = all.max_by_key(|taken| taken.progress.waiting(now));
        if let Some(taken) = longest.filter(|taken| taken.progress.waiting(now).is_some()) {
            taken.tell(Order::Close);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    fn tell(&self, order: Order) {
        if order == Order::Close {
            self.at_once.store(true, Ordering::Relaxed);
        }
        self.told.notify_one();
    }
}

impl Place {
    /// What the connection is doing.
    pub fn progress(&self) -> &Progress {
        &self.taken.progress
    }

    /// Waits for an order.
    pub async fn order(&self) -> Order {
        self.taken.told.notified().await;
        match self.taken.at_once.load(Ordering::Relaxed) {
            true => Order::Close,
            false => Order::Finish,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.open.lock().taken.remove(&self.number);
        metrics::gauge!("http_connections_open").decrement(1.0);
    }
}
