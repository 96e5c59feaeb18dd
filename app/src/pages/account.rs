//! `/account`: what people decide about themselves, and what is kept about them.

use axum::response::Response;
use domain::clock::Timestamp;
use domain::language::Language;
use domain::people::Gender;
use leptos::prelude::*;
use services::account::{Account, view};
use services::invitations::role_code;

use crate::components::field::{SelectField, TextField};
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::components::status_word::{StatusWord, Tone};
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let account = view(visit.services(), &visit.actor()).await?;
    let this = visit.viewer.as_ref().map(|viewer| viewer.sign_in);
    let (words, flash, now) = (visit.words, visit.flash.clone(), visit.now());
    let mail = visit.services().settings.mail;
    let title = words.say("account-title");
    Ok(visit.page(&title.clone(), || {
        let roles = roles(words, &account);
        let name_and_language = name_and_language(words, &flash, &account);
        let gender = gender(words, &flash, &account);
        let addresses = addresses(words, &flash, &account, mail);
        let letters = letters(words, &account);
        let password = password(words, &flash);
        let browsers = browsers(words, &account, this, now);
        view! {
            <main id="main" class="page text" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{roles}</p>
                    <form method="post" action="/sign-out" class="actions">
                        <button class="button">{words.say("sign-out")}</button>
                    </form>
                </header>
                <FlashNotice words flash/>
                {name_and_language}
                {gender}
                {addresses}
                {letters}
                {password}
                {browsers}
                <section class="section">
                    <h2>{words.say("account-kept-title")}</h2>
                    <p>{words.say("account-kept")}</p>
                </section>
            </main>
        }
    }))
}

fn roles(words: Words, account: &Account) -> String {
    let mut roles: Vec<String> = account
        .roles
        .iter()
        .map(|role| words.say(&format!("role-{}", role_code(role))))
        .collect();
    roles.sort();
    roles.dedup();
    if roles.is_empty() {
        words.say("role-learner")
    } else {
        roles.join(", ")
    }
}

fn name_and_language(words: Words, flash: &Flash, account: &Account) -> impl IntoView + use<> {
    let options = Language::ALL
        .into_iter()
        .map(|language| (language.tag().to_owned(), language.own_name().to_owned()))
        .collect();
    view! {
        <section class="section">
            <h2>{words.say("account-you")}</h2>
            <form class="form" method="post" action="/account/name">
                <TextField
                    words
                    flash=flash.clone()
                    name="name"
                    label=words.say("account-name")
                    hint=words.say("account-name-hint")
                    value=account.person.name.clone()
                    autocomplete="name"
                />
                <button class="button">{words.say("account-name-save")}</button>
            </form>
            <form class="form" method="post" action="/language">
                <input type="hidden" name="back" value="/account"/>
                <SelectField
                    words
                    flash=flash.clone()
                    name="language"
                    label=words.say("account-language")
                    hint=words.say("account-language-hint")
                    options
                    value=words.0.tag()
                />
                <button class="button">{words.say("account-language-save")}</button>
            </form>
        </section>
    }
}

/// What the funder counts, asked of nobody but the person.
fn gender(words: Words, flash: &Flash, account: &Account) -> impl IntoView + use<> {
    let stated = Gender::ALL.iter().map(|one| {
        (
            one.code().to_owned(),
            words.say(&format!("gender-{}", one.code())),
        )
    });
    let options = std::iter::once((String::new(), words.say("gender-not-stated")))
        .chain(stated)
        .collect();
    view! {
        <section class="section">
            <h2>{words.say("account-gender")}</h2>
            <form class="form" method="post" action="/account/gender">
                <SelectField
                    words
                    flash=flash.clone()
                    name="gender"
                    label=words.say("account-gender-label")
                    hint=words.say("account-gender-hint")
                    options
                    value=account.gender.map(Gender::code).unwrap_or_default()
                />
                <button class="button">{words.say("account-gender-save")}</button>
            </form>
        </section>
    }
}

