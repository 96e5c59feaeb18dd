//! Activity: one task, alone at a screen or in a room, and what comes out of it.

use domain::assessment::ReviewState;
use domain::course::Part;
use leptos::prelude::*;
use services::learning::HandedIn;

use super::{Sheet, lang, part, reviewed};
use crate::components::field::TextAreaField;
use crate::components::prose::Prose;
use crate::components::saved_note::SavedNote;
use crate::islands::saved_form::SavedForm;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::minutes;

/// The task; for a learner with the form that hands in its product.
pub(super) fn activity(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, text) = (sheet.words, &sheet.view.text);
    let activity = &text.activity;
    let body = view! {
        <dl class="facts">
            <dt>{words.say("activity-product")}</dt>
            <dd lang=lang(sheet)>{activity.product.clone()}</dd>
            <dt>{words.say("activity-grouping")}</dt>
            <dd>{words.say(&format!("grouping-{}", activity.grouping.code()))}</dd>
        </dl>
        <Prose html=activity.intro_html.clone() language=text.language/>
        <h3>{words.say("activity-online")}</h3>
        <Prose html=activity.online_html.clone() language=text.language/>
        <details class="variant">
            <summary>{words.say("activity-workshop")}</summary>
            <Prose html=activity.workshop_html.clone() language=text.language/>
        </details>
        {sheet.learner.map(|_| handing_in(sheet))}
    };
    part(
        sheet,
        Part::Activity,
        Some(minutes(words, activity.minutes)),
        body,
    )
}

/// The form, or, once a trainer accepted the product, the product as it stands.
fn handing_in(sheet: &Sheet<'_>) -> Markup {
    let product = sheet.record().and_then(|record| record.product());
    match product.filter(|product| product.state() == ReviewState::Accepted) {
        Some(accepted) => reviewed::accepted(sheet, accepted),
        None => form(sheet).into_markup(),
    }
}

/// Handing in: the text is kept in the browser while it is written, and sent with the button only.
fn form(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let product = sheet.record().and_then(|record| record.product());
    let written = product
        .map(|product| product.text.body.clone())
        .unwrap_or_default();
    let who_reads = if sheet.view.text.activity.commitment {
        "activity-only-you-read"
    } else {
        "activity-trainers-read"
    };
    let person = sheet
        .learner
        .map(|(person, _)| person.to_string())
        .unwrap_or_default();
    let place = format!("{person} {} product", sheet.view.place.id);
    let action = sheet.action("activity");
    let flash = sheet.flash.clone();
    let form = view! {
        <form class="form no-print" id="hand-in" method="post" action=action>
            <TextAreaField
                words
                flash
                name="product"
                label=words.say("activity-what-came-out")
                hint=words.say("activity-hand-in-hint")
                value=written
            />
            <p class="hint">{words.say(who_reads)}</p>
            <p class="actions"><button class="button">{words.say("hand-in")}</button></p>
            <div id="state-product" role="status">{state(sheet)}</div>
        </form>
    }
    .into_markup();
    view! { <SavedForm place auto=false>{form}</SavedForm> }
}

/// When the product was handed in, and what a trainer said.
pub(super) fn state(sheet: &Sheet<'_>) -> Markup {
    let product = sheet.record().and_then(|record| record.product());
    let (words, now) = (sheet.words, sheet.now);
    let state = |product: &HandedIn| {
        let standing = product
            .review
            .is_some()
            .then(|| reviewed::standing(sheet, product));
        view! { <SavedNote words at=product.text.saved_at now/> {standing} }
    };
    product.map(state).into_markup()
}
