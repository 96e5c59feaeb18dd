//! From Cyrillic to Latin letters, diacritics kept.

use unicode_normalization::UnicodeNormalization;

/// The Latin spelling of one lower-case Cyrillic letter: Serbian and Macedonian by their own
/// standards, the other Slavic letters by the nearest sound.
fn transliterate(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ъ' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'ђ' => "đ",
        'ѓ' => "gj",
        'е' | 'ё' | 'ѐ' | 'э' => "e",
        'є' => "je",
        'ж' => "ž",
        'з' => "z",
        'ѕ' => "dz",
        'и' | 'ѝ' | 'і' => "i",
        'ї' => "ji",
        'ј' | 'й' => "j",
        'к' => "k",
        'ќ' => "kj",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "ć",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "č",
        'џ' => "dž",
        'ш' => "š",
        'щ' => "št",
        'ы' => "y",
        'ь' => "",
        'ю' => "ju",
        'я' => "ja",
        _ => return None,
    })
}

/// The text in lower-case Latin letters with their diacritics, composed (NFC). Letters of other
/// scripts stay as they are.
#[must_use]
pub fn to_latin(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for letter in text.nfkc().flat_map(char::to_lowercase) {
        if let Some(spelled) = transliterate(letter) {
            latin.push_str(spelled);
        } else if ('\u{400}'..='\u{52f}').contains(&letter) {
            // A Cyrillic letter under a mark we do not list: its base letter decides.
            for part in std::iter::once(letter).nfkd() {
                match transliterate(part) {
                    Some(spelled) => latin.push_str(spelled),
                    None => latin.push(part),
                }
            }
        } else {
            latin.push(letter);
        }
    }
    latin.nfc().collect()
}
