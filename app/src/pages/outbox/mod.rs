//! `/outbox`: letters that wait, were sent or were given up; copied by hand where there is no
//! mail server.

pub mod calendar;

use axum::extract::Query;
use axum::response::Response;
use domain::clock::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use services::outbox::{Group, Letters, Message, PAGE, Pile, State, list};
use services::ports::Writer;

use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::components::text_area::TextArea;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// Which letters, and which page of them.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    state: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    page: u64,
}

/// The list.
///
/// # Errors
/// For people who send no letters, or when the database fails.
pub async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    let state = match wanted.state.as_str() {
        "sent" => State::Sent,
        "failed" => State::Failed,
        _ => State::Waiting,
    };
    let group = Group::from_code(&wanted.group);
    let found = list(visit.services(), &visit.actor(), state, group, wanted.page).await?;
    let (words, flash, now) = (visit.words, visit.flash.clone(), visit.now());
    let mail = visit.services().settings.mail;
    let title = words.say("outbox-title");
    Ok(visit.page(&title.clone(), || {
        let lead = words.say(if mail {
            "outbox-mail"
        } else {
            "outbox-no-mail"
        });
        let copy = (state == State::Waiting && found.total > 0).then(|| {
            view! {
                <form method="post" action="/outbox/copy" class="actions">
                    <input type="hidden" name="group" value=group.map(Group::code)/>
                    <button class="button">{words.say("outbox-copy")}</button>
                </form>
            }
        });
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                    {copy}
                </header>
                <FlashNotice words flash/>
                {states(words, state)}
                {groups(words, state, group)}
                {table(words, state, &found, now)}
                {pages(words, &address(state, group), wanted.page, found.total)}
            </main>
        }
    }))
}

