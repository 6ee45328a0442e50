//! Restoring a backup: the tables, the rules and every statement are this program's own;
//! only the rows are the file's.
//!
//! Everything happens in one transaction, so a failure leaves the database as it was.
//! Roles belong to the server and are in no dump of a database: the groups are made as
//! every migration makes them, and the people's logins from the rows of `users`, without
//! passwords.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Text};

use super::archive::{Archive, TableData, foreign};
use crate::db::connect::Target;
use crate::db::watch::{SCHEMA_LOCKS, Watched};
use crate::db::{copy, migrate, transaction};
use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::ledger::seal::{self, Seal};

/// The list of migrations, which the migrations themselves fill.
const MIGRATIONS: &str = "__diesel_schema_migrations";
/// The numbers of schema and program, which follow from the rules.
const VERSION: &str = "schema_version";

/// A limit that is set for people's statements must not end the loading of a large table.
const NO_LIMITS: &str = "
    SELECT set_config(name, '0', true) FROM pg_settings
    WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')";

/// The tables that the migrations made, each with the columns that COPY fills.
const TABLES: &str = "
    SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind = 'r'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.oid";

/// What would check or index each row while it is loaded, which takes much longer than
/// once at the end and would depend on the order of the tables: indexes and constraints,
/// except primary keys. In the order in which they are made again.
const DELAYED: &str = "
    SELECT format('wl.%I', r.relname) AS table_name, c.conname::text AS name,
        format('ALTER TABLE wl.%I DROP CONSTRAINT %I', r.relname, c.conname) AS remove,
        format('ALTER TABLE wl.%I ADD CONSTRAINT %I %s', r.relname, c.conname, pg_get_constraintdef(c.oid)) AS make,
        c.contype = 'f' AS last
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
    WHERE c.connamespace = 'wl'::regnamespace AND c.contype IN ('f', 'u', 'x')
    UNION ALL
    SELECT format('wl.%I', r.relname), i.relname::text,
        format('DROP INDEX wl.%I', i.relname), pg_get_indexdef(x.indexrelid), false
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class r ON r.oid = x.indrelid
    WHERE i.relnamespace = 'wl'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype <> 'f')
    ORDER BY last, name";

/// The next id of each table follows the greatest one: no row is ever deleted.
const SEQUENCES: &str = "
    SELECT format('SELECT setval(%L, max(%I)) FROM wl.%I HAVING max(%I) IS NOT NULL',
        pg_get_serial_sequence(format('wl.%I', c.relname), a.attname), a.attname, c.relname, a.attname) AS statement
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind = 'r' AND a.attidentity <> ''";

/// What a restore made.
pub struct Restored {
    pub seal: Seal,
    /// Logins that have another role in another database, and so none here.
    pub without_role: Vec<String>,
}

#[derive(QueryableByName)]
struct Login {
    #[diesel(sql_type = Text)]
    login: String,
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Array<Text>)]
    columns: Vec<String>,
}

#[derive(QueryableByName)]
struct Delayed {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    remove: String,
    #[diesel(sql_type = Text)]
    make: String,
}

#[derive(QueryableByName)]
struct Statement {
    #[diesel(sql_type = Text)]
    statement: String,
}

/// Makes the logins as the trigger `sync_login` made them for the restored rows; returns
/// those that it left alone.
fn make_logins(conn: &mut PgConnection) -> Result<Vec<String>> {
    conn.batch_execute("SET LOCAL ROLE wl_owner")?;
    let left: Vec<Login> =
        diesel::sql_query("SELECT l::text AS login FROM wl.make_logins() l").load(conn)?;
    Ok(left.into_iter().map(|row| row.login).collect())
}

/// Restores a backup into an empty database. `commits` is called right before the commit.
pub fn restore(target: &Target, file: &Path, commits: impl FnOnce()) -> Result<Restored> {
    let archive = Archive::open(file)?;
    let tables = archive.tables()?;
    let applied = applied(&archive, &tables)?;
    if let Some(local) = target.local() {
        local.init()?;
    }
    let mut conn = Watched::connect(target, SCHEMA_LOCKS, |_| ())?;
    let restored = restore_on(&mut conn, target, &archive, &tables, &applied, commits);
    restored.map_err(|error| conn.explain(error))
}

fn restore_on(
    conn: &mut Watched,
    target: &Target,
    archive: &Archive,
    tables: &BTreeSet<String>,
    applied: &[String],
    commits: impl FnOnce(),
) -> Result<Restored> {
    conn.identify()?;
    let there = transaction::run(conn, |conn| {
        let there = sql::<Bool>("to_regnamespace('wl') IS NOT NULL");
        Ok(diesel::select(there).get_result(conn)?)
    })?;
    if there {
        return Err(Error::new(
            ErrorKind::DatabaseNotEmpty,
            "this database is not empty; a backup can only be restored into a new one",
        )
        .hint(match target.local() {
            Some(_) => "use a new WL_HOME".to_owned(),
            None => format!(
                "create a database with createdb and name it in {}",
                target.origin()
            ),
        }));
    }
    let restored = migrate::restore(
        conn,
        applied,
        |conn| load(conn, archive, tables),
        |conn| {
            let restored = Restored {
                without_role: make_logins(conn)?,
                seal: seal::of_trail(conn)?,
            };
            commits();
            Ok(restored)
        },
    )?;
    if target.local().is_some() {
        migrate::restrict(conn)?;
    }
    Ok(restored)
}

