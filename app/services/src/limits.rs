//! How often somebody may guess: at passwords, at codes, and at who has an account.
//!
//! The limits live in the process. Several processes together allow a few times as much, which is
//! still far too little to guess anything.

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};

use domain::ids::PersonId;

use crate::ServiceError;

/// One try more each so many seconds, up to a store of so many.
struct Pace {
    seconds: u32,
    burst: NonZeroU32,
}

/// A whole seminar room behind one address may sign in at once.
const TRIES_FROM: Pace = Pace::new(10, 60);
/// Guesses at one account, wherever they come from.
const TRIES_AT: Pace = Pace::new(30, 10);
/// Letters that a stranger can have sent to one address.
const LETTERS_TO: Pace = Pace::new(600, 3);
/// Guesses at codes from everywhere: too few to find one of 2^40.
const CODES: Pace = Pace::new(1, 600);
/// Counters that have filled up again are forgotten after this many tries.
const TIDY_EVERY: u32 = 1000;

impl Pace {
    const fn new(seconds: u32, burst: u32) -> Self {
        match NonZeroU32::new(burst) {
            Some(burst) => Self { seconds, burst },
            None => panic!("a store holds at least one try"),
        }
    }

    fn quota(&self) -> Quota {
        Quota::with_period(Duration::from_secs(self.seconds.into()))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(self.burst)
    }
}

/// Where a request comes from, as far as limits tell callers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Client(IpAddr);

impl Client {
    /// The caller behind an address. One household has a whole IPv6 network of /64.
    #[must_use]
    pub fn new(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => {
                let network = v6.to_bits() & !u128::from(u64::MAX);
                Self(IpAddr::V6(Ipv6Addr::from_bits(network)))
            }
            v4 => Self(v4),
        }
    }
}

/// The counters.
pub struct Limits {
    tries_from: DefaultKeyedRateLimiter<Client>,
    tries_at: DefaultKeyedRateLimiter<String>,
    letters_to: DefaultKeyedRateLimiter<String>,
    codes: DefaultDirectRateLimiter,
    since_tidy: AtomicU32,
}

impl Limits {
    pub(crate) fn new() -> Self {
        Self {
            tries_from: RateLimiter::keyed(TRIES_FROM.quota()),
            tries_at: RateLimiter::keyed(TRIES_AT.quota()),
            letters_to: RateLimiter::keyed(LETTERS_TO.quota()),
            codes: RateLimiter::direct(CODES.quota()),
            since_tidy: AtomicU32::new(0),
        }
    }

    /// One more guess at an account's password or code.
    pub(crate) fn guess_at(&self, client: Client, account: &str) -> Result<(), ServiceError> {
        self.tidy();
        check(&self.tries_from, &client)?;
        check(&self.tries_at, &account.to_owned())
    }

    /// One more guess by somebody who is signed in: a whole room does this at once from one address.
    pub(crate) fn guess_by(&self, person: PersonId) -> Result<(), ServiceError> {
        self.tidy();
        check(&self.tries_at, &person.to_string())
    }

    /// One more guess at a slip's code, which names no account.
    pub(crate) fn guess_code(&self, client: Client) -> Result<(), ServiceError> {
        self.tidy();
        check(&self.tries_from, &client)?;
        self.codes
            .check()
            .map_err(|until| wait(until.wait_time_from(DefaultClock::default().now())))
    }

    /// One more letter that somebody unknown causes.
    pub(crate) fn letter_to(&self, client: Client, address: &str) -> Result<(), ServiceError> {
        self.tidy();
        check(&self.tries_from, &client)?;
        check(&self.letters_to, &address.to_owned())
    }

    fn tidy(&self) {
        if self.since_tidy.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.tries_from.retain_recent();
            self.tries_at.retain_recent();
            self.letters_to.retain_recent();
        }
    }
}

fn check<K: Clone + Eq + Hash>(
    limit: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), ServiceError> {
    limit
        .check_key(key)
        .map_err(|until| wait(until.wait_time_from(DefaultClock::default().now())))
}

fn wait(time: Duration) -> ServiceError {
    ServiceError::Wait(time.as_secs() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(address: &str) -> Client {
        Client::new(address.parse().expect("an address"))
    }

    #[test]
    fn an_account_is_guessed_at_ten_times_and_others_are_not_held_up() {
        let limits = Limits::new();
        let from = client("192.0.2.1");
        for _ in 0..10 {
            assert!(limits.guess_at(from, "arta@uni.example").is_ok());
        }
        let refused = limits.guess_at(client("192.0.2.2"), "arta@uni.example");
        assert!(
            matches!(refused, Err(ServiceError::Wait(1..=31))),
            "{refused:?}"
        );
        assert!(limits.guess_at(from, "emir@uni.example").is_ok());
    }

    #[test]
    fn a_seminar_room_signs_in_at_once_and_a_robot_does_not() {
        let limits = Limits::new();
        let room = client("2001:db8::1");
        for n in 0..60 {
            assert!(limits.guess_at(room, &format!("{n}@uni.example")).is_ok());
        }
        let same_network = client("2001:db8::ffff");
        assert!(limits.guess_at(same_network, "more@uni.example").is_err());
        assert!(
            limits
                .guess_at(client("2001:db8:1::1"), "more@uni.example")
                .is_ok()
        );
    }
}
