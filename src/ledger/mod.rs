//! The shared library module of the design: transactions, lock guards and
//! audit writes live here and nowhere else.
//!
//! A command that changes data calls [`write()`] once. Inside it, [`guards`]
//! lock and read the rows that the decision needs, in the global order (user,
//! work order, line item, time entry), the domain changes them, and [`audit`]
//! records it. The database checks all of it again at commit.

pub mod audit;
pub mod changed;
pub mod guards;
mod image;
mod request;
pub mod seal;
mod settings;
pub mod trail;
pub mod verify;

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Json, Nullable, Text, Timestamptz};
use serde_json::Value;
use uuid::Uuid;

pub use self::settings::{Definition, Setting, Settings};

use crate::db::connect::Session;
use crate::db::error_map;
use crate::db::schema_version;
use crate::db::second_look;
use crate::db::transaction::{SNAPSHOT, begin, commit, roll_back};
use crate::db::watch::{self, Watched};
use crate::error::{Error, ErrorKind, Result};
use crate::models::Role;
use crate::text;

/// Who acts: the person behind the login, as the database sees it.
#[derive(Debug, Clone)]
pub struct Actor {
    pub id: i64,
    pub login: String,
    pub full_name: String,
    pub role: Role,
}

/// The identity of one invocation in the audit trail.
#[derive(Debug, Clone)]
pub struct Operation {
    pub id: String,
    /// Given by the caller, who may give it twice to have the work done once.
    pub given: bool,
    /// What the ID stands for, if its repetition must ask for the same.
    pub request: Option<String>,
}

impl Operation {
    /// One with an ID of its own.
    #[expect(clippy::new_without_default, reason = "each one is another")]
    pub fn new() -> Self {
        Self {
            id: Uuid::new_v4().to_string(),
            given: false,
            request: None,
        }
    }
}

/// An open transaction of one actor.
pub struct Tx<'c> {
    pub conn: &'c mut PgConnection,
    pub actor: Actor,
    pub settings: Settings,
    /// The server's clock when the transaction began.
    pub now: DateTime<Utc>,
    operation: &'c str,
    /// What the records keep of the request.
    request: Option<Uuid>,
}

/// The connection broke at the commit: the result, should it have been saved.
pub struct CommitLost<R>(pub R);

#[derive(QueryableByName)]
struct Context {
    #[diesel(sql_type = Nullable<BigInt>)]
    id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    full_name: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    role: Option<Role>,
    #[diesel(sql_type = Text)]
    login: String,
    #[diesel(sql_type = Nullable<Integer>)]
    schema_number: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    oldest_program: Option<i32>,
    #[diesel(sql_type = Timestamptz)]
    now: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Json>)]
    settings: Option<Value>,
    #[diesel(sql_type = Bool)]
    done_before: bool,
    #[diesel(sql_type = Integer)]
    pid: i32,
}

/// Everything that a command must know before it begins, in one round trip:
/// who acts, the schema's version, the clock, the settings.
const CONTEXT: &str = "
    SELECT u.id, u.full_name, u.role, session_user::text AS login,
        s.number AS schema_number, s.oldest_program,
        clock_timestamp() AS now,
        (SELECT json_object_agg(x.name, x.value) FROM wl.settings x) AS settings,
        $1 IS NOT NULL AND EXISTS (SELECT FROM wl.audit_log a WHERE a.op_id = $1 AND a.actor_id = u.id) AS done_before,
        pg_backend_pid() AS pid,
        (SELECT set_config('lc_messages', 'C', true)
            WHERE current_setting('lc_messages') <> 'C' AND has_parameter_privilege('lc_messages', 'SET')) AS english
    FROM (SELECT) AS anybody
    LEFT JOIN wl.schema_version s ON true
    LEFT JOIN wl.users u ON u.id = wl.current_user_id()";

