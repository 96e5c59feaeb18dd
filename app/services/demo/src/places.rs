//! Institutions: the first six as in the model project, then as many as are asked for.

use domain::people::InstitutionKind;

const ALBANIA: &str = "Albania";
const BOSNIA: &str = "Bosnia and Herzegovina";
// The asterisk belongs to the name: product.md's footnote stands behind it.
const KOSOVO: &str = "Kosovo*";

/// Towns with the spelling that addresses use. The first six are those of the model project's
/// institutions in this story.
const TOWNS: [(&str, &str, &str); 32] = [
    ("Tirana", "tirana", ALBANIA),
    ("Shkodra", "shkodra", ALBANIA),
    ("Prishtina", "prishtina", KOSOVO),
    ("Prizren", "prizren", KOSOVO),
    ("Tuzla", "tuzla", BOSNIA),
    ("Mostar", "mostar", BOSNIA),
    ("Durrës", "durres", ALBANIA),
    ("Sarajevo", "sarajevo", BOSNIA),
    ("Peja", "peja", KOSOVO),
    ("Elbasan", "elbasan", ALBANIA),
    ("Banja Luka", "banjaluka", BOSNIA),
    ("Gjakova", "gjakova", KOSOVO),
    ("Vlora", "vlora", ALBANIA),
    ("Zenica", "zenica", BOSNIA),
    ("Korça", "korca", ALBANIA),
    ("Bihać", "bihac", BOSNIA),
    ("Mitrovica", "mitrovica", KOSOVO),
    ("Gjirokastra", "gjirokastra", ALBANIA),
    ("Bijeljina", "bijeljina", BOSNIA),
    ("Gjilan", "gjilan", KOSOVO),
    ("Berat", "berat", ALBANIA),
    ("Travnik", "travnik", BOSNIA),
    ("Fier", "fier", ALBANIA),
    ("Trebinje", "trebinje", BOSNIA),
    ("Ferizaj", "ferizaj", KOSOVO),
    ("Pogradec", "pogradec", ALBANIA),
    ("Doboj", "doboj", BOSNIA),
    ("Kukës", "kukes", ALBANIA),
    ("Brčko", "brcko", BOSNIA),
    ("Lezha", "lezha", ALBANIA),
    ("Goražde", "gorazde", BOSNIA),
    ("Konjic", "konjic", BOSNIA),
];

/// What there is in every town, one after the other.
const KINDS: [(&str, &str, InstitutionKind); 8] = [
    ("University of", "", InstitutionKind::University),
    (
        "College of Applied Sciences,",
        "college",
        InstitutionKind::University,
    ),
    ("Technical School,", "technical", InstitutionKind::VetSchool),
    ("Academy of Arts,", "arts", InstitutionKind::University),
    (
        "School of Economics,",
        "economics",
        InstitutionKind::VetSchool,
    ),
    (
        "Chamber of Commerce of",
        "chamber",
        InstitutionKind::Chamber,
    ),
    ("Adult Learning Centre,", "learning", InstitutionKind::Ngo),
    (
        "Education Office of",
        "office",
        InstitutionKind::PublicAuthority,
    ),
];

/// Where Tuzla's university stands among the institutions.
pub(crate) const TUZLA: usize = 4;

/// An institution before it has an identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its name, different from every other's.
    pub name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// Its town.
    pub town: &'static str,
    /// Its country.
    pub country: &'static str,
    /// The domain of its addresses, different from every other's.
    pub domain: String,
}

impl Place {
    /// The institution number `index`, from 0.
    pub(crate) fn number(index: usize) -> Self {
        let (town, spelled, country) = TOWNS[index % TOWNS.len()];
        let (words, label, kind) = KINDS[index / TOWNS.len() % KINDS.len()];
        let round = index / (TOWNS.len() * KINDS.len());
        let mut name = format!("{words} {town}");
        let mut domain = [label, spelled]
            .join("-")
            .trim_start_matches('-')
            .to_owned();
        if round > 0 {
            name = format!("{name} no. {}", round + 1);
            domain = format!("{domain}-{}", round + 1);
        }
        domain.push_str(".example");
        Self {
            name,
            kind,
            town,
            country,
            domain,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_model_project_s_six_come_first() {
        let names: Vec<String> = (0..6).map(|index| Place::number(index).name).collect();
        assert_eq!(names[0], "University of Tirana");
        assert_eq!(names[TUZLA], "University of Tuzla");
    }

    #[test]
    fn forty_thousand_institutions_share_no_name_and_no_domain() {
        let places: Vec<Place> = (0..40_000).map(Place::number).collect();
        let names: HashSet<&str> = places.iter().map(|place| place.name.as_str()).collect();
        let domains: HashSet<&str> = places.iter().map(|place| place.domain.as_str()).collect();
        assert_eq!((names.len(), domains.len()), (40_000, 40_000));
        assert!(domains.iter().all(|domain| domain.ends_with(".example")));
    }
}
