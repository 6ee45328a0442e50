//! CSV files of trackers: by which columns they are recognised, and what these hold.

use super::{RECORD, Tracker};

/// A CSV file that a tracker writes.
#[derive(Debug)]
pub struct Layout {
    pub tracker: Option<Tracker>,
    /// Columns that tell it from other files.
    needs: &'static [&'static str],
    /// Of each target the columns that may hold it, the first that exist; a plus joins two.
    pub columns: &'static [(&'static str, &'static [&'static str])],
    /// What an empty cell contains.
    pub empty: &'static str,
    /// Rows may lack their last columns.
    pub short_rows: bool,
    /// Rows with this value in this column are no work.
    pub skip: Option<(&'static str, &'static str)>,
    /// Texts that look like formulas have an apostrophe before them.
    pub apostrophes: bool,
    pub tag_separator: char,
    /// Why such files can't be imported, and what to do.
    pub refused: Option<(&'static str, &'static str)>,
}

const PLAIN: Layout = Layout {
    tracker: None,
    needs: &[],
    columns: &[],
    empty: "",
    short_rows: false,
    skip: None,
    apostrophes: false,
    tag_separator: ',',
    refused: None,
};

static LAYOUTS: [Layout; 12] = [
    Layout {
        tracker: Some(Tracker::Toggl),
        needs: &["Start date", "Start time", "End date", "End time"],
        columns: TOGGL,
        empty: "-",
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Toggl),
        needs: &["Start date", "Start time", "Stop date", "Stop time"],
        columns: TOGGL,
        empty: "-",
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Clockify),
        needs: &["Start Date", "Start Time", "End Date", "End Time"],
        columns: &[
            ("start_ts", &["Start Date+Start Time"]),
            ("end_ts", &["End Date+End Time"]),
            ("duration", &["Duration (h)"]),
            ("number", &["Project"]),
            ("task", &["Task", "Activity"]),
            ("user", &["User"]),
            ("email", &["Email"]),
            ("note", &["Description"]),
            ("tags", &["Tags"]),
            ("customer", &["Client"]),
        ],
        short_rows: true,
        skip: Some(("Type", "Break")),
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Harvest),
        needs: &[
            "Date",
            "Project",
            "Task",
            "Hours",
            "First Name",
            "Last Name",
        ],
        refused: Some((
            "Harvest exports hours without clock times, and an entry needs its start and end",
            "enter the time instead: wl entry add ORDER/LINE --for 1h38m --start TIME",
        )),
        ..PLAIN
    },
    // the columns that Kimai's importer takes; its duration is in seconds
    Layout {
        tracker: Some(Tracker::Kimai),
        needs: &["Date", "From", "To", "Duration", "Exported"],
        columns: &[
            ("start_ts", &["Date+From"]),
            ("end_ts", &["Date+To"]),
            ("duration_seconds", &["Duration"]),
            ("number", &["Project"]),
            ("task", &["Activity"]),
            ("user", &["User"]),
            ("note", &["Description"]),
            ("tags", &["Tags"]),
            ("customer", &["Customer"]),
        ],
        apostrophes: true,
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Kimai),
        needs: &["Date", "From", "To", "Duration"],
        columns: KIMAI,
        apostrophes: true,
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Kimai),
        needs: &["Datum", "Von", "Bis", "Dauer"],
        columns: KIMAI,
        apostrophes: true,
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Watson),
        needs: &["id", "start", "stop", "project", "tags"],
        columns: &[
            ("start_ts", &["start"]),
            ("end_ts", &["stop"]),
            ("number", &["project"]),
            ("tags", &["tags"]),
        ],
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Timetrap),
        needs: &["start", "end", "note", "sheet"],
        columns: &[
            ("start_ts", &["start"]),
            ("end_ts", &["end"]),
            ("number", &["sheet"]),
            ("note", &["note"]),
        ],
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Solidtime),
        needs: &["Description", "Project", "User", "Start", "End", "Duration"],
        columns: &[
            ("start_ts", &["Start"]),
            ("end_ts", &["End"]),
            ("duration", &["Duration"]),
            ("number", &["Project"]),
            ("task", &["Task"]),
            ("user", &["User"]),
            ("note", &["Description"]),
            ("tags", &["Tags"]),
            ("customer", &["Client"]),
        ],
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Solidtime),
        needs: &[
            "description",
            "project",
            "start",
            "end",
            "user_name",
            "user_email",
        ],
        columns: &[
            ("start_ts", &["start"]),
            ("end_ts", &["end"]),
            ("number", &["project"]),
            ("task", &["task"]),
            ("user", &["user_name"]),
            ("email", &["user_email"]),
            ("note", &["description"]),
            ("tags", &["tags"]),
            ("customer", &["client"]),
        ],
        ..PLAIN
    },
    Layout {
        tracker: Some(Tracker::Solidtime),
        needs: &[
            "id",
            "description",
            "start",
            "end",
            "member_id",
            "project_id",
        ],
        refused: Some((
            "this table of solidtime's organisation export names people and projects only by keys",
            "import the ZIP file that it is from",
        )),
        ..PLAIN
    },
];

