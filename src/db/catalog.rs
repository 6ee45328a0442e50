//! Compares the schema in the server's catalog with what migrations and rules create.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{rules, schema_version, transaction};
use crate::error::Result;

const QUERY: &str = include_str!("catalog.sql");

/// The lines of a newly migrated database; a test keeps them current.
pub const EXPECTED: &str = include_str!("catalog.txt");

#[derive(QueryableByName)]
struct CatalogLine {
    #[diesel(sql_type = Text)]
    line: String,
}

/// One line for each object of the schema, sorted by their bytes. What a login
/// may have set for itself changes how the server writes them.
pub fn listing(conn: &mut PgConnection) -> Result<Vec<String>> {
    transaction::run(conn, |conn| Ok(listed(conn)?))
}

fn listed(conn: &mut PgConnection) -> QueryResult<Vec<String>> {
    // the texts of views and functions depend on these
    conn.batch_execute(
        "SET LOCAL datestyle = 'ISO'; SET LOCAL quote_all_identifiers = off;
         SET LOCAL bytea_output = 'hex'; SET LOCAL standard_conforming_strings = on",
    )?;
    let lines: Vec<CatalogLine> = diesel::sql_query(QUERY).load(conn)?;
    let one_line = |line: CatalogLine| line.line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = lines.into_iter().map(one_line).collect();
    // the server sorts by its locale
    lines.sort_unstable();
    Ok(lines)
}

/// Whether the schema that this program made differs from what it makes. In the caller's
/// transaction.
pub fn is_changed(conn: &mut PgConnection) -> QueryResult<bool> {
    let version = schema_version::row(conn)?;
    let is_ours = version.is_some_and(|version| version.rules_sha256 == rules::sha256());
    Ok(is_ours && !listed(conn)?.iter().eq(EXPECTED.lines()))
}

/// What is missing and what is unexpected; identical lines count separately.
/// The hash of the applied rules is compared, too.
pub fn differences(conn: &mut PgConnection) -> Result<(Vec<String>, Vec<String>)> {
    let mut extra = listing(conn)?;
    extra.push(format!(
        "rules {}",
        schema_version::load(conn)?.map_or_else(String::new, |version| version.rules_sha256)
    ));
    let rules = format!("rules {}", rules::sha256());
    let mut missing = Vec::new();
    for line in EXPECTED.lines().chain([rules.as_str()]) {
        match extra.iter().position(|found| found == line) {
            Some(place) => {
                extra.remove(place);
            }
            None => missing.push(line.to_owned()),
        }
    }
    Ok((missing, extra))
}
