//! `/programme/people`: who holds the programme's roles, and inviting more.

use axum::extract::Query;
use axum::response::Response;
use domain::ids::ProgrammeId;
use leptos::prelude::*;
use services::programme::people::{Holders, holders};

use super::Asked;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// The roles that are invited to here, by the code that the form sends.
pub const INVITED: [&str; 4] = ["coordinator", "partner_trainer", "observer", "recogniser"];

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the asker does not run the programme.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let holders = holders(visit.services(), &visit.actor(), id).await?;
    let title = visit.words.say("programme-people");
    Ok(visit.page(&title, || page(&visit, id, holders)))
}

fn page(visit: &Visit, id: ProgrammeId, holders: Holders) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = || visit.flash.clone();
    let above = vec![(
        format!("/programme?id={id}"),
        holders.programme.title.clone(),
    )];
    let options = INVITED
        .into_iter()
        .map(|code| (code.to_owned(), words.say(&format!("role-{code}"))))
        .collect::<Vec<_>>();
    let say = |key: &str| words.say(key);
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above here=say("programme-people")/>
            <header class="page-title">
                <h1>{say("programme-people")}</h1>
                <p class="lead">{say("programme-people-about")}</p>
            </header>
            <FlashNotice words flash=flash()/>
            {held(words, id, holders)}
            <section class="section">
                <h2>{say("invite-title")}</h2>
                <form class="form" method="post" action=format!("/programme/people?id={id}")>
                    <SelectField words flash=flash() name="role" label=say("field-role") options value="partner_trainer"/>
                    <TextField words flash=flash() name="name" label=say("field-name")/>
                    <TextField words flash=flash() name="email" label=say("field-email") kind="email"/>
                    <div class="actions"><button class="button primary">{say("invite-do")}</button></div>
                </form>
            </section>
        </main>
    }
}

fn held(words: Words, id: ProgrammeId, holders: Holders) -> impl IntoView {
    let held = holders
        .held
        .into_iter()
        .map(|holder| {
            let take = words.say_with("role-take-back-from", [("name", holder.name.as_str().into())]);
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{}", holder.person)>{holder.name}</a></th>
                    <td data-label=words.say("field-role")>{words.role(&holder.role)}</td>
                    <td data-label=words.say("column-since")>{words.day_of(holder.given_at)}</td>
                    <td>
                        <form class="row-actions" method="post" action=format!("/roles/{}/take-back", holder.grant)>
                            <input type="hidden" name="back" value=format!("/programme/people?id={id}")/>
                            <button class="button small" aria-label=take>{words.say("role-take-back")}</button>
                        </form>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let invited = holders
        .invited
        .into_iter()
        .map(|(role, name, since)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label=words.say("field-role")>{words.role(&role)}</td>
                    <td data-label=words.say("column-since")>
                        {words.say_with("invited-on", [("date", words.day_of(since).into())])}
                    </td>
                    <td><a href="/outbox">{words.say("invitation-manage")}</a></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data-table rows">
            <thead>
                <tr>
                    <th scope="col">{words.say("field-name")}</th>
                    <th scope="col">{words.say("field-role")}</th>
                    <th scope="col">{words.say("column-since")}</th>
                    <th scope="col"><span class="visually-hidden">{words.say("column-actions")}</span></th>
                </tr>
            </thead>
            <tbody>{held}{invited}</tbody>
        </table>
    }
}
