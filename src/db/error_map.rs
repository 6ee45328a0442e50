//! The only place that turns errors of the database into our own.
//!
//! A refusal carries the name of its rule or constraint. diesel has no name for a
//! few failures; they are recognised by the server's message, which is English wherever
//! `wl init` could set that, and otherwise by `second_look`. A test causes each of them.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};

use super::watch;
use crate::error::{Error, ErrorKind};

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        let mapped = match &error {
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => {
                over_limit(info.message()).unwrap_or_else(lost)
            }
            DieselError::DatabaseError(kind, info) => from_database(kind, info.as_ref()),
            // after a connection that broke
            DieselError::BrokenTransactionManager => lost(),
            DieselError::NotFound => Self::not_found("no such row"),
            DieselError::SerializationError(e) | DieselError::DeserializationError(e) => {
                Self::bug(format!("a value doesn't match its type: {e}"))
            }
            other => Self::bug(format!("the database driver failed: {other}")),
        };
        mapped.cause(cause(error))
    }
}

/// The server's entire message, on one line.
fn cause(error: DieselError) -> anyhow::Error {
    let DieselError::DatabaseError(_, info) = &error else {
        return error.into();
    };
    let mut text = info.message().to_owned();
    for (what, value) in [
        ("constraint", info.constraint_name()),
        ("table", info.table_name()),
        ("detail", info.details()),
    ] {
        if let Some(value) = value {
            text.push_str(&format!("; {what}: {value}"));
        }
    }
    anyhow::Error::msg(text)
}

/// The connection broke before the commit: the server rolls back.
pub fn lost() -> Error {
    Error::new(
        ErrorKind::ConnectionLost,
        "the connection to the database broke",
    )
    .hint("try again")
}

/// What broke at the commit: whatever the server says of it, the outcome must be looked up.
pub fn at_commit(error: DieselError) -> Error {
    match &error {
        DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => {
            lost().cause(cause(error))
        }
        _ => error.into(),
    }
}

/// Limits after which the server ends a session, and its words for each.
const LIMITS: [(&str, &str); 3] = [
    (
        "idle_in_transaction_session_timeout",
        "due to idle-in-transaction timeout",
    ),
    ("transaction_timeout", "due to transaction timeout"),
    ("idle_session_timeout", "due to idle-session timeout"),
];

fn over_limit(text: &str) -> Option<Error> {
    let found = LIMITS.iter().find(|(_, words)| text.contains(words));
    found.map(|(name, _)| session_limit(name))
}

/// `wl` sets no such limit.
pub fn session_limit(name: &str) -> Error {
    limit(
        name,
        format!(
            "the server ended the session, because it exceeded {name}, which is set for this login, the database or the server"
        ),
    )
}

fn limit(name: &str, message: String) -> Error {
    Error::config(message).hint(format!(
        "an administrator raises or resets it: ALTER ROLE ... or ALTER DATABASE ... RESET {name}"
    ))
}

/// Whether it is a limit on the time of a statement or a transaction.
pub fn is_time_limit(error: &Error) -> bool {
    let limits = [statement_timeout(), session_limit("transaction_timeout")];
    limits.iter().any(|limit| limit.message == error.message)
}

/// Whether a server said that it takes connections later: it starts, recovers from a
/// crash, or stops.
pub fn not_now(text: &str) -> bool {
    [
        "the database system is starting up",
        "the database system is in recovery mode",
        "the database system is not yet accepting connections",
        "the database system is shutting down",
    ]
    .iter()
    .any(|part| text.contains(part))
}

