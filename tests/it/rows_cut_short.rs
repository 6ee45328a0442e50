//! The server fails while it sends rows: the command says what the server said of it, as for
//! any other statement.

use crate::support::Db;

/// What each reader of an entry makes the server do, a part of what `wl` says then, and its
/// exit code.
const FAILURES: &[(&str, &str, u8)] = &[
    ("PERFORM pg_sleep(60)", "statement_timeout", 78),
    (
        "PERFORM count(*) FROM (SELECT g FROM generate_series(1, 100000) g ORDER BY g % 7) AS many",
        "temp_file_limit",
        78,
    ),
    (
        "PERFORM pg_cancel_backend(pg_backend_pid()), pg_sleep(60)",
        "cancelled the statement",
        75,
    ),
    (
        "PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(60)",
        "the connection to the database broke",
        75,
    ),
    (
        "RAISE 'could not write to file \"base/pgsql_tmp/pgsql_tmp7.0\": No space left on device'",
        "the disk of the database server is full",
        74,
    ),
    (
        "RAISE 'invalid page in block 150 of relation base/16384/17146'",
        "can't use a file of a table",
        74,
    ),
    ("RAISE 'out of shared memory'", "no room left", 75),
    (
        "RAISE 'no pears today' USING CONSTRAINT = 'entry_locked', HINT = 'eat an apple'",
        "no pears today",
        1,
    ),
    ("RAISE 'no pears today'", "no pears today", 70),
];

#[test]
fn a_failure_while_rows_are_sent_keeps_its_words() {
    let db = Db::new();
    db.entry("tom", 2);
    let person = db.person("accountant");
    for (name, value) in [
        ("statement_timeout", "2s"),
        ("temp_file_limit", "0"),
        ("work_mem", "64kB"),
    ] {
        let database = &db.name;
        db.query(&format!(
            "ALTER ROLE {person} IN DATABASE {database} SET {name} = '{value}'"
        ));
    }
    db.query(
        "CREATE FUNCTION public.fail() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RETURN true; END';
         CREATE POLICY fail ON wl.time_entries AS RESTRICTIVE FOR SELECT USING (public.fail())",
    );
    for (body, words, code) in FAILURES {
        db.query(&format!(
            "CREATE OR REPLACE FUNCTION public.fail() RETURNS boolean LANGUAGE plpgsql
             AS $$ BEGIN {body}; RETURN true; END $$"
        ));
        for command in [
            &["entry", "list"][..],
            &[
                "export",
                "csv",
                "WO-1",
                "--output",
                "-",
                "--include-unapproved",
            ],
        ] {
            db.wl(&person, command).assert_refused(*code, words);
        }
    }
}
