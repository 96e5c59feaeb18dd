//! Sessions: how and when a cohort meets, and who was there.

pub mod attendance;
pub mod check_in;
mod times;

use crate::people::coded;

pub use times::{Times, TimesError, clock_time, written};

coded! {
    /// How people come together.
    Meeting {
        /// In a room.
        Room = "room",
        /// Through a link.
        Online = "online",
        /// Some in a room, some through a link.
        Hybrid = "hybrid",
    }
}

impl Meeting {
    /// Whether there is a room to go to.
    #[must_use]
    pub fn has_room(self) -> bool {
        self != Self::Online
    }

    /// Whether there is a link to follow.
    #[must_use]
    pub fn has_link(self) -> bool {
        self != Self::Room
    }
}

/// Most minutes that one session teaches: two long days. More is a typing mistake.
pub const MOST_MINUTES: u32 = 16 * 60;
/// Most seats of one session.
pub const MOST_SEATS: u32 = 1_000;
