//! The only place that turns errors of the database into our own.
//!
//! A refusal carries the name of its rule or constraint. diesel has no name for a
//! few failures; they are recognised by the server's message, which is English on
//! every server that we run. A test causes each of them.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};

use crate::error::{Error, ErrorKind};

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        let mapped = match &error {
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => lost(),
            DieselError::DatabaseError(kind, info) => from_database(kind, info.as_ref()),
            DieselError::NotFound => Self::not_found("no such row"),
            DieselError::SerializationError(e) | DieselError::DeserializationError(e) => {
                Self::bug(format!("a value did not fit its type: {e}"))
            }
            other => Self::bug(format!("the database driver failed: {other}")),
        };
        mapped.cause(cause(error))
    }
}

/// All that the server said, on one line.
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

fn from_database(kind: &DatabaseErrorKind, info: &dyn DatabaseErrorInformation) -> Error {
    let text = info.message();
    if let Some(name) = info.constraint_name()
        && let Some(error) = from_rule(name, text)
    {
        return error;
    }
    let has = |part: &str| text.contains(part);
    match kind {
        DatabaseErrorKind::SerializationFailure => busy("somebody else changed the same rows"),
        DatabaseErrorKind::ReadOnlyTransaction => Error::new(
            ErrorKind::ReadOnly,
            "this server can be read from, not written to: it is a standby, or default_transaction_read_only is on",
        )
        .hint(
            "let DATABASE_URL name the primary, or several hosts and target_session_attrs=read-write; \
             the parameter is taken back with ALTER DATABASE or ALTER ROLE ... RESET",
        ),
        _ if has("deadlock detected") => busy("two commands waited for each other"),
        _ if has("due to lock timeout") => Error {
            kind: ErrorKind::LockTimeout,
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
                ErrorKind::NoSchema,
                "the database does not have the schema of this wl",
            )
            .hint("an owner of the database runs: wl migrate (or wl init on a new one)")
        }
        _ if text.starts_with("column ") && has("does not exist")
            || has("more than one row returned by a subquery") =>
        {
            Error::new(
                ErrorKind::SchemaChanged,
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
            ErrorKind::ServerDiskFull,
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

fn busy(what: &str) -> Error {
    Error::new(ErrorKind::Busy, what).hint("try again in a moment")
}

/// By the name of a rule (whose sentence the database gives) or of a
/// constraint (whose sentence is here).
fn from_rule(name: &str, text: &str) -> Option<Error> {
    let kind: ErrorKind = name.parse().ok()?;
    let rule = |hint: &str| Error::new(kind, text).hint(hint);
    let constraint = |sentence: &str| Error::new(kind, sentence);
    Some(match kind {
        ErrorKind::NotAUser => Error::new(kind, text).hint(NOT_A_USER),
        ErrorKind::UserRight
        | ErrorKind::OrderRight
        | ErrorKind::LineRight
        | ErrorKind::EntryRight
        | ErrorKind::SettingRight
        | ErrorKind::ApproveRight
        | ErrorKind::AuditRight
        | ErrorKind::AuditVerifyRight => Error::new(kind, text),
        ErrorKind::EntryLocked => rule("an admin reopens it with: wl unlock ENTRY --reason TEXT"),
        ErrorKind::OrderBilled => rule(
            "an accountant moves it back with: wl order status ORDER ready_to_bill --reason TEXT",
        ),
        ErrorKind::OrderClosed => {
            rule("an admin reopens it with: wl order status ORDER in_progress")
        }
        ErrorKind::LineClosed => rule("an admin reopens it with: wl line status ORDER/LINE open"),
        ErrorKind::OrderRemoved => rule("an admin brings it back with: wl order restore ORDER"),
        ErrorKind::LineRemoved => rule("an admin brings it back with: wl line restore ORDER/LINE"),
        ErrorKind::EntryRemoved => rule("bring it back with: wl entry restore ENTRY"),
        ErrorKind::UserRemoved => rule("an admin brings the user back with: wl user restore NAME"),
        ErrorKind::OrderUnapproved => {
            rule("list it with: wl entry list ORDER --status OPEN, then: wl approve ORDER")
        }
        ErrorKind::OrderInUse => {
            rule("remove its line items first with: wl line remove ORDER/LINE")
        }
        ErrorKind::LineInUse => rule("remove or move its entries first: wl entry list ORDER/LINE"),
        ErrorKind::UserOpenTime => {
            rule("approve or remove it first: wl entry list --user NAME --status OPEN")
        }
        ErrorKind::LastAdmin => {
            rule("add another admin first with: wl user add NAME --full-name NAME --role admin")
        }
        ErrorKind::ApproveOwn => rule("ask another admin"),
        ErrorKind::ApproveLong => rule("look at it, then: wl approve --entry ENTRY --accept-long"),
        ErrorKind::ApproveRunning => rule("stop it first: wl timer stop"),
        ErrorKind::ReasonRequired => rule("add --reason TEXT, with three letters at least"),
        ErrorKind::FutureTime => {
            rule("times are compared with the server's clock; check the date and the zone")
        }
        ErrorKind::IsolationLevel => rule("use READ COMMITTED"),
        ErrorKind::SettingZone => constraint(text).hint("zones have names such as Europe/Berlin"),
        ErrorKind::UserLoginPowerful => rule("choose another login name"),
        ErrorKind::UserOtherDuty => rule("give the same role here, or choose another login name"),
        ErrorKind::OrderStatus
        | ErrorKind::OneChange
        | ErrorKind::EntryReopened
        | ErrorKind::EntryFixed
        | ErrorKind::OrderFixed
        | ErrorKind::LineFixed
        | ErrorKind::UserFixed
        | ErrorKind::SettingFixed
        | ErrorKind::NothingIsDeleted
        | ErrorKind::AuditMissing
        | ErrorKind::AuditWithoutChange
        | ErrorKind::AuditAction
        | ErrorKind::AuditReason
        | ErrorKind::UsersExist => Error::new(kind, text),
        ErrorKind::TimeEntriesOneActiveTimerPerUser => {
            constraint("a timer runs already for this user").hint("see it with: wl timer status")
        }
        ErrorKind::TimeEntriesNoOverlap => {
            constraint("this time overlaps other time of the same user")
                .hint("see the day with: wl entry list --from DATE --to DATE")
        }
        ErrorKind::TimeEntriesEndCheck => constraint("the end is before the start"),
        ErrorKind::TimeEntriesRangeCheck => constraint("times lie between 1970 and now"),
        ErrorKind::TimeEntriesLineItemFkey => {
            constraint("the line item is not one of that work order")
        }
        ErrorKind::NoteCheck => constraint("a note has at most 10,000 characters"),
        ErrorKind::ReasonCheck => constraint("a reason has at most 2,000 characters"),
        ErrorKind::OpIdCheck => constraint("an operation id has 1 to 100 characters"),
        ErrorKind::AuditLogEntityKey => {
            constraint("this version of the row has its audit record already")
        }
        ErrorKind::UsersDbRoleKey => constraint("there is a user of that name already")
            .hint("see all, removed ones too, with: wl user list --removed"),
        ErrorKind::WorkOrdersNumberKey => {
            constraint("there is a work order of that number already")
                .hint("see it with: wl order list --removed --search NUMBER")
        }
        ErrorKind::UsersDbRoleCheck => constraint(
            "a login name has 1 to 63 letters, digits and . _ - @, is not public or none, and does not begin with pg_ or wl_",
        ),
        ErrorKind::UsersFullNameCheck => {
            constraint("a full name has 1 to 200 characters, not only blanks")
        }
        ErrorKind::WorkOrdersNumberCheck => constraint(
            "an order number has 1 to 64 characters, without slash, line break, leading dash or blanks around it",
        ),
        ErrorKind::WorkOrdersTitleCheck => {
            constraint("a title has 1 to 1,000 characters, not only blanks")
        }
        ErrorKind::WorkOrdersCustomerCheck => {
            constraint("a customer has 1 to 200 characters, not only blanks")
        }
        ErrorKind::LineItemsDescriptionCheck => {
            constraint("a description has 1 to 2,000 characters, not only blanks")
        }
        ErrorKind::SettingsValueCheck => constraint("the setting does not take this value"),
        _ => return None,
    })
}
