//! The typefaces, and which of their files draws which letter.
//!
//! **Which files.** The same subsets that the pages load (`style/fonts`): a serif and a sans, each
//! cut into four files by letters. A letter is taken from the first file of its own face that has
//! it, then from the other face, and when no file has it, it is drawn as an empty box (`shape`).
//!
//! **How the bytes get here.** A PDF embeds plain fonts, the pages load WOFF2. `build.rs` unpacks
//! the WOFF2 files and deflates the result (105 kB for the eight files), and the first document
//! inflates them. To unpack WOFF2 at run time would put a Brotli decoder with its dictionary and a
//! glyph decoder into the binary, which weigh more than the 20 kB that WOFF2 packs tighter; plain
//! files would be 190 kB; and committing unpacked fonts would keep the same letters twice.

use std::collections::HashMap;
use std::io::Read;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;
use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{Location, Size};
use skrifa::outline::OutlineGlyphCollection;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables, ValueContext};
use skrifa::raw::tables::gsub::{Gsub, SingleSubst, SubstitutionSubtables};
use skrifa::raw::tables::variations::ItemVariationStore;
use skrifa::raw::{ReadError, TableProvider};
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

/// A typeface as a text is set in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// For names, titles and what is read.
    Serif,
    /// For facts, tables and small print.
    Sans,
    /// The sans at weight 600: what a table's heads and labels are set in.
    SansBold,
}

/// Files of a face.
const FILES: usize = 4;
/// The weight of [`Face::SansBold`].
const BOLD: f32 = 600.0;

const PACKED: [&[u8]; 2 * FILES] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-core")),
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-west")),
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-ext")),
    include_bytes!(concat!(env!("OUT_DIR"), "/serif-cyrillic")),
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-core")),
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-west")),
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-ext")),
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-cyrillic")),
];

/// The files, unpacked; they stay for as long as the process runs.
static PLAIN: OnceLock<Option<Vec<Vec<u8>>>> = OnceLock::new();
static CUTS: OnceLock<Option<Vec<Cut>>> = OnceLock::new();

/// One file of a face.
pub(super) struct Cut {
    /// As it is embedded.
    pub(super) font: Font,
    letters: Charmap<'static>,
    /// The shapes of the glyphs.
    pub(super) outlines: OutlineGlyphCollection<'static>,
    /// How far each glyph moves the pen, in parts of the size.
    advances: Vec<f32>,
    units: f32,
    kerning: Vec<PairPos<'static>>,
    /// What the weight changes, and by how much; kerning differs between weights.
    pub(super) weight: Location,
    variations: Option<ItemVariationStore<'static>>,
    /// Letters as Serbian and Macedonian write them, where that differs from Russian (б).
    balkan: HashMap<GlyphId, GlyphId>,
    /// Figures of one width.
    tabular: HashMap<GlyphId, GlyphId>,
}

/// All files of all faces, or nothing when the binary was built from damaged ones.
pub(super) fn cuts() -> Option<&'static [Cut]> {
    CUTS.get_or_init(read_all).as_deref()
}

impl Face {
    /// The files to look for a letter in, by their place in [`cuts`].
    pub(super) fn search_order(self) -> [usize; 2 * FILES] {
        let (own, other) = match self {
            Self::Serif => (0, FILES),
            Self::Sans => (FILES, 0),
            Self::SansBold => (2 * FILES, 0),
        };
        std::array::from_fn(|place| {
            if place < FILES {
                own + place
            } else {
                other + place - FILES
            }
        })
    }

    /// The height of a capital, in parts of the size.
    pub(super) const fn capital(self) -> f32 {
        match self {
            Self::Serif => 0.67,
            Self::Sans | Self::SansBold => 0.727,
        }
    }
}

fn read_all() -> Option<Vec<Cut>> {
    let plain: &'static [Vec<u8>] = PLAIN
        .get_or_init(|| PACKED.into_iter().map(unpack).collect())
        .as_deref()?;
    let (serif, sans) = plain.split_at_checked(FILES)?;
    let regular = serif.iter().chain(sans).map(|file| Cut::read(file, None));
    let bold = sans.iter().map(|file| Cut::read(file, Some(BOLD)));
    regular.chain(bold).collect()
}

fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    ZlibDecoder::new(packed).read_to_end(&mut plain).ok()?;
    Some(plain)
}

