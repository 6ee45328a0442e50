//! Every question of the program, as a person meets it at a terminal: what was typed
//! before it, Ctrl-C before and at it, letters of any script, and the list to pick from.

use std::num::NonZero;
use std::process::Command;

use crate::support::{Db, Folder, Terminal};

/// A question, and what leads to it.
struct Question {
    login: &'static str,
    line: &'static str,
    /// Words of it.
    asks: &'static str,
    /// Keys that say yes.
    yes: &'static str,
    /// It comes after something was read from the database.
    reads: bool,
}

/// All of them: a new one gets its line here.
const QUESTIONS: [Question; 6] = [
    Question {
        login: "ada",
        line: "approve WO-1",
        asks: "Approve 1 entry",
        yes: "y\r",
        reads: true,
    },
    Question {
        login: "acc",
        line: "bill add WO-2",
        asks: "Make 1 bill",
        yes: "y\r",
        reads: true,
    },
    Question {
        login: "tom",
        line: "timer start WO-1",
        asks: "WO-1/2",
        yes: "\r",
        reads: true,
    },
    Question {
        login: "tess",
        line: "start WO-1/2",
        asks: "When did it end?",
        yes: "now\r",
        reads: true,
    },
    Question {
        login: "tom",
        line: "undo",
        asks: "Undo this entry add?",
        yes: "y\r",
        reads: true,
    },
    Question {
        login: "wl_superuser",
        line: "migrate down --database-url \"$DATABASE_URL&user=wl_superuser\"",
        asks: "Revert the schema?",
        yes: "y\r",
        reads: false,
    },
];

/// A database in which each of the questions is asked.
fn scene() -> Db {
    let db = Db::new();
    db.order("WO-2");
    let billed = db.time("tom", "WO-2/1", "2024-06-03 08:00", "2024-06-03 09:00");
    db.approve_entry("ada", billed);
    db.entry("tom", 3);
    db.ok("tess", &["start", "WO-1/1", "--at", "10h ago"]);
    db
}

/// The screen after all that was printed, so many columns wide.
fn screen(printed: &str, columns: u16) -> vt100::Parser {
    let size = |size| NonZero::new(size).expect("not zero");
    let mut parser = vt100::Parser::new(size(24), size(columns), 0);
    parser.process(printed.as_bytes());
    parser
}

