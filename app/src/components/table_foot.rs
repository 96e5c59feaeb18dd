//! Beneath a table: how its numbers are counted, and the table as a file.

use domain::cascade::Rule;
use leptos::prelude::*;

use crate::components::definition_note::DefinitionNote;
use crate::components::icon::Icon;
use crate::i18n::Words;

/// The rules behind a table, and the table as CSV and XLSX.
#[component]
pub fn TableFoot(
    /// The language.
    words: Words,
    /// The rules of the table's numbers.
    rules: Vec<Rule>,
    /// The file's address up to its ending, and its query with the `?`.
    #[prop(optional_no_strip)]
    files: Option<(String, String)>,
) -> impl IntoView {
    let files = files.map(|(path, query)| {
        view! {
            <div class="actions">
                <a href=format!("{path}.csv{query}")><Icon name="download"/>"CSV"</a>
                <a href=format!("{path}.xlsx{query}")><Icon name="download"/>"Excel"</a>
            </div>
        }
    });
    view! {
        <div class="table-foot">
            <DefinitionNote words rules/>
            {files}
        </div>
    }
}