impl Cut {
    fn read(file: &'static [u8], weight: Option<f32>) -> Option<Self> {
        let read = FontRef::new(file).ok()?;
        let font = match weight {
            None => Font::new(file.into(), 0)?,
            Some(weight) => {
                Font::new_variable(file.into(), 0, &[(krilla::text::Tag::new(b"wght"), weight)])?
            }
        };
        let axes: Vec<(&str, f32)> = weight.map(|weight| ("wght", weight)).into_iter().collect();
        let weight = read.axes().location(axes);
        let units = font.units_per_em();
        Some(Self {
            font,
            letters: read.charmap(),
            outlines: read.outline_glyphs(),
            advances: advances(&read, &weight, units),
            units,
            kerning: kerning(&read).unwrap_or_default(),
            weight,
            variations: variations(&read),
            balkan: balkan(&read).unwrap_or_default(),
            tabular: tabular(&read).unwrap_or_default(),
        })
    }

    /// The glyph of a letter, when this file has the letter.
    pub(super) fn glyph(&self, letter: char, tabular: bool) -> Option<GlyphId> {
        let glyph = self.letters.map(letter)?;
        let instead = if tabular {
            self.tabular.get(&glyph)
        } else {
            self.balkan.get(&glyph)
        };
        Some(instead.copied().unwrap_or(glyph))
    }

    /// How far a glyph moves the pen, in parts of the size.
    pub(super) fn advance(&self, glyph: GlyphId) -> f32 {
        let place = usize::try_from(glyph.to_u32()).ok();
        let advance = place.and_then(|place| self.advances.get(place));
        advance.copied().unwrap_or_default()
    }

    /// How much closer (or, when positive, farther) two glyphs stand, in parts of the size.
    pub(super) fn kern(&self, first: GlyphId, second: GlyphId) -> f32 {
        let context = ValueContext::new()
            .with_coords(self.weight.coords())
            .with_var_store(self.variations.clone());
        let distance = self
            .kerning
            .iter()
            .find_map(|pairs| pair(pairs, first, second, &context));
        distance.unwrap_or_default() / self.units
    }
}

fn advances(font: &FontRef<'static>, weight: &Location, units: f32) -> Vec<f32> {
    let metrics = font.glyph_metrics(Size::unscaled(), weight);
    (0..metrics.glyph_count())
        .map(|glyph| {
            metrics
                .advance_width(GlyphId::new(glyph))
                .unwrap_or_default()
                / units
        })
        .collect()
}

