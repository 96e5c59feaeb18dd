//! Which file of a course's folder is what.

use std::collections::BTreeMap;

use domain::course::Slug;
use domain::language::Language;

use crate::finding::Findings;

/// The paths of one text, by language.
pub(crate) type Translations<'a> = BTreeMap<Language, &'a str>;

/// The files of a course, sorted into their places.
#[derive(Default)]
pub(crate) struct Layout<'a> {
    pub(crate) course: Translations<'a>,
    pub(crate) modules: BTreeMap<Slug, ModuleFiles<'a>>,
}

/// The files of one module.
#[derive(Default)]
pub(crate) struct ModuleFiles<'a> {
    pub(crate) about: Translations<'a>,
    /// By position and name, so that a translation under another number is noticed.
    pub(crate) units: BTreeMap<(u16, Slug), Translations<'a>>,
}

enum Place {
    Course,
    Module(Slug),
    Unit(Slug, u16, Slug),
}

impl<'a> Layout<'a> {
    pub(crate) fn of(paths: impl Iterator<Item = &'a str>, findings: &Findings) -> Self {
        let mut layout = Self::default();
        for path in paths {
            match place(path) {
                Ok((place, language)) => layout.put(path, place, language),
                Err(reason) => findings.in_file(path).add(1, reason),
            }
        }
        layout
    }

    fn put(&mut self, path: &'a str, place: Place, language: Language) {
        let translations = match place {
            Place::Course => &mut self.course,
            Place::Module(module) => &mut self.modules.entry(module).or_default().about,
            Place::Unit(module, position, unit) => self
                .modules
                .entry(module)
                .or_default()
                .units
                .entry((position, unit))
                .or_default(),
        };
        translations.insert(language, path);
    }

    /// The language with the most files: a translation may be partial, the original never is.
    pub(crate) fn original(&self) -> Language {
        let count = |language: &Language| {
            let of_module = |module: &ModuleFiles<'_>| {
                let units = module
                    .units
                    .values()
                    .filter(|unit| unit.contains_key(language))
                    .count();
                units + usize::from(module.about.contains_key(language))
            };
            usize::from(self.course.contains_key(language))
                + self.modules.values().map(of_module).sum::<usize>()
        };
        // Of equals, `max_by_key` takes the last; the menu's first is meant.
        Language::ALL
            .into_iter()
            .rev()
            .max_by_key(count)
            .unwrap_or_default()
    }
}

fn place(path: &str) -> Result<(Place, Language), String> {
    let stranger = || {
        "This file has no place in a course. Its folder holds course.en.md, and a folder for each module with \
         module.en.md and units such as 1-first-unit.en.md."
            .to_owned()
    };
    let stem = path.strip_suffix(".md").ok_or_else(stranger)?;
    let (stem, tag) = stem.rsplit_once('.').ok_or_else(stranger)?;
    let language = Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
        .ok_or_else(|| {
            format!(
                "“{tag}” is not a language of this platform. Use {}.",
                tags()
            )
        })?;
    let place = match stem.split_once('/') {
        None if stem == "course" => Place::Course,
        None => return Err(stranger()),
        Some((module, file)) => {
            let module = slug(module, "folder of a module")?;
            if file == "module" {
                Place::Module(module)
            } else {
                let (position, unit) = file.split_once('-').ok_or_else(stranger)?;
                let position = position.parse().map_err(|_| stranger())?;
                Place::Unit(module, position, slug(unit, "unit")?)
            }
        }
    };
    Ok((place, language))
}

fn slug(text: &str, what: &str) -> Result<Slug, String> {
    text.parse()
        .map_err(|error| format!("“{text}” cannot name a {what}: {error}."))
}

fn tags() -> String {
    Language::ALL.map(Language::tag).join(", ")
}
