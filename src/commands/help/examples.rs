//! The examples in `--help` and in the manual pages; a test parses each line and runs it.

/// A command, and lines to type; what stands after `#` is for the reader.
type Examples = (&'static str, &'static [&'static str]);

/// The examples of a command such as `entry list`.
pub fn of(command: &str) -> &'static [&'static str] {
    let found = EXAMPLES.iter().find(|(name, _)| *name == command);
    found.map_or(&[], |(_, lines)| *lines)
}

const EXAMPLES: &[Examples] = &[
    (
        "init",
        &[
            r#"wl init --admin ada --full-name "Ada Okafor""#,
            "wl init --admin ada --zone Europe/Berlin",
        ],
    ),
    (
        "start",
        &[
            "wl start                                 # pick from a list",
            "wl start 1042/2                          # the end of a number",
            r#"wl start cold compressor -n "new seal"   # words of the names"#,
            "wl start -                               # back to the one before",
        ],
    ),
    (
        "stop",
        &["wl stop", r#"wl stop --at 16:30 -n "waiting for parts""#],
    ),
    (
        "status",
        &[
            "wl status",
            "wl status --short                        # for a prompt",
        ],
    ),
    ("cancel", &["wl cancel"]),
    ("note", &["wl note waiting for parts"]),
    ("timer cancel", &["wl timer cancel"]),
    (
        "timer start",
        &[
            r#"wl timer start WO-1042/2 -n "new seal""#,
            "wl timer start WO-1042/2 --at 8:05      # it began at 8:05",
        ],
    ),
    (
        "timer stop",
        &[
            "wl timer stop",
            r#"wl timer stop --at "20m ago" -n "waiting for parts""#,
        ],
    ),
    (
        "timer status",
        &["wl timer status", "wl timer status --format json"],
    ),
    ("today", &["wl today", "wl today --user tom"]),
    ("undo", &["wl undo", "wl undo --yes"]),
    (
        "week",
        &["wl week", "wl week last-week", "wl week month --user tom"],
    ),
    (
        "entry list",
        &[
            "wl entry list -p week",
            "wl entry list WO-1042 --user tom -p last-month",
            "wl entry list --status OPEN --format csv",
        ],
    ),
    (
        "entry show",
        &[
            "wl entry show @                          # the newest",
            r#"wl entry show 7 --as-of "yesterday 12:00""#,
        ],
    ),
    (
        "entry add",
        &[
            r#"wl entry add WO-1042/2 --start "yesterday 13:00" --end "yesterday 14:20""#,
            r#"wl entry add WO-1042/1 --start "mon 8:00" --end 9:30 -n "leak test""#,
            "wl entry add WO-1042/2 --for 1h30m         # it ended now",
        ],
    ),
    (
        "entry edit",
        &[
            r#"wl entry edit 7 --end "yesterday 12:45""#,
            "wl entry edit @ --line WO-1042/1",
            r#"wl entry edit 7 -n "new seal" --reason "wrong note""#,
        ],
    ),
    (
        "entry split",
        &[
            r#"wl entry split @2 --at "yesterday 12:00" --gap 30m"#,
            r#"wl entry split 7 --at "yesterday 12:00" --line WO-1042/1"#,
        ],
    ),
    (
        "entry remove",
        &[
            "wl entry remove @",
            r#"wl entry remove 7 --reason "recorded twice""#,
        ],
    ),
    ("entry restore", &["wl entry restore 7"]),
    (
        "entry import",
        &[
            "wl entry import timew.json --user tom --dry-run",
            "wl entry import clockify.csv --date-order dmy --rejects rejects.csv",
        ],
    ),
    (
        "approve",
        &[
            "wl approve WO-1042 --dry-run",
            "wl approve --user tom -p last-week",
            "wl approve --entry 7 --entry 8 --yes",
        ],
    ),
    ("review", &["wl review", "wl review -p last-week"]),
    (
        "unlock",
        &[r#"wl unlock 7 8 --reason "The customer's log says 12:45""#],
    ),
    (
        "bill add",
        &[
            "wl bill add WO-1042 --dry-run",
            r#"wl bill add --customer "Hansen Fisk AS" --per customer --until last-month"#,
            "wl bill add --status ready_to_bill --yes --dir bills --documents pdf,csv",
        ],
    ),
    (
        "bill list",
        &["wl bill list -p last-month", "wl bill list --cancelled"],
    ),
    ("bill show", &["wl bill show 17"]),
    (
        "bill cancel",
        &[r#"wl bill cancel 17 --reason "The customer's log was wrong""#],
    ),
    ("bill verify", &["wl bill verify bill-00017.pdf"]),
    (
        "exceptions",
        &[
            "wl exceptions",
            "wl exceptions --kind stale_timer --stale-after 4h",
            "wl exceptions --format html --output exceptions.html",
        ],
    ),
    (
        "export csv",
        &[
            "wl export csv WO-1042 --output WO-1042.csv",
            "wl export csv -p last-month --by technician --output -",
            "wl export csv --bill 17",
        ],
    ),
    (
        "export xlsx",
        &[
            "wl export xlsx -p last-month --output time.xlsx",
            r#"wl export xlsx --customer "Hansen Fisk AS" --output hansen.xlsx"#,
        ],
    ),
    (
        "export pdf",
        &[
            "wl export pdf WO-1042 --output WO-1042.pdf",
            "wl export pdf --status ready_to_bill --dir sheets",
            "wl export pdf --bill 17..20 --dir bills",
        ],
    ),
    (
        "export",
        &["wl export --changed-since WO-1042.csv.seal.json --exit-code"],
    ),
    (
        "report hours",
        &[
            "wl report hours --by technician -p last-month",
            "wl report hours --by order --across week -p month",
        ],
    ),
    (
        "order add",
        &[r#"wl order add WO-1042 --title "Cold store" --customer "Hansen Fisk AS""#],
    ),
    (
        "order list",
        &["wl order list", "wl order list --status ready_to_bill"],
    ),
    ("order show", &["wl order show WO-1042"]),
    (
        "order edit",
        &[r#"wl order edit WO-1042 --customer "Hansen Fisk Bergen AS""#],
    ),
    (
        "order status",
        &[
            "wl order status WO-1042 in_progress",
            "wl order status WO-1042 WO-1043 ready_to_bill",
        ],
    ),
    ("order remove", &["wl order remove WO-1043"]),
    ("order restore", &["wl order restore WO-1043"]),
    (
        "order import",
        &[
            "wl order import orders.csv --dry-run",
            "wl order import orders.csv --map number=case_id --map title=subject",
        ],
    ),
    (
        "line add",
        &[r#"wl line add WO-1042 --description "Replace the compressor""#],
    ),
    ("line list", &["wl line list WO-1042"]),
    (
        "line edit",
        &[r#"wl line edit WO-1042/2 --description "Replace the pump""#],
    ),
    ("line status", &["wl line status WO-1042/1 done"]),
    ("line remove", &["wl line remove WO-1042/3"]),
    ("line restore", &["wl line restore WO-1042/3"]),
    (
        "user add",
        &[r#"wl user add tom --full-name "Tom Lindqvist" --role technician"#],
    ),
    ("user list", &["wl user list"]),
    (
        "user rename",
        &[r#"wl user rename tom --full-name "Tom Lindqvist""#],
    ),
    (
        "user password",
        &[
            "wl user password",
            "wl user password tom   # as the owner of the database",
        ],
    ),
    ("user role", &["wl user role tom admin"]),
    ("user remove", &["wl user remove tom"]),
    ("user restore", &["wl user restore tom"]),
    ("settings show", &["wl settings"]),
    (
        "settings set",
        &[
            "wl settings set stale_after 10h",
            r#"wl settings set organisation "Kaltwerk GmbH""#,
        ],
    ),
    ("config show", &["wl config", "wl --profile test config"]),
    ("config path", &["wl config path"]),
    (
        "audit log",
        &["wl audit log --entry 7", "wl audit log --limit 20"],
    ),
    (
        "audit show",
        &["wl audit show WO-1042", "wl audit show user:tom"],
    ),
    (
        "audit verify",
        &[
            "wl audit verify",
            "wl audit verify --seal WO-1042.csv.seal.json",
        ],
    ),
    ("audit seal", &["wl audit seal --output seal.json"]),
    ("migrate up", &["wl migrate"]),
    ("migrate down", &["wl migrate down --all"]),
    ("migrate status", &["wl migrate status"]),
    ("db start", &["wl db start"]),
    ("db stop", &["wl db stop"]),
    ("db status", &["wl db status"]),
    ("db psql", &[r#"wl db psql -- -c "SELECT 1""#]),
    ("db backup", &["wl db backup worklock.dump"]),
    (
        "db restore",
        &["WL_HOME=/srv/restored wl db restore worklock.dump"],
    ),
    (
        "db upgrade",
        &[
            "wl db upgrade",
            "WL_PG_BIN=/opt/postgresql-15/bin wl db upgrade",
        ],
    ),
    (
        "doctor",
        &["wl doctor", "wl doctor --seal worklock.seal.json"],
    ),
    (
        "completions",
        &["wl completions bash > /etc/bash_completion.d/wl"],
    ),
    ("help", &["wl help times", "wl help entry add"]),
];

/// Every command that has examples.
pub fn commands() -> impl Iterator<Item = &'static str> {
    EXAMPLES.iter().map(|(name, _)| *name)
}
