//! Verifying the audit trail: every chain is recomputed, every row is compared
//! with its last record, and the schema with what the migrations make.
//!
//! What a record's hash covers, recipe `wl-audit-1`, is written
//! down in ARCHITECTURE.md; `wl.audit_payload` is the same in SQL. Records are
//! read once, in the order of the chains, each with the row that it made if
//! the row is still so; nothing is kept but the chain's end.

mod bills;
mod counts;
mod lines;
mod pass;
mod problems;
mod ranges;
mod records;
mod rows;
mod settings;
mod whole;

use diesel::prelude::*;
use diesel::sql_types::Bool;

pub use self::bills::lines_hold;
use self::bills::verify_bills;
use self::pass::Pass;
pub use self::problems::{Problem, Report};
use self::ranges::Range;
use self::records::Record;
pub use self::rows::verify_rows;
use self::settings::verify_settings;
use super::Tx;
use super::seal::{self, Head, Seal};
use crate::db::catalog;
use crate::db::copy;
use crate::db::schema_version;
use crate::db::watch::Watched;
use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::models::Role;

/// An earlier seal to compare the trail with.
pub enum Earlier {
    /// From a seal file.
    Heads(Seal),
    /// From a document.
    Digits(String),
}

/// What to verify.
#[derive(Default)]
pub struct Scope {
    /// Also check that the heads of this seal are still in the chains.
    pub earlier: Option<Earlier>,
    /// Recompute only the records after that seal, because those before it were
    /// verified earlier.
    pub only_after: bool,
}

/// Recomputes everything in the scope. Several connections made by `connect`
/// share the chains of an entire trail, all on the snapshot of this transaction.
/// `progress` gets how many records were read, and of how many.
pub fn verify(
    tx: &mut Tx<'_>,
    scope: &Scope,
    connect: impl Fn() -> Result<Watched> + Sync,
    progress: impl Fn(i64, i64) + Sync,
) -> Result<Report> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "verify the audit trail",
    )?;
    require_own_schema(tx.conn)?;
    let mut report = Report::default();
    let earlier = earlier_seal(tx, scope, &mut report)?;
    if let Some(seal) = &earlier {
        report.under_way = Some(seal::under_way(tx, seal)?);
    }
    let heads = match &earlier {
        Some(seal) if scope.only_after => after_seal(tx, &seal.heads, &mut report)?,
        Some(seal) => whole::whole(tx, &seal.heads, connect, progress, &mut report)?,
        None => whole::whole(tx, &[], connect, progress, &mut report)?,
    };
    report.seal = Some(Seal::of(heads).seal);
    Ok(report)
}

/// The seal to compare the trail with; it is a finding if the trail never had it.
fn earlier_seal(tx: &mut Tx<'_>, scope: &Scope, report: &mut Report) -> Result<Option<Seal>> {
    let digits = match &scope.earlier {
        None => return Ok(None),
        Some(Earlier::Heads(seal)) => return Ok(Some(seal.clone())),
        Some(Earlier::Digits(digits)) => digits,
    };
    let found = seal::find(tx, digits)?;
    if found.is_none() {
        report.add(Problem::of_trail(format!(
            "the audit trail never had the seal {digits}; a seal that was made during another \
             transaction is known only to its seal file"
        )));
    }
    Ok(found)
}

/// Verifies what came after a seal, over this connection alone, and returns the
/// heads of the chains.
fn after_seal(tx: &mut Tx<'_>, heads: &[Head], report: &mut Report) -> Result<Vec<Head>> {
    let mut pass = Pass::new(heads, Range::default(), true);
    records::walk_the_chains(tx.conn)?;
    copy::set(tx.conn, "wl.heads", &serde_json::json!(heads).to_string())?;
    copy::each(tx.conn, &records::after_seal(), |fields| {
        pass.read(&Record::of(fields)?)
    })?;
    pass.finish();
    report.take(pass.report);
    verify_rules(tx, false, report)?;
    Ok(pass.heads)
}

/// The schema can be compared only by the program that makes the same one.
fn require_own_schema(conn: &mut PgConnection) -> Result<()> {
    let number = schema_version::number(conn)?;
    if number == schema_version::NUMBER {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::OtherSchema,
        format!(
            "the database has schema {number}; this wl can only verify schema {}",
            schema_version::NUMBER
        ),
    )
    .hint(match number > schema_version::NUMBER {
        true => "install the newer wl, or use another computer that has it",
        false => "have the owner of the database run: wl migrate",
    }))
}

/// The report after [`verify`] failed with this error. If the schema or a value was
/// changed so that it can't be read, that is the finding.
pub fn unreadable(conn: &mut PgConnection, error: Error) -> Result<Report> {
    let mut report = Report::default();
    if matches!(
        error.code(),
        exit::BUG | exit::VERSION | exit::NO_PERMISSION
    ) && require_own_schema(conn).is_ok()
    {
        verify_schema(conn, &mut report)?;
    }
    if report.problem_count == 0 && error.code() != exit::BUG {
        return Err(error);
    }
    report.add(Problem::of_trail(format!(
        "nothing else could be verified: {}",
        error.message
    )));
    Ok(report)
}

/// What only the database's owner can compare, and the schema itself: a rule
/// that was taken away leaves no mark in the trail.
fn verify_rules(tx: &mut Tx<'_>, whole: bool, report: &mut Report) -> Result<()> {
    let query = diesel::sql_query(
        "SELECT entity_type, entity_id, entity_version, problem FROM wl.audit_mismatches($1)",
    )
    .bind::<Bool, _>(whole);
    report.add_all(tx, query)?;
    if whole {
        verify_bills(tx, report)?;
    }
    verify_settings(tx, report)?;
    verify_schema(tx.conn, report)
}

/// Names the differences from what the migrations create.
fn verify_schema(conn: &mut PgConnection, report: &mut Report) -> Result<()> {
    let (missing, extra) = catalog::differences(conn)?;
    // an index of the database's own administrator changes nothing
    let extra = extra.iter().filter(|line| !line.starts_with("index "));
    for (what, line) in missing
        .iter()
        .map(|line| ("missing or changed", line))
        .chain(extra.map(|line| ("not made by migrations or rules", line)))
    {
        report.add(Problem::of_trail(format!("the schema: {what}: {line}")));
    }
    Ok(())
}
