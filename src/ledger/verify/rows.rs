//! Verifies the records of a few rows, without the rest of the trail: each record follows
//! the one before it in its chain, and the row is as its last record says.

use crate::db::copy;
use crate::error::Result;
use crate::ledger::Tx;
use crate::models::Entity;

use super::Report;
use super::counts::Counts;
use super::pass::{Chain, break_of, row_problem};
use super::records::{self, Record};

/// Verifies all records of these rows. A record that was cut off, or a chain that was
/// hashed again from there on, is found only by verifying the whole trail.
pub fn verify_rows(tx: &mut Tx<'_>, rows: &[(Entity, i64)]) -> Result<Report> {
    let mut report = Report::default();
    let mut found = vec![false; rows.len()];
    let mut chain: Option<Chain> = None;
    let mut scratch = Vec::new();
    records::walk_the_chains(tx.conn)?;
    copy::each(tx.conn, &records::of_rows(rows), |fields| {
        let record = Record::of(fields)?;
        let wanted = rows.iter().position(|(entity, id)| {
            (entity.as_str().as_bytes(), *id) == (record.entity_type(), record.entity_id)
        });
        // the records before those of the rows are read only to go on from
        let before = chain
            .take()
            .filter(|chain| chain.precedes(&record))
            .map_or_else(|| Chain::of(&record), Ok)?;
        let mut chain_now = before;
        if let Some(place) = wanted {
            found[place] = true;
            report.records += 1;
            if let Some(problem) = break_of(&chain_now, &record, &mut scratch)? {
                report.add(record.problem(problem)?);
            }
            if let Some(problem) = row_problem(&record, &mut Counts::default(), &mut scratch)? {
                report.add(record.problem(problem)?);
            }
        }
        chain_now.go_on_to(&record);
        chain = Some(chain_now);
        Ok(())
    })?;
    for ((entity, id), _) in rows.iter().zip(found).filter(|(_, found)| !found) {
        report.add(super::Problem {
            entity_type: entity.to_string(),
            entity_id: *id,
            entity_version: 0,
            problem: "it has no audit record".to_owned(),
        });
    }
    Ok(report)
}