/// The migrations that the file's tables had. Those of a newer program are refused.
fn applied(archive: &Archive, tables: &BTreeSet<String>) -> Result<Vec<String>> {
    for table in [MIGRATIONS, VERSION] {
        if !tables.contains(table) {
            return Err(foreign(format!("it has no data of {table}")));
        }
    }
    let [number, oldest_program] = numbers(archive)?;
    let mut versions = column(archive.data(MIGRATIONS)?, "version")?;
    versions.sort_unstable();
    migrate::check_restorable(&versions, number, oldest_program)?;
    Ok(versions)
}

/// The number of the file's schema, and that of the oldest program that may use it.
fn numbers(archive: &Archive) -> Result<[i32; 2]> {
    let number = |name| {
        let values = column(archive.data(VERSION)?, name)?;
        let number = values.first().and_then(|value| value.parse().ok());
        number.ok_or_else(|| foreign(format!("it has no {name} of its schema")))
    };
    Ok([number("number")?, number("oldest_program")?])
}

/// The values of one column of a small table.
fn column(mut data: TableData, name: &str) -> Result<Vec<String>> {
    let place = data.columns.iter().position(|column| column == name);
    let place = place.ok_or_else(|| data.foreign(&format!("has no column {name}")))?;
    let mut values = Vec::new();
    while let Some(row) = data.next_row()? {
        let row = String::from_utf8_lossy(row);
        let value = row.trim_end_matches('\n').split('\t').nth(place);
        values.push(value.unwrap_or_default().to_owned());
    }
    Ok(values)
}

/// Fills the tables that the file's migrations made.
fn load(conn: &mut PgConnection, archive: &Archive, in_file: &BTreeSet<String>) -> Result<()> {
    conn.batch_execute(NO_LIMITS)?;
    let tables: Vec<Table> = diesel::sql_query(TABLES).load(conn)?;
    let tables: BTreeMap<String, Vec<String>> = tables
        .into_iter()
        .map(|table| (table.name, table.columns))
        .collect();
    let ours: BTreeSet<String> = tables.keys().cloned().collect();
    if let Some(table) = ours.symmetric_difference(in_file).next() {
        let what = match ours.contains(table) {
            true => "has no data of",
            false => "also has data of",
        };
        return Err(foreign(format!("it {what} {table}")));
    }
    let delayed: Vec<Delayed> = diesel::sql_query(DELAYED).load(conn)?;
    for constraint in delayed.iter().rev() {
        conn.batch_execute(&constraint.remove)?;
    }
    for (table, columns) in &tables {
        if ![MIGRATIONS, VERSION].contains(&table.as_str()) {
            fill(conn, archive, table, columns)?;
        }
    }
    for constraint in &delayed {
        conn.batch_execute(&constraint.make).map_err(|error| {
            let what = format!("{} breaks {}", constraint.table_name, constraint.name);
            unfit(what, error.into())
        })?;
    }
    let statements: Vec<Statement> = diesel::sql_query(SEQUENCES).load(conn)?;
    for sequence in statements {
        conn.batch_execute(&sequence.statement)?;
    }
    Ok(())
}

/// Replaces the rows that a migration made with those of the file.
fn fill(conn: &mut PgConnection, archive: &Archive, table: &str, columns: &[String]) -> Result<()> {
    let data = archive.data(table)?;
    if data.columns != columns {
        return Err(data.foreign("has other columns"));
    }
    conn.batch_execute(&format!("DELETE FROM wl.{table}"))?;
    let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    let target = format!("wl.{table} ({})", columns.join(", "));
    let data = RefCell::new(data);
    copy::fill(conn, &target, |out| send(&mut data.borrow_mut(), out))
        .map_err(|error| unfit(format!("{table} can't be read"), error))
}

fn send(data: &mut TableData, out: &mut dyn Write) -> Result<()> {
    while let Some(row) = data.next_row()? {
        out.write_all(row)
            .map_err(|error| Error::new(ErrorKind::ConnectionLost, error.to_string()))?;
    }
    Ok(())
}

/// What the database objects to in the rows of the file is the file's fault.
fn unfit(what: String, error: Error) -> Error {
    // `foreign` has said it already
    let is_said = error.kind == ErrorKind::BadInput;
    match error.code() {
        exit::BUG | exit::REFUSED | exit::USAGE | exit::DATA if !is_said => {
            Error::data(format!("the backup was not restored: its data of {what}")).cause(error)
        }
        _ => error,
    }
}
