//! Which programs and schemas fit together.
//!
//! A company doesn't update all its computers in one minute, so a program and a
//! schema of different age work together where both sides allow it.

use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use crate::error::{Error, ErrorKind, Result};

/// The schema that this program makes. Raise it in every release that changes
/// `migrations/` or `rules/`.
pub const NUMBER: i32 = 1;

/// The oldest program, by its own [`NUMBER`], that may use the schema which this
/// program makes. Raise it to `NUMBER` when an older program would do harm.
pub const OLDEST_PROGRAM: i32 = 1;

/// The oldest schema that this program can use. Raise it to `NUMBER` when the
/// program needs something that older schemas don't have.
pub const OLDEST_SCHEMA: i32 = 1;

/// What the database says about its schema.
#[derive(Debug, Clone, QueryableByName)]
pub struct SchemaVersion {
    #[diesel(sql_type = Integer)]
    pub number: i32,
    #[diesel(sql_type = Integer)]
    pub oldest_program: i32,
    #[diesel(sql_type = Text)]
    pub rules_sha256: String,
}

/// Reads the one row, if nobody has taken it away; needs the pinned search path.
pub fn load(conn: &mut PgConnection) -> Result<Option<SchemaVersion>> {
    Ok(row(conn)?)
}

/// The same with the driver's error.
pub fn row(conn: &mut PgConnection) -> QueryResult<Option<SchemaVersion>> {
    diesel::sql_query("SELECT number, oldest_program, rules_sha256 FROM wl.schema_version")
        .get_result(conn)
        .optional()
}

/// The number of the schema; 0 without the row.
pub fn number(conn: &mut PgConnection) -> Result<i32> {
    Ok(load(conn)?.map_or(0, |version| version.number))
}

/// Refuses a schema that this program can't use, or that doesn't allow it.
pub fn check(number: i32, oldest_program: i32) -> Result<()> {
    match fit(NUMBER, OLDEST_SCHEMA, number, oldest_program) {
        Fit::Works => Ok(()),
        Fit::SchemaTooOld => Err(older(number)),
        Fit::ProgramTooOld => Err(newer(number, oldest_program)),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Fit {
    Works,
    SchemaTooOld,
    ProgramTooOld,
}

fn fit(program: i32, oldest_schema: i32, schema: i32, oldest_program: i32) -> Fit {
    if schema < oldest_schema {
        Fit::SchemaTooOld
    } else if program < oldest_program {
        Fit::ProgramTooOld
    } else {
        Fit::Works
    }
}

/// The program needs a newer schema.
pub fn older(number: i32) -> Error {
    Error::new(
        ErrorKind::OlderSchema,
        format!("the database has schema {number}; this wl needs schema {OLDEST_SCHEMA} or newer"),
    )
    .hint("the owner of the database runs: wl migrate")
}

/// The schema needs a newer program.
pub fn newer(number: i32, oldest_program: i32) -> Error {
    Error::new(
        ErrorKind::NewerSchema,
        format!(
            "the database has schema {number} for programs from schema {oldest_program} on; this wl has schema {NUMBER}"
        ),
    )
    .hint("install the newer wl")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_one_step_older_or_newer_works_where_both_sides_allow_it() {
        // program 5 with an older schema
        assert_eq!(fit(5, 4, 4, 4), Fit::Works);
        assert_eq!(fit(5, 5, 4, 4), Fit::SchemaTooOld);
        // with its own
        assert_eq!(fit(5, 5, 5, 5), Fit::Works);
        // with a newer schema
        assert_eq!(fit(5, 5, 6, 5), Fit::Works);
        assert_eq!(fit(5, 5, 6, 6), Fit::ProgramTooOld);
    }
}
