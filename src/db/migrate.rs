//! Migrates the schema up and down: first migrations, for everything that holds
//! data, then the rules.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use diesel::sql_types::{Nullable, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::schema_version::{self, SchemaVersion};
use super::watch::END_ALL;
use super::{place, rules, transaction};
use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::text;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// A lock for the transaction, so that only one migration runs at a time. Before the
/// first one there are no tables to lock and no users, so anyone may take this lock.
/// The number spells "worklock".
const LOCK: i64 = 0x776f_726b_6c6f_636b;

/// The name of the rules among the migrations.
pub const RULES: &str = "rules";

/// One migration as `wl migrate status` shows it; the last one is the rules.
#[derive(Debug, Clone, serde::Serialize)]
pub struct State {
    pub version: String,
    pub name: String,
    pub applied: bool,
}

fn known() -> Result<Vec<Box<dyn Migration<Pg>>>> {
    let mut all = MigrationSource::<Pg>::migrations(&MIGRATIONS)
        .map_err(|e| Error::bug(format!("migrations: {e}")))?;
    all.sort_by(|a, b| a.name().version().cmp(&b.name().version()));
    Ok(all)
}

/// Applies the missing migrations and the rules, and returns their names. It uses one
/// transaction: several at once apply them once, and a failure leaves no trace.
///
/// The rules are dropped before the migrations. Guards would refuse a migration that
/// changes rows, and a view would prevent changes of the columns that it shows.
///
/// `commits` is called right before the commit.
pub fn up(conn: &mut PgConnection, commits: impl FnOnce()) -> Result<Vec<String>> {
    let done = transaction::run(conn, |conn| {
        place::check(conn)?;
        lock(conn)?;
        let done = apply(conn)?;
        place::speak_english(conn)?;
        commits();
        Ok(done)
    });
    done.map_err(|error| hindered(conn, error))
}

fn apply(conn: &mut PgConnection) -> Result<Vec<String>> {
    conn.batch_execute(rules::ROLES).map_err(setup_error)?;
    let applied = applied(conn)?;
    refuse_newer(conn, &applied)?;
    let missing: Vec<_> = known()?
        .into_iter()
        .filter(|migration| !applied.contains(&migration.name().version().as_owned()))
        .collect();
    if missing.is_empty() && has_our_rules(schema_version::load(conn)?.as_ref()) {
        return Ok(Vec::new());
    }
    rules::drop_all(conn).map_err(drop_error)?;
    let mut done = run_migrations(conn, &missing)?;
    rules::create_all(conn)?;
    done.push(RULES.to_owned());
    Ok(done)
}

/// Whether the database has the schema and the rules of this program.
fn has_our_rules(version: Option<&SchemaVersion>) -> bool {
    version.is_some_and(|version| {
        (version.number, version.oldest_program)
            == (schema_version::NUMBER, schema_version::OLDEST_PROGRAM)
            && version.rules_sha256 == rules::sha256()
    })
}

/// Whether this program can make the tables that these migrations made.
pub fn check_restorable(versions: &[String], number: i32, oldest_program: i32) -> Result<()> {
    let known = known()?;
    let known = known
        .iter()
        .map(|migration| migration.name().version().to_string());
    let known: Vec<String> = known.collect();
    if number > schema_version::NUMBER || versions.iter().any(|version| !known.contains(version)) {
        return Err(Error {
            message: format!(
                "the backup has schema {number} for programs from schema {oldest_program} on; this wl has schema {}",
                schema_version::NUMBER
            ),
            ..schema_version::newer(number, oldest_program)
        });
    }
    // they were applied one after the other
    match known.starts_with(versions) {
        true => Ok(()),
        false => Err(Error::data("the backup's list of migrations is not whole")),
    }
}

/// Makes the tables of some migrations in an empty database, has `load` fill them, and
/// brings them up to date; `finish` then sees them with their rules. All of it is one
/// transaction.
pub fn restore<R>(
    conn: &mut PgConnection,
    versions: &[String],
    load: impl FnOnce(&mut PgConnection) -> Result<()>,
    finish: impl FnOnce(&mut PgConnection) -> Result<R>,
) -> Result<R> {
    transaction::run(conn, |conn| {
        place::check(conn)?;
        lock(conn)?;
        conn.batch_execute(rules::ROLES).map_err(setup_error)?;
        if !applied(conn)?.is_empty() {
            return Err(Error::new(
                ErrorKind::DatabaseNotEmpty,
                "another command has just set up this database",
            ));
        }
        let all = known()?;
        let (before, after) = all.split_at(versions.len());
        run_migrations(conn, before)?;
        load(conn)?;
        run_migrations(conn, after)?;
        rules::create_all(conn)?;
        place::speak_english(conn)?;
        finish(conn)
    })
}

