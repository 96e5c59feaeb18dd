//! From files to a course.

use std::collections::BTreeMap;

use domain::course::{CourseText, ModuleText, Slug};
use domain::language::Language;

use crate::agreement::{check_course, check_module, check_unit};
use crate::course::Course;
use crate::course_file::{CourseFile, ModuleFile, read_course, read_module};
use crate::finding::{FileFindings, Findings, SourceError};
use crate::layout::{Layout, ModuleFiles, Translations};
use crate::unit_file::{self, UnitFile};

type Files = BTreeMap<String, String>;

/// One text in its original language and in those it was translated to.
struct Translated<T> {
    original: T,
    others: BTreeMap<Language, T>,
}

/// A module with its units, each in all its languages.
struct Module {
    about: Translated<ModuleFile>,
    units: Vec<Translated<UnitFile>>,
}

/// Reads and checks a course.
///
/// # Errors
/// Everything that is wrong with it, in the order of files and lines.
pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Course, Vec<SourceError>> {
    let findings = Findings::default();
    let mut sources = Files::new();
    for (path, text) in files {
        if sources.contains_key(&path) {
            findings.in_file(&path).add(1, "This file is there twice.");
        }
        sources.insert(path, text);
    }
    let course = Reader {
        files: &sources,
        findings: &findings,
    }
    .course();
    let errors = findings.into_sorted();
    match course {
        Some((original, translations)) if errors.is_empty() => Ok(Course {
            original,
            translations,
            files: sources,
        }),
        _ => Err(errors),
    }
}

struct Reader<'a> {
    files: &'a Files,
    findings: &'a Findings,
}

impl<'a> Reader<'a> {
    fn course(&self) -> Option<(CourseText, BTreeMap<Language, CourseText>)> {
        let layout = Layout::of(self.files.keys().map(String::as_str), self.findings);
        let language = layout.original();
        let course = self.translated(
            language,
            &layout.course,
            &format!("course.{}.md", language.tag()),
            read_course,
            check_course,
        );
        let modules: BTreeMap<&Slug, Option<Module>> = layout
            .modules
            .iter()
            .map(|(slug, files)| (slug, self.module(language, slug, files)))
            .collect();
        let course = course?;
        self.check_order(language, &course.original, &layout);
        self.check_tracks(language, &course.original, &modules);
        self.check_commitment(language, &layout, &modules);
        let ordered: Vec<&Module> = course
            .original
            .modules
            .iter()
            .map(|slug| modules.get(slug)?.as_ref())
            .collect::<Option<_>>()?;
        let has_own = |other: &Language| {
            course.others.contains_key(other) || ordered.iter().any(|module| module.has_own(*other))
        };
        let translations = Language::ALL
            .into_iter()
            .filter(|other| *other != language && has_own(other));
        let translations = translations
            .map(|other| (other, text(&course, &ordered, other)))
            .collect();
        Some((text(&course, &ordered, language), translations))
    }

