//! Rule 12: what shows that a session took place, and how many sessions have it all.

use serde::{Deserialize, Serialize};

use crate::people::coded;

coded! {
    /// What a file that a trainer attaches to a session shows.
    EvidenceKind {
        /// The signed paper register, scanned.
        Register = "register",
        /// A photograph of the session.
        Photo = "photo",
        /// The agenda.
        Agenda = "agenda",
        /// What was handed out.
        Materials = "materials",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// A piece of evidence that a delivered session needs.
    Piece {
        /// Who was there: a check-in, the trainer's list, or the scan of a paper register.
        Attendance = "attendance",
        /// What happened when: typed, or as a file.
        Agenda = "agenda",
        /// The scan, where attendance was entered from paper: without the signatures, the list is
        /// only somebody's word.
        Scan = "scan",
    }
}

/// What is known of one delivered session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionEvidence {
    /// Whether anybody's attendance was recorded, in whatever way.
    pub attendance_recorded: bool,
    /// Whether any of it was entered from a paper register.
    pub on_paper: bool,
    /// Whether the scan of a register is attached.
    pub register_attached: bool,
    /// Whether an agenda was typed.
    pub agenda_written: bool,
    /// Whether an agenda is attached.
    pub agenda_attached: bool,
}

impl SessionEvidence {
    /// What the session needs, each with whether it is there.
    #[must_use]
    pub fn pieces(self) -> Vec<(Piece, bool)> {
        let mut pieces = vec![
            (
                Piece::Attendance,
                self.attendance_recorded || self.register_attached,
            ),
            (Piece::Agenda, self.agenda_written || self.agenda_attached),
        ];
        if self.on_paper {
            pieces.push((Piece::Scan, self.register_attached));
        }
        pieces
    }

    /// What the session needs and does not have.
    #[must_use]
    pub fn missing(self) -> Vec<Piece> {
        let pieces = self.pieces().into_iter();
        pieces
            .filter_map(|(piece, there)| (!there).then_some(piece))
            .collect()
    }
}

/// Sessions with every required piece, of all that were delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completeness {
    /// Sessions with every required piece.
    pub complete: u32,
    /// Sessions delivered and not cancelled.
    pub delivered: u32,
}

impl Completeness {
    /// Delivered sessions that lack something.
    #[must_use]
    pub fn lacking(self) -> u32 {
        self.delivered.saturating_sub(self.complete)
    }

    /// In whole per cent, rounded down, so that 100 means all of them; `None` before any session
    /// was delivered.
    #[must_use]
    pub fn per_cent(self) -> Option<u32> {
        let complete = u64::from(self.complete.min(self.delivered)) * 100;
        let share = complete.checked_div(self.delivered.into())?;
        u32::try_from(share).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_needs_an_attendance_record_and_an_agenda() {
        let nothing = SessionEvidence::default();
        assert_eq!(nothing.missing(), [Piece::Attendance, Piece::Agenda]);
        let checked_in = SessionEvidence {
            attendance_recorded: true,
            agenda_written: true,
            ..nothing
        };
        assert!(checked_in.missing().is_empty());
    }

    #[test]
    fn files_stand_for_what_nobody_typed() {
        let files = SessionEvidence {
            register_attached: true,
            agenda_attached: true,
            ..SessionEvidence::default()
        };
        assert!(files.missing().is_empty());
    }

    #[test]
    fn attendance_from_paper_needs_the_paper() {
        let entered = SessionEvidence {
            attendance_recorded: true,
            on_paper: true,
            agenda_written: true,
            ..SessionEvidence::default()
        };
        assert_eq!(entered.missing(), [Piece::Scan]);
        let attached = SessionEvidence {
            register_attached: true,
            ..entered
        };
        assert!(attached.missing().is_empty());
    }

    #[test]
    fn only_all_of_them_are_a_hundred_per_cent() {
        let of = |complete, delivered| Completeness {
            complete,
            delivered,
        };
        assert_eq!(of(0, 0).per_cent(), None);
        assert_eq!(of(0, 3).per_cent(), Some(0));
        assert_eq!(of(999, 1000).per_cent(), Some(99));
        assert_eq!(of(3, 3).per_cent(), Some(100));
        assert_eq!(of(2, 3).lacking(), 1);
    }
}