const TOGGL: &[(&str, &[&str])] = &[
    ("start_ts", &["Start date+Start time"]),
    ("end_ts", &["End date+End time", "Stop date+Stop time"]),
    ("duration", &["Duration"]),
    ("number", &["Project"]),
    ("task", &["Task"]),
    ("user", &["User", "Member"]),
    ("email", &["Email"]),
    ("note", &["Description"]),
    ("tags", &["Tags"]),
    ("customer", &["Client"]),
];

const KIMAI: &[(&str, &[&str])] = &[
    ("start_ts", &["Date+From", "Datum+Von"]),
    ("end_ts", &["Date+To", "Datum+Bis"]),
    ("duration", &["Duration", "Dauer"]),
    ("number", &["Project", "Projekt"]),
    ("order_number", &["Order number", "Bestellnummer"]),
    ("project_number", &["Project number", "Projektnummer"]),
    ("task", &["Activity", "Tätigkeit"]),
    ("user", &["User", "Benutzer"]),
    ("person", &["Name"]),
    ("email", &["E-mail", "E-Mail"]),
    ("note", &["Description", "Beschreibung"]),
    ("tags", &["Tags", "Schlagworte"]),
    ("customer", &["Customer", "Kunde"]),
];

/// Rows of text and JSON, and their file of rejects.
const RECORDS: Layout = Layout {
    needs: &RECORD,
    columns: &[
        ("start_ts", &["start_ts"]),
        ("end_ts", &["end_ts"]),
        ("duration", &["duration"]),
        ("number", &["number"]),
        ("note", &["note"]),
        ("tags", &["tags"]),
        ("words", &["words"]),
    ],
    tag_separator: '\n',
    ..PLAIN
};

/// The same for each tracker that writes text or JSON.
static RECORDS_OF: [Layout; 6] = {
    const fn of(tracker: Tracker) -> Layout {
        Layout {
            tracker: Some(tracker),
            ..RECORDS
        }
    }
    [
        of(Tracker::Watson),
        of(Tracker::Timewarrior),
        of(Tracker::Klog),
        of(Tracker::Timeclock),
        of(Tracker::Bartib),
        of(Tracker::Timetrap),
    ]
};

static REJECTS: Layout = RECORDS;

/// The layout of a tracker's text or JSON.
pub fn records(tracker: Tracker) -> &'static Layout {
    let of = |layout: &&Layout| layout.tracker == Some(tracker);
    RECORDS_OF.iter().find(of).unwrap_or(&REJECTS)
}

/// The layout that a header has, of one tracker or of any.
pub fn layout(header: &[String], tracker: Option<Tracker>) -> Option<&'static Layout> {
    let has = |name: &&str| header.iter().any(|column| column == name);
    let known = LAYOUTS
        .iter()
        .filter(|layout| tracker.is_none() || layout.tracker == tracker);
    // rejects of a text keep its columns, whatever the tracker
    known
        .chain([&REJECTS])
        .find(|layout| layout.needs.iter().all(has))
}
