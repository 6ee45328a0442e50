//! Bringing the schema up and down.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::transaction::PINNED;
use crate::error::{Error, Result};
use crate::exit;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Roles, extension and schema: what the cluster must hold first.
const ROLES: &str = include_str!("../../migrations/roles.sql");

/// The transaction-scoped lock that only one migration holds at a time while
/// there is no table yet to lock, nor a person: anybody may take this one. The
/// number spells "worklock".
const LOCK: i64 = 0x776f_726b_6c6f_636b;

/// One migration as `wl migrate status` shows it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct State {
    pub version: String,
    pub name: String,
    pub applied: bool,
}

/// The version of the newest migration in this program.
pub fn newest_version() -> Result<String> {
    known()?
        .last()
        .map(|m| m.name().version().to_string())
        .ok_or_else(|| Error::bug("wl was built without migrations"))
}

fn known() -> Result<Vec<Box<dyn Migration<Pg>>>> {
    let mut all = MigrationSource::<Pg>::migrations(&MIGRATIONS)
        .map_err(|e| Error::bug(format!("migrations: {e}")))?;
    all.sort_by(|a, b| a.name().version().cmp(&b.name().version()));
    Ok(all)
}

/// Applies what is missing and returns the names of what it applied. All in
/// one transaction: several at once apply once, and a failure leaves nothing.
pub fn up(conn: &mut PgConnection) -> Result<Vec<String>> {
    conn.transaction(|conn| {
        lock(conn)?;
        conn.batch_execute(ROLES).map_err(setup_error)?;
        let applied = applied(conn)?;
        refuse_newer(&applied)?;
        let mut done = Vec::new();
        for migration in known()? {
            if !applied.contains(&migration.name().version().as_owned()) {
                conn.run_migration(&migration)
                    .map_err(|e| migration_error(&migration.name().to_string(), e))?;
                done.push(migration.name().to_string());
            }
        }
        Ok(done)
    })
}

/// Makes what a restored schema needs around it, and nothing of the schema.
pub fn prepare(conn: &mut PgConnection) -> Result<()> {
    conn.transaction(|conn| {
        lock(conn)?;
        conn.batch_execute(ROLES).map_err(setup_error)
    })
}

/// Takes back the last migration, or all; returns their names. Refuses while
/// there is a user: then there is data, and a trail that must not be lost.
pub fn down(conn: &mut PgConnection, all: bool) -> Result<Vec<String>> {
    conn.transaction(|conn| {
        lock(conn)?;
        conn.batch_execute(ROLES).map_err(setup_error)?;
        let applied = applied(conn)?;
        refuse_newer(&applied)?;
        if !applied.is_empty() && has_data(conn)? {
            return Err(Error::refused(
                "migrate_down_data",
                "the database holds users and their records: migrating down would lose them",
            )
            .hint("keep a backup with pg_dump, and drop the database by hand if you mean it"));
        }
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
        Ok(done)
    })
}

/// All migrations that this program knows, and whether each is applied; in a
/// transaction of the caller's.
pub fn status(conn: &mut PgConnection) -> Result<Vec<State>> {
    conn.batch_execute(PINNED)?;
    let versions: Vec<String> = if is_there(conn)? {
        diesel::sql_query("SELECT version FROM wl.__diesel_schema_migrations ORDER BY version")
            .load::<Version>(conn)?
            .into_iter()
            .map(|row| row.version)
            .collect()
    } else {
        Vec::new()
    };
    Ok(known()?
        .iter()
        .map(|migration| State {
            version: migration.name().version().to_string(),
            name: migration.name().to_string(),
            applied: versions.contains(&migration.name().version().to_string()),
        })
        .collect())
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = diesel::sql_types::Text)]
    version: String,
}

/// Whether the database says of itself that it has the schema of this program.
pub fn is_current(conn: &mut PgConnection) -> Result<bool> {
    let newest: Option<Version> = diesel::sql_query(
        "SELECT version FROM wl.__diesel_schema_migrations ORDER BY version DESC LIMIT 1",
    )
    .get_result(conn)
    .optional()?;
    Ok(newest.map(|row| row.version) == Some(newest_version()?))
}

fn lock(conn: &mut PgConnection) -> Result<()> {
    conn.batch_execute(&format!("{PINNED}; SET LOCAL lock_timeout = '60s'"))?;
    if !is_there(conn)? {
        diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
            .bind::<diesel::sql_types::BigInt, _>(LOCK)
            .execute(conn)?;
    }
    // asked again: who was a moment faster has made it
    if is_there(conn)? {
        conn.batch_execute("LOCK TABLE wl.__diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE")
            .map_err(setup_error)?;
    }
    Ok(())
}

fn is_there(conn: &mut PgConnection) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::sql::<diesel::sql_types::Bool>(
        "to_regclass('wl.__diesel_schema_migrations') IS NOT NULL",
    ))
    .get_result(conn)?)
}

fn applied(conn: &mut PgConnection) -> Result<Vec<MigrationVersion<'static>>> {
    conn.applied_migrations()
        .map_err(|e| migration_error("the list of migrations", e))
}

fn refuse_newer(applied: &[MigrationVersion<'_>]) -> Result<()> {
    let newest = newest_version()?;
    match applied.iter().map(ToString::to_string).max() {
        Some(version) if version > newest => Err(newer_schema(&version)),
        _ => Ok(()),
    }
}

/// The database was migrated by a later program.
pub fn newer_schema(version: &str) -> Error {
    Error::new(
        exit::VERSION,
        "newer_schema",
        format!("the database has schema {version}, which is newer than this wl"),
    )
    .hint("install the newer wl")
}

/// The database lacks migrations of this program.
pub fn older_schema(version: &str) -> Error {
    Error::new(
        exit::VERSION,
        "older_schema",
        format!("the database has schema {version}, which is older than this wl"),
    )
    .hint("an owner of the database runs: wl migrate")
}

fn has_data(conn: &mut PgConnection) -> Result<bool> {
    use crate::schema::wl::users;
    Ok(diesel::select(diesel::dsl::exists(users::table.select(users::id))).get_result(conn)?)
}

fn migration_error(name: &str, error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    match error.downcast::<diesel::result::Error>() {
        Ok(error) => (*error).into(),
        Err(error) => Error::bug(format!("migration {name} failed: {error}")),
    }
}

/// Creating roles and the schema needs more rights than a person has.
fn setup_error(error: diesel::result::Error) -> Error {
    let error = Error::from(error);
    if error.code == exit::NO_PERMISSION {
        error.hint("run it once as a superuser or a role with CREATEROLE and CREATE on the database, never as a person of Worklock")
    } else {
        error
    }
}

/// Adds the first admin; false: there are users already.
pub fn add_first_admin(conn: &mut PgConnection, login: &str, full_name: &str) -> Result<bool> {
    conn.transaction(|conn| {
        conn.batch_execute(&format!("{PINNED}; SET LOCAL ROLE wl_owner"))?;
        if has_data(conn)? {
            return Ok(false);
        }
        diesel::sql_query("SELECT wl.add_first_admin($1::name, $2, $3)")
            .bind::<diesel::sql_types::Text, _>(login)
            .bind::<diesel::sql_types::Text, _>(full_name)
            .bind::<diesel::sql_types::Text, _>("init")
            .execute(conn)?;
        Ok(true)
    })
    .or_else(|error: Error| {
        if error.kind == "users_exist" {
            Ok(false)
        } else {
            Err(error)
        }
    })
}
