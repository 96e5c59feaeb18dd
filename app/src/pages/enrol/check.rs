//! Step 2: the table of every row with what will happen to it, problems first.

use domain::roster::{CheckedRow, Totals};
use leptos::prelude::*;
use services::enrolment::Prepared;

use super::check_row::row;
use super::{ROWS_PER_PAGE, View};
use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;

/// The step.
pub(super) fn step(words: Words, prepared: &Prepared, view: View) -> impl IntoView + use<> {
    let (rows, of) = shown(&prepared.rows, view);
    let page = view.page.min(of.div_ceil(ROWS_PER_PAGE).max(1));
    let body = rows
        .into_iter()
        .map(|checked| row(words, prepared, checked))
        .collect_view();
    view! {
        <section class="enrol-step" id="check" aria-labelledby="check-title">
            <h2 id="check-title">{words.say("enrol-step-check")}</h2>
            {totals(words, prepared.totals)}
            <div class="actions">
                <button class="button" name="go" value="stay">{words.say("enrol-check-again")}</button>
                {filters(words, prepared.totals, view)}
            </div>
            <div class="table-scroll" role="region" aria-labelledby="check-caption" tabindex="0">
                <table class="data-table rows check-table">
                    <caption id="check-caption">{words.say("enrol-table-caption")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.say("enrol-verdict")}</th>
                            <th scope="col">{words.say("name")}</th>
                            <th scope="col">{words.say("address")}</th>
                            <th scope="col">{words.say("enrol-decision")}</th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            {pages(words, view, page, of)}
        </section>
    }
}

/// The rows of one page, those to do something about first, and how many the view has in all.
fn shown(rows: &[CheckedRow], view: View) -> (Vec<&CheckedRow>, usize) {
    let open = rows.iter().filter(|row| row.verdict.is_open());
    let settled = rows
        .iter()
        .filter(|row| !row.verdict.is_open() && !view.only_problems);
    let all: Vec<&CheckedRow> = open.chain(settled).collect();
    let of = all.len();
    let page = view.page.min(of.div_ceil(ROWS_PER_PAGE).max(1));
    (
        all.into_iter()
            .skip((page - 1) * ROWS_PER_PAGE)
            .take(ROWS_PER_PAGE)
            .collect(),
        of,
    )
}

/// "22 ready · 1 already enrolled · 2 to fix"; only what there is.
fn totals(words: Words, totals: Totals) -> impl IntoView + use<> {
    let counts = [
        (totals.ready, "ready", Tone::Done, "done"),
        (totals.already, "already", Tone::Quiet, "info"),
        (totals.to_fix, "to-fix", Tone::Failed, "failed"),
        (totals.to_decide, "to-decide", Tone::Progress, "question"),
        (totals.skipped, "skipped", Tone::Quiet, "none"),
    ];
    let items = counts
        .into_iter()
        .filter(|(count, code, ..)| *count > 0 || *code == "ready")
        .map(|(count, code, tone, icon)| {
            let word = words.say_with(&format!("totals-{code}"), [("count", count.into())]);
            view! { <li><StatusWord tone icon word/></li> }
        })
        .collect_view();
    view! { <ul class="totals">{items}</ul> }
}

/// Buttons, not links: changing the view keeps what was typed.
fn filters(words: Words, totals: Totals, view: View) -> Option<impl IntoView + use<>> {
    let problems = totals.to_fix + totals.to_decide;
    if view.only_problems {
        let word = words.say("enrol-all-rows");
        return Some(
            view! { <button class="button quiet" name="go" value="all-1">{word}</button> },
        );
    }
    (problems > 0).then(|| {
        let word = words.say_with("enrol-only-problems", [("count", problems.into())]);
        view! { <button class="button quiet" name="go" value="problems-1">{word}</button> }
    })
}

fn pages(words: Words, view: View, page: usize, of: usize) -> Option<impl IntoView + use<>> {
    let last = of.div_ceil(ROWS_PER_PAGE);
    let first_row = (page - 1) * ROWS_PER_PAGE + 1;
    let last_row = of.min(page * ROWS_PER_PAGE);
    let range = words.say_with(
        "pages-range-of",
        [
            ("first", first_row.into()),
            ("last", last_row.into()),
            ("of", of.into()),
        ],
    );
    let step = |page: usize, key: &str| {
        let to = View { page, ..view }.code();
        view! { <button class="button small" name="go" value=to>{words.say(key)}</button> }
    };
    let earlier = (page > 1).then(|| step(page - 1, "pages-earlier"));
    let later = (page < last).then(|| step(page + 1, "pages-later"));
    (last > 1).then(|| {
        view! {
            <div class="pagination" role="group" aria-label=words.say("pages")>
                <p>{range}</p>
                <div class="actions">{earlier}{later}</div>
            </div>
        }
    })
}

#[cfg(test)]
mod tests {
    use domain::roster::{Against, check, parse};

    use super::*;

    #[test]
    fn problems_stand_first_and_long_lists_stand_on_pages() {
        let mut text = "a@x.example\n".to_owned();
        // Names of their own: two rows of one name would be a problem themselves.
        let letter = |n: u8| char::from(b'a' + n);
        text.extend((0..240).map(|n| format!("{}{}@x.example\n", letter(n / 26), letter(n % 26))));
        text.push_str("no address here");
        let rows = check(parse(&text).expect("a list").rows, &Against::default());
        let view = |code: &str| shown(&rows, View::from_code(code));
        let (first, of) = view("all-1");
        assert_eq!((first.len(), of, first[0].row.number), (100, 242, 242));
        assert_eq!(view("all-3").0.len(), 42);
        assert_eq!(
            view("all-99").0.len(),
            42,
            "beyond the last page is the last page"
        );
        assert_eq!(view("problems-1").1, 1);
    }
}