/// SQL: functions `p` with which a login could fill the server's table of locks, after which
/// nobody can connect. Worklock calls none of them after the first migration.
pub const HARMFUL: &str = "p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(pg_(try_)?advisory_|lo_(create?|unlink|from_bytea)$)'";

/// A statement that takes them from everyone.
pub fn revoke_harmful() -> String {
    format!(
        "DO $$BEGIN EXECUTE (SELECT 'REVOKE EXECUTE ON FUNCTION ' || string_agg(p.oid::regprocedure::text, ', ') \
         || ' FROM PUBLIC' FROM pg_proc p WHERE {HARMFUL}); END$$"
    )
}

/// Takes these functions, and temporary tables, from everyone on the private server, which
/// has nothing but Worklock.
pub fn restrict(conn: &mut PgConnection) -> Result<()> {
    transaction::run(conn, |conn| {
        // other commands may do the same at this moment
        conn.batch_execute("SET LOCAL lock_timeout = '60s'; LOCK TABLE wl.__diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE")?;
        Ok(conn.batch_execute(&format!(
            "DO $$BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END$$; {}",
            revoke_harmful()
        ))?)
    })
}

fn run_migrations(
    conn: &mut PgConnection,
    migrations: &[Box<dyn Migration<Pg>>],
) -> Result<Vec<String>> {
    let mut done = Vec::new();
    for migration in migrations {
        let name = migration.name().to_string();
        conn.run_migration(migration)
            .map_err(|e| migration_error(&name, e))?;
        done.push(name);
    }
    Ok(done)
}

/// Undoes the last migration, or all; returns their names. Refuses if there are
/// users, because then there is data and an audit trail that must not be lost. `commits`
/// as in [`up`].
pub fn down(conn: &mut PgConnection, all: bool, commits: impl FnOnce()) -> Result<Vec<String>> {
    let done = transaction::run(conn, |conn| {
        lock(conn)?;
        conn.batch_execute(rules::ROLES).map_err(setup_error)?;
        let applied = applied(conn)?;
        refuse_newer(conn, &applied)?;
        if !applied.is_empty() && has_data(conn)? {
            return Err(Error::new(
                ErrorKind::MigrateDownData,
                "the database contains users and their records: migrating down would delete them",
            )
            .hint("to delete them anyway, keep a backup with wl db backup FILE and drop the database by hand"));
        }
        rules::drop_all(conn).map_err(drop_error)?;
        let mut done = Vec::new();
        for migration in known()?.into_iter().rev() {
            if applied.contains(&migration.name().version().as_owned()) {
                conn.revert_migration(&migration)
                    .map_err(|e| migration_error(&migration.name().to_string(), e))?;
                done.push(migration.name().to_string());
                if !all {
                    break;
                }
            }
        }
        if is_versioned(conn)? {
            // without its rules it may not be used
            conn.batch_execute("UPDATE wl.schema_version SET number = 0, rules_sha256 = ''")?;
        }
        commits();
        Ok(done)
    });
    done.map_err(|error| hindered(conn, error))
}

/// All migrations that this program knows, and whether each is applied; in the
/// caller's transaction.
pub fn status(conn: &mut PgConnection) -> Result<Vec<State>> {
    let versions: Vec<String> = if is_there(conn)? {
        diesel::sql_query("SELECT version FROM wl.__diesel_schema_migrations ORDER BY version")
            .load::<Version>(conn)?
            .into_iter()
            .map(|row| row.version)
            .collect()
    } else {
        Vec::new()
    };
    let mut states: Vec<State> = known()?
        .iter()
        .map(|migration| State {
            version: migration.name().version().to_string(),
            name: migration.name().to_string(),
            applied: versions.contains(&migration.name().version().to_string()),
        })
        .collect();
    let hash = rules::sha256();
    states.push(State {
        version: hash[..14].to_owned(),
        name: RULES.to_owned(),
        applied: is_versioned(conn)?
            && schema_version::load(conn)?.is_some_and(|version| version.rules_sha256 == hash),
    });
    Ok(states)
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = diesel::sql_types::Text)]
    version: String,
}

