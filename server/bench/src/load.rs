//! Requests by many browsers at once, counted.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hyper::StatusCode;
use tokio::task::JoinSet;

use crate::client::{Ask, Connection};

/// When a load ends.
#[derive(Clone, Copy)]
pub enum Until {
    /// After this long.
    Elapsed(Duration),
    /// After this many answers.
    Answers(usize),
}

/// What a load did.
pub struct Done {
    pub answers: usize,
    pub elapsed: Duration,
}

impl Done {
    /// Answers per second.
    pub fn rate(&self) -> f64 {
        self.answers as f64 / self.elapsed.as_secs_f64()
    }
}

/// Asks on `connections` connections, each waiting for its answer before it asks again. `next`
/// says what: it is given the number of the connection, and of the request among all of them.
pub async fn run(
    address: SocketAddr,
    connections: usize,
    until: Until,
    expected: StatusCode,
    next: impl Fn(usize, usize) -> Arc<Ask> + Clone + Send + 'static,
) -> Result<Done, String> {
    let mut browsers = Vec::with_capacity(connections);
    for _ in 0..connections {
        browsers.push(Connection::open(address).await?);
    }
    let asked = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let mut running = JoinSet::new();
    for (number, mut browser) in browsers.into_iter().enumerate() {
        let (asked, next) = (Arc::clone(&asked), next.clone());
        running.spawn(async move {
            let mut answers = 0;
            loop {
                let turn = asked.fetch_add(1, Ordering::Relaxed);
                let over = match until {
                    Until::Elapsed(most) => started.elapsed() >= most,
                    Until::Answers(most) => turn >= most,
                };
                if over {
                    return Ok(answers);
                }
                let ask = next(number, turn);
                let answer = browser.ask(&ask).await?;
                if answer.status != expected {
                    return Err(format!("{} answered {}", ask.path(), answer.status));
                }
                answers += 1;
            }
        });
    }
    let mut answers = 0;
    while let Some(ended) = running.join_next().await {
        answers += ended.map_err(|error| error.to_string())??;
    }
    Ok(Done {
        answers,
        elapsed: started.elapsed(),
    })
}
