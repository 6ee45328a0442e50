//! Random time, written in each format by other code than the code that reads it.

use std::fmt::Write;
use std::io::Cursor;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use clap::ValueEnum;
use proptest::prelude::*;

use super::Tracker;
use crate::intake::{Clock, Encoding, ReadOptions, Sheet, Wanted, read_time};
use crate::time::DateOrder;

/// A span with its note.
#[derive(Debug, Clone)]
struct Span {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    note: String,
}

impl Span {
    fn seconds(&self) -> i64 {
        (self.end - self.start).num_seconds()
    }

    fn h_mm_ss(&self) -> String {
        let seconds = self.seconds();
        format!(
            "{}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

/// What a format can hold.
#[derive(Clone, Copy)]
enum Grain {
    Seconds,
    Minutes,
}

struct Format {
    tracker: Tracker,
    grain: Grain,
    write: fn(&[Span]) -> String,
}

fn csv(header: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = header.to_owned() + "\n";
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn json_text(text: &str) -> String {
    let mut quoted = String::new();
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c => quoted.push(c),
        }
    }
    format!("\"{quoted}\"")
}

fn at(time: DateTime<Utc>, form: &str) -> String {
    time.format(form).to_string()
}

const FORMATS: [Format; 14] = [
    Format {
        tracker: Tracker::Toggl,
        grain: Grain::Seconds,
        write: |spans| {
            let header =
                "\u{feff}User,Project,Description,Start date,Start time,End date,End time,Duration";
            csv(
                header,
                spans.iter().map(|span| {
                    let (day, time) = ("%Y-%m-%d", "%H:%M:%S");
                    vec![
                        "T".into(),
                        "WO-1".into(),
                        span.note.clone(),
                        at(span.start, day),
                        at(span.start, time),
                        at(span.end, day),
                        at(span.end, time),
                        format!("{:0>8}", span.h_mm_ss()),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Clockify,
        grain: Grain::Minutes,
        write: |spans| {
            let header =
                "Project,Description,User,Start Date,Start Time,End Date,End Time,Duration (h)";
            csv(
                header,
                spans.iter().map(|span| {
                    let (day, time) = ("%d/%m/%Y", "%I:%M %p");
                    vec![
                        "WO-1".into(),
                        span.note.clone(),
                        "T ".into(),
                        at(span.start, day),
                        at(span.start, time),
                        at(span.end, day),
                        at(span.end, time),
                        span.h_mm_ss(),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Kimai,
        grain: Grain::Minutes,
        write: |spans| {
            let header = "Date,From,To,Duration,User,Project,Description";
            csv(
                header,
                spans.iter().map(|span| {
                    let minutes = span.seconds() / 60;
                    vec![
                        at(span.start, "%Y-%m-%d"),
                        at(span.start, "%H:%M"),
                        at(span.end, "%H:%M"),
                        format!("{}:{:02}", minutes / 60, minutes % 60),
                        "t".into(),
                        "WO-1".into(),
                        span.note.clone(),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Solidtime,
        grain: Grain::Seconds,
        write: |spans| {
            let header = "Description,Task,Project,Client,User,Start,End,Duration,\"Duration (decimal)\",Billable,Tags";
            csv(
                header,
                spans.iter().map(|span| {
                    let form = "%Y-%m-%d %H:%M:%S";
                    vec![
                        span.note.clone(),
                        "".into(),
                        "WO-1".into(),
                        "".into(),
                        "T".into(),
                        at(span.start, form),
                        at(span.end, form),
                        span.h_mm_ss(),
                        "".into(),
                        "No".into(),
                        "".into(),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Solidtime,
        grain: Grain::Seconds,
        write: |spans| {
            let header =
                "description,billable,client,project,tags,start,end,task,user_name,user_email";
            csv(
                header,
                spans.iter().map(|span| {
                    let form = "%Y-%m-%dT%H:%M:%SZ";
                    vec![
                        span.note.clone(),
                        "true".into(),
                        "".into(),
                        "WO-1".into(),
                        "".into(),
                        at(span.start, form),
                        at(span.end, form),
                        "".into(),
                        "T".into(),
                        "t@x.test".into(),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Watson,
        grain: Grain::Seconds,
        write: |spans| {
            csv(
                "id,start,stop,project,tags",
                spans.iter().map(|span| {
                    let form = "%Y-%m-%d %H:%M:%S";
                    vec![
                        "77aa7e7".into(),
                        at(span.start, form),
                        at(span.end, form),
                        "WO-1".into(),
                        "".into(),
                    ]
                }),
            ) + "\r\n"
        },
    },
    Format {
        tracker: Tracker::Watson,
        grain: Grain::Seconds,
        write: |spans| {
            let frames = spans.iter().map(|span| {
                let (start, end) = (span.start.timestamp(), span.end.timestamp());
                format!("[{start}, {end}, \"WO-1\", \"77\", [], {end}]")
            });
            format!("[{}]", frames.collect::<Vec<_>>().join(",\n "))
        },
    },
    Format {
        tracker: Tracker::Watson,
        grain: Grain::Seconds,
        write: |spans| {
            let frames = spans.iter().map(|span| {
                let shifted = |time: DateTime<Utc>| {
                    let local = time + TimeDelta::hours(2);
                    at(local, "%Y-%m-%dT%H:%M:%S+02:00")
                };
                format!(
                    "  {{\n    \"id\": \"77\",\n    \"project\": \"WO-1\",\n    \"start\": \"{}\",\n    \"stop\": \"{}\",\n    \"tags\": []\n  }}",
                    shifted(span.start), shifted(span.end)
                )
            });
            format!("[\n{}\n]\n", frames.collect::<Vec<_>>().join(",\n"))
        },
    },
    Format {
        tracker: Tracker::Timewarrior,
        grain: Grain::Seconds,
        write: |spans| {
            let intervals = spans.iter().map(|span| {
                let form = "%Y%m%dT%H%M%SZ";
                format!(
                    "{{\"id\":1,\"start\":\"{}\",\"end\":\"{}\",\"tags\":[\"WO-1\"],\"annotation\":{}}}",
                    at(span.start, form), at(span.end, form), json_text(&span.note)
                )
            });
            format!("[\n{}\n]\n", intervals.collect::<Vec<_>>().join(",\n"))
        },
    },
    Format {
        tracker: Tracker::Timewarrior,
        grain: Grain::Seconds,
        write: |spans| {
            spans.iter().fold(String::new(), |mut text, span| {
                let form = "%Y%m%dT%H%M%SZ";
                let (start, end) = (at(span.start, form), at(span.end, form));
                let _ = writeln!(
                    text,
                    "inc {start} - {end} # WO-1 # {}",
                    json_text(&span.note)
                );
                text
            })
        },
    },
    Format {
        tracker: Tracker::Timeclock,
        grain: Grain::Seconds,
        write: |spans| {
            spans.iter().fold(String::new(), |mut text, span| {
                let form = "%Y-%m-%d %H:%M:%S";
                let note = span.note.replace(';', ",");
                let _ = write!(
                    text,
                    "i {} WO-1  {note}\no {}\n\n",
                    at(span.start, form),
                    at(span.end, form)
                );
                text
            })
        },
    },
    Format {
        tracker: Tracker::Bartib,
        grain: Grain::Minutes,
        write: |spans| {
            spans.iter().fold(String::new(), |mut text, span| {
                let form = "%Y-%m-%d %H:%M";
                let note = span.note.replace('\\', "\\\\").replace('|', "\\|");
                let _ = writeln!(
                    text,
                    "{} - {} | WO-1 | {note}",
                    at(span.start, form),
                    at(span.end, form)
                );
                text
            })
        },
    },
    Format {
        tracker: Tracker::Timetrap,
        grain: Grain::Seconds,
        write: |spans| {
            csv(
                "start,end,note,sheet",
                spans.iter().map(|span| {
                    let form = "%Y-%m-%d %H:%M:%S";
                    vec![
                        at(span.start, form),
                        at(span.end, form),
                        span.note.clone(),
                        "WO-1".into(),
                    ]
                }),
            )
        },
    },
    Format {
        tracker: Tracker::Klog,
        grain: Grain::Minutes,
        write: |spans| {
            spans.iter().fold(String::new(), |mut text, span| {
                // the record is of the day of the start, or of the day after
                let (start, end) = (at(span.start, "%-H:%M"), at(span.end, "%-H:%M"));
                let over = span.start.date_naive() != span.end.date_naive();
                let (day, times) = match (over, span.seconds() % 120) {
                    (false, _) => (span.start, format!("{start} - {end}")),
                    (true, 0) => (span.start, format!("{start}-{end}>")),
                    (true, _) => (span.end, format!("<{start} - {end}")),
                };
                let day = at(day, "%Y/%m/%d");
                let _ = write!(text, "{day}\n  {times} #WO-1 {}\n\n", span.note);
                text
            })
        },
    },
];

fn read(text: String) -> Sheet {
    let options = ReadOptions {
        delimiter: None,
        quotes: true,
        encoding: Some(Encoding::Utf8),
    };
    let wanted = Wanted {
        maps: &[],
        constants: Vec::new(),
        targets: &[],
        named: &[],
        replace: Vec::new(),
    };
    let input = Box::new(Cursor::new(text.into_bytes()));
    let sheet = read_time("x", input, &options, None, wanted, |_, _| Ok(()));
    sheet.expect("a sheet")
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (
        1_700_000_000..1_790_000_000_i64,
        1..180_000_i64,
        "[a-z\"|\\\\;=é ]{0,12}",
    );
    let span = span.prop_map(|(start, length, note)| Span {
        start: DateTime::from_timestamp(start, 0).expect("a time"),
        end: DateTime::from_timestamp(start + length, 0).expect("a time"),
        note: format!("n{}n", note.trim()),
    });
    proptest::collection::vec(span, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_a_tracker_writes_is_read_back(spans in spans()) {
        for format in FORMATS {
            let minute = |time: DateTime<Utc>| time - TimeDelta::seconds(time.timestamp() % 60);
            let mut spans = spans.clone();
            if let Grain::Minutes = format.grain {
                for span in &mut spans {
                    (span.start, span.end) = (minute(span.start), minute(span.end));
                }
            }
            if format.tracker == Tracker::Klog {
                spans.retain(|span| span.seconds() < 80_000);
            }
            if spans.is_empty() {
                continue;
            }
            let sheet = read((format.write)(&spans));
            prop_assert_eq!(sheet.tracker(), Some(format.tracker));
            let clock = Clock { zone: Tz::UTC, date_order: Some(DateOrder::Dmy) };
            let name = format.tracker.word();
            prop_assert_eq!(sheet.rows.len(), spans.len(), "{}", name);
            for (row, span) in sheet.rows.iter().zip(&spans) {
                let read = sheet.span(row, &clock);
                let read = read.map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
                prop_assert_eq!(read, (span.start, span.end), "{}", name);
                if format.tracker != Tracker::Watson && format.tracker != Tracker::Timeclock {
                    let note = sheet.cell(row, "note").unwrap_or_default();
                    prop_assert!(note.ends_with(&span.note), "{}: {} is not {}", name, note, span.note);
                }
            }
        }
    }
}

/// Any file: an error or rows, and no panic.
fn try_all(text: &str) {
    let _ = super::recognise(text.as_bytes());
    for tracker in Tracker::value_variants() {
        let _ = super::entries("x", *tracker, text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_is_a_panic(
        start in "(inc |i |o |2026-03-02 |  8:00|\\[|\\{|)",
        text in "[0-9TZ:. |\\\\\"#\\[\\]{},\n\tiox<>?hmap\\-é]{0,60}",
    ) {
        try_all(&format!("{start}{text}"));
        try_all(&format!("2026-03-02\n{start}{text}"));
    }

    #[test]
    fn torn_files_are_no_panic(spans in spans(), at in 0..1000_usize, junk in "[é\"|#\n]{1,3}") {
        for format in FORMATS {
            let text = (format.write)(&spans);
            let cut = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
            let (start, end) = text.split_at(cut.unwrap_or(0));
            try_all(start);
            try_all(&format!("{start}{junk}{end}"));
        }
    }
}
