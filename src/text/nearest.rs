//! The name that a person may have meant.

use super::name_key;

/// Finds, of the names that it is shown, the one that is nearest to what was typed.
pub struct Nearest {
    wanted: String,
    best: Option<(Likeness, String)>,
}

/// How alike two names are, the weightiest first.
#[derive(PartialEq, PartialOrd)]
struct Likeness {
    begins: bool,
    contained: bool,
    letters: f64,
}

/// Names that are less alike have little in common.
const ALIKE: f64 = 0.66;

impl Nearest {
    pub fn to(wanted: &str) -> Self {
        Self {
            wanted: name_key(wanted.trim()),
            best: None,
        }
    }

    /// Takes one name into account.
    pub fn see(&mut self, name: &str) {
        let key = name_key(name);
        let typed = !self.wanted.is_empty();
        let likeness = Likeness {
            begins: typed && key.starts_with(&self.wanted),
            contained: typed && key.contains(&self.wanted),
            letters: strsim::jaro_winkler(&self.wanted, &key)
                .max(strsim::normalized_damerau_levenshtein(&self.wanted, &key)),
        };
        let alike = likeness.contained || likeness.letters >= ALIKE;
        if alike && self.best.as_ref().is_none_or(|(best, _)| likeness > *best) {
            self.best = Some((likeness, name.to_owned()));
        }
    }

    pub fn found(self) -> Option<String> {
        self.best.map(|(_, name)| name)
    }
}

/// The nearest of a few names.
pub fn nearest<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let mut nearest = Nearest::to(wanted);
    for name in names {
        nearest.see(name);
    }
    nearest.found()
}

/// The one of a few words of ours that begins so, or that differs in few letters: one, and
/// another one for each three letters after the third.
pub fn near_word<'n>(wanted: &str, words: &[&'n str]) -> Option<&'n str> {
    let wanted = name_key(wanted.trim());
    let letters = wanted.chars().count();
    let begin: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| letters > 1 && word.starts_with(&wanted))
        .collect();
    if let [only] = begin.as_slice() {
        return Some(only);
    }
    let near = words
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&wanted, word), *word))
        .filter(|(distance, _)| letters > 2 && *distance <= (letters / 3).max(1));
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::{near_word, nearest};

    #[test]
    fn a_word_is_near_by_its_beginning_or_a_few_letters() {
        let commands = [
            "init", "unlock", "status", "start", "stop", "report", "review",
        ];
        for (wanted, expected) in [
            ("stat", Some("status")),
            ("strat", Some("start")),
            ("stpo", Some("stop")),
            ("unlcok", Some("unlock")),
            ("UNL", Some("unlock")),
            ("inti", Some("init")),
            // two begin so, and neither is near
            ("re", None),
            ("st", None),
            ("list", None),
            ("log", None),
            ("pause", None),
            ("", None),
        ] {
            assert_eq!(near_word(wanted, &commands), expected, "{wanted}");
        }
    }

    #[test]
    fn the_nearest_name() {
        let orders = ["WO-7", "WO-1042", "WO-1051", "Hansen Fisk AS", "Müller"];
        for (wanted, expected) in [
            ("WO-1024", Some("WO-1042")),
            ("wo1042", Some("WO-1042")),
            ("1042", Some("WO-1042")),
            ("hansen", Some("Hansen Fisk AS")),
            ("Mu\u{308}ler", Some("Müller")),
            ("xyz", None),
            ("", None),
            // two letters swapped
            ("W-O7", Some("WO-7")),
        ] {
            assert_eq!(nearest(wanted, orders).as_deref(), expected, "{wanted}");
        }
        assert_eq!(
            nearest("hansen", ["Hanse", "Hansen Fisk AS"]).as_deref(),
            Some("Hansen Fisk AS")
        );
    }

    #[test]
    fn a_beginning_is_nearer_than_similar_letters() {
        let commands = ["start", "stop", "status", "cancel"];
        for (wanted, expected) in [
            ("stat", Some("status")),
            ("strat", Some("start")),
            ("stpo", Some("stop")),
            ("can", Some("cancel")),
            ("frobnicate", None),
        ] {
            assert_eq!(nearest(wanted, commands).as_deref(), expected, "{wanted}");
        }
    }
}
