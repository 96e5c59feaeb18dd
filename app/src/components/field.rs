//! A form field: label, hint, input, and the problem beside it.

use leptos::prelude::*;
use services::FieldProblem;

use crate::components::icon::Icon;
use crate::components::text_area::TextArea;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};

/// The sentence of a problem.
#[must_use]
pub fn problem_sentence(words: Words, problem: &FieldProblem) -> String {
    words.say_with_pairs(&format!("problem-{}", problem.code), &problem.values)
}

fn described_by(name: &str, hint: bool, problem: bool) -> Option<String> {
    let mut ids = Vec::new();
    if hint {
        ids.push(format!("{name}-hint"));
    }
    if problem {
        ids.push(format!("{name}-problem"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The label, hint and problem around any control.
#[component]
pub fn Labelled<C: IntoView + 'static>(
    /// The control's id.
    #[prop(into)]
    name: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// How to type it.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip)]
    problem: Option<String>,
    /// The control.
    children: TypedChildren<C>,
) -> impl IntoView {
    around(
        name,
        label,
        hint,
        problem,
        children.into_inner()().into_markup(),
    )
}

fn around(
    name: String,
    label: String,
    hint: Option<String>,
    problem: Option<String>,
    control: Markup,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {control}
            {problem.map(|problem| view! {
                <p class="field-error" id=format!("{name}-problem")><Icon name="warning"/><span>{problem}</span></p>
            })}
        </div>
    }
}

/// A line to type in.
#[component]
pub fn TextField(
    /// The language of the problem's sentence.
    words: Words,
    /// What the form left, if it was refused.
    flash: Flash,
    /// The field's name and id.
    #[prop(into)]
    name: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// How to type it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The kind of input: text, email, password, date, number.
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it before anything was typed.
    #[prop(optional, into)]
    value: String,
    /// What the browser may fill in (HTML autofill token).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it must be filled in.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let problem = flash
        .problem(&name)
        .map(|problem| problem_sentence(words, problem));
    let value = flash.value(&name, &value);
    let described = described_by(&name, hint.is_some(), problem.is_some());
    let invalid = problem.is_some().then_some("true");
    view! {
        <Labelled name=name.clone() label hint problem>
            <input
                id=name.clone()
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                required=required
                aria-describedby=described
                aria-invalid=invalid
            />
        </Labelled>
    }
}

/// Several lines to type in.
#[component]
pub fn TextAreaField(
    /// The language of the problem's sentence.
    words: Words,
    /// What the form left, if it was refused.
    flash: Flash,
    /// The field's name and id.
    #[prop(into)]
    name: String,
    /// What to type.
    #[prop(into)]
    label: String,
    /// How to type it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What stands in it before anything was typed.
    #[prop(optional, into)]
    value: String,
    /// Visible lines.
    #[prop(default = 6)]
    rows: u32,
    /// An example shown while it is empty.
    #[prop(optional, into)]
    placeholder: String,
) -> impl IntoView {
    let problem = flash
        .problem(&name)
        .map(|problem| problem_sentence(words, problem));
    let value = flash.value(&name, &value);
    let described = described_by(&name, hint.is_some(), problem.is_some()).unwrap_or_default();
    let invalid = problem.is_some();
    view! {
        <Labelled name=name.clone() label hint problem>
            <TextArea name=name value rows described_by=described invalid placeholder/>
        </Labelled>
    }
}

/// A choice from a list.
#[component]
pub fn SelectField(
    /// The language of the problem's sentence.
    words: Words,
    /// What the form left, if it was refused.
    flash: Flash,
    /// The field's name and id.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// How to choose.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The values and the words shown for them.
    options: Vec<(String, String)>,
    /// The value chosen before anything else was.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let problem = flash
        .problem(&name)
        .map(|problem| problem_sentence(words, problem));
    let chosen = flash.value(&name, &value);
    let described = described_by(&name, hint.is_some(), problem.is_some());
    let invalid = problem.is_some().then_some("true");
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <Labelled name=name.clone() label hint problem>
            <select id=name.clone() name=name aria-describedby=described aria-invalid=invalid>
                {options}
            </select>
        </Labelled>
    }
}
