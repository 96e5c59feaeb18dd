//! The sentences of every language, read once from `locales/`.

use std::sync::LazyLock;

use domain::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// One for each of [`Language::ALL`].
static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> =
    LazyLock::new(|| Language::ALL.map(bundle).into());

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag();
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // Isolation marks would land in attributes, titles and exports; names are isolated in the
    // markup with <bdi> instead.
    bundle.set_use_isolating(false);
    let files = LOCALES.get_dir(tag).into_iter().flat_map(Dir::files);
    for text in files.filter_map(|file| file.contents_utf8()) {
        // A test reads every file whole; should one be damaged, the rest of it still speaks.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The sentence of `key` in a language, if the language has it and `values` fit it.
pub(super) fn sentence(
    language: Language,
    key: &str,
    values: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let place = Language::ALL.iter().position(|known| *known == language)?;
    let bundle = BUNDLES.get(place)?;
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let sentence = bundle.format_pattern(pattern, values, &mut errors);
    errors.is_empty().then(|| sentence.into_owned())
}