fn variations(font: &FontRef<'static>) -> Option<ItemVariationStore<'static>> {
    font.gdef().ok()?.item_var_store()?.ok()
}

/// The distance that a table of pairs says, in units of the font; nothing when it leaves the pair
/// to the next table.
fn pair(
    pairs: &PairPos<'static>,
    first: GlyphId,
    second: GlyphId,
    context: &ValueContext,
) -> Option<f32> {
    let (value, data) = match pairs {
        PairPos::Format1(pairs) => {
            let place = pairs.coverage().ok()?.get(first)?;
            let set = pairs.pair_sets().get(usize::from(place)).ok()?;
            let record = set
                .pair_value_records()
                .iter()
                .filter_map(Result::ok)
                .find(|record| GlyphId::from(record.second_glyph()) == second)?;
            (record.value_record1, set.offset_data())
        }
        PairPos::Format2(pairs) => {
            pairs.coverage().ok()?.get(first)?;
            let first = pairs.class_def1().ok()?.get(first);
            let second = pairs.class_def2().ok()?.get(second);
            // `pairs.values` would leave out what the weight changes.
            let record = pairs.class1_records().get(first.into()).ok()?;
            let record = record.class2_records().get(second.into()).ok()?;
            (record.value_record1, pairs.offset_data())
        }
    };
    let value = value.value(data, context).ok()?;
    // Kerning fits in 16 bits.
    Some(f32::from(value.x_advance) + value.x_advance_delta as f32)
}

/// The tables of pairs that the feature `kern` names. (The serif also has a rule for a few
/// triples; it is left out.)
fn kerning(font: &FontRef<'static>) -> Result<Vec<PairPos<'static>>, ReadError> {
    let gpos = font.gpos()?;
    let (features, lookups) = (gpos.feature_list()?, gpos.lookup_list()?);
    let mut tables = Vec::new();
    for record in features.feature_records() {
        if record.feature_tag() != Tag::new(b"kern") {
            continue;
        }
        let feature = record.feature(features.offset_data())?;
        for place in feature.lookup_list_indices() {
            let lookup = lookups.lookups().get(usize::from(place.get()))?;
            if let PositionSubtables::Pair(pairs) = lookup.subtables()? {
                tables.extend(pairs.iter().filter_map(Result::ok));
            }
        }
    }
    Ok(tables)
}

/// Cyrillic stands here for names of the Western Balkans, so it takes their forms in a document of
/// any language. Serbian and Macedonian share them.
fn balkan(font: &FontRef<'static>) -> Result<HashMap<GlyphId, GlyphId>, ReadError> {
    let gsub = font.gsub()?;
    let scripts = gsub.script_list()?;
    let Some(cyrillic) = scripts.index_for_tag(Tag::new(b"cyrl")) else {
        return Ok(HashMap::new());
    };
    let cyrillic = scripts.get(cyrillic)?;
    let Some(serbian) = cyrillic.lang_sys_index_for_tag(Tag::new(b"SRB ")) else {
        return Ok(HashMap::new());
    };
    let serbian = cyrillic.lang_sys(serbian)?;
    let local = serbian.feature_index_for_tag(&gsub.feature_list()?, Tag::new(b"locl"));
    singles(&gsub, local)
}

fn tabular(font: &FontRef<'static>) -> Result<HashMap<GlyphId, GlyphId>, ReadError> {
    let gsub = font.gsub()?;
    let features = gsub.feature_list()?;
    let place = features
        .feature_records()
        .iter()
        .position(|record| record.feature_tag() == Tag::new(b"tnum"));
    singles(&gsub, place.and_then(|place| u16::try_from(place).ok()))
}

/// What a feature puts in the place of single glyphs.
fn singles(gsub: &Gsub, feature: Option<u16>) -> Result<HashMap<GlyphId, GlyphId>, ReadError> {
    let mut map = HashMap::new();
    let (features, lookups) = (gsub.feature_list()?, gsub.lookup_list()?);
    let records = features.feature_records();
    let Some(record) = feature.and_then(|place| records.get(usize::from(place))) else {
        return Ok(map);
    };
    let feature = record.feature(features.offset_data())?;
    for place in feature.lookup_list_indices() {
        let lookup = lookups.lookups().get(usize::from(place.get()))?;
        let SubstitutionSubtables::Single(tables) = lookup.subtables()? else {
            continue;
        };
        for table in tables.iter().filter_map(Result::ok) {
            match table {
                SingleSubst::Format1(shift) => {
                    let by = i32::from(shift.delta_glyph_id());
                    map.extend(shift.coverage()?.iter().map(|glyph| {
                        let instead = (i32::from(glyph.to_u16()) + by).rem_euclid(0x1_0000);
                        (GlyphId::from(glyph), GlyphId::new(instead.unsigned_abs()))
                    }));
                }
                SingleSubst::Format2(list) => {
                    let instead = list.substitute_glyph_ids().iter();
                    let pairs = list.coverage()?.iter().zip(instead);
                    map.extend(pairs.map(|(glyph, instead)| {
                        (GlyphId::from(glyph), GlyphId::from(instead.get()))
                    }));
                }
            }
        }
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The alphabets that names are written in here, and what stands between them.
    const LETTERS: &str = "ABCČĆDĐEËFGHIJKLMNOPQRSŠTUVWXYZŽÇàâäåæèéêïñôöøùüýßąęłńőřşțūıİ \
        ‘’“”„–—…·€§№АБВГДЂЃЕЀЖЗЅИЈКЌЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђѓежзѕијкќлљмнњопрстћуфхцчџш0123456789";

    #[test]
    fn every_face_has_every_letter_of_the_regions_alphabets() {
        let cuts = cuts().expect("fonts");
        for face in [Face::Serif, Face::Sans, Face::SansBold] {
            for letter in LETTERS.chars().filter(|letter| *letter != ' ') {
                let own = &face.search_order()[..FILES];
                assert!(
                    own.iter()
                        .any(|file| cuts[*file].glyph(letter, false).is_some()),
                    "{face:?} has no {letter}"
                );
            }
        }
    }

    #[test]
    fn bold_is_wider_and_pairs_are_kerned_in_both_weights() {
        let cuts = cuts().expect("fonts");
        let [regular, bold] = [FILES, 2 * FILES].map(|file| {
            let cut = &cuts[file];
            let [a, v] = ['A', 'V'].map(|letter| cut.glyph(letter, false).expect("a glyph"));
            (cut.advance(a) + cut.advance(v), cut.kern(a, v))
        });
        assert!(bold.0 > regular.0);
        assert!(regular.1 < -0.02 && bold.1 < -0.02, "{regular:?} {bold:?}");
        assert_ne!(regular.1, bold.1);
    }

    #[test]
    fn figures_of_a_table_have_one_width() {
        let cut = &cuts().expect("fonts")[FILES];
        let widths = |tabular| {
            ('0'..='9').map(move |figure| cut.advance(cut.glyph(figure, tabular).expect("a glyph")))
        };
        let first = cut.advance(cut.glyph('0', true).expect("a glyph"));
        assert!(widths(true).all(|width| width == first));
        assert!(widths(false).any(|width| width != first));
    }

    #[test]
    fn the_serif_writes_the_letter_be_as_belgrade_and_skopje_do() {
        let cut = &cuts().expect("fonts")[3];
        let plain = cut.letters.map('б');
        assert!(plain.is_some() && cut.glyph('б', false) != plain);
    }
}
