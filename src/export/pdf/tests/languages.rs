//! Words, numbers, dates and times.

use std::collections::BTreeSet;

use chrono::Duration;

use super::{Language, Word, at, entry, extract, one, pages, render, words};
use crate::export::pdf::words::fill;

#[test]
fn every_language_has_every_word() {
    let gaps = |sentence: &str| {
        let mut gaps: Vec<&str> = sentence.split('{').skip(1).collect();
        gaps.sort_unstable_by_key(|gap| gap.split('}').next().map(str::to_owned));
        let names = gaps
            .iter()
            .map(|gap| gap.split('}').next().unwrap().to_owned());
        names.collect::<Vec<String>>()
    };
    for &word in Word::ALL {
        let english = word.in_language(Language::En);
        for language in Language::ALL {
            let said = word.in_language(language);
            assert!(!said.trim().is_empty(), "{word:?} in {language}");
            assert_eq!(gaps(said), gaps(english), "{word:?} in {language}");
        }
    }
    for language in Language::ALL {
        let days = Word::Weekdays.in_language(language);
        assert_eq!(days.split(' ').count(), 7, "{language}");
    }
    // words that differ in each language show that none was forgotten
    let said: BTreeSet<_> = Language::ALL
        .map(|language| Word::TimeSheet.in_language(language))
        .into();
    assert_eq!(said.len(), Language::ALL.len());
    assert_eq!(fill("{1} of {0}{0}", &[&"{1}", &2]), "2 of {1}{1}");
}

#[test]
fn each_language_has_its_own_numbers_and_dates() {
    // 44,454,600 s are 12348.50 h
    for (language, expected) in [
        (Language::En, "Mon 2 Mar 2026 Grace Hopper 12,348.50"),
        (Language::De, "Mo 02.03.2026 Grace Hopper 12.348,50"),
        (Language::Fr, "lun. 02/03/2026 Grace Hopper 12 348,50"),
        (Language::Es, "lun 02/03/2026 Grace Hopper 12.348,50"),
        (Language::It, "lun 02/03/2026 Grace Hopper 12.348,50"),
        (Language::Nl, "ma 02-03-2026 Grace Hopper 12.348,50"),
    ] {
        let mut document = one(vec![entry(1, 44_454_600)]);
        document.letterhead.language = language;
        document.options.hide_times = true;
        let rendered = render(&document).unwrap();
        let text = words(&extract(&rendered.bytes).concat());
        assert!(text.contains(expected), "{expected}\n{text}");
        let file = String::from_utf8_lossy(&rendered.bytes);
        assert!(file.contains(&format!("/Lang({language})")));
    }
}

#[test]
fn nights_and_clock_changes_are_unambiguous() {
    let mut night = entry(1, 7200);
    // The clock goes back from 03:00 to 02:00 at 01:00 UTC.
    night.start_ts = at(2026, 10, 24, 21);
    night.end_ts = Some(at(2026, 10, 25, 1));
    let mut summer = entry(2, 3600);
    summer.start_ts = at(2026, 7, 1, 6);
    summer.end_ts = Some(at(2026, 7, 1, 7));
    let mut long = entry(3, 90_000);
    long.end_ts = Some(long.start_ts + Duration::hours(25));
    let text = words(&pages(&one(vec![night, summer, long])).concat());
    assert!(text.contains("Sat 24 Oct 2026 23:04 +02:00 Grace Hopper 2.00 – 02:04 +01:00"));
    assert!(text.contains("Wed 1 Jul 2026 08:04–09:04 Grace Hopper 1.00"));
    assert!(text.contains("Mon 2 Mar 2026 11:04–12:04 Grace Hopper 25.00 (3 Mar 2026)"));
}
