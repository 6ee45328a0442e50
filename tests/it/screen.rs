//! What a person sees: names beside numbers, lines that fit, colours, and what happens
//! while a command waits.

use regex::Regex;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::support::{Db, Outcome, Terminal};

/// WO-1 is "Fix the pump" with the line items "Diagnose" and "Repair".
fn with_time() -> Db {
    let db = Db::new();
    db.time("tom", "WO-1/2", "2024-10-03 08:00", "2024-10-03 12:00");
    db
}

/// These fields of the first row.
fn first(rows: &Value, fields: [&str; 2]) -> [Value; 2] {
    fields.map(|field| rows[0][field].clone())
}

#[test]
fn lists_name_the_order_and_the_line_item() {
    let db = with_time();
    let names = ["title", "line_description"];
    let repair = [json!("Fix the pump"), json!("Repair")];
    assert_eq!(first(&db.json("tom", &["entry", "list"]), names), repair);
    let log = db.json("ada", &["audit", "log", "--entry", "1"]);
    assert_eq!(
        first(&log, ["place", "title"]),
        [json!("WO-1/2"), json!("Repair")]
    );
    let lines = db.json("ada", &["line", "list", "WO-1"]);
    assert_eq!(
        first(&lines, ["title", "description"]),
        [json!("Fix the pump"), json!("Diagnose")]
    );
    db.move_order("WO-1", "ready_to_bill");
    let findings = db.json("ada", &["exceptions"]);
    assert_eq!(
        first(&findings, names),
        [json!("Fix the pump"), Value::Null]
    );
    db.approve("ada", "WO-1");
    let number = db.bill("acc", &["WO-1"]).to_string();
    let bill = db.json("acc", &["bill", "show", &number]);
    assert_eq!(bill["order_titles"], json!(["Fix the pump"]));
    assert_eq!(first(&bill["lines"], names), repair);
    for (login, words) in [
        ("tom", &["entry", "list"][..]),
        ("ada", &["exceptions"]),
        ("acc", &["bill", "show", &number]),
        ("ada", &["audit", "log", "--entry", "1"]),
    ] {
        let shown = db.ok(login, words);
        assert!(
            words == ["exceptions"] || shown.stdout.contains("Repair"),
            "{words:?}: {shown:?}"
        );
    }
}

#[test]
fn a_limit_keeps_the_newest_bills() {
    let db = Db::new();
    for order in ["WO-2", "WO-3", "WO-4"] {
        db.order(order);
        let day = &order[3..];
        let at = |hour| format!("2024-10-0{day} {hour}:00");
        db.time("tom", &format!("{order}/1"), &at("08"), &at("09"));
        db.approve("ada", order);
        db.bill("acc", &[order]);
    }
    for login in ["acc", "olga"] {
        let bills = db.json(login, &["bill", "list", "--limit", "2"]);
        let numbers: Vec<_> = bills.as_array().expect("bills").iter().collect();
        let numbers: Vec<_> = numbers.iter().map(|bill| &bill["number"]).collect();
        assert_eq!(numbers, [2, 3]);
    }
}

/// Each JSON document on standard error, one after the other; anything else fails.
fn documents(stderr: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(stderr)
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{error} in {stderr}"))
}

/// `warning`, `error`: what the documents on standard error are.
fn kinds(db: &Db, login: &str, line: &str) -> Vec<&'static str> {
    let mut words: Vec<&str> = line.split(' ').collect();
    words.extend(["--format", "json"]);
    let outcome = db.wl(login, &words);
    let kind = |document: &Value| match document["warning"]["message"].is_string() {
        true => "warning",
        false if document["code"] == outcome.code => "error",
        false => panic!("{line}: {document}"),
    };
    documents(&outcome.stderr).iter().map(kind).collect()
}