fn from_database(kind: &DatabaseErrorKind, info: &dyn DatabaseErrorInformation) -> Error {
    let text = info.message();
    if let Some(name) = info.constraint_name()
        && let Some(error) = from_rule(name, info)
    {
        return error;
    }
    let has = |part: &str| text.contains(part);
    match kind {
        DatabaseErrorKind::SerializationFailure => busy("another session changed the same rows"),
        DatabaseErrorKind::ReadOnlyTransaction => Error::new(
            ErrorKind::ReadOnly,
            "this server is read-only: it is a standby, or default_transaction_read_only is on",
        )
        .hint(
            "name the primary in the database URL, or several hosts and target_session_attrs=read-write; \
             reset the parameter with ALTER DATABASE or ALTER ROLE ... RESET",
        ),
        _ if has("deadlock detected") || info.details().is_some_and(is_a_circle) => {
            busy("two commands were waiting for each other")
        }
        // two sessions changed one row of a system catalog, such as a right
        _ if has("tuple concurrently updated") => busy("another session changed the same object"),
        _ if has("due to lock timeout") => watch::lock_timeout(),
        _ if has("due to statement timeout") => statement_timeout(),
        // a parameter has the same name in every language
        _ if has("temp_file_limit") => limit(
            "temp_file_limit",
            format!(
                "a temporary file of the server would exceed a limit that is set for this login, the database or the server: {text}"
            ),
        ),
        _ if has("due to user request") => cancelled(),
        _ if is_of_libpq(text) || has("terminating connection") || is_of_protocol(text) => {
            over_limit(text).unwrap_or_else(lost)
        }
        // 53200: of the server's memory, or of its table of locks
        _ if text.starts_with("out of memory") || text.starts_with("out of shared memory") => {
            Error::new(
                ErrorKind::ServerBusy,
                format!("the server has no room left for this command: {text}"),
            )
            .hint("try again in a moment")
        }
        _ if has("relation \"wl.")
            || has("schema \"wl\" does not exist")
            || has("function wl.") =>
        {
            no_schema()
        }
        _ if text.starts_with("column ") && has("does not exist")
            || has("more than one row returned by a subquery") =>
        {
            schema_changed(text)
        }
        _ if text == "permission denied for schema wl" => not_a_user(),
        _ if text.starts_with("permission denied")
            || text.starts_with("must be ")
            || text.starts_with("must have ")
            || has("row-level security policy") =>
        {
            no_right(text)
        }
        _ if has("No space left on device")
            || has("Disk quota exceeded")
            || is_longer_table(text, info) =>
        {
            Error::new(
                ErrorKind::ServerDiskFull,
                format!("the disk of the database server is full: {text}"),
            )
        }
        // English says what it is; other languages don't tell, and a full disk is by far the
        // most frequent
        _ if has("/pgsql_tmp") => match text.starts_with("could not ") {
            true => Error::new(
                ErrorKind::Io,
                format!("the database server can't use a temporary file: {text}"),
            ),
            false => Error::new(
                ErrorKind::ServerDiskFull,
                format!(
                    "the database server can't use a temporary file, perhaps because its disk is full: {text}"
                ),
            ),
        },
        _ if names_a_file(text) => Error::new(
            ErrorKind::Io,
            format!("the database server can't use a file of a table: {text}"),
        )
        .hint("its disk or this file may be damaged: ask whoever runs the server, and keep the last good backup (wl db restore)"),
        _ if has("invalid byte sequence") || has("\"UTF8\"") && has("0x") => {
            Error::data("a text contains a NUL character or is not valid UTF-8")
        }
        _ => Error::bug(format!("{UNEXPECTED}{text}")),
    }
}

/// Whether the server says in any language that it could not make a file of a table
/// longer: the name of the file is the same in all, and of a table's files only this
/// failure comes with a remedy.
fn is_longer_table(text: &str, info: &dyn DatabaseErrorInformation) -> bool {
    names_a_file(text) && info.hint().is_some()
}

/// Whether it names a file of a table; the name is the same in every language.
fn names_a_file(text: &str) -> bool {
    let folders = ["base/", "pg_tblspc/"];
    folders.iter().any(|folder| text.contains(folder))
}

/// Begins the message of an error of an unknown kind; the server's words follow.
pub const UNEXPECTED: &str = "the database reported an error that wl does not expect: ";

/// Whether the details of an error are those of a deadlock, in any language: each line
/// begins with the process that waits and ends with the one that it waits for.
fn is_a_circle(details: &str) -> bool {
    let waits: Vec<(&str, &str)> = details
        .lines()
        .filter_map(|line| {
            let mut numbers = line
                .split(|c: char| !c.is_ascii_digit())
                .filter(|number| !number.is_empty());
            Some((numbers.next()?, numbers.next_back()?))
        })
        .collect();
    let next = waits.iter().cycle().skip(1);
    waits.len() > 1 && waits.iter().zip(next).all(|(one, next)| one.1 == next.0)
}

pub fn cancelled() -> Error {
    busy("the server cancelled the statement")
}

