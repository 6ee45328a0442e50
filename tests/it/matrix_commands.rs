//! R9: every command of `wl` as every role. The table here is the one in
//! ARCHITECTURE.md; each line is checked by running the command as each role,
//! and a command without a line fails.

use clap::CommandFactory;

use crate::support::{Db, Folder};

const BEGIN: &str = "<!-- commands: begin -->\n";
const END: &str = "<!-- commands: end -->";

/// Words of a command line, apart by `|`; `own`, `gone`, `locked` and `waiting`
/// in braces are ids of entries, the first two of whoever runs it, `me` is the
/// login, `bill` a bill for each login, `orders`, `time`, `seal`, `document` and `out` are files. Then what it is called, and what
/// technician, admin, accountant and ops may do with it.
type Line = (&'static str, &'static str, [&'static str; 4]);

const NONE: [&str; 4] = ["", "", "", ""];
const ALL: [&str; 4] = ["yes", "yes", "yes", "yes"];
const READERS: [&str; 4] = ["", "yes", "yes", "yes"];
const ADMIN: [&str; 4] = ["", "yes", "", ""];
const TIME: [&str; 4] = ["own", "yes", "", ""];
const BILLS: [&str; 4] = ["", "yes", "yes", ""];
const OWN_TIMER: [&str; 4] = ["own", "own", "", ""];
const OWN_STATUS: [&str; 4] = ["own", "own", "own", ""];

/// In an order that works: a line may need what the lines before it left.
const COMMANDS: &[Line] = &[
    ("start", "start|WO-1/1", OWN_TIMER),
    ("timer start", "timer|start|WO-1/2", OWN_TIMER),
    ("status", "status", OWN_STATUS),
    ("timer status", "timer|status", OWN_STATUS),
    // the second stops what goes on after the first
    ("cancel", "cancel", OWN_TIMER),
    ("timer cancel", "timer|cancel", OWN_TIMER),
    ("start …", "start|WO-1/1", OWN_TIMER),
    ("note", "note|pump", OWN_TIMER),
    ("stop", "stop", TIME),
    ("start -", "start|-", OWN_TIMER),
    ("timer stop", "timer|stop", TIME),
    ("today", "today", OWN_TIMER),
    ("week", "week|month", OWN_TIMER),
    ("today --user", "today|--user|abe", READERS),
    ("entry list", "entry|list", ["own", "yes", "yes", "yes"]),
    (
        "entry show",
        "entry|show|{own}",
        ["own", "yes", "yes", "yes"],
    ),
    (
        "entry show … --as-of",
        "entry|show|{own}|--as-of|now",
        ["own", "yes", "yes", "yes"],
    ),
    (
        "entry add",
        "entry|add|WO-1/1|--start|9h ago|--end|8h ago",
        TIME,
    ),
    (
        "entry edit",
        "entry|edit|{own}|--note|n|--reason|because",
        TIME,
    ),
    (
        "entry split",
        "entry|split|{own}|--at|39h30m ago|--reason|because",
        TIME,
    ),
    ("entry remove", "entry|remove|{gone}|--reason|because", TIME),
    (
        "entry restore",
        "entry|restore|{gone}|--reason|because",
        TIME,
    ),
    ("undo", "undo|--yes", OWN_TIMER),
    ("entry import", "entry|import|{time}", TIME),
    ("review", "review", READERS),
    ("approve", "approve|--entry|{waiting}|--yes", ADMIN),
    ("unlock", "unlock|{locked}|--reason|because", ADMIN),
    ("bill add", "bill|add|WO-2|--yes", BILLS),
    ("bill list", "bill|list", READERS),
    ("bill show", "bill|show|{bill}", READERS),
    (
        "export … --bill",
        "export|pdf|--bill|{bill}|--force|--output|{document}",
        BILLS,
    ),
    ("bill verify", "bill|verify|{document}", READERS),
    ("bill cancel", "bill|cancel|{bill}|--reason|because", BILLS),
    ("exceptions", "exceptions", READERS),
    (
        "export csv",
        "export|csv|WO-2|--force|--output|{out}",
        ["own", "yes", "yes", ""],
    ),
    (
        "export xlsx",
        "export|xlsx|WO-2|--force|--output|{out}",
        ["own", "yes", "yes", ""],
    ),
    (
        "export pdf",
        "export|pdf|WO-2|--force|--output|{out}",
        ["own", "yes", "yes", ""],
    ),
    (
        "export --changed-since",
        "export|--changed-since|{seal}",
        ["", "yes", "yes", ""],
    ),
    (
        "report hours",
        "report|hours|--by|day",
        ["own", "yes", "yes", "yes"],
    ),
    ("order add", "order|add|WO-8|--title|T|--customer|C", ADMIN),
    ("order list", "order|list", ALL),
    ("order show", "order|show|WO-1", ALL),
    ("order edit", "order|edit|WO-8|--title|U", ADMIN),
    ("order status", "order|status|WO-2|ready_to_bill", ADMIN),
    (
        "order status … billed",
        "order|status|WO-2|billed",
        ["", "yes", "yes", ""],
    ),
    ("order remove", "order|remove|WO-8", ADMIN),
    ("order restore", "order|restore|WO-8", ADMIN),
    ("order import", "order|import|{orders}", ADMIN),
    ("line add", "line|add|WO-8|--description|D", ADMIN),
    ("line list", "line|list|WO-1", ALL),
    ("line edit", "line|edit|WO-8/1|--description|E", ADMIN),
    ("line status", "line|status|WO-8/1|cancelled", ADMIN),
    ("line remove", "line|remove|WO-8/1", ADMIN),
    ("line restore", "line|restore|WO-8/1", ADMIN),
    (
        "user add",
        "user|add|{me}_new|--full-name|New|--role|ops",
        ADMIN,
    ),
    ("user list", "user|list", ALL),
    (
        "user rename",
        "user|rename|{me}_new|--full-name|Newer",
        ADMIN,
    ),
    ("user role", "user|role|{me}_new|accountant", ADMIN),
    ("user remove", "user|remove|{me}_new", ADMIN),
    ("user restore", "user|restore|{me}_new", ADMIN),
    ("settings show", "settings|show", ALL),
    ("settings set", "settings|set|organisation|ACME", ADMIN),
    ("audit log", "audit|log", ["own", "yes", "yes", "yes"]),
    (
        "audit show",
        "audit|show|WO-1",
        ["own", "yes", "yes", "yes"],
    ),
    ("audit verify", "audit|verify", READERS),
    ("audit seal", "audit|seal", READERS),
    ("migrate down", "migrate|down|--yes", NONE),
];

/// Commands that don't depend on a role: they need no user's login.
const OTHERS: &[(&str, &str)] = &[
    ("init", "the owner of the database"),
    (
        "migrate up",
        "the owner of the database; if nothing is missing, anyone",
    ),
    ("migrate status", "anyone who can connect"),
    (
        "doctor",
        "anyone who can connect; it reports what the login may not see",
    ),
    ("db", "the owner of the private server's files"),
    (
        "user password",
        "anyone who can connect, for their own login; the owner of the database, for anyone's",
    ),
    ("config", "anyone"),
    ("completions", "anyone"),
    ("help", "anyone"),
];

fn rendered() -> String {
    let mut text =
        "\n| command | technician | admin | accountant | ops |\n|---|---|---|---|---|\n".to_owned();
    for (name, _, may) in COMMANDS {
        let cells = may.map(|cell| if cell.is_empty() { "–" } else { cell });
        text.push_str(&format!("| `wl {name}` | {} |\n", cells.join(" | ")));
    }
    text.push_str(
        "\nThese commands don't depend on a role:\n\n| command | may be run by |\n|---|---|\n",
    );
    for (name, who) in OTHERS {
        text.push_str(&format!("| `wl {name}` | {who} |\n"));
    }
    text.push('\n');
    text
}

#[test]
fn the_commands_of_each_role_are_documented() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/ARCHITECTURE.md");
    let document = std::fs::read_to_string(path).expect("ARCHITECTURE.md");
    let (before, rest) = document.split_once(BEGIN).expect("the begin mark");
    let (written, after) = rest.split_once(END).expect("the end mark");
    if std::env::var_os("WL_WRITE_RIGHTS").is_some() {
        let text = format!("{before}{BEGIN}{}{END}{after}", rendered());
        std::fs::write(path, text).expect("the file is written");
        return;
    }
    assert!(
        written == rendered(),
        "the commands in ARCHITECTURE.md are not those of the test; write them with WL_WRITE_RIGHTS=1 cargo test --test it matrix"
    );
}

#[test]
fn every_command_has_its_line() {
    for command in worklock::commands::Cli::command().get_subcommands() {
        let noun = command.get_name().to_owned();
        let mut names: Vec<String> = command
            .get_subcommands()
            .map(|leaf| format!("{noun} {}", leaf.get_name()))
            .collect();
        if names.is_empty() {
            names.push(noun.clone());
        }
        for name in names {
            let known = COMMANDS.iter().any(|(known, ..)| *known == name)
                || OTHERS
                    .iter()
                    .any(|(known, _)| *known == name || *known == noun);
            assert!(known, "wl {name} is new: which roles may run it?");
        }
    }
}

#[test]
fn r9_each_role_runs_only_its_commands() {
    let (db, folder) = (Db::new(), Folder::new());
    let logins = ["technician", "admin", "accountant", "ops"].map(|role| db.person(role));
    db.order("WO-2");
    let start = [
        "entry", "add", "WO-2/1", "--start", "30h ago", "--end", "29h ago",
    ];
    let billed = db.json("tess", &start)["id"].to_string();
    db.ok("ada", &["approve", "--entry", &billed, "--yes"]);
    db.bill("acc", &["WO-2"]);
    let (waiting, locked) = (db.entry("tom", 20), db.locked_entry("tom", 22));
    let seal = folder.path("seal.json");
    db.ok("ada", &["audit", "seal", "--output", &seal]);
    let orders = folder.file("orders.csv", "number,title,customer\nWO-7,T,C\n");
    // whoever records no time is tried on tom's
    let ids = |(login, records): (&String, bool)| {
        if records {
            [db.entry(login, 40), db.entry(login, 42)]
        } else {
            [waiting, waiting]
        }
    };
    let own: Vec<[i64; 2]> = logins
        .iter()
        .zip([true, true, false, false])
        .map(ids)
        .collect();
    let bill = |number: usize| {
        let order = format!("B-{number}");
        db.order(&order);
        let day = format!("2024-05-0{number}");
        let (start, end) = (format!("{day} 08:00"), format!("{day} 09:00"));
        db.time("tom", &format!("{order}/1"), &start, &end);
        db.approve("ada", &order);
        db.bill("acc", &[&order])
    };
    let bills: Vec<i64> = (1..=logins.len()).map(bill).collect();
    for (name, line, may) in COMMANDS {
        // those who may not go first: the others change things
        for allowed in [false, true] {
            for (((login, may), [own, gone]), bill) in logins.iter().zip(may).zip(&own).zip(&bills)
            {
                if may.is_empty() == allowed {
                    continue;
                }
                let time = folder.file(
                    "time.csv",
                    format!("number,line,user,start_ts,end_ts\nWO-1,1,{login},2024-06-03T08:00:00Z,2024-06-03T09:00:00Z\n"),
                );
                let line = line
                    .replace("{own}", &own.to_string())
                    .replace("{gone}", &gone.to_string())
                    .replace("{waiting}", &waiting.to_string())
                    .replace("{locked}", &locked.to_string())
                    .replace("{bill}", &bill.to_string())
                    .replace("{orders}", &orders)
                    .replace("{time}", &time)
                    .replace("{out}", &folder.path("out"))
                    .replace("{seal}", &seal)
                    .replace("{document}", &folder.path("document"))
                    .replace("{me}", &logins[1]);
                let args: Vec<&str> = line.split('|').collect();
                if *name == "order status … billed" && login == &logins[1] {
                    // the accountant goes after the admin
                    db.ok(login, &args);
                    let back = [
                        "order",
                        "status",
                        "WO-2",
                        "ready_to_bill",
                        "--reason",
                        "again",
                    ];
                    db.ok(login, &back);
                    continue;
                }
                let outcome = db.wl(login, &args);
                let expected = if allowed { 0 } else { 77 };
                assert_eq!(outcome.code, expected, "wl {name} as {login}: {outcome:?}");
            }
        }
    }
}