/// The lines of a screen that are not empty.
fn lines(parser: &vt100::Parser) -> Vec<String> {
    let text = parser.screen().contents();
    let lines = text.lines().map(|line| line.trim_end().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn ctrl_c_at_a_question_changes_nothing_and_shows_the_cursor() {
    let db = scene();
    let before = db.checksum();
    for question in &QUESTIONS {
        let mut terminal = Terminal::new(&db, question.login, question.line);
        terminal.wait_for(question.asks);
        terminal.press("\u{3}");
        let (code, printed) = terminal.finish();
        assert_eq!(code, Some(130), "{}: {printed}", question.line);
        assert!(printed.contains("nothing was saved"), "{printed}");
        let screen = screen(&printed, 80);
        assert!(!screen.screen().hide_cursor(), "{}", question.line);
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn ctrl_c_before_a_question_ends_the_program() {
    let db = scene();
    let before = db.checksum();
    for question in QUESTIONS.iter().filter(|question| question.reads) {
        let held = db.hold("LOCK TABLE wl.users IN ACCESS EXCLUSIVE MODE");
        let mut terminal = Terminal::new(&db, question.login, question.line);
        db.wait_for_waiting(1);
        terminal.press("\u{3}");
        let (code, printed) = terminal.finish();
        assert_eq!(code, Some(130), "{}: {printed}", question.line);
        held.commit();
    }
    db.wait_for_silence();
    assert_eq!(db.checksum(), before);
}

#[test]
fn what_was_typed_before_a_question_does_not_answer_it() {
    let db = scene();
    let before = db.checksum();
    let wl = env!("CARGO_BIN_EXE_wl");
    for question in &QUESTIONS {
        let typed = format!("read -r line; {wl} {}", question.line);
        let mut terminal = Terminal::of(&db, question.login, &typed);
        // the shell reads the first line; the rest waits in the terminal when wl starts
        terminal.press(&format!("go\n{0}{0}", question.yes));
        terminal.wait_for(question.asks);
        terminal.press("\u{3}");
        let (code, printed) = terminal.finish();
        assert_eq!(code, Some(130), "{}: {printed}", question.line);
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn what_was_typed_while_the_list_was_read_does_not_answer_it_either() {
    let db = scene();
    let before = db.checksum();
    for question in QUESTIONS.iter().filter(|question| question.reads) {
        let held = db.hold("LOCK TABLE wl.users IN ACCESS EXCLUSIVE MODE");
        let mut terminal = Terminal::new(&db, question.login, question.line);
        db.wait_for_waiting(1);
        terminal.press(question.yes);
        terminal.press(question.yes);
        held.commit();
        terminal.wait_for(question.asks);
        terminal.press("\u{3}");
        let (code, printed) = terminal.finish();
        assert_eq!(code, Some(130), "{}: {printed}", question.line);
    }
    assert_eq!(db.checksum(), before);
}

#[test]
fn an_answer_takes_letters_of_any_script_and_takes_them_back() {
    let db = scene();
    let locked = || db.count("SELECT count(*) FROM wl.time_entries WHERE status = 'LOCKED'");
    // a no with more letters, then a yes whose first letters were taken back
    for (keys, count) in [("ü\r", 1), ("yü\r", 1), ("ü語\u{7f}\u{7f}yes\r", 2)] {
        let mut terminal = Terminal::new(&db, "ada", "approve WO-1");
        terminal.wait_for("Approve 1 entry");
        terminal.press(keys);
        let (code, printed) = terminal.finish();
        assert_eq!((code, locked()), (Some(0), count), "{keys:?}: {printed}");
    }
}

#[test]
fn a_list_goes_where_the_question_is() {
    let db = scene();
    let folder = Folder::new();
    let file = folder.path("out");
    let mut terminal = Terminal::new(&db, "ada", &format!("approve WO-1 > {file}"));
    terminal.wait_for("Approve 1 entry");
    assert!(terminal.seen().contains("tom"), "{}", terminal.seen());
    terminal.press("n\r");
    assert_eq!(terminal.finish().0, Some(0));
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), "");
}

/// Line items to pick from on `WO-1`, after its first two.
const LINES: [&str; 5] = [
    "Replace the north valve",
    "Prüfe den Kältekreis",
    "Oil the south pump and write down how much of which oil went where, and also when and why",
    "語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語",
    "Clean up",
];

fn lines_to_pick() -> Db {
    let db = Db::new();
    for line in LINES {
        db.line("WO-1", line);
    }
    db
}

/// The list, open.
fn open(db: &Db, columns: u16) -> Terminal {
    let mut terminal = Terminal::wide(db, "tom", columns, "timer start WO-1");
    terminal.wait_for("Esc");
    terminal
}

fn running(db: &Db) -> String {
    db.query(
        "SELECT coalesce(max(l.position), 0) FROM wl.time_entries e
         JOIN wl.line_items l ON l.id = e.line_item_id WHERE e.end_ts IS NULL",
    )
}

#[test]
fn the_list_finds_words_in_any_order_and_case() {
    for (keys, position) in [
        ("VALVE nor\r", "3"),
        ("wo-1/5\r", "5"),
        // an accent as a Mac types it
        ("pru\u{308}fe\r", "4"),
        ("xü\u{7f}\u{7f}clean\r", "7"),
        // of the last two, the first by arrows: down over the end goes to the top
        ("\u{1b}[B\u{1b}[B\r", "3"),
        ("\u{1b}[A\r", "7"),
    ] {
        let db = lines_to_pick();
        let mut terminal = open(&db, 80);
        terminal.press(keys);
        let (code, printed) = terminal.finish();
        assert_eq!(code, Some(0), "{keys:?}: {printed}");
        assert_eq!(running(&db), position, "{keys:?}: {printed}");
        assert!(!screen(&printed, 80).screen().hide_cursor());
    }
}

#[test]
fn enter_on_nothing_found_picks_nothing() {
    let db = lines_to_pick();
    let mut terminal = open(&db, 80);
    terminal.press("nowhere\r");
    terminal.press("\r\u{7f}");
    terminal.wait_for("nowher ");
    assert_eq!(running(&db), "0");
    terminal.press("\u{1b}");
    let (code, printed) = terminal.finish();
    assert_eq!((code, running(&db).as_str()), (Some(0), "0"), "{printed}");
}

#[test]
fn leaving_the_list_takes_it_off_the_screen() {
    let db = lines_to_pick();
    for columns in [40, 80, 200] {
        for (keys, code) in [("\u{1b}", 0), ("\u{3}", 130), ("pump\u{3}", 130)] {
            let mut terminal = open(&db, columns);
            terminal.press(keys);
            let (found, printed) = terminal.finish();
            assert_eq!(found, Some(code), "{printed}");
            let screen = screen(&printed, columns);
            assert!(!screen.screen().hide_cursor(), "{keys:?} {columns}");
            let lines = lines(&screen);
            let left = |line: &String| line.starts_with("> ") || line.contains("to search");
            assert!(!lines.iter().any(left), "{keys:?} {columns}: {lines:#?}");
            let end = match code {
                0 => "Nothing was started.",
                _ => "error: ",
            };
            assert!(lines.iter().any(|line| line.starts_with(end)), "{lines:#?}");
        }
    }
    assert_eq!(running(&db), "0");
}

#[test]
fn the_list_leaves_no_trace_at_the_end_of_a_full_screen() {
    let db = lines_to_pick();
    for (keys, code) in [("\u{1b}", 0), ("\u{3}", 130)] {
        let wl = env!("CARGO_BIN_EXE_wl");
        let typed = format!("stty cols 80 rows 24; seq 1 40; {wl} timer start WO-1");
        let mut terminal = Terminal::of(&db, "tom", &typed);
        terminal.wait_for("Esc");
        terminal.press(keys);
        let (found, printed) = terminal.finish();
        assert_eq!(found, Some(code), "{printed}");
        let lines = lines(&screen(&printed, 80));
        assert!(lines.contains(&"40".to_owned()), "{lines:#?}");
        assert!(
            !lines.iter().any(|line| line.contains("WO-1/3")
                && !line.starts_with("name one")
                && !line.starts_with("hint")),
            "{lines:#?}"
        );
    }
}

#[test]
fn each_item_is_one_line_of_the_screen() {
    let db = lines_to_pick();
    for columns in [40, 80, 200] {
        let mut terminal = open(&db, columns);
        let screen = screen(terminal.seen(), columns);
        let lines = lines(&screen);
        let items = lines.iter().filter(|line| line.contains("WO-1/"));
        assert_eq!(items.count(), 7, "{columns}: {lines:#?}");
        assert_eq!(lines.len(), 9, "{columns}: {lines:#?}");
        terminal.press("\u{1b}");
        terminal.finish();
    }
}

#[test]
fn a_terminal_that_changes_its_width_keeps_the_list_usable() {
    for columns in [40, 132] {
        let db = lines_to_pick();
        let folder = Folder::new();
        let (wl, file) = (env!("CARGO_BIN_EXE_wl"), folder.path("tty"));
        let typed = format!("stty cols 80 rows 24; tty > {file}; {wl} timer start WO-1");
        let mut terminal = Terminal::of(&db, "tom", &typed);
        terminal.wait_for("Esc");
        let tty = std::fs::read_to_string(&file).expect("the terminal's name");
        let resized = Command::new("stty")
            .args(["-F", tty.trim(), "cols", &columns.to_string()])
            .status()
            .expect("stty");
        assert!(resized.success());
        terminal.press("south pump");
        terminal.wait_for("south pump");
        terminal.press("\r");
        let (code, printed) = terminal.finish();
        assert_eq!(
            (code, running(&db).as_str()),
            (Some(0), "5"),
            "{columns}: {printed}"
        );
    }
}

#[test]
fn a_long_list_offers_its_first_items_and_says_so() {
    let db = Db::new();
    for number in 3..=203 {
        db.line("WO-1", &format!("Task {number}"));
    }
    let mut terminal = open(&db, 80);
    assert!(
        terminal.seen().contains("(the first 200 of 203)"),
        "{}",
        terminal.seen()
    );
    terminal.press("task 203");
    terminal.wait_for("task 203");
    terminal.press("\r\u{1b}");
    let (code, printed) = terminal.finish();
    assert_eq!((code, running(&db).as_str()), (Some(0), "0"), "{printed}");
}

#[test]
fn a_list_to_approve_fits_the_screen() {
    let db = Db::new();
    let noted = db.time("tom", "WO-1/1", "2024-06-03 08:00", "2024-06-03 09:00");
    let noted = noted.to_string();
    let note = "the seal of the second pump was dry, and its bearing was worn";
    db.ok("tom", &["entry", "edit", &noted, "--note", note]);
    db.time("tom", "WO-1/2", "2024-06-03 23:00", "2024-06-04 01:00");
    for columns in [40, 80, 200] {
        let mut terminal = Terminal::wide(&db, "ada", columns, "approve -p 2024-W23");
        terminal.wait_for("y/N");
        let screen = screen(terminal.seen(), columns);
        let lines = lines(&screen);
        let times = match columns {
            40 => vec![
                "  2 Mon 2024-06-03 23:00",
                "    – Tue 2024-06-04 01:00  2:00",
            ],
            _ => vec!["      2 Mon 2024-06-03 23:00 – Tue 2024-06-04 01:00  2:00"],
        };
        for line in times {
            assert!(lines.contains(&line.to_owned()), "{columns}: {lines:#?}");
        }
        let seal = lines
            .iter()
            .find(|line| line.contains("the seal"))
            .expect("the note");
        assert_eq!(seal.ends_with('…'), columns == 40, "{lines:#?}");
        terminal.press("n\r");
        terminal.finish();
    }
}

#[test]
fn a_list_that_was_made_narrower_leaves_no_trace() {
    let db = lines_to_pick();
    let folder = Folder::new();
    let (wl, file) = (env!("CARGO_BIN_EXE_wl"), folder.path("tty"));
    let typed = format!("stty cols 80 rows 24; tty > {file}; {wl} timer start WO-1");
    let mut terminal = Terminal::of(&db, "tom", &typed);
    terminal.wait_for("Esc");
    let tty = std::fs::read_to_string(&file).expect("the terminal's name");
    let resized = Command::new("stty")
        .args(["-F", tty.trim(), "cols", "40"])
        .status()
        .expect("stty");
    assert!(resized.success());
    // the list is drawn again at its new width
    let before = terminal.seen().len();
    terminal.press("valve");
    terminal.wait_for("valve");
    terminal.press("\u{3}");
    let (code, printed) = terminal.finish();
    assert_eq!(code, Some(130), "{printed}");
    let mut parser = screen(&printed[..before], 80);
    parser.screen_mut().set_size(
        NonZero::new(24).expect("not zero"),
        NonZero::new(40).expect("not zero"),
    );
    parser.process(&printed.as_bytes()[before..]);
    let lines = lines(&parser);
    assert!(
        !lines.iter().any(|line| line.starts_with("> ")),
        "{lines:#?}"
    );
}

#[test]
fn a_long_question_is_drawn_once() {
    let db = scene();
    db.start_timer("tess", "WO-1/1", "2024-06-10T07:55:00Z");
    for columns in [40, 80] {
        for (login, line, sentence, asks) in [
            (
                "tess",
                "-q start WO-1/2",
                "WO-1/1 has been running",
                "leave it running]",
            ),
            ("ada", "approve WO-1", "Approve 1 entry", "[y/N]"),
        ] {
            let mut terminal = Terminal::wide(&db, login, columns, line);
            terminal.wait_for(asks);
            terminal.press("\r");
            let (code, printed) = terminal.finish();
            assert_eq!(code, Some(0), "{printed}");
            let screen = lines(&screen(&printed, columns)).join("\n");
            assert_eq!(screen.matches(sentence).count(), 1, "{columns}: {screen}");
            let prompts = screen.matches(asks).count();
            assert_eq!(prompts, 1, "{columns}: {screen}");
        }
    }
}
