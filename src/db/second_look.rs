//! Looks again at a failure that only facts of the session can explain.
//!
//! diesel has no SQLSTATE, so `error_map` knows a few kinds of errors by their English
//! words. Where the server speaks another language, the same kinds are caused here on
//! purpose, in the same session and so in the same language, and the sentences are
//! compared. Whatever the language, a schema that was changed by hand explains what nobody
//! expected. This costs nothing unless a command has failed.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::result::Error::DatabaseError;
use diesel::sql_types::{Bool, Text};

use super::catalog;
use super::error_map::{self, UNEXPECTED};
use super::transaction::apart;
use super::watch;
use crate::error::{Error, ErrorKind};

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = Text)]
    language: String,
    #[diesel(sql_type = Bool)]
    has_schema: bool,
    #[diesel(sql_type = Bool)]
    may_enter: bool,
    #[diesel(sql_type = Bool)]
    standby: bool,
}

const FACTS: &str = "
    SELECT current_setting('lc_messages') AS language,
        EXISTS (SELECT FROM pg_class c WHERE c.relname = 'schema_version' AND c.relnamespace = to_regnamespace('wl')) AS has_schema,
        coalesce(has_schema_privilege(to_regnamespace('wl')::oid, 'USAGE'), false) AS may_enter,
        pg_is_in_recovery() AS standby";

/// Statements that PostgreSQL refuses to all but superusers, one for each way in which it
/// says so, and what each sentence names.
const DENIED: [(&str, &str); 5] = [
    ("SELECT FROM pg_catalog.pg_authid", "pg_authid"),
    ("SELECT FROM pg_catalog.pg_shadow", "pg_shadow"),
    ("SELECT FROM pg_toast.anything", "pg_toast"),
    ("SELECT pg_catalog.pg_read_file('')", "pg_read_file"),
    ("CREATE ROLE wl_nobody SUPERUSER", ""),
];

/// The same error, or what it turns out to be. The transaction in which it happened has
/// ended, or ends here.
pub fn explained(conn: &mut PgConnection, error: Error) -> Error {
    let found = match error.kind {
        ErrorKind::ReadOnly => read_only(conn),
        ErrorKind::Bug => {
            let of_server = error.message.split_once(UNEXPECTED);
            let (_, words) = of_server.unwrap_or(("", &error.message));
            of_server
                .and_then(|_| translated(conn, words))
                .or_else(|| changed(conn, words))
        }
        _ => None,
    };
    match found {
        Some(found) => Error {
            cause: error.cause,
            ..found
        },
        None => error,
    }
}

fn facts(conn: &mut PgConnection) -> Option<Facts> {
    apart(conn, |conn| diesel::sql_query(FACTS).get_result(conn)).ok()
}

/// A server that is no standby is read-only because somebody set it so.
fn read_only(conn: &mut PgConnection) -> Option<Error> {
    let primary = !facts(conn)?.standby;
    primary.then(|| {
        Error::config("default_transaction_read_only is on for this login or database").hint(
            "whoever set it resets it: ALTER ROLE ... or ALTER DATABASE ... RESET default_transaction_read_only",
        )
    })
}

fn translated(conn: &mut PgConnection, words: &str) -> Option<Error> {
    let facts = facts(conn)?;
    let english = ["C", "POSIX", "en"];
    if english.contains(&facts.language.split(['_', '.']).next().unwrap_or_default()) {
        return None;
    }
    let is_ours = words.contains("wl");
    let slow = "SET LOCAL statement_timeout = 1; SELECT pg_catalog.pg_sleep(10)";
    if says(conn, slow)? == words {
        return Some(error_map::statement_timeout());
    }
    let cancelled =
        "SELECT pg_catalog.pg_cancel_backend(pg_catalog.pg_backend_pid()), pg_catalog.pg_sleep(10)";
    if says(conn, cancelled)? == words {
        return Some(error_map::cancelled());
    }
    for (statement, name) in DENIED {
        // a superuser is not refused, and has every right
        let refusal = says(conn, statement).unwrap_or_default();
        if is_same(&refusal, name, words) {
            return Some(match is_ours && facts.has_schema && !facts.may_enter {
                true => error_map::not_a_user(),
                false => error_map::no_right(words),
            });
        }
    }
    if is_ours && !facts.has_schema {
        return Some(error_map::no_schema());
    }
    watch::is_blocked().then(watch::lock_timeout)
}

/// What nobody expected has a cause where somebody has changed the schema.
fn changed(conn: &mut PgConnection, words: &str) -> Option<Error> {
    let changed = apart(conn, catalog::is_changed).ok()?;
    changed.then(|| error_map::schema_changed(words))
}

/// What the server says of a statement; nothing if it works.
fn says(conn: &mut PgConnection, statement: &str) -> Option<String> {
    match apart(conn, |conn| conn.batch_execute(statement)) {
        Err(DatabaseError(_, info)) => Some(info.message().to_owned()),
        _ => None,
    }
}

/// Whether `words` are the sentence `refusal`, which names `name`, about something else.
fn is_same(refusal: &str, name: &str, words: &str) -> bool {
    let (before, after) = match name {
        "" => (refusal, ""),
        _ => refusal.split_once(name).unwrap_or_default(),
    };
    let rest = words.find(before).map(|at| &words[at + before.len()..]);
    before.len() + after.len() > 0 && rest.is_some_and(|rest| rest.ends_with(after))
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_sentence_is_known_whatever_it_names() {
        let german = "keine Berechtigung für Tabelle pg_authid";
        assert!(is_same(
            german,
            "pg_authid",
            "keine Berechtigung für Tabelle users"
        ));
        assert!(!is_same(
            german,
            "pg_authid",
            "keine Berechtigung für Schema wl"
        ));
        let japanese = "テーブルpg_authidへのアクセスが拒否されました";
        assert!(is_same(
            japanese,
            "pg_authid",
            "テーブルusersへのアクセスが拒否されました"
        ));
        assert!(!is_same(
            japanese,
            "pg_authid",
            "テーブルusersが存在しません"
        ));
        assert!(!is_same("", "pg_authid", "anything"));
        assert!(!is_same("", "", "anything"));
    }
}
