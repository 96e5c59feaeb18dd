//! A form's fields, where one name may stand several times or carry a number.

use std::collections::BTreeMap;
use std::str::FromStr;

/// The fields of a form, in the order sent: `Form<Fields>`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(transparent)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The last value of a field; empty when it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let field = self.0.iter().rev().find(|(sent, _)| sent == name);
        field.map_or("", |(_, value)| value.as_str())
    }

    /// Whether a field was sent at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(sent, _)| sent == name)
    }

    /// Every field by its name; values of a name that stands several times are joined by spaces.
    #[must_use]
    pub fn joined(self) -> BTreeMap<String, String> {
        let mut joined: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in self.0 {
            joined
                .entry(name)
                .and_modify(|known| {
                    known.push(' ');
                    known.push_str(&value);
                })
                .or_insert(value);
        }
        joined
    }

    /// Every value of a field that reads as a `T`, such as the checked boxes of a list of people.
    pub fn all<'f, T: FromStr + 'f>(&'f self, name: &'f str) -> impl Iterator<Item = T> + 'f {
        let named = self.0.iter().filter(move |(sent, _)| sent == name);
        named.filter_map(|(_, value)| value.parse().ok())
    }

    /// The numbers of the fields called `{name}-{number}`, each with its value.
    pub fn numbered<'f>(&'f self, name: &'f str) -> impl Iterator<Item = (usize, &'f str)> + 'f {
        self.0.iter().filter_map(move |(sent, value)| {
            let number = sent.strip_prefix(name)?.strip_prefix('-')?.parse().ok()?;
            Some((number, value.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;

    fn fields(sent: &[(&str, &str)]) -> Fields {
        Fields(
            sent.iter()
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
        )
    }

    #[test]
    fn a_name_may_stand_several_times_or_carry_a_number() {
        let fields = fields(&[
            ("n", "1"),
            ("name-12", "Arta"),
            ("n", "2"),
            ("name-x", "?"),
            ("n", "?"),
        ]);
        assert_eq!(fields.all::<u8>("n").collect::<Vec<_>>(), [1, 2]);
        assert_eq!(fields.numbered("name").collect::<Vec<_>>(), [(12, "Arta")]);
        assert_eq!(
            (fields.get("n"), fields.get("absent"), fields.has("absent")),
            ("?", "", false)
        );
        let joined = fields.joined();
        assert_eq!(
            (joined["n"].as_str(), joined["name-12"].as_str()),
            ("1 2 ?", "Arta")
        );
    }
}