#[test]
fn with_json_standard_error_has_only_json() {
    let db = with_time();
    db.time("tom", "WO-1/1", "2024-10-04 23:00", "2024-10-05 01:00");
    db.start_timer("tess", "WO-1/1", "20m ago");
    let nothing: [&str; 0] = [];
    // these say something to people
    assert_eq!(kinds(&db, "tom", "entry list -p 2024-10-05"), nothing);
    assert_eq!(kinds(&db, "ada", "order list --search nowhere"), nothing);
    assert_eq!(
        kinds(&db, "ada", "order edit WO-1 --title New --op-id X"),
        nothing
    );
    assert_eq!(
        kinds(&db, "ada", "order edit WO-1 --title New --op-id X"),
        nothing
    );
    assert_eq!(kinds(&db, "ada", "exceptions"), nothing);
    assert_eq!(kinds(&db, "ada", "audit verify"), nothing);
    assert_eq!(kinds(&db, "ada", "report hours --by day --split"), nothing);
    // these warn
    let add = "entry add WO-1/1 --start 2024-10-06T01:00:00Z --end 2024-10-06T20:00:00Z";
    assert_eq!(kinds(&db, "tom", add), ["warning"]);
    assert_eq!(kinds(&db, "ada", "approve WO-1 --yes"), ["warning"]);
    let bill = "bill add WO-1 --skip-unapproved --yes";
    assert_eq!(kinds(&db, "acc", bill), ["warning"]);
    // and these fail
    assert_eq!(kinds(&db, "tom", "entry show 999"), ["error"]);
    assert_eq!(kinds(&db, "tom", "entry shwo 999"), ["error"]);
    assert_eq!(kinds(&db, "ada", "order remove WO-1"), ["error"]);
    let missing = db.wl("tom", &["entry", "list", "--format=json", "--as", "nobody"]);
    assert_eq!(documents(&missing.stderr).len(), 1);
}

#[test]
fn with_json_nothing_is_asked() {
    let db = with_time();
    let (code, screen) = Terminal::new(&db, "ada", "approve WO-1 --format json").finish();
    assert_eq!(code, Some(2), "{screen}");
    assert_eq!(documents(&screen).len(), 1, "{screen}");
}

/// Colours and the like, which take no room.
fn plain(screen: &str) -> String {
    Regex::new("\u{1b}\\[[0-9;?]*[a-zA-Z]")
        .expect("a pattern")
        .replace_all(screen, "")
        .replace('\r', "")
}

/// Orders with long texts, one in wide letters, and time in every state.
fn office() -> Db {
    let db = Db::new();
    let title = "Cold store does not hold its temperature at night, third visit";
    for (number, title, customer) in [
        ("WO-1042", title, "Hansen Fisk Bergen AS"),
        (
            "WO-1051",
            "冷蔵庫の温度が夜間に上がる 🔧 点検",
            "株式会社ノルド水産",
        ),
    ] {
        let add = [
            "order",
            "add",
            number,
            "--title",
            title,
            "--customer",
            customer,
        ];
        db.ok("ada", &add);
        db.line(
            number,
            "Find out why the compressor stops and replace the relay",
        );
        db.line(number, "Test run");
    }
    let note = "no pressure on the high side, fan relay burnt; ordered a new one";
    for (line, day, note) in [
        ("WO-1042/1", 3, note),
        ("WO-1042/2", 4, ""),
        ("WO-1051/1", 7, "リレー交換"),
    ] {
        let at = |hour| format!("2024-10-0{day} {hour}:00");
        let (start, end) = (at("08"), at("10"));
        let add = [
            "entry", "add", line, "--start", &start, "--end", &end, "--note", note,
        ];
        db.ok("tom", &add);
    }
    db.time("tess", "WO-1042/1", "2024-10-05 08:00", "2024-10-05 23:00");
    db.ok("ada", &["approve", "WO-1042", "WO-1051", "--yes"]);
    db.bill("acc", &["WO-1051"]);
    db.unlock(
        "ada",
        2,
        "The customer's log says that the test run took longer",
    );
    db.move_order("WO-1042", "ready_to_bill");
    db.start_timer("tess", "WO-1/1", "20m ago");
    db
}

