//! What forms do: who is asking, one use case, and on to the next page.

pub mod account;
pub mod cohort;
pub mod enrol;
pub mod evidence;
pub mod fields;
pub mod follow_up;
pub mod institution;
pub mod invitation;
pub mod language;
pub mod learn;
pub mod letter_stop;
pub mod outbox;
pub mod packs;
pub mod programme;
pub mod reset;
pub mod reset_code;
pub mod review;
pub mod session;
pub mod setup;
pub mod sign_in;
pub mod slips;

/// A path of this site to go back to: anything else would lead people away from it.
#[must_use]
pub fn local_path(wanted: &str) -> &str {
    let local = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(['\\', '\r', '\n', '\0'])
        && wanted.is_ascii();
    if local { wanted } else { "/" }
}

/// The sign-in page, leading on to a path of this site.
#[must_use]
pub fn sign_in_path(next: &str) -> String {
    let escaped = next
        .replace('%', "%25")
        .replace('&', "%26")
        .replace('#', "%23")
        .replace('+', "%2B");
    format!("/sign-in?next={escaped}")
}

#[cfg(test)]
mod tests {
    use super::{local_path, sign_in_path};

    #[test]
    fn the_way_back_from_signing_in_keeps_its_query() {
        assert_eq!(
            sign_in_path("/cohorts?a=1&b=2"),
            "/sign-in?next=/cohorts?a=1%26b=2"
        );
    }

    #[test]
    fn nobody_is_led_away_from_this_site() {
        for wanted in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:x",
        ] {
            assert_eq!(local_path(wanted), "/");
        }
        assert_eq!(local_path("/courses?page=2"), "/courses?page=2");
    }
}