/// How a database's schema differs from this program's, as the database says.
#[derive(Debug, PartialEq, Eq)]
pub enum Age {
    Same,
    /// An owner of the database runs `wl migrate`.
    Older,
    /// A newer wl made it.
    Newer,
}

/// Compares migrations, number and rules.
pub fn age(conn: &mut PgConnection) -> Result<Age> {
    let number = schema_version::number(conn)?;
    let migrated = status(conn)?.iter().all(|state| state.applied);
    Ok(match number {
        number if number > schema_version::NUMBER => Age::Newer,
        schema_version::NUMBER if migrated => Age::Same,
        _ => Age::Older,
    })
}

fn lock(conn: &mut PgConnection) -> Result<()> {
    // how PostgreSQL stores a function's settings depends on the second
    conn.batch_execute("SET LOCAL lock_timeout = '60s'; SET LOCAL quote_all_identifiers = off")?;
    if !is_there(conn)? {
        diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
            .bind::<diesel::sql_types::BigInt, _>(LOCK)
            .execute(conn)?;
    }
    // asks again: another process may have created it in the meantime
    if is_there(conn)? {
        conn.batch_execute("LOCK TABLE wl.__diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE")
            .map_err(setup_error)?;
    }
    Ok(())
}

fn is_there(conn: &mut PgConnection) -> Result<bool> {
    exists(
        conn,
        "to_regclass('wl.__diesel_schema_migrations') IS NOT NULL",
    )
}

fn is_versioned(conn: &mut PgConnection) -> Result<bool> {
    exists(conn, "to_regclass('wl.schema_version') IS NOT NULL")
}

fn exists(conn: &mut PgConnection, condition: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::sql::<diesel::sql_types::Bool>(condition)).get_result(conn)?)
}

fn applied(conn: &mut PgConnection) -> Result<Vec<MigrationVersion<'static>>> {
    conn.applied_migrations()
        .map_err(|e| migration_error("the list of migrations", e))
}

