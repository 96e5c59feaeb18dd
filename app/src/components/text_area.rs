//! The only place that writes a `<textarea>`.

use leptos::prelude::*;

/// A text area whose content is escaped. Leptos 0.8 does not escape the children of a textarea
/// when it renders on the server (fixed in 0.9), so content could otherwise close the element and
/// run script; a test holds this, and the checks refuse a textarea anywhere else.
#[component]
pub fn TextArea(
    /// The field's name and id.
    #[prop(into)]
    name: String,
    /// What stands in it.
    #[prop(into)]
    value: String,
    /// Visible lines.
    #[prop(default = 6)]
    rows: u32,
    /// Ids of the hint and problem that describe it, separated by spaces.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether what was typed was refused.
    #[prop(default = false)]
    invalid: bool,
    /// Longest text taken, in characters.
    #[prop(optional)]
    max_length: Option<u32>,
    /// An example shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<String>,
) -> impl IntoView {
    let described_by = described_by.filter(|ids| !ids.is_empty());
    let placeholder = placeholder.filter(|example| !example.is_empty());
    // A browser drops one line break right after the opening tag: give it one to drop.
    let content = format!("\n{}", escape(&value));
    view! {
        <textarea
            id=name.clone()
            name=name
            rows=rows
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            maxlength=max_length
            placeholder=placeholder
            inner_html=content
        ></textarea>
    }
}

/// Text as HTML that shows exactly it.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_can_never_close_the_field_and_run_script() {
        let typed = "</textarea><script>alert(1)</script>&amp;";
        let html = view! { <TextArea name="roster" value=typed/> }.to_html();
        assert!(
            html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"),
            "{html}"
        );
        assert!(!html.contains("<script>"), "{html}");
    }
}