fn context<'c>(
    conn: &'c mut Session,
    operation: Option<&'c Operation>,
    works_as: impl Fn(i32),
) -> Result<Tx<'c>> {
    let given = operation
        .filter(|operation| operation.given)
        .map(|operation| operation.id.as_str());
    let row: Context = diesel::sql_query(CONTEXT)
        .bind::<Nullable<Text>, _>(given)
        .get_result(&mut **conn)?;
    works_as(row.pid);
    conn.check(&row.login)?;
    let done_before = row.done_before;
    let context = row.check()?;
    if let Some(operation) = operation.filter(|_| done_before) {
        return Err(request::repeated(conn, operation, context.actor.id)?);
    }
    let request = operation.and_then(|operation| operation.request.as_deref());
    Ok(Tx {
        conn,
        actor: context.actor,
        settings: context.settings,
        now: context.now,
        operation: operation.map_or("", |operation| &operation.id),
        request: request.map(request::mark),
    })
}

/// What a checked context row says.
struct CheckedContext {
    actor: Actor,
    settings: Settings,
    now: DateTime<Utc>,
}

impl Context {
    fn check(self) -> Result<CheckedContext> {
        schema_version::check(
            self.schema_number.unwrap_or(0),
            self.oldest_program.unwrap_or(0),
        )?;
        let (Some(id), Some(full_name), Some(role)) = (self.id, self.full_name, self.role) else {
            return Err(Error::no_permission(format!(
                "the login {} is not an active user of Worklock",
                self.login
            ))
            .hint(error_map::NOT_A_USER));
        };
        Ok(CheckedContext {
            actor: Actor {
                id,
                login: self.login,
                full_name,
                role,
            },
            settings: Settings::of(self.settings.as_ref().and_then(Value::as_object))?,
            now: self.now,
        })
    }
}

/// The fastest read: one row, found by the actor's id, in the same round trip
/// as the context. `columns` and `joins` are SQL
/// that may refer to the actor's row as `u`.
pub fn read_one<R>(
    conn: &mut Session,
    columns: &str,
    joins: &str,
) -> Result<(Settings, DateTime<Utc>, R)>
where
    R: QueryableByName<Pg> + Send + 'static,
{
    let result = read_row(conn, columns, joins);
    result.map_err(|error| second_look::explained(conn, error))
}

fn read_row<R>(
    conn: &mut Session,
    columns: &str,
    joins: &str,
) -> Result<(Settings, DateTime<Utc>, R)>
where
    R: QueryableByName<Pg> + Send + 'static,
{
    #[derive(QueryableByName)]
    #[diesel(check_for_backend(Pg))]
    struct ContextAndRow<R: QueryableByName<Pg>> {
        #[diesel(embed)]
        context: Context,
        #[diesel(embed)]
        row: R,
    }
    begin(conn, SNAPSHOT)?;
    let (select, from) = CONTEXT.split_once("\n    FROM ").unwrap_or((CONTEXT, ""));
    let found: ContextAndRow<R> =
        diesel::sql_query(format!("{select}, {columns} FROM {from} {joins}"))
            .bind::<Nullable<Text>, _>(None::<&str>)
            .get_result(&mut **conn)?;
    conn.check(&found.context.login)?;
    let context = found.context.check()?;
    Ok((context.settings, context.now, found.row))
}

/// The role of the actor, after a read of theirs failed.
pub fn role_after_failure(conn: &mut Session) -> Result<Role> {
    // a second look at the failure has ended it already
    let _ = roll_back(conn);
    read(conn, |tx| Ok(tx.actor.role))
}

