//! A page against a constant page of the same bytes from the same process.

use std::sync::Arc;
use std::time::Duration;

use hyper::{Method, StatusCode};

use crate::client::{Ask, Connection};
use crate::load::{self, Until};
use crate::process::Process;

/// Browsers that ask at the same time.
pub const BROWSERS: u8 = 16;
/// How often both are measured, in turn.
const ROUNDS: usize = 5;
/// How long each is measured in a round.
const ROUND: Duration = Duration::from_secs(1);

/// Both, in the middle of their rounds.
pub struct Comparison {
    /// Bytes over the wire for one answer.
    pub size: usize,
    /// Of the constant page.
    pub constant: Pace,
    /// Of the page.
    pub page: Pace,
}

/// How quickly something is answered.
#[derive(Clone, Copy)]
pub struct Pace {
    /// Answers per second.
    pub rate: f64,
    /// Time the server computes for one answer, in microseconds.
    pub computed: f64,
}

impl Comparison {
    /// The page's share of the constant page's answers per second.
    pub fn ratio(&self) -> f64 {
        self.page.rate / self.constant.rate
    }

    /// The figures behind the ratio.
    pub fn figures(&self) -> String {
        format!(
            "{:.0} of {:.0} requests/s, {:.1} kB; server computes {:.0} µs, constant {:.0} µs",
            self.page.rate,
            self.constant.rate,
            self.size as f64 / 1000.0,
            self.page.computed,
            self.constant.computed,
        )
    }
}

/// Measures pages of a [`subject`](crate::subject), one of each kind of reader, shared out among
/// the browsers, against a constant page of about their size.
pub async fn with_constant(subject: &Process, pages: &[Ask]) -> Result<Comparison, String> {
    let mut browser = Connection::open(subject.address).await?;
    let mut sizes = Vec::with_capacity(pages.len());
    for page in pages {
        // The second answer is the one that people get: the first fills caches.
        browser.fetch(page).await?;
        sizes.push(browser.fetch(page).await?.size());
    }
    let size = sizes.iter().sum::<usize>() / sizes.len().max(1);
    let nearest = pages
        .iter()
        .zip(&sizes)
        .min_by_key(|(_, of)| of.abs_diff(size));
    let (page, _) = nearest.ok_or("there is no page to measure")?;
    let keep = page
        .at(&format!("/constant{}", page.path()))
        .by(Method::POST);
    browser.fetch(&keep).await?;
    let constant: Arc<[Ask]> = Arc::new([page.at("/constant")]);
    let kept = browser.fetch(&constant[0]).await?.size();
    if kept.abs_diff(size) > size / 20 {
        return Err(format!(
            "{} answers {size} bytes, but its constant twin {kept}",
            page.path()
        ));
    }
    let pages: Arc<[Ask]> = pages.into();
    pace(subject, &pages).await?;
    let (mut constant_paces, mut page_paces) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        constant_paces.push(pace(subject, &constant).await?);
        page_paces.push(pace(subject, &pages).await?);
    }
    Ok(Comparison {
        size,
        constant: middle(constant_paces),
        page: middle(page_paces),
    })
}

async fn pace(subject: &Process, asks: &Arc<[Ask]>) -> Result<Pace, String> {
    let asks: Vec<Arc<Ask>> = asks.iter().cloned().map(Arc::new).collect();
    let before = subject.computed()?;
    let done = load::run(
        subject.address,
        usize::from(BROWSERS),
        Until::Elapsed(ROUND),
        StatusCode::OK,
        move |browser, _| Arc::clone(&asks[browser % asks.len()]),
    )
    .await?;
    let computed = subject.computed()?.saturating_sub(before);
    Ok(Pace {
        rate: done.rate(),
        computed: computed.as_secs_f64() * 1e6 / done.answers.max(1) as f64,
    })
}

/// The median, each figure by itself.
fn middle(paces: Vec<Pace>) -> Pace {
    Pace {
        rate: median(paces.iter().map(|pace| pace.rate).collect()),
        computed: median(paces.iter().map(|pace| pace.computed).collect()),
    }
}

/// The middle of some figures.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