    fn module(&self, language: Language, slug: &Slug, files: &ModuleFiles<'a>) -> Option<Module> {
        let path = format!("{slug}/module.{}.md", language.tag());
        let read = |language, text: &str, findings: FileFindings<'_>| {
            read_module(slug.clone(), language, text, findings)
        };
        let about = self.translated(language, &files.about, &path, read, check_module);
        let units: Vec<Option<Translated<UnitFile>>> = files
            .units
            .iter()
            .map(|((position, unit), files)| {
                let path = format!("{slug}/{position}-{unit}.{}.md", language.tag());
                let read = |language, text: &str, findings: FileFindings<'_>| {
                    unit_file::read(unit.clone(), language, text, findings)
                };
                let check = |original: &UnitFile, other: &UnitFile, findings: FileFindings<'_>| {
                    check_unit(&original.text, other, findings)
                };
                self.translated(language, files, &path, read, check)
            })
            .collect();
        self.check_positions(&path, files);
        Some(Module {
            about: about?,
            units: units.into_iter().collect::<Option<_>>()?,
        })
    }

    /// Reads one text in every language and holds the translations against the original.
    fn translated<T>(
        &self,
        language: Language,
        paths: &Translations<'a>,
        expected: &str,
        read: impl Fn(Language, &str, FileFindings<'_>) -> Option<T>,
        check: impl Fn(&T, &T, FileFindings<'_>),
    ) -> Option<Translated<T>> {
        if !paths.contains_key(&language) {
            self.findings.in_file(expected).add(
                1,
                "This file is missing: it is the original of all its translations.",
            );
        }
        let mut texts: BTreeMap<Language, T> = BTreeMap::new();
        for (language, path) in paths {
            let source = self.files.get(*path).map_or("", String::as_str);
            if let Some(text) = read(*language, source, self.findings.in_file(path)) {
                texts.insert(*language, text);
            }
        }
        let original = texts.remove(&language)?;
        for (language, text) in &texts {
            if let Some(path) = paths.get(language) {
                check(&original, text, self.findings.in_file(path));
            }
        }
        Some(Translated {
            original,
            others: texts,
        })
    }

    fn check_order(&self, language: Language, course: &CourseFile, layout: &Layout<'a>) {
        let path = format!("course.{}.md", language.tag());
        for slug in course
            .modules
            .iter()
            .filter(|slug| !layout.modules.contains_key(slug))
        {
            self.findings.in_file(&path).add(
                course.modules_line,
                format!("The module “{slug}” has no folder."),
            );
        }
        for slug in layout
            .modules
            .keys()
            .filter(|slug| !course.modules.contains(slug))
        {
            let message = format!(
                "The folder “{slug}” is not among the modules. Add it to the list or take the folder out."
            );
            self.findings
                .in_file(&path)
                .add(course.modules_line, message);
        }
    }

    /// A track names modules of the course; modules for trainers stand in tracks of their own, which
    /// nobody chooses: cohorts of trainers owe them on top of everybody's own track.
    fn check_tracks(
        &self,
        language: Language,
        course: &CourseFile,
        modules: &BTreeMap<&Slug, Option<Module>>,
    ) {
        let path = format!("course.{}.md", language.tag());
        let findings = self.findings.in_file(&path);
        let of_trainers = |slug: &Slug| {
            let module = modules.get(slug)?.as_ref()?;
            Some(module.about.original.text.trainers_only)
        };
        let mut can_choose = course.text.tracks.is_empty();
        for (track, line) in course.text.tracks.iter().zip(&course.track_lines) {
            let slug = &track.slug;
            for module in track.modules.iter().filter(|m| !course.modules.contains(m)) {
                findings.add(
                    *line,
                    format!(
                        "The track “{slug}” names “{module}”, which is not a module of this course."
                    ),
                );
            }
            let sides: Vec<bool> = track.modules.iter().filter_map(of_trainers).collect();
            if sides.contains(&true) && sides.contains(&false) {
                findings.add(*line, format!("The track “{slug}” mixes modules for trainers only with others. Give trainers a track of their own: in a cohort of trainers it is owed on top of everybody's."));
            }
            can_choose |= sides.contains(&false);
        }
        if !can_choose {
            findings.add(course.tracks_line, "Every track is for trainers only, so nobody can choose one. Name a track of modules that are open to everybody.");
        }
    }

    /// At most one activity is the commitment, and everybody does it: the follow-up asks each
    /// person about one text of theirs.
    fn check_commitment(
        &self,
        language: Language,
        layout: &Layout<'a>,
        modules: &BTreeMap<&Slug, Option<Module>>,
    ) {
        let mut first: Option<&Slug> = None;
        for (slug, files) in &layout.modules {
            let Some(Some(module)) = modules.get(slug) else {
                continue;
            };
            for (unit, paths) in module.units.iter().zip(files.units.values()) {
                let file = &unit.original;
                if !file.text.activity.commitment {
                    continue;
                }
                let path = paths.get(&language).copied().unwrap_or_default();
                let findings = self.findings.in_file(path);
                if module.about.original.text.trainers_only {
                    findings.add(file.lines.activity, "The commitment stands in a module for trainers only. Choose an activity that everybody does.");
                }
                if let Some(other) = first {
                    findings.add(file.lines.activity, format!("The course has a commitment already, in the unit “{other}”. Keep “commitment: true” in one activity."));
                }
                first = first.or(Some(&file.text.slug));
            }
        }
    }

    fn check_positions(&self, module: &str, files: &ModuleFiles<'a>) {
        if files.units.is_empty() {
            self.findings
                .in_file(module)
                .add(1, "This module has no units.");
        }
        let mut names: Vec<&Slug> = Vec::new();
        for (expected, ((position, unit), paths)) in (1..).zip(&files.units) {
            for path in paths.values() {
                if *position != expected {
                    self.findings.in_file(path).add(1, format!("Units are numbered 1, 2, 3 without gaps. This one should be number {expected}."));
                }
                if names.contains(&unit) {
                    self.findings
                        .in_file(path)
                        .add(1, format!("Two units of this module are called “{unit}”."));
                }
            }
            names.push(unit);
        }
    }
}

impl<T> Translated<T> {
    fn best(&self, language: Language) -> &T {
        self.others.get(&language).unwrap_or(&self.original)
    }
}

impl Module {
    fn has_own(&self, language: Language) -> bool {
        self.about.others.contains_key(&language)
            || self
                .units
                .iter()
                .any(|unit| unit.others.contains_key(&language))
    }

    fn text(&self, language: Language) -> ModuleText {
        let units = self
            .units
            .iter()
            .map(|unit| unit.best(language).text.clone())
            .collect();
        ModuleText {
            units,
            ..self.about.best(language).text.clone()
        }
    }
}

fn text(course: &Translated<CourseFile>, modules: &[&Module], language: Language) -> CourseText {
    let modules: Vec<ModuleText> = modules.iter().map(|module| module.text(language)).collect();
    let mut text = course.best(language).text.clone();
    for track in &mut text.tracks {
        track.trainers_only = modules
            .iter()
            .any(|module| module.trainers_only && track.modules.contains(&module.slug));
    }
    CourseText { modules, ..text }
}
