//! What every page has around it: the header and the footer.

use std::sync::Arc;

use domain::language::Language;
use domain::people::{Actor, Role};
use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// A place that the header leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    address: String,
    /// The key of its name.
    name: &'static str,
    /// Whether the page belongs to it.
    is_here: bool,
}

/// Where the person in front of the page may go.
pub fn places(visit: &Visit) -> Vec<Place> {
    let here = visit.uri.path();
    addresses(&visit.actor())
        .into_iter()
        .map(|(address, name)| Place {
            is_here: here.starts_with(&address),
            address,
            name,
        })
        .collect()
}

/// The slim header: mark and name left; places, language and account right.
#[component]
pub fn Header(
    /// The language.
    words: Words,
    /// Where it leads.
    places: Vec<Place>,
    /// The name of whoever is signed in.
    account: Option<String>,
    /// The page's address, to come back to.
    back: String,
) -> impl IntoView {
    let places = places
        .into_iter()
        .map(|place| {
            let current = place.is_here.then_some("page");
            view! { <a href=place.address aria-current=current>{words.say(place.name)}</a> }
        })
        .collect_view();
    let account = match account {
        Some(name) => view! { <a href="/account">{name}</a> }.into_markup(),
        None => view! { <a href="/sign-in">{words.say("sign-in")}</a> }.into_markup(),
    };
    view! {
        <header class="site-header">
            <div class="site-header-inner">
                <a class="brand" href="/"><Mark/>{words.say("product-name")}</a>
                <nav class="site-nav" aria-label=words.say("main-menu")>{places}</nav>
                <div class="site-tools">
                    <LanguageMenu words back/>
                    {account}
                </div>
            </div>
        </header>
    }
}

/// The mark: a stepped stroke that splits in two, and again.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg
            class="mark"
            viewBox="0 0 28 28"
            fill="none"
            stroke="currentColor"
            stroke-width="2.5"
            stroke-linecap="square"
            aria-hidden="true"
        >
            <path d="M14 3v5M7 15V8h14v7M3.5 24v-9h7v9M17.5 24v-9h7v9"></path>
        </svg>
    }
}

/// Where a person of these roles goes.
fn addresses(actor: &Actor) -> Vec<(String, &'static str)> {
    let mut places = vec![("/courses".to_owned(), "place-courses")];
    let roles = actor.roles();
    if roles.iter().any(Role::runs_cohorts) {
        places.push(("/cohorts".to_owned(), "place-cohorts"));
        places.push(("/outbox".to_owned(), "place-letters"));
    }
    let home = roles.iter().find_map(|role| match role {
        Role::Trainer(at) | Role::Lead(at) => Some(at),
        _ => None,
    });
    if let Some(home) = home {
        places.push((format!("/institutions/{home}"), "place-institution"));
    }
    let sees_programme = |role: &Role| {
        matches!(
            role,
            Role::Coordinator(_) | Role::PartnerTrainer(_) | Role::Observer(_)
        )
    };
    if roles.iter().any(sees_programme) {
        places.push(("/programme".to_owned(), "place-programme"));
    }
    places
}

/// The languages, each named in itself; choosing one comes back to the same page.
#[component]
fn LanguageMenu(words: Words, back: String) -> impl IntoView {
    let choices = Language::ALL
        .into_iter()
        .map(|language| {
            let current = (language == words.0).then_some("true");
            view! {
                <li>
                    <button name="language" value=language.tag() lang=language.tag() aria-current=current>
                        {language.own_name()}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="menu">
            <summary>
                <Icon name="language"/>
                <span class="visually-hidden">{words.say("language-menu")}</span>
                {words.0.own_name()}
            </summary>
            <form method="post" action="/language">
                <input type="hidden" name="back" value=back/>
                <ul class="menu-list">{choices}</ul>
            </form>
        </details>
    }
}

/// The funder's sentence, the licences and the way to help.
#[component]
pub fn Footer(
    /// The language.
    words: Words,
    /// The funders' sentences, each in the language its funder wants.
    funding: Arc<[String]>,
) -> impl IntoView {
    let funding = funding
        .iter()
        .map(|line| view! { <p class="funding">{line.clone()}</p> })
        .collect_view();
    view! {
        <footer class="site-footer">
            <div class="site-footer-inner">
                {funding}
                <p>{words.say("footer-purpose")}</p>
                <p>{words.say("footer-licence")}</p>
            </div>
        </footer>
    }
}