fn states(words: Words, shown: State) -> impl IntoView + use<> {
    let links = [State::Waiting, State::Failed, State::Sent]
        .into_iter()
        .map(|state| {
            let current = (state == shown).then_some("page");
            let href = format!("/outbox?state={}", state.code());
            view! {
                <a class="button small" href=href aria-current=current>
                    {words.say(&format!("outbox-{}", state.code()))}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="actions" aria-label=words.say("outbox-states")>{links}</nav> }
}

/// All letters, or those of one group: reminders do not hide the invitations.
fn groups(words: Words, state: State, shown: Option<Group>) -> impl IntoView + use<> {
    let links = std::iter::once(None)
        .chain(Group::ALL.map(Some))
        .map(|group| {
            let current = (group == shown).then_some("page");
            let key = group.map_or_else(
                || "outbox-group-all".to_owned(),
                |group| format!("outbox-group-{}", group.code()),
            );
            view! {
                <a class="button quiet small" href=address(state, group) aria-current=current>
                    {words.say(&key)}
                </a>
            }
        })
        .collect_view();
    view! { <nav class="actions" aria-label=words.say("outbox-groups")>{links}</nav> }
}

fn address(state: State, group: Option<Group>) -> String {
    match group {
        Some(group) => format!("/outbox?state={}&group={}", state.code(), group.code()),
        None => format!("/outbox?state={}", state.code()),
    }
}

fn table(words: Words, state: State, found: &Letters, now: Timestamp) -> Markup {
    if found.letters.is_empty() {
        return view! {
            <div class="empty-state"><p>{words.say(&format!("outbox-{}-empty", state.code()))}</p></div>
        }
        .into_markup();
    }
    let rows = found
        .letters
        .iter()
        .map(|letter| {
            let again = (state == State::Failed).then(|| {
                let action = format!("/outbox/{}/try-again", letter.id);
                view! {
                    <form method="post" action=action>
                        <button class="button small">{words.say("outbox-try-again")}</button>
                    </form>
                }
            });
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{named(letter)}</bdi>
                        <span class="under">{letter.recipient.clone()}</span>
                    </th>
                    <td data-label=words.say("outbox-kind")>{words.say(&format!("outbox-kind-{}", letter.kind))}</td>
                    <td data-label=words.say("outbox-since")>{words.ago(letter.sent_at.unwrap_or(letter.created_at), now)}</td>
                    <td data-label=words.say("outbox-happened")>{happened(words, letter)}</td>
                    <td><div class="row-actions">{again}{calendar_file(words, letter)}{invitation(words, letter, found)}</div></td>
                </tr>
            }
        })
        .collect_view();
    let caption = words.say_with("outbox-count", [("count", found.total.into())]);
    view! {
        <div class="table-scroll" role="region" aria-labelledby="letters" tabindex="0">
            <table class="data-table rows">
                <caption id="letters">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("outbox-to")}</th>
                        <th scope="col">{words.say("outbox-kind")}</th>
                        <th scope="col">{words.say("outbox-since")}</th>
                        <th scope="col">{words.say("outbox-happened")}</th>
                        <th scope="col">{words.say("outbox-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_markup()
}

/// The calendar file of a letter about a session that waits.
fn calendar_file(words: Words, letter: &Message) -> Option<impl IntoView + use<>> {
    let has_one = letter.session.is_some() && Group::Sessions.holds(&letter.kind);
    let waits = matches!(letter.state, State::Waiting | State::Failed);
    (has_one && waits).then(|| calendar_link(words, letter))
}

fn calendar_link(words: Words, letter: &Message) -> impl IntoView + use<> {
    let name = named(letter);
    view! {
        <a class="button small" href=format!("/outbox/{}/calendar.ics", letter.id) download="">
            <Icon name="calendar"/>{words.say("outbox-calendar")}
            <span class="visually-hidden">" "{name}</span>
        </a>
    }
}

fn named(letter: &Message) -> String {
    let name = letter.values.iter().find(|(name, _)| name == "name");
    name.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// What can be done with an invitation that nobody has answered yet.
fn invitation(words: Words, letter: &Message, found: &Letters) -> Option<impl IntoView + use<>> {
    let id = letter
        .invitation
        .filter(|id| found.unanswered.contains(id))?;
    let back = format!("/outbox?state={}", letter.state.code());
    let buttons = [("resend", "outbox-resend"), ("revoke", "outbox-take-back")]
        .map(|(verb, key)| {
            let name = named(letter);
            view! {
                <form method="post" action=format!("/outbox/invitations/{id}/{verb}")>
                    <input type="hidden" name="back" value=back.clone()/>
                    <button class="button small">
                        {words.say(key)}<span class="visually-hidden">" "{name}</span>
                    </button>
                </form>
            }
        })
        .collect_view();
    Some(buttons)
}

/// How often it was tried and what the mail server said last.
fn happened(words: Words, letter: &Message) -> String {
    if letter.attempts == 0 {
        return words.say(if letter.state == State::Sent {
            "outbox-by-hand"
        } else {
            "outbox-not-tried"
        });
    }
    let tried = words.say_with(
        "outbox-tried",
        [("count", i64::from(letter.attempts).into())],
    );
    match &letter.last_error {
        Some(error) if letter.state != State::Sent => format!("{tried} {error}"),
        _ => tried,
    }
}

fn pages(words: Words, here: &str, page: u64, total: u64) -> Option<impl IntoView + use<>> {
    let link = |page: u64| format!("{here}&page={page}");
    let earlier = page.checked_sub(1).map(|before| {
        view! { <li><a rel="prev" href=link(before)><Icon name="back"/>{words.say("outbox-newer")}</a></li> }
    });
    let more = page.saturating_add(1).saturating_mul(PAGE) < total;
    let later = more.then(|| {
        view! { <li><a rel="next" href=link(page + 1)>{words.say("outbox-older")}<Icon name="forward"/></a></li> }
    });
    (earlier.is_some() || later.is_some()).then(|| {
        view! { <nav class="pagination" aria-label=words.say("outbox-pages")><ul>{earlier}{later}</ul></nav> }
    })
}

/// The letters to copy, each with a link made just now.
pub(crate) fn copied(visit: &Visit, pile: Pile, group: Option<Group>) -> Response {
    let words = visit.words;
    let title = words.say("outbox-copy-title");
    visit.page(&title.clone(), || {
        let done = sent_by_hand(words, &pile);
        let more = pile.more_after.map(|after| {
            view! {
                <form method="post" action="/outbox/copy">
                    <input type="hidden" name="after" value=after.to_string()/>
                    <input type="hidden" name="group" value=group.map(Group::code)/>
                    <button class="button">{words.say("outbox-copy-next")}</button>
                </form>
            }
        });
        let letters = pile
            .letters
            .into_iter()
            .enumerate()
            .map(|(n, copied)| {
                let (subject, body) = crate::mail::Letters.write(&copied.letter);
                let id = format!("letter-{n}");
                let text = format!("{subject}\n\n{body}");
                let file = (!copied.letter.sessions.is_empty()).then(|| {
                    view! {
                        <p class="hint">{words.say("outbox-calendar-what")}</p>
                        <div class="actions">{calendar_link(words, &copied.message)}</div>
                    }
                });
                view! {
                    <section class="section">
                        <h2><label for=id.clone()><bdi>{named(&copied.message)}</bdi>", "{copied.message.recipient}</label></h2>
                        <div class="field"><TextArea name=id value=text rows=12/></div>
                        {file}
                    </section>
                }
            })
            .collect_view();
        view! {
            <main id="main" class="page text" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("outbox-copy-what")}</p>
                    <div class="actions"><a class="button" href="/outbox">{words.say("outbox-title")}</a></div>
                </header>
                {letters}
                <div class="actions">{done}{more}</div>
            </main>
        }
    })
}

/// The button that says that these letters went out by hand.
fn sent_by_hand(words: Words, pile: &Pile) -> Markup {
    if pile.letters.is_empty() {
        return view! { <p>{words.say("outbox-waiting-empty")}</p> }.into_markup();
    }
    let named = pile
        .letters
        .iter()
        .map(|copied| view! { <input type="hidden" name="letter" value=copied.message.id.to_string()/> })
        .collect_view();
    let label = words.say_with("outbox-mark", [("count", pile.letters.len().into())]);
    view! {
        <form method="post" action="/outbox/copied">
            {named}
            <button class="button primary">{label}</button>
        </form>
    }
    .into_markup()
}
