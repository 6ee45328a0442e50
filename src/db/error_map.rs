//! The one place that turns what the database says into our own errors.
//!
//! A refusal of a rule arrives by the name of its rule or constraint. The few
//! failures that have no name in diesel are told by the server's words, which
//! are English on every server we run; a test makes each of them happen.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};

use crate::error::Error;
use crate::exit;

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => lost(),
            DieselError::DatabaseError(kind, info) => from_database(&kind, info.as_ref()),
            DieselError::NotFound => Self::not_found("no such row"),
            DieselError::SerializationError(e) | DieselError::DeserializationError(e) => {
                Self::bug(format!("a value did not fit its type: {e}"))
            }
            other => Self::bug(format!("the database driver failed: {other}")),
        }
    }
}

/// The connection broke before the commit: the server rolls back.
pub fn lost() -> Error {
    Error::new(
        exit::TRY_AGAIN,
        "connection_lost",
        "the connection to the database broke",
    )
    .hint("try again")
}

fn from_database(kind: &DatabaseErrorKind, info: &dyn DatabaseErrorInformation) -> Error {
    let text = info.message();
    log::debug!(
        "server: {text} {:?} {:?}",
        info.constraint_name(),
        info.details()
    );
    if let Some(name) = info.constraint_name()
        && let Some(error) = from_rule(name, text)
    {
        return error;
    }
    let has = |part: &str| text.contains(part);
    match kind {
        DatabaseErrorKind::SerializationFailure => busy("somebody else changed the same rows"),
        DatabaseErrorKind::ReadOnlyTransaction => Error::new(
            exit::UNREACHABLE,
            "read_only",
            "this server can be read from, not written to: it is a standby, or default_transaction_read_only is on",
        )
        .hint(
            "let DATABASE_URL name the primary, or several hosts and target_session_attrs=read-write; \
             the parameter is taken back with ALTER DATABASE or ALTER ROLE ... RESET",
        ),
        _ if has("deadlock detected") => busy("two commands waited for each other"),
        _ if has("due to lock timeout") => Error {
            kind: LOCK_TIMEOUT.to_owned(),
            ..busy("somebody else holds a lock on the same rows")
        },
        _ if has("due to statement timeout") || has("due to user request") => {
            busy("the server cancelled the statement")
        }
        _ if has("server closed the connection")
            || has("terminating connection")
            || has("SSL connection has been closed")
            || has("EOF detected")
            || has("connection to server was lost")
            || has("no connection to the server")
            || has("could not receive data")
            || has("could not send data") =>
        {
            lost()
        }
        _ if has("relation \"wl.")
            || has("schema \"wl\" does not exist")
            || has("function wl.") =>
        {
            Error::new(
                exit::VERSION,
                "no_schema",
                "the database does not have the schema of this wl",
            )
            .hint("an owner of the database runs: wl migrate (or wl init on a new one)")
        }
        _ if text.starts_with("column ") && has("does not exist")
            || has("more than one row returned by a subquery") =>
        {
            Error::new(
                exit::VERSION,
                "schema_changed",
                format!("somebody changed the schema of the database by hand: {text}"),
            )
            .hint("wl doctor says what is not as it should be")
        }
        _ if text == "permission denied for schema wl" => {
            Error::no_permission("your login is no active user of Worklock")
                .hint(NOT_A_USER)
        }
        _ if text.starts_with("permission denied")
            || text.starts_with("must be ")
            || text.starts_with("must have ")
            || has("row-level security policy") =>
        {
            Error::no_permission(format!("your login does not have this right: {text}"))
        }
        _ if has("No space left on device") => Error::new(
            exit::IO,
            "server_disk_full",
            "the disk of the database server is full",
        ),
        _ if has("invalid byte sequence") => {
            Error::data("a text holds a NUL character or is not valid UTF-8")
        }
        _ => Error::bug(format!(
            "the database refused in a way that wl does not know: {text}"
        )),
    }
}

/// What to type for a login without an active user.
pub const NOT_A_USER: &str =
    "an admin adds it with wl user add, or brings it back with wl user restore";

/// The kind of the error for a wait that took too long.
pub const LOCK_TIMEOUT: &str = "lock_timeout";

fn busy(what: &str) -> Error {
    Error::new(exit::TRY_AGAIN, "busy", what).hint("try again in a moment")
}

