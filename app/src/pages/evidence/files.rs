//! The files attached to a session, and those that were removed.

use leptos::prelude::*;
use services::evidence::{EvidencePage, Listed};

use super::address;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// Bytes in a kilobyte and in a megabyte, as people read them.
const KILOBYTE: u64 = 1_000;
const MEGABYTE: u64 = 1_000_000;

/// The list.
pub(super) fn section(words: Words, page: &EvidencePage) -> impl IntoView + use<> {
    let (removed, there): (Vec<&Listed>, Vec<&Listed>) =
        page.files.iter().partition(|one| one.removed.is_some());
    let table = if there.is_empty() {
        view! { <p class="quiet-text">{words.say("evidence-files-none")}</p> }.into_markup()
    } else {
        table(words, page, &there).into_markup()
    };
    let removed = (!removed.is_empty()).then(|| {
        let lines = removed
            .into_iter()
            .map(|one| view! { <li>{removed_line(words, one)}</li> })
            .collect_view();
        view! {
            <details>
                <summary>{words.say("evidence-removed-title")}</summary>
                <ul>{lines}</ul>
            </details>
        }
    });
    view! {
        <section class="section">
            <h2>{words.say("evidence-files")}</h2>
            {table}
            {removed}
        </section>
    }
}

fn table(words: Words, page: &EvidencePage, files: &[&Listed]) -> impl IntoView + use<> {
    let address = address(page.cohort.id, page.session.id);
    let rows = files
        .iter()
        .map(|one| row(words, &address, one))
        .collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="files" tabindex="0">
            <table class="data-table rows">
                <caption id="files" class="visually-hidden">{words.say("evidence-files")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("evidence-file")}</th>
                        <th scope="col">{words.say("evidence-kind")}</th>
                        <th scope="col">{words.say("evidence-size")}</th>
                        <th scope="col">{words.say("evidence-added")}</th>
                        <th scope="col">{words.say("actions")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(words: Words, address: &str, one: &Listed) -> impl IntoView + use<> {
    let file = &one.file;
    let href = format!("{address}/{}", file.id);
    let added = [
        ("day", words.day_of(file.added_at).into()),
        ("name", one.added_by.clone().into()),
    ];
    view! {
        <tr>
            <th scope="row"><a href=href.clone() download="">{file.name.clone()}</a></th>
            <td data-label=words.say("evidence-kind")>{words.say(&format!("evidence-kind-{}", file.kind.code()))}</td>
            <td data-label=words.say("evidence-size")>{size(words, file.bytes)}</td>
            <td data-label=words.say("evidence-added")>{words.say_with("evidence-added-by", added)}</td>
            <td>
                <div class="row-actions">
                    <a class="button small" href=href.clone() download="">
                        {words.say("evidence-download")}<span class="visually-hidden">" "{file.name.clone()}</span>
                    </a>
                    <a class="button small quiet" href=format!("{href}/remove")>
                        {words.say("evidence-remove")}<span class="visually-hidden">" "{file.name.clone()}</span>
                    </a>
                </div>
            </td>
        </tr>
    }
}

fn removed_line(words: Words, one: &Listed) -> Option<String> {
    let (at, by, reason) = one.removed.clone()?;
    let values = [
        ("file", one.file.name.clone().into()),
        ("day", words.day_of(at).into()),
        ("name", by.into()),
        ("reason", reason.into()),
    ];
    Some(words.say_with("evidence-removed", values))
}

/// A file's length: "340 kB", "2.1 MB".
pub(crate) fn size(words: Words, bytes: u64) -> String {
    if bytes < MEGABYTE {
        let count = bytes.div_ceil(KILOBYTE).to_string();
        return words.say_with("evidence-size-kb", [("count", count.into())]);
    }
    let tenths = u32::try_from(bytes.div_ceil(MEGABYTE / 10)).unwrap_or(u32::MAX);
    let count = words.decimal(f64::from(tenths) / 10.0);
    words.say_with("evidence-size-mb", [("count", count.into())])
}