/// Every table, and a text that must never be broken or cut.
const TABLES: [(&str, &str, &str); 20] = [
    ("ada", "entry list", "2024-10-03 08:00"),
    ("tom", "entry list", "WO-1042/1"),
    ("tom", "entry show 1", "2024-10-03 10:00"),
    ("ada", "order list", "ready_to_bill"),
    ("ada", "order show WO-1042", "WO-1042/2"),
    ("ada", "line list WO-1042", "WO-1042/1"),
    ("ada", "user list --removed", "accountant"),
    ("ada", "settings", "stale_after"),
    ("acc", "bill list", "WO-1051"),
    ("acc", "bill show 1", "2024-10-07 08:00"),
    (
        "acc",
        "bill add WO-1042 --dry-run --skip-unapproved",
        "WO-1042",
    ),
    ("ada", "exceptions", "wl approve --entry 2"),
    ("ada", "exceptions --counts", "edited_after_approval"),
    ("ada", "approve WO-1042 --dry-run", "2024-10-04 08:00"),
    ("ada", "audit log --limit 12", "entry.unlock"),
    ("ada", "audit show 2", "LOCKED -> OPEN"),
    ("ada", "report hours --by line", "WO-1042/1"),
    ("ada", "report hours --by order --across day", "10-03"),
    ("tess", "timer status", "WO-1/1"),
    ("ada", "doctor", "connection"),
];

#[test]
fn every_table_fits_the_screen() {
    let db = office();
    for width in [40, 80, 200] {
        for (login, line, whole) in TABLES {
            let line = format!("{line} --no-pager --color always");
            let (_, screen) = Terminal::wide(&db, login, width, &line).finish();
            let screen = plain(&screen);
            assert!(screen.contains(whole), "{line} at {width}:\n{screen}");
            for shown in screen.lines() {
                let text = shown.trim_start();
                // what is to be typed, also into psql, is never broken
                let typed = text.starts_with("wl ") || text.starts_with("as a superuser: ");
                let unbroken = typed || !text.contains(' ');
                assert!(
                    shown.width() <= usize::from(width) || unbroken,
                    "{line} at {width}:\n{shown}\n{screen}"
                );
            }
        }
    }
}

#[test]
fn a_wide_screen_shows_more() {
    let db = office();
    let note = "no pressure on the high side, fan";
    let shown = |width| plain(&Terminal::wide(&db, "tom", width, "entry list").finish().1);
    assert!(!shown(80).contains(note) && shown(80).contains("…"));
    assert!(shown(200).contains(note), "{}", shown(200));
}

#[test]
fn a_sentence_breaks_at_blanks_and_a_command_never() {
    let db = with_time();
    let (code, screen) = Terminal::wide(&db, "ada", 40, "unlock 1 --reason x").finish();
    assert_eq!(code, Some(1), "{screen}");
    let all = plain(&screen);
    assert!(all.lines().all(|line| line.len() <= 40), "{screen}");
    let (_, screen) = Terminal::wide(&db, "ada", 40, "order show WO-77").finish();
    assert!(plain(&screen).contains("\n  wl order list"), "{screen}");
    // without a terminal, a message is one line
    let outcome = db.wl("ada", &["order", "show", "WO-77"]);
    assert_eq!(outcome.stderr.lines().count(), 3, "{outcome:?}");
}

#[test]
fn a_long_list_goes_through_the_pager() {
    let db = Db::new();
    for day in 1..=30 {
        let at = |hour| format!("2024-06-{day:02} {hour}:00");
        db.time("tom", "WO-1/1", &at("08"), &at("09"));
    }
    let wl = env!("CARGO_BIN_EXE_wl");
    let shown = |set: &str, rest: &str| {
        let typed = format!("stty cols 80 rows 24; {set} {wl} entry list {rest}");
        let (code, screen) = Terminal::of(&db, "ada", &typed).finish();
        assert_eq!(code, Some(0), "{screen}");
        screen
    };
    let paged = |screen: &str| {
        screen
            .lines()
            .filter(|line| line.starts_with("page "))
            .count()
    };
    let marked = "PAGER='sed s/^/page\\ /'";
    // the header, and above it what is the same in all rows
    assert_eq!(paged(&shown(marked, "")), 32);
    assert_eq!(paged(&shown(marked, "--limit 20")), 0);
    assert_eq!(paged(&shown(marked, "--no-pager")), 0);
    assert_eq!(paged(&shown(marked, "--format csv")), 0);
    // without a pager that works, the list is printed
    for none in ["PAGER=", "PAGER=cat", "PAGER=/no/such/pager"] {
        assert!(shown(none, "").contains("2024-06-30 08:00"), "{none}");
    }
    // who leaves early has seen enough
    let left = shown("PAGER='head -n 2'", "");
    assert!(!left.contains("error") && left.contains("Entry"), "{left}");
    // less knows what it gets
    let told = shown("PAGER='echo LESS=$LESS; cat'", "");
    assert!(told.contains("LESS=FRX"), "{told}");
    let own = shown("LESS=S PAGER='echo LESS=$LESS; cat'", "");
    assert!(own.contains("LESS=S\r"), "{own}");
}