/// By the name of a rule (whose sentence the database gives) or of a
/// constraint (whose sentence is here).
fn from_rule(name: &str, text: &str) -> Option<Error> {
    let rule = |hint: &str| Error::refused(name, text).hint(hint);
    let right = || Error {
        kind: name.to_owned(),
        ..Error::no_permission(text)
    };
    let bad = |sentence: &str| Error {
        kind: name.to_owned(),
        ..Error::data(sentence)
    };
    Some(match name {
        "not_a_user" => right().hint(NOT_A_USER),
        "user_right" | "order_right" | "line_right" | "entry_right" | "setting_right"
        | "approve_right" | "audit_right" | "audit_verify_right" => right(),
        "entry_locked" => rule("an admin reopens it with: wl unlock ENTRY --reason TEXT"),
        "order_billed" => rule(
            "an accountant moves it back with: wl order status ORDER ready_to_bill --reason TEXT",
        ),
        "order_closed" => rule("an admin reopens it with: wl order status ORDER in_progress"),
        "line_closed" => rule("an admin reopens it with: wl line status ORDER/LINE open"),
        "order_removed" => rule("an admin brings it back with: wl order restore ORDER"),
        "line_removed" => rule("an admin brings it back with: wl line restore ORDER/LINE"),
        "entry_removed" => rule("bring it back with: wl entry restore ENTRY"),
        "user_removed" => rule("an admin brings the user back with: wl user restore NAME"),
        "order_unapproved" => {
            rule("list it with: wl entry list ORDER --status OPEN, then: wl approve ORDER")
        }
        "order_in_use" => rule("remove its line items first with: wl line remove ORDER/LINE"),
        "line_in_use" => rule("remove or move its entries first: wl entry list ORDER/LINE"),
        "user_open_time" => {
            rule("approve or remove it first: wl entry list --user NAME --status OPEN")
        }
        "last_admin" => {
            rule("add another admin first with: wl user add NAME --full-name NAME --role admin")
        }
        "approve_own" => rule("ask another admin"),
        "approve_long" => rule("look at it, then: wl approve --entry ENTRY --accept-long"),
        "approve_running" => rule("stop it first: wl timer stop"),
        "reason_required" => rule("add --reason TEXT, with three letters at least"),
        "future_time" => {
            rule("times are compared with the server's clock; check the date and the zone")
        }
        "isolation_level" => rule("use READ COMMITTED"),
        "setting_zone" => bad(text).hint("zones have names such as Europe/Berlin"),
        "user_login_powerful" => rule("choose another login name"),
        "user_other_duty" => rule("give the same role here, or choose another login name"),
        "order_status"
        | "one_change"
        | "entry_reopened"
        | "entry_fixed"
        | "order_fixed"
        | "line_fixed"
        | "user_fixed"
        | "setting_fixed"
        | "nothing_is_deleted"
        | "audit_missing"
        | "audit_without_change"
        | "audit_action"
        | "audit_reason"
        | "users_exist" => Error::refused(name, text),
        "time_entries_one_active_timer_per_user" => {
            Error::refused(name, "a timer runs already for this user")
                .hint("see it with: wl timer status")
        }
        "time_entries_no_overlap" => {
            Error::refused(name, "this time overlaps other time of the same user")
                .hint("see the day with: wl entry list --from DATE --to DATE")
        }
        "time_entries_end_check" => Error::refused(name, "the end is before the start"),
        "time_entries_range_check" => bad("times lie between 1970 and now"),
        "time_entries_line_item_fkey" => {
            Error::refused(name, "the line item is not one of that work order")
        }
        "note_check" => bad("a note has at most 10,000 characters"),
        "reason_check" => bad("a reason has at most 2,000 characters"),
        "op_id_check" => bad("an operation id has 1 to 100 characters"),
        "audit_log_entity_key" => {
            Error::refused(name, "this version of the row has its audit record already")
        }
        "users_db_role_key" => Error::refused(name, "there is a user of that name already")
            .hint("see all, removed ones too, with: wl user list --removed"),
        "work_orders_number_key" => {
            Error::refused(name, "there is a work order of that number already")
                .hint("see it with: wl order list --removed --search NUMBER")
        }
        "users_db_role_check" => bad(
            "a login name has 1 to 63 letters, digits and . _ - @, is not public or none, and does not begin with pg_ or wl_",
        ),
        "users_full_name_check" => bad("a full name has 1 to 200 characters, not only blanks"),
        "work_orders_number_check" => bad(
            "an order number has 1 to 64 characters, without slash, line break, leading dash or blanks around it",
        ),
        "work_orders_title_check" => bad("a title has 1 to 1,000 characters, not only blanks"),
        "work_orders_customer_check" => bad("a customer has 1 to 200 characters, not only blanks"),
        "line_items_description_check" => {
            bad("a description has 1 to 2,000 characters, not only blanks")
        }
        "settings_value_check" => bad("the setting does not take this value"),
        _ => return None,
    })
}