/// An older program would undo rules and migrations.
fn refuse_newer(conn: &mut PgConnection, applied: &[MigrationVersion<'_>]) -> Result<()> {
    if !is_versioned(conn)? {
        return Ok(());
    }
    let version = schema_version::load(conn)?;
    let number = version.as_ref().map_or(0, |version| version.number);
    let known = known()?;
    let unknown = applied
        .iter()
        .any(|version| !known.iter().any(|m| m.name().version() == *version));
    if number > schema_version::NUMBER || unknown {
        let oldest_program = version.map_or(0, |version| version.oldest_program);
        return Err(schema_version::newer(number, oldest_program));
    }
    Ok(())
}

fn has_data(conn: &mut PgConnection) -> Result<bool> {
    use crate::schema::wl::users;
    Ok(diesel::select(diesel::dsl::exists(users::table.select(users::id))).get_result(conn)?)
}

fn migration_error(name: &str, error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    match error.downcast::<DieselError>() {
        Ok(error) => (*error).into(),
        // diesel_migrations shows only the server's words: Failed to run NAME with: WORDS
        Err(error) => match error.to_string().split_once(" with: ") {
            Some((_, words)) => {
                let words = Box::new(words.to_owned());
                DieselError::DatabaseError(DatabaseErrorKind::Unknown, words).into()
            }
            None => Error::bug(format!("migration {name} failed: {error}")),
        },
    }
}

/// What hangs on our tables, types and functions from outside of the schema, and of what is
/// temporary the statement that ends the sessions of its owner. Any login can make some: a
/// view, a rule or a function that reads a table, and a column or an argument of its row type.
fn hanging() -> String {
    format!("
    WITH ours (classid, objid) AS (
        SELECT 'pg_class'::regclass::oid, c.oid FROM pg_class c WHERE c.relnamespace = to_regnamespace('wl')
        UNION ALL SELECT 'pg_type'::regclass, t.oid FROM pg_type t WHERE t.typnamespace = to_regnamespace('wl')
        UNION ALL SELECT 'pg_proc'::regclass, p.oid FROM pg_proc p WHERE p.pronamespace = to_regnamespace('wl')
    )
    SELECT DISTINCT regexp_replace(pg_describe_object(d.classid, d.objid, d.objsubid), '^rule \"?_RETURN\"? on ', '') AS what,
        CASE WHEN space.name ~ '^pg_temp_' THEN format(
            '{END_ALL}', coalesce(
            (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.relnamespace = to_regnamespace(space.name) LIMIT 1),
            (SELECT pg_get_userbyid(p.proowner) FROM pg_proc p WHERE p.pronamespace = to_regnamespace(space.name) LIMIT 1))) END AS fix
    FROM ours o JOIN pg_depend d ON (d.refclassid, d.refobjid) = (o.classid, o.objid) AND d.deptype = 'n'
    CROSS JOIN LATERAL (SELECT coalesce((pg_identify_object(d.classid, d.objid, d.objsubid)).schema,
        -- of what belongs to a table
        (pg_identify_object_as_address(d.classid, d.objid, d.objsubid)).object_names[1])) space (name)
    WHERE space.name <> 'wl'
    ORDER BY what")
}

#[derive(QueryableByName)]
struct Hanging {
    #[diesel(sql_type = Text)]
    what: String,
    #[diesel(sql_type = Nullable<Text>)]
    fix: Option<String>,
}

/// Says of a failure that nothing else explains what hangs on the schema. The transaction in
/// which it happened has ended.
fn hindered(conn: &mut PgConnection, error: Error) -> Error {
    // what hangs on the schema may also be a change of it
    if error.code() != exit::BUG && error.kind != ErrorKind::SchemaChanged {
        return error;
    }
    let found = transaction::run(conn, |conn| {
        Ok(diesel::sql_query(hanging()).load::<Hanging>(conn)?)
    });
    let found = found.unwrap_or_default();
    if found.is_empty() {
        return error;
    }
    let mut what: Vec<&str> = found.iter().map(|hanging| &*hanging.what).collect();
    what.dedup();
    let message = format!(
        "the schema can't be changed because of what hangs on it: {}",
        what.join(", ")
    );
    let mut fixes: Vec<&str> = found
        .iter()
        .flat_map(|hanging| hanging.fix.as_deref())
        .collect();
    fixes.dedup();
    let hint = match fixes.is_empty() {
        false => format!(
            "what is temporary ends with its session: {}",
            fixes.join("; ")
        ),
        true => "drop it, try again, and create it again".to_owned(),
    };
    Error::config(message).hint(hint).cause(error)
}

/// Something outside the schema depends on a rule.
fn drop_error(error: DieselError) -> Error {
    let detail = match &error {
        DieselError::DatabaseError(_, info) => info.details().map(str::to_owned),
        _ => None,
    };
    let error = Error::from(error);
    if error.kind == ErrorKind::LockTimeout {
        return Error {
            message: "sessions with open transactions hold up the migration".to_owned(),
            ..error
        }
        .hint("wl doctor lists them; when they have ended, run: wl migrate");
    }
    match detail {
        Some(detail) if error.code() == exit::BUG => Error::config(format!(
            "the old rules can't be dropped: {}",
            detail.replace('\n', "; ")
        ))
        .hint("drop the dependent objects, run wl migrate, and create them again"),
        _ => error,
    }
}

/// Creating roles and the schema needs more rights than a user has.
fn setup_error(error: DieselError) -> Error {
    let error = Error::from(error);
    if error.code() == exit::NO_PERMISSION && error.hint.is_none() {
        error.hint("run it once as a superuser, or as a role with CREATEROLE that owns the database, but not as a user of Worklock")
    } else {
        error
    }
}

/// Whether the database has users, which only [`add_first_admin`] begins.
pub fn is_set_up(conn: &mut PgConnection) -> Result<bool> {
    transaction::run(conn, |conn| Ok(is_there(conn)? && has_data(conn)?))
}

/// Adds the first admin and sets the zone; false: users already exist.
pub fn add_first_admin(
    conn: &mut PgConnection,
    login: &str,
    full_name: &str,
    zone: &str,
) -> Result<bool> {
    transaction::run(conn, |conn| {
        conn.batch_execute("SET LOCAL ROLE wl_owner")?;
        if has_data(conn)? {
            return Ok(false);
        }
        diesel::sql_query("SELECT wl.add_first_admin($1::name, $2, $3, $4)")
            .bind::<diesel::sql_types::Text, _>(login)
            .bind::<diesel::sql_types::Text, _>(text::composed(full_name))
            .bind::<diesel::sql_types::Text, _>(zone)
            .bind::<diesel::sql_types::Text, _>("init")
            .execute(conn)?;
        Ok(true)
    })
    .or_else(|error: Error| {
        if error.kind == ErrorKind::UsersExist {
            Ok(false)
        } else {
            Err(error)
        }
    })
}
