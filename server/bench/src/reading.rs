//! The rows about reading: pages against a constant page, and what a browser loads.

use std::slice;
use std::time::Instant;

use crate::client::{Ask, Connection};
use crate::compare::{median, with_constant};
use crate::process::Process;
use crate::report::{Budget, Row, Unit};
use crate::transfer::first_visit;

/// How often each of two installations is asked for its dashboard, in turn.
const DASHBOARDS: usize = 200;

/// A visitor's unit page, learners' own and the coordinator's programme, against a constant page.
pub async fn pages(subject: &Process, pages: [&[Ask]; 3]) -> Result<Vec<Row>, String> {
    let budgets = [
        ("Public unit page, cached / constant page", 0.5),
        ("Signed-in unit page / constant page", 0.25),
        ("Programme dashboard, 10,000 people / constant page", 0.08),
    ];
    let mut rows = Vec::with_capacity(pages.len());
    for (page, (what, least)) in pages.into_iter().zip(budgets) {
        let comparison = with_constant(subject, page).await?;
        rows.push(Row::new(
            what,
            Unit::Percent,
            comparison.ratio(),
            Budget::AtLeast(least),
            comparison.figures(),
        ));
    }
    Ok(rows)
}

/// The programme's page when its figures moved a moment ago, against a constant page: the first
/// look after each change.
pub async fn anew(subject: &Process, programme: &Ask) -> Result<Row, String> {
    let comparison = with_constant(subject, slice::from_ref(programme)).await?;
    Ok(Row::new(
        "The same, its figures read anew / constant page",
        Unit::Percent,
        comparison.ratio(),
        Budget::Told,
        comparison.figures(),
    ))
}

/// What a first visit loads, by a visitor and by somebody whose page has islands.
pub async fn transfer(
    subject: &Process,
    public: Ask,
    with_islands: Ask,
) -> Result<[Row; 3], String> {
    let mut browser = Connection::open(subject.address).await?;
    let public = first_visit(&mut browser, &public).await?;
    let signed_in = first_visit(&mut browser, &with_islands).await?;
    if signed_in.islands == 0 {
        return Err(format!("{} has no islands", with_islands.path()));
    }
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    let row = |what, bytes, most, figures| {
        Row::new(
            what,
            Unit::Kilobytes,
            kilobytes(bytes),
            Budget::AtMost(most),
            figures,
        )
    };
    Ok([
        row(
            "Unit page, first visit, over the wire",
            public.without_islands(),
            60.0,
            public.figures(),
        ),
        row(
            "Script and wasm of that page",
            public.islands,
            0.0,
            "a visitor's pages have no islands".to_owned(),
        ),
        row(
            "Script and wasm of a page with islands, brotli",
            signed_in.islands,
            120.0,
            signed_in.figures(),
        ),
    ])
}

/// A page of a large programme against that of a small one, asked for one by one; `note` says more
/// of the two.
pub async fn growth(
    what: &'static str,
    (small, small_page): (&Process, &Ask),
    (large, large_page): (&Process, &Ask),
    note: &str,
) -> Result<Row, String> {
    let mut at_small = Connection::open(small.address).await?;
    let mut at_large = Connection::open(large.address).await?;
    let (mut small_times, mut large_times) = (Vec::new(), Vec::new());
    for _ in 0..DASHBOARDS {
        small_times.push(time(&mut at_small, small_page).await?);
        large_times.push(time(&mut at_large, large_page).await?);
    }
    let (small, large) = (median(small_times), median(large_times));
    Ok(Row::new(
        what,
        Unit::Times,
        large / small,
        Budget::AtMost(2.0),
        format!(
            "{:.1} ms, with 10,000 {:.1} ms{note}",
            large * 1000.0,
            small * 1000.0
        ),
    ))
}

async fn time(browser: &mut Connection, page: &Ask) -> Result<f64, String> {
    let started = Instant::now();
    browser.fetch(page).await?;
    Ok(started.elapsed().as_secs_f64())
}