/// Runs `work` in one transaction and commits it. The outer error is a
/// failure with nothing saved; the inner one a commit of unknown outcome.
pub fn write<R>(
    connection: &mut Watched,
    operation: &Operation,
    work: impl FnOnce(&mut Tx<'_>) -> Result<R>,
) -> Result<Result<R, CommitLost<R>>> {
    let works_as = connection.works_as();
    write_unwatched(connection, operation, works_as, work).map_err(|error| {
        let error = second_look::explained(connection, error);
        connection.explain(error)
    })
}

/// The same on an unwatched connection. `works_as` gets the server process that does
/// the work.
pub fn write_unwatched<R>(
    conn: &mut Session,
    operation: &Operation,
    works_as: impl Fn(i32),
    work: impl FnOnce(&mut Tx<'_>) -> Result<R>,
) -> Result<Result<R, CommitLost<R>>> {
    begin(conn, "ISOLATION LEVEL READ COMMITTED")?;
    let mut began_as = None;
    let result = (|| {
        let mut tx = context(conn, Some(operation), &works_as)?;
        if operation.given && tx.actor.role != Role::Ops {
            wait_for_duplicate(tx.conn)?;
            tx = context(conn, Some(operation), &works_as)?;
        }
        began_as = Some(tx.actor.role);
        work(&mut tx)
    })();
    match result {
        Ok(result) => match commit(conn) {
            Ok(()) => Ok(Ok(result)),
            Err(error) if error.kind == ErrorKind::ConnectionLost => Ok(Err(CommitLost(result))),
            Err(error) => Err(error),
        },
        Err(error) => {
            // when this fails the connection is gone, and so is the transaction
            let _ = roll_back(conn);
            Err(match began_as {
                Some(role) if error.kind == ErrorKind::NoPermission => {
                    lost_right(conn, error, role)
                }
                _ => error,
            })
        }
    }
}

/// A right that is missing may have been lost while the command waited for a lock: then
/// the person is told so, in place of what the database says of its functions.
fn lost_right(conn: &mut Session, error: Error, began_as: Role) -> Error {
    let now = begin(conn, SNAPSHOT)
        .map_err(Error::from)
        .and_then(|()| context(conn, None, |_| ()).map(|tx| tx.actor));
    let _ = roll_back(conn);
    match now {
        Ok(actor) if actor.role != began_as => Error::no_permission(format!(
            "your role was changed meanwhile: {} was {} and is {} now",
            actor.login,
            began_as.as_str(),
            actor.role.as_str()
        ))
        .hint("see what your role may do with: wl --help"),
        Err(removed) if removed.kind == ErrorKind::NoPermission => removed,
        _ => error,
    }
}

/// The same id twice at once: the second waits for the row of their login, then finds the
/// work done. Ops change nothing and have no right to this lock.
fn wait_for_duplicate(conn: &mut PgConnection) -> QueryResult<()> {
    diesel::sql_query("SELECT FROM wl.lock_user(NULL)").execute(conn)?;
    Ok(())
}

/// Whether this login's operation is in the trail: what a lost commit came to.
/// The `server_process` that had it is ended first, and waited for: as long as
/// it lives, the commit may yet happen.
pub fn was_done(
    conn: &mut PgConnection,
    operation: &Operation,
    server_process: i32,
) -> Result<bool> {
    use crate::schema::wl::audit_log;
    begin(conn, "READ ONLY")?;
    let ended: bool = diesel::select(
        sql::<Bool>(
            "(SELECT coalesce(bool_and(pg_terminate_backend(a.pid, 5000)), true)
              FROM pg_catalog.pg_stat_activity a WHERE a.usename = session_user AND a.pid <> pg_backend_pid() AND a.pid = ",
        )
        .bind::<Integer, _>(server_process)
        .sql(")"),
    )
    .get_result(conn)?;
    if !ended {
        return Err(error_map::lost());
    }
    let found = audit_log::table
        .filter(audit_log::op_id.eq(&operation.id))
        .filter(
            audit_log::actor_id
                .nullable()
                .eq(sql::<Nullable<BigInt>>("wl.current_user_id()")),
        )
        .select(audit_log::id);
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(conn)?)
}

/// Runs `work`, which only reads, on one consistent snapshot.
pub fn read<R>(conn: &mut Session, work: impl FnOnce(&mut Tx<'_>) -> Result<R>) -> Result<R> {
    let result = begin(conn, SNAPSHOT)
        .map_err(Error::from)
        // nothing to commit, and the connection ends with the command: the round
        // trip that would end the transaction is saved
        .and_then(|()| work(&mut context(conn, None, watch::works_as)?));
    result.map_err(|error| second_look::explained(conn, error))
}

impl Tx<'_> {
    /// Whether this transaction may change something, and so may lock.
    pub fn writes(&self) -> bool {
        !self.operation.is_empty()
    }

    /// Refuses an actor that has none of these roles. The database's grants decide; this
    /// gives a helpful message.
    pub fn require(&self, roles: &[Role], what: &str) -> Result<()> {
        if roles.contains(&self.actor.role) {
            return Ok(());
        }
        let names: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
        Err(Error::no_permission(format!(
            "{} has the role {}, but only the role {} may {what}",
            self.actor.login,
            self.actor.role.as_str(),
            text::alternatives(&names)
        ))
        .hint(match names.len() {
            1 => "see who has this role with: wl user list",
            _ => "see who has one of these roles with: wl user list",
        }))
    }
}