/// `wl` sets no such limit.
pub fn statement_timeout() -> Error {
    limit(
        "statement_timeout",
        "a statement took longer than statement_timeout allows, which is set for this login, the database or the server".to_owned(),
    )
}

pub fn no_schema() -> Error {
    Error::new(
        ErrorKind::NoSchema,
        "the database does not have the schema of this wl",
    )
    .hint("the owner of the database runs: wl migrate (or wl init on a new database)")
}

pub fn schema_changed(words: &str) -> Error {
    Error::new(
        ErrorKind::SchemaChanged,
        format!("the schema of the database was changed by hand: {words}"),
    )
    .hint("wl doctor shows the differences")
}

pub fn not_a_user() -> Error {
    Error::no_permission("your login is not an active user of Worklock").hint(NOT_A_USER)
}

pub fn no_right(words: &str) -> Error {
    Error::no_permission(format!("your login does not have this right: {words}"))
}

/// Whether libpq itself says it, and not the server: that the connection broke, or that
/// what came over it is not the protocol. Its words end with a line feed, those of the
/// server never do, and some of its failures have no words. diesel says the last one, of
/// an answer that only a statement without text can have.
pub fn is_of_libpq(text: &str) -> bool {
    let misuse = text.starts_with("number of parameters");
    (text.is_empty() || text.ends_with('\n') || text == "Received an empty query") && !misuse
}

/// Whether the server says that what it got is not the protocol: the messages of its
/// `ERRCODE_PROTOCOL_VIOLATION`, and of messages that it could not assign.
fn is_of_protocol(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "invalid frontend message",
        "left in message",
        "invalid string in message",
        "invalid message format",
        "bind message ",
        " message subtype",
        "unnamed prepared statement does not exist",
        "portal \"\" does not exist",
    ];
    WORDS.iter().any(|words| text.contains(words))
}

/// What to type for a login without an active user.
pub const NOT_A_USER: &str =
    "an admin adds it with wl user add, or restores it with wl user restore";

fn busy(what: &str) -> Error {
    Error::new(ErrorKind::Busy, what).hint("try again in a moment")
}