fn addresses(words: Words, flash: &Flash, account: &Account, mail: bool) -> impl IntoView + use<> {
    let several = account.addresses.len() > 1;
    let rows = account
        .addresses
        .iter()
        .map(|address| {
            let confirm = address.confirmed_at.is_none().then(|| {
                let (key, label) = (address.key.clone(), words.say("address-confirm"));
                view! { <AddressButton action="/account/addresses/confirm" key label/> }
            });
            let remove = several.then(|| {
                let (key, label) = (address.key.clone(), words.say("address-remove"));
                view! { <AddressButton action="/account/addresses/remove" key label/> }
            });
            let status = if address.confirmed_at.is_some() {
                view! { <StatusWord tone=Tone::Done icon="done" word=words.say("address-confirmed")/> }
            } else {
                view! { <StatusWord tone=Tone::Progress icon="question" word=words.say("address-added")/> }
            };
            view! {
                <tr>
                    <th scope="row">{address.address.clone()}</th>
                    <td data-label=words.say("address-state")>{status}</td>
                    <td><div class="row-actions">{confirm}{remove}</div></td>
                </tr>
            }
        })
        .collect_view();
    let add = mail.then(|| {
        view! {
            <form class="form" method="post" action="/account/addresses">
                <TextField
                    words
                    flash=flash.clone()
                    name="email"
                    label=words.say("address-new")
                    hint=words.say("address-new-hint")
                    kind="email"
                    autocomplete="email"
                />
                <button class="button">{words.say("address-send-link")}</button>
            </form>
        }
    });
    view! {
        <section class="section">
            <h2 id="addresses">{words.say("account-addresses")}</h2>
            <p>{words.say("account-addresses-what")}</p>
            <div class="table-scroll" role="region" aria-labelledby="addresses" tabindex="0">
                <table class="data-table rows">
                    <thead>
                        <tr>
                            <th scope="col">{words.say("email")}</th>
                            <th scope="col">{words.say("address-state")}</th>
                            <th scope="col">{words.say("address-change")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {add}
        </section>
    }
}

#[component]
fn AddressButton(action: &'static str, key: String, label: String) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="address" value=key/>
            <button class="button small">{label}</button>
        </form>
    }
}

/// Whether reminders and digests are wanted, and the one button that changes it.
fn letters(words: Words, account: &Account) -> impl IntoView + use<> {
    let (state, change, wanted) = if account.wants_letters {
        ("account-letters-wanted", "account-letters-stop", "no")
    } else {
        ("account-letters-refused", "account-letters-want", "yes")
    };
    view! {
        <section class="section">
            <h2>{words.say("account-letters")}</h2>
            <p>{words.say(state)}</p>
            <form class="form" method="post" action="/account/letters">
                <input type="hidden" name="wanted" value=wanted/>
                <button class="button">{words.say(change)}</button>
            </form>
        </section>
    }
}

fn password(words: Words, flash: &Flash) -> impl IntoView + use<> {
    view! {
        <section class="section">
            <h2>{words.say("account-password")}</h2>
            <form class="form" method="post" action="/account/password">
                <TextField
                    words
                    flash=flash.clone()
                    name="present_password"
                    label=words.say("account-password-present")
                    kind="password"
                    autocomplete="current-password"
                />
                <TextField
                    words
                    flash=flash.clone()
                    name="password"
                    label=words.say("password-new")
                    hint=words.say("password-hint")
                    kind="password"
                    autocomplete="new-password"
                />
                <button class="button">{words.say("account-password-save")}</button>
            </form>
        </section>
    }
}

fn browsers(
    words: Words,
    account: &Account,
    this: Option<domain::ids::SignInId>,
    now: Timestamp,
) -> impl IntoView + use<> {
    let several = account.browsers.len() > 1;
    let rows = account
        .browsers
        .iter()
        .map(|browser| {
            let here = this == Some(browser.id);
            let what = if here {
                view! { <StatusWord tone=Tone::Done icon="person" word=words.say("browser-this")/> }
                    .into_markup()
            } else {
                let id = browser.id.to_string();
                view! {
                    <form method="post" action="/account/sign-ins/end">
                        <input type="hidden" name="which" value=id/>
                        <button class="button small">{words.say("browser-end")}</button>
                    </form>
                }
                .into_markup()
            };
            view! {
                <tr>
                    <th scope="row">{agent(words, &browser.agent)}</th>
                    <td data-label=words.say("browser-seen")>{words.ago(browser.seen_at, now)}</td>
                    <td>{what}</td>
                </tr>
            }
        })
        .collect_view();
    let others = several.then(|| {
        view! {
            <form method="post" action="/account/sign-ins/end" class="actions">
                <input type="hidden" name="which" value="others"/>
                <button class="button"><Icon name="lock"/>{words.say("browser-end-others")}</button>
            </form>
        }
    });
    view! {
        <section class="section">
            <h2 id="browsers">{words.say("account-browsers")}</h2>
            <p>{words.say("account-browsers-what")}</p>
            <div class="table-scroll" role="region" aria-labelledby="browsers" tabindex="0">
                <table class="data-table rows">
                    <thead>
                        <tr>
                            <th scope="col">{words.say("browser")}</th>
                            <th scope="col">{words.say("browser-seen")}</th>
                            <th scope="col">{words.say("browser-change")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {others}
        </section>
    }
}

/// The browser's and the machine's names, out of the long line that browsers send.
fn agent(words: Words, line: &str) -> String {
    // The order matters: most browsers also claim to be Safari, and Edge to be Chrome.
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const MACHINES: [(&str, &str); 6] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let named = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(sign, _)| line.contains(sign))
            .map(|(_, name)| *name)
    };
    match (named(&BROWSERS), named(&MACHINES)) {
        (Some(browser), Some(machine)) => words.say_with(
            "browser-on-machine",
            [("browser", browser.into()), ("machine", machine.into())],
        ),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => words.say("browser-unknown"),
    }
}