/// Whether standard output and standard error have colours.
fn coloured(db: &Db, words: &[&str], variables: &[(&str, &str)]) -> (bool, bool) {
    let mut command = db.command("ada", words);
    command.envs(variables.iter().copied());
    let outcome = Outcome::of(command.output().expect("wl runs"));
    let has = |text: &str| text.contains('\u{1b}');
    (has(&outcome.stdout), has(&outcome.stderr))
}

#[test]
fn colours_are_where_they_are_wanted() {
    let db = with_time();
    let list = ["entry", "list"];
    let forced = ("CLICOLOR_FORCE", "1");
    let refused = ("NO_COLOR", "1");
    assert_eq!(coloured(&db, &list, &[]), (false, false));
    assert_eq!(coloured(&db, &list, &[forced]), (true, false));
    assert_eq!(
        coloured(&db, &list, &[("CLICOLOR_FORCE", "0")]),
        (false, false)
    );
    assert_eq!(coloured(&db, &list, &[forced, refused]), (false, false));
    // errors of ours and of the command line, and help
    for wrong in [["entry", "show", "999"], ["entry", "shwo", "999"]] {
        assert_eq!(coloured(&db, &wrong, &[]), (false, false), "{wrong:?}");
        assert_eq!(coloured(&db, &wrong, &[forced]), (false, true), "{wrong:?}");
        let mut always = wrong.to_vec();
        always.extend(["--color", "always"]);
        assert_eq!(
            coloured(&db, &always, &[refused]),
            (false, true),
            "{wrong:?}"
        );
    }
    assert_eq!(coloured(&db, &["--help"], &[forced]), (true, false));
    assert_eq!(coloured(&db, &["--help"], &[]), (false, false));
    // standard error is a terminal, standard output is none
    let wl = env!("CARGO_BIN_EXE_wl");
    let typed = format!("{wl} entry show 999 >/dev/null");
    let (_, screen) = Terminal::of(&db, "ada", &typed).finish();
    assert!(screen.contains("\u{1b}[1;31merror:\u{1b}[0m"), "{screen}");
    let (_, screen) = Terminal::new(&db, "ada", "entry show 999 --color never").finish();
    assert!(!screen.contains("\u{1b}["), "{screen}");
    let (_, screen) = Terminal::new(&db, "ada", "entry shwo --color=never").finish();
    assert!(!screen.contains("\u{1b}["), "{screen}");
}

#[test]
fn locked_time_is_dim() {
    let db = with_time();
    let list = || db.ok("ada", &["entry", "list", "--color", "always"]).stdout;
    assert!(!list().contains("\u{1b}[2m"));
    db.approve("ada", "WO-1");
    assert!(list().contains("\u{1b}[2m"), "{}", list());
}

#[test]
fn a_migration_that_waits_says_for_whom() {
    let db = Db::new();
    // the lock of a migration that runs
    let held = db.hold("LOCK TABLE wl.__diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE");
    let owner = format!("{} migrate up --database-url", env!("CARGO_BIN_EXE_wl"));
    let typed = format!("stty cols 80 rows 24; {owner} '{}'", db.superuser_url());
    let mut terminal = Terminal::of(&db, "ada", &typed);
    terminal.wait_for("Waiting for wl_superuser (server process ");
    held.commit();
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
}

#[test]
fn the_log_of_a_person() {
    let db = with_time();
    let log = db.json("ada", &["audit", "log", "--user", "TOM"]);
    assert_eq!(log[0]["action"], "entry.add", "{log}");
    let none = db.json("ada", &["audit", "log", "--user", "nobody"]);
    assert_eq!(none, json!([]));
}

#[test]
fn a_command_that_waits_says_for_whom() {
    let db = with_time();
    let held = db.hold("SELECT FROM wl.users WHERE db_role = 'tom' FOR UPDATE");
    let mut terminal = Terminal::new(&db, "tom", "timer start WO-1/1");
    terminal.wait_for("Waiting for wl_superuser (server process ");
    held.commit();
    let (code, screen) = terminal.finish();
    assert_eq!(code, Some(0), "{screen}");
    assert!(screen.contains("WO-1/1"), "{screen}");
}