/// By the name of a rule or constraint. Rules have their words in the database
/// (`rules/02_refusals.sql`); constraints can't, so theirs are here.
fn from_rule(name: &str, info: &dyn DatabaseErrorInformation) -> Option<Error> {
    let kind: ErrorKind = name.parse().ok()?;
    let error = |sentence: &str| Some(Error::new(kind, sentence));
    match kind {
        ErrorKind::TimeEntriesOneActiveTimerPerUser => {
            error("this user already has a running timer").map(|e| e.hint("see it with: wl status"))
        }
        ErrorKind::TimeEntriesNoOverlap => error("this time overlaps other time of the same user")
            .map(|e| e.hint("see the day with: wl entry list --from DATE --to DATE")),
        ErrorKind::TimeEntriesEndCheck => error("the end is before the start"),
        ErrorKind::TimeEntriesRangeCheck => error("times must be between 1970 and now").map(|e| e.hint("check the year")),
        ErrorKind::TimeEntriesLineItemFkey => error("the line item belongs to another work order"),
        ErrorKind::NoteCheck => error("a note has at most 10,000 characters"),
        ErrorKind::ReasonCheck => error("a reason has at most 2,000 characters"),
        ErrorKind::OpIdCheck => error("an operation id has 1 to 100 characters"),
        ErrorKind::AuditLogEntityKey => {
            error("this version of the row already has its audit record")
        }
        ErrorKind::UsersDbRoleKey => error("a user with that name already exists")
            .map(|e| e.hint("see all users, including removed ones, with: wl user list --removed")),
        ErrorKind::UsersNameKey => {
            error("a user with that name, in capital or small letters, already exists").map(|e| {
                e.hint("see all users, including removed ones, with: wl user list --removed")
            })
        }
        ErrorKind::WorkOrdersNumberKey => error("a work order with that number already exists"),
        ErrorKind::UsersDbRoleCheck => error(
            "a login name has 1 to 63 ASCII letters, digits or . _ - @, and can't begin with . - @ or with pg_ or wl_",
        )
        .map(|e| e.hint("choose a name such as anna or anna.berg")),
        ErrorKind::UsersFullNameCheck => {
            error("a full name has 1 to 200 characters and is not blank")
        }
        ErrorKind::WorkOrdersNumberCheck => error(
            "an order number has 1 to 64 characters; it can't contain a slash or a line break, begin with a dash, or begin or end with a blank",
        )
        .map(|e| e.hint("choose a number such as A-1; A-1/2 is its line item 2")),
        ErrorKind::WorkOrdersTitleCheck => {
            error("a title has 1 to 1,000 characters and is not blank")
        }
        ErrorKind::WorkOrdersCustomerCheck => {
            error("a customer has 1 to 200 characters and is not blank")
        }
        ErrorKind::LineItemsDescriptionCheck => {
            error("a description has 1 to 2,000 characters and is not blank")
        }
        ErrorKind::BillsReferenceCheck => {
            error("a reference has 1 to 200 characters and is not blank")
        }
        ErrorKind::SettingsValueCheck => error("the setting does not allow this value"),
        ErrorKind::UsersNfcCheck
        | ErrorKind::WorkOrdersNfcCheck
        | ErrorKind::SettingsNfcCheck
        | ErrorKind::BillsNfcCheck => error("a name must be in the composed form of Unicode (NFC)")
            .map(|e| e.hint("in SQL, write: normalize('NAME', NFC)")),
        ErrorKind::LogosSha256Check => error("the key of a logo is the SHA-256 of its bytes"),
        ErrorKind::LogosPngCheck => error("a logo is a PNG of at most 256 KiB"),
        // a rule always comes with its remedy
        _ => info
            .hint()
            .map(|remedy| Error::new(kind, info.message()).hint(remedy)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    /// The words as PostgreSQL 15 has them in English and in German.
    #[test]
    fn a_temporary_file_that_fails_is_not_always_a_full_disk() {
        let error = |words: &str| {
            let words = Box::new(words.to_owned());
            Error::from(DieselError::DatabaseError(
                DatabaseErrorKind::Unknown,
                words,
            ))
        };
        for (words, kind, said) in [
            (
                "could not write to file \"base/pgsql_tmp/pgsql_tmp7.0\": No space left on device",
                ErrorKind::ServerDiskFull,
                "the disk of the database server is full: ",
            ),
            (
                "could not write to file \"base/pgsql_tmp/pgsql_tmp7.0\": Disk quota exceeded",
                ErrorKind::ServerDiskFull,
                "the disk of the database server is full: ",
            ),
            (
                "could not create temporary file \"base/pgsql_tmp/pgsql_tmp7.0\": Permission denied",
                ErrorKind::Io,
                "the database server can't use a temporary file: ",
            ),
            (
                "konnte temporäre Datei »base/pgsql_tmp/pgsql_tmp7.0« nicht erzeugen: Keine Berechtigung",
                ErrorKind::ServerDiskFull,
                "the database server can't use a temporary file, perhaps because its disk is full: ",
            ),
        ] {
            let found = error(words);
            assert_eq!(found.kind, kind, "{words}");
            assert_eq!(found.message, format!("{said}{words}"));
        }
    }

    #[test]
    fn a_limit_on_temporary_files_is_named() {
        for words in [
            "temporary file size exceeds temp_file_limit (1500kB)",
            "Größe der temporären Datei überschreitet temp_file_limit (1500kB)",
        ] {
            let words = Box::new(words.to_owned());
            let error = Error::from(DieselError::DatabaseError(
                DatabaseErrorKind::Unknown,
                words,
            ));
            assert_eq!(error.code(), exit::CONFIG, "{error:?}");
        }
    }

    /// The details as PostgreSQL 15 words them.
    #[test]
    fn a_deadlock_is_known_in_any_language() {
        for details in [
            "Process 71 waits for ShareLock on transaction 745; blocked by process 72.\nProcess 72 waits for ShareLock on transaction 744; blocked by process 71.",
            "Prozess 71 wartet auf ShareLock-Sperre auf Transaktion 745; blockiert von Prozess 72.\nProzess 72 wartet auf ShareLock-Sperre auf Transaktion 744; blockiert von Prozess 71.",
            "プロセス71はShareLockをトランザクション745に対して待機しています; プロセス72によりブロックされています。\nプロセス72はShareLockをトランザクション744に対して待機しています; プロセス71によりブロックされています。",
        ] {
            assert!(is_a_circle(details), "{details}");
        }
        for details in ["", "Key (id)=(7) already exists.", "7 of 8\n9 of 10"] {
            assert!(!is_a_circle(details), "{details}");
        }
    }
}
