//! The rule files: functions, triggers, views, policies and rights. They hold no
//! data, so a new set replaces the old one completely.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use sha2::{Digest, Sha256};

use super::schema_version::{NUMBER, OLDEST_PROGRAM};
use crate::error::Result;

macro_rules! rule_files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../rules/", $name)))),*]
    };
}

/// Roles, extension and schema: what must exist before the first migration.
/// Roles belong to the server, so every statement may find its work done.
pub const ROLES: &str = include_str!("../../rules/01_roles.sql");

/// The other files with their names, in the order of their numbers.
pub const FILES: [(&str, &str); 14] = rule_files![
    "02_refusals.sql",
    "03_identity.sql",
    "04_substance.sql",
    "05_images.sql",
    "06_audit.sql",
    "07_users.sql",
    "08_work_orders.sql",
    "09_line_items.sql",
    "10_time_entries.sql",
    "11_settings.sql",
    "12_bills.sql",
    "13_documents.sql",
    "14_locks.sql",
    "15_rights.sql",
];

/// Drops every rule that the catalog lists, even one that was added by hand, and
/// revokes every right. An object outside the schema that needs a rule stops it.
const DROP: &str = include_str!("drop_rules.sql");

/// The SHA-256 of all rule files. It decides whether `wl migrate` applies them.
pub fn sha256() -> String {
    let mut hash = Sha256::new_with_prefix(ROLES);
    for (name, text) in FILES {
        hash.update(name);
        hash.update(text);
    }
    format!("{:x}", hash.finalize())
}

/// Drops the existing rules. First it waits for running commands and blocks new
/// ones, because each of them reads `schema_version` before anything else.
pub fn drop_all(conn: &mut PgConnection) -> QueryResult<()> {
    conn.batch_execute(DROP)
}

/// Creates all rules and records that in `schema_version`.
pub fn create_all(conn: &mut PgConnection) -> Result<()> {
    for (_, text) in FILES {
        conn.batch_execute(text)?;
    }
    diesel::sql_query(
        "INSERT INTO wl.schema_version (id, number, oldest_program, rules_sha256) VALUES (1, $1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET number = excluded.number,
            oldest_program = excluded.oldest_program, rules_sha256 = excluded.rules_sha256",
    )
    .bind::<Integer, _>(NUMBER)
    .bind::<Integer, _>(OLDEST_PROGRAM)
    .bind::<Text, _>(sha256())
    .execute(conn)?;
    Ok(())
}
