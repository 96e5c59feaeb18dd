//! Things asked for at the same moment, done together.
//!
//! In a workshop a whole room opens a unit and answers at once. Each by itself costs its
//! statements; fifty together cost hardly more. So whatever is asked while a round is under way
//! waits for its end, and is then done in one round with all that waited. When nobody else asks,
//! a round is one, and nobody waits.

use std::collections::{BTreeSet, VecDeque};
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::join_all;
use store::StoreError;
use tokio::sync::oneshot;

use crate::{ServiceError, Services};

/// Most that one round does, so that the first is not kept waiting long.
const MOST: usize = 64;

/// Something that is done together with others of its kind.
pub(crate) trait Together: Clone + Send + Sync + 'static {
    /// What comes of it.
    type Done: Send + 'static;
    /// Of those with the same key, a round does one: the others keep their order.
    type Key: Ord;

    /// Its key; none for what may be in any round.
    fn key(&self) -> Option<Self::Key>;

    /// Where it waits.
    fn line(services: &Services) -> &Line<Self>;

    /// Does a round; answers for each, in order.
    fn round(
        services: &Services,
        asked: Arc<[Self]>,
    ) -> impl Future<Output = Result<Vec<Self::Done>, ServiceError>> + Send;
}

/// Where askers wait for the next round.
pub(crate) struct Line<A: Together>(Mutex<State<A>>);

struct State<A: Together> {
    waiting: VecDeque<Waiting<A>>,
    /// Whether somebody does rounds.
    served: bool,
}

struct Waiting<A: Together> {
    asked: A,
    asker: oneshot::Sender<Result<A::Done, ServiceError>>,
}

/// Has something done, together with what is asked at the same time. Whoever goes away meanwhile
/// has it done all the same.
pub(crate) async fn together<A: Together>(
    services: &Services,
    asked: A,
) -> Result<A::Done, ServiceError> {
    let (asker, done) = oneshot::channel();
    if A::line(services).join(Waiting { asked, asker }) {
        tokio::spawn(serve::<A>(services.clone()));
    }
    done.await.map_err(|_| StoreError::Unanswered)?
}

/// Does rounds until nobody waits.
async fn serve<A: Together>(services: Services) {
    while let Some(waiting) = A::line(&services).take() {
        let (asked, askers): (Vec<A>, Vec<_>) = waiting
            .into_iter()
            .map(|waiting| (waiting.asked, waiting.asker))
            .unzip();
        for (asker, done) in askers.into_iter().zip(all(&services, asked).await) {
            // The asker may have gone away; what was done stands.
            let _ = asker.send(done);
        }
    }
}

/// Does things together, or should that fail, each by itself, so that nobody pays for another's.
async fn all<A: Together>(
    services: &Services,
    asked: Vec<A>,
) -> Vec<Result<A::Done, ServiceError>> {
    let asked: Arc<[A]> = asked.into();
    match caught(services, Arc::clone(&asked)).await {
        Ok(done) => return done.into_iter().map(Ok).collect(),
        Err(error) if asked.len() == 1 => return vec![Err(error)],
        Err(error) => tracing::warn!(%error, "what was asked together is done one by one"),
    }
    let alone = asked.iter().map(async |asked| {
        let done = caught(services, Arc::new([asked.clone()])).await?;
        let only = done.into_iter().next();
        only.ok_or_else(|| StoreError::Unanswered.into())
    });
    join_all(alone).await
}

/// A round that panics fails, and the next one is done.
async fn caught<A: Together>(
    services: &Services,
    asked: Arc<[A]>,
) -> Result<Vec<A::Done>, ServiceError> {
    AssertUnwindSafe(A::round(services, asked))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}

impl<A: Together> Line<A> {
    /// Adds to the line; `true` when rounds must be done from now on.
    fn join(&self, waiting: Waiting<A>) -> bool {
        let mut line = self.state();
        line.waiting.push_back(waiting);
        !std::mem::replace(&mut line.served, true)
    }

    /// Takes the next round, the first of each key.
    fn take(&self) -> Option<Vec<Waiting<A>>> {
        let mut line = self.state();
        let mut keys = BTreeSet::new();
        let (mut round, mut left) = (Vec::new(), VecDeque::new());
        for waiting in line.waiting.drain(..) {
            let first = |key| keys.insert(key);
            if round.len() < MOST && waiting.asked.key().is_none_or(first) {
                round.push(waiting);
            } else {
                left.push_back(waiting);
            }
        }
        line.waiting = left;
        line.served = !round.is_empty();
        (!round.is_empty()).then_some(round)
    }

    fn state(&self) -> MutexGuard<'_, State<A>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<A: Together> Default for Line<A> {
    fn default() -> Self {
        Self(Mutex::new(State {
            waiting: VecDeque::new(),
            served: false,
        }))
    }
}
