//! What `wl help TOPIC` explains. Pages in `docs/` show the same tables; a test compares them.

/// Forms or codes, and what each means.
pub struct Table {
    /// The title of the first column there.
    pub title: &'static str,
    /// Words in backquotes are typed as they stand.
    pub rows: &'static [(&'static str, &'static str)],
}

pub struct Topic {
    pub name: &'static str,
    /// What comes before the table.
    before: &'static str,
    pub table: &'static Table,
    after: &'static str,
}

pub const TIMES: Table = Table {
    title: "time",
    rows: &[
        (
            "`now`; `20m ago`, `1h30m ago`",
            "the current time; that long before now",
        ),
        (
            "`14:30`, `14:30:15`, `2:30pm`, `noon`",
            "today at this time; as an end, see below",
        ),
        (
            "`yesterday 16:00`, `16:00 yesterday`, `mon 9:00`",
            "on the last such day; `mon` on a Monday is today",
        ),
        (
            "`24 nov 9:00`, `nov 24 9am`, `24 nov 2025 9:00`",
            "on this day; without a year, on the last such day, of the last half year",
        ),
        (
            "`2026-03-01 14:30`, `2026-03-01 9am`, `Sun 2026-03-01 14:30`",
            "local time; a weekday must be that of the date",
        ),
        ("`2026-03-01T14:30:00+01:00`", "exact time; `Z` also works"),
        (
            "`8h`, `1.5h`, `90m`, `1h30m`, `1h30`, `45s`, `1d`, `8:00`",
            "a length: `1d` is 24 hours, `8:00` hours and minutes",
        ),
    ],
};

pub const PERIODS: Table = Table {
    title: "period",
    rows: &[
        (
            "`today`, `yesterday`, `2026-07-31`, `Fri 2026-07-31`",
            "this day",
        ),
        ("`mon`", "the last Monday, perhaps today"),
        (
            "`31 jul`, `31 jul 2026`",
            "this day; without a year, the last such day, perhaps today",
        ),
        (
            "`week`, `last-week`, `2026-W48`",
            "from Monday to Sunday; weeks are ISO 8601 weeks",
        ),
        ("`month`, `last-month`, `2026-07`", "this month"),
        ("`7d`", "the last 7 days, including today"),
        (
            "`A..B`",
            "from the first day of A to the last day of B, such as `2026-07-01..2026-07-15` or `mon..today`",
        ),
    ],
};

pub const EXIT_CODES: Table = Table {
    title: "code",
    rows: &[
        ("0", "success, or nothing to do"),
        ("1", "a rule refused the change; nothing was saved"),
        ("2", "the command line is wrong or incomplete"),
        (
            "3",
            "`exceptions --exit-code`, `audit verify` or `doctor` found something",
        ),
        (
            "65",
            "invalid input: a cell of a file, or text that can't be read as a time",
        ),
        (
            "66",
            "a file, an order, an entry or something else that you named does not exist",
        ),
        ("69", "the server can't be reached"),
        ("70", "a bug in `wl`"),
        ("73", "the output file can't be created"),
        ("74", "writing failed, for example because the disk is full"),
        ("75", "try again later; nothing was saved"),
        (
            "76",
            "the schema and this program don't match: run `wl migrate` or use a newer `wl`",
        ),
        ("77", "permission denied"),
        ("78", "the configuration is wrong"),
        (
            "79",
            "the connection broke at the commit, and the server can't be asked whether it saved the change",
        ),
        ("130", "interrupted"),
    ],
};

pub const TOPICS: [Topic; 3] = [
    Topic {
        name: "times",
        before: "--at, --start, --end, --since and --as-of accept a time, --for a length:",
        table: &TIMES,
        after: "A time of day alone as an end is on the day of the start, or on the day after if it would be \
                earlier than the start. --for 2h takes the place of --start or --end; alone, it ends \
                now. Times with a blank need quotes: --at \"yesterday 16:00\". Days and clock times \
                are in the time zone of the setting zone, whatever machine you type them on. A local \
                time that a clock change skips or repeats is refused, and so is a time in the future.",
    },
    Topic {
        name: "periods",
        before: "-p PERIOD (--period) selects the time that started in a period of whole days:",
        table: &PERIODS,
        after: "--from and --to, in place of -p, leave one end open and accept the same words. All days \
                are in the time zone of the setting zone.",
    },
    Topic {
        name: "exit-codes",
        before: "The exit code says how a command ended; a code never changes its meaning:",
        table: &EXIT_CODES,
        after: "",
    },
];

/// The options that every command takes have a topic without a table.
pub const OPTIONS: &str = "options";

pub fn names() -> impl Iterator<Item = &'static str> {
    let tables = TOPICS.iter().map(|topic| topic.name);
    tables.chain([OPTIONS])
}

impl Topic {
    /// For a screen of 80 columns.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.before);
        let width = self.table.rows.iter().map(|(form, _)| plain(form).len());
        // a long list of forms stands in a line of its own
        let width = width.filter(|width| *width <= LONGEST).max().unwrap_or(0);
        for (form, meaning) in self.table.rows {
            let form = plain(form);
            if form.len() > width {
                text += &format!("  {form}\n  {:width$}", "");
            } else {
                text += &format!("  {form:width$}");
            }
            let indent = width + 4;
            let lines = wrapped(&plain(meaning), SCREEN - indent);
            text += &format!("  {}\n", lines.join(&format!("\n{:indent$}", "")));
        }
        if !self.after.is_empty() {
            text += &format!("\n{}\n", wrapped(self.after, SCREEN).join("\n"));
        }
        text
    }
}

const SCREEN: usize = 80;
const LONGEST: usize = 34;

fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// Lines of at most `width` bytes, which are the characters of these texts.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut();
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + 1 + word.len() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
