//! `/institutions/{id}/edit`: an institution's name, place and own range.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use services::programme::change::{InstitutionForm, TypedInstitution, institution_form};

use super::id_of;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::institution_fields::InstitutionFields;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// The form.
///
/// # Errors
/// [`Failure::NotFound`] when the asker may not change the institution.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let form = institution_form(visit.services(), &visit.actor(), id_of(&id)?).await?;
    let title = visit.words.say("institution-change");
    Ok(visit.page(&title, || page(&visit, form)))
}

fn page(visit: &Visit, form: InstitutionForm) -> impl IntoView + use<> {
    let words = visit.words;
    let institution = form.institution;
    let path = format!("/institutions/{}", institution.id);
    let above = vec![
        (
            format!("/programme?id={}", form.programme.id),
            form.programme.title,
        ),
        (path.clone(), institution.name.clone()),
    ];
    let general = form
        .general
        .and_then(|tier| tier.range())
        .map_or_else(String::new, |range| words.range(range));
    let without = form.own.as_ref().is_some_and(|tier| tier.range().is_none());
    let own = form.own.and_then(|tier| tier.range());
    let (target_min, target_max) = own.map_or_else(Default::default, |range| {
        (range.min().to_string(), range.max().to_string())
    });
    let known = TypedInstitution {
        name: institution.name,
        kind: institution.kind.code().to_owned(),
        place: institution.place,
        country: institution.country,
        target_min,
        target_max,
        no_target: if without {
            "yes".to_owned()
        } else {
            String::new()
        },
        revision: String::new(),
    };
    let action = format!("{path}/edit");
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <Breadcrumb words above here=words.say("institution-change")/>
            <header class="page-title"><h1>{words.say("institution-change")}</h1></header>
            <FlashNotice words flash=visit.flash.clone()/>
            <form class="form" method="post" action=action>
                <input type="hidden" name="revision" value=institution.revision/>
                <InstitutionFields words flash=visit.flash.clone() known general/>
                <div class="actions">
                    <button class="button primary">{words.say("institution-save")}</button>
                    <a class="button quiet" href=path>{words.say("leave-unchanged")}</a>
                </div>
            </form>
        </main>
    }
}
