//! The sentence that opens the programme's page.

use domain::cascade::pace::RequiredPace;
use domain::cascade::target::TargetRange;
use services::programme::Overview;
use services::sight::Sight;

use crate::i18n::Words;

/// At most so many institutions are named; more are counted.
const NAMED: u32 = 3;

/// "4 of 6 institutions have reached their minimum. Mostar and Universum need 17 more colleagues
/// in 9 weeks, by 14 November 2026."
pub(super) fn of(words: Words, seen: &Overview) -> String {
    let totals = seen.totals;
    if totals.institutions == 0 {
        return words.say("sentence-no-institutions");
    }
    if totals.with_target == 0 {
        return words.say("sentence-no-targets");
    }
    let reached = words.say_with(
        "sentence-reached",
        [
            ("reached", totals.reached.into()),
            ("institutions", totals.with_target.into()),
        ],
    );
    let below = totals.with_target.saturating_sub(totals.reached);
    if below == 0 {
        return reached;
    }
    format!("{reached} {}", need(words, seen, below))
}

/// What the institutions below their minimum need.
fn need(words: Words, seen: &Overview, below: u32) -> String {
    let totals = seen.totals;
    // For the time left, all that is missing is one target.
    let pace = TargetRange::new(totals.missing, totals.missing)
        .map(|range| RequiredPace::of(range, 0, seen.today, seen.programme.ends_on));
    let end = seen
        .programme
        .ends_on
        .map(|day| words.day(day))
        .unwrap_or_default();
    let subject = subject(words, seen, below);
    let colleagues = words.say_with("colleagues-more", [("missing", totals.missing.into())]);
    let told = seen.sight == Sight::Everything;
    let key = match pace {
        Ok(RequiredPace::PerWeek { .. }) if told => "sentence-need",
        Ok(RequiredPace::PerWeek { .. }) => "sentence-time-left",
        Ok(RequiredPace::EndPassed { .. }) if told => "sentence-missed",
        Ok(RequiredPace::EndPassed { .. }) => "sentence-over",
        _ if told => "sentence-need-openly",
        _ => return String::new(),
    };
    let left = match pace {
        Ok(RequiredPace::PerWeek { days_left, .. }) => words.time_left(days_left),
        _ => String::new(),
    };
    words.say_with(
        key,
        [
            ("who", subject.into()),
            ("below", below.into()),
            ("colleagues", colleagues.into()),
            ("time", left.into()),
            ("date", end.into()),
        ],
    )
}

/// The institutions below their minimum: their names when they are few.
fn subject(words: Words, seen: &Overview, below: u32) -> String {
    if seen.sight == Sight::Everything && below <= NAMED && seen.farthest.len() == below as usize {
        let names: Vec<String> = seen.farthest.iter().map(|one| one.name.clone()).collect();
        return words.list(&names);
    }
    let key = if seen.totals.reached == 0 {
        "sentence-all-of-them"
    } else {
        "sentence-the-others"
    };
    words.say_with(key, [("below", below.into())])
}
