//! What somebody with a role comes for: the programme, the institution, their cohorts.

use domain::ids::CohortId;
use domain::people::{Actor, Role};
use leptos::prelude::*;
use services::cohorts::{self, Listed, Listing};
use services::programme::{self, programmes};
use services::{ServiceError, Services};

use crate::components::icon::Icon;
use crate::i18n::Words;
use crate::visit::Visit;

/// Most cohorts shown here; the rest is one click away.
const COHORTS: usize = 4;

/// What somebody has in hand.
pub(super) struct Work {
    programmes: Vec<programme::Listed>,
    cohorts: Option<Listing>,
    /// How many texts wait for a review, by cohort.
    reviews: Vec<(CohortId, u64)>,
    /// Whether there is a page of what waits this week.
    digest: bool,
}

impl Work {
    /// What the roles of a signed-in person open; nothing for a colleague who only learns.
    pub(super) async fn of(services: &Services, actor: &Actor) -> Result<Self, ServiceError> {
        let programmes = match programme::seen_by(actor).is_empty() {
            true => Vec::new(),
            false => programmes(services, actor).await?,
        };
        let cohorts = match actor.roles().iter().any(Role::runs_cohorts) {
            true => Some(cohorts::list(services, actor, 1).await?),
            false => None,
        };
        let reviews = match cohorts.is_some() {
            true => services::reviews::waiting(services, actor).await?,
            false => Vec::new(),
        };
        Ok(Self {
            reviews,
            programmes,
            cohorts,
            digest: actor.roles().iter().any(Role::runs_cohorts),
        })
    }

    /// Whether there is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.programmes.is_empty() && self.cohorts.is_none()
    }
}

/// The sections, most comprehensive first.
pub(super) fn sections(visit: &Visit, work: &Work) -> impl IntoView + use<> {
    let words = visit.words;
    let programmes = work
        .programmes
        .iter()
        .map(|one| one_programme(words, one))
        .collect_view();
    let cohorts = work.cohorts.as_ref().map(|all| cohorts_of(visit, all));
    let reviews = reviews(words, work);
    let digest = work.digest.then(|| {
        view! { <p class="actions"><a class="button" href="/digest">{words.say("digest-title")}</a></p> }
    });
    view! { {digest} {reviews} {programmes} {cohorts} }
}

/// Texts that wait for a review, a line for each cohort.
fn reviews(words: Words, work: &Work) -> Option<impl IntoView + use<>> {
    let all = work.cohorts.as_ref()?;
    let lines: Vec<_> = work
        .reviews
        .iter()
        .map(|(cohort, count)| {
            let named = all.cohorts.iter().find(|one| one.cohort.id == *cohort);
            let title = named.map(|one| one.cohort.title.clone());
            let sentence = words.say_with("reviews-waiting", [("count", (*count).into())]);
            let href = format!("/cohorts/{cohort}/reviews");
            view! {
                <li>
                    <Icon name="behind"/>
                    <span><a href=href>{sentence}</a><span class="under"><bdi>{title}</bdi></span></span>
                    <span></span>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="work">
                <h2>{words.say("reviews-title")}</h2>
                <ul class="checklist">{lines}</ul>
            </section>
        }
    })
}

fn one_programme(words: Words, one: &programme::Listed) -> impl IntoView + use<> {
    let reached = words.say_with(
        "sentence-reached",
        [
            ("reached", one.totals.reached.into()),
            ("institutions", one.totals.institutions.into()),
        ],
    );
    let sentence = match one.totals.institutions {
        0 => words.say("sentence-no-institutions"),
        _ => reached,
    };
    let href = format!("/programme?id={}", one.programme.id);
    view! {
        <section class="work">
            <h2>{one.programme.title.clone()}</h2>
            <p class="lead">{sentence}</p>
            <div class="actions"><a class="button primary" href=href>{words.say("home-programme")}</a></div>
        </section>
    }
}

fn cohorts_of(visit: &Visit, all: &Listing) -> impl IntoView + use<> {
    let words = visit.words;
    let lines = all
        .cohorts
        .iter()
        .take(COHORTS)
        .map(|listed| line(words, listed))
        .collect_view();
    let none = (all.total == 0)
        .then(|| view! { <p class="quiet-text">{words.say("my-cohorts-none-what")}</p> });
    let rest = (all.total > COHORTS as u64)
        .then(|| view! { <a href="/cohorts">{words.say("home-all-cohorts")}</a> });
    view! {
        <section class="work">
            <h2>{words.say("home-cohorts")}</h2>
            {none}
            <ul class="checklist">{lines}</ul>
            <div class="actions">
                <a class="button" href="/cohorts/new">{words.say("cohort-create")}</a>
                {rest}
            </div>
        </section>
    }
}

fn line(words: Words, listed: &Listed) -> impl IntoView + use<> {
    let (cohort, tally) = (&listed.cohort, &listed.cohort.tally);
    let (class, icon) = match tally {
        tally if tally.invited == 0 => ("", "none"),
        tally if tally.finished >= tally.invited => ("done", "done"),
        _ => ("progress", "progress"),
    };
    let counts = words.say_with(
        "home-cohort-counts",
        [
            ("people", tally.invited.into()),
            ("started", tally.started.into()),
            ("finished", tally.finished.into()),
        ],
    );
    view! {
        <li class=class>
            <Icon name=icon/>
            <span>
                <a href=format!("/cohorts/{}", cohort.id)>{cohort.title.clone()}</a>
                <span class="under">{listed.institution.clone()} " · " {counts}</span>
            </span>
            <a class="button small" href=format!("/cohorts/{}/enrol", cohort.id)>
                {words.say("home-enrol")}<span class="visually-hidden">" "{cohort.title.clone()}</span>
            </a>
        </li>
    }
}
