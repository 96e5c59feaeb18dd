//! What a page's head tells other sites and programs: how to show a link to it, and what it is.

use std::fmt::Write;

use serde_json::Value;

/// Elements for a page's head, escaped.
#[derive(Clone, Debug, Default)]
pub struct Tags(String);

impl Tags {
    /// How other sites show a link to the page (The Open Graph protocol).
    #[must_use]
    pub fn of_page(title: &str, description: &str, url: &str) -> Self {
        let mut tags = Self::default();
        tags.element("meta", &[("name", "description"), ("content", description)]);
        for (property, content) in [
            ("og:type", "website"),
            ("og:title", title),
            ("og:description", description),
            ("og:url", url),
        ] {
            tags.element("meta", &[("property", property), ("content", content)]);
        }
        tags.element("link", &[("rel", "canonical"), ("href", url)]);
        tags
    }

    /// The same facts for programs.
    #[must_use]
    pub fn with_feed(mut self, url: &str) -> Self {
        let kind = "application/json";
        self.element(
            "link",
            &[("rel", "alternate"), ("type", kind), ("href", url)],
        );
        self
    }

    /// What the page is about, in the words of schema.org. It is data: no browser runs it, and no
    /// text in it ends the element.
    #[must_use]
    pub fn with_data(mut self, data: &Value) -> Self {
        let data = data.to_string().replace('<', "\\u003c");
        // Writing to a String never fails.
        let _ = write!(
            self.0,
            "<script type=\"application/ld+json\">{data}</script>"
        );
        self
    }

    /// The elements.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.0
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            let value = html_escape::encode_double_quoted_attribute(value);
            let _ = write!(self.0, " {attribute}=\"{value}\"");
        }
        self.0.push('>');
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_typed_ends_an_attribute_or_the_data() {
        let hostile = "\"><script>alert(1)</script>";
        let tags = Tags::of_page(hostile, hostile, "https://kaskada.example/impact?a=1&b=2")
            .with_data(&json!({ "name": "</script><script>alert(1)</script>" }));
        assert!(!tags.html().contains("<script>alert"), "{}", tags.html());
        assert_eq!(tags.html().matches("</script>").count(), 1);
        assert!(tags.html().contains("impact?a=1&amp;b=2"));
    }
}
