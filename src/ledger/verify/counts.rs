//! The numbers of rows and versions according to the tables, and according to the
//! trail. A row or a record that only one of them has makes a difference.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::problems::{Problem, Report};
use crate::error::Result;
use crate::ledger::Tx;
use crate::models::Entity;

/// Numbers for one kind of row: the rows, and the versions that they had.
#[derive(Default, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Count {
    #[diesel(sql_type = BigInt)]
    pub rows: i64,
    #[diesel(sql_type = BigInt)]
    pub versions: i64,
}

/// For each of [`Entity::ALL`].
pub type Counts = [Count; Entity::ALL.len()];

/// SQL: a row that has records. A setting that was never changed has none.
fn recorded(entity: Entity) -> &'static str {
    match entity {
        Entity::Setting => "x.row_version <> 0",
        Entity::User
        | Entity::WorkOrder
        | Entity::LineItem
        | Entity::TimeEntry
        | Entity::Bill
        | Entity::Document
        | Entity::Letterhead => "true",
    }
}

/// How many rows and versions there must be of each kind.
pub fn expected(tx: &mut Tx<'_>) -> Result<Counts> {
    let mut counts = Counts::default();
    for (count, entity) in counts.iter_mut().zip(Entity::ALL) {
        *count = diesel::sql_query(format!(
            "SELECT count(*) AS rows, mod(coalesce(sum(x.row_version), 0), 9223372036854775807)::bigint AS versions
             FROM wl.{} x WHERE {}",
            entity.table(),
            recorded(entity)
        ))
        .get_result(tx.conn)?;
    }
    Ok(counts)
}

/// Names the rows that don't have exactly one record for each version.
pub fn name_gaps(tx: &mut Tx<'_>, report: &mut Report) -> Result<()> {
    let before = report.problem_count;
    for entity in Entity::ALL {
        let sql = format!(
            "SELECT '{entity}' AS entity_type, x.id AS entity_id, x.row_version AS entity_version,
                format('the number of its records is %s, the number of its versions is %s', coalesce(r.records, 0), x.row_version) AS problem
             FROM wl.{table} x
             LEFT JOIN (SELECT entity_id, count(*) AS records FROM wl.audit_log
                WHERE entity_type = '{entity}' GROUP BY entity_id) r ON r.entity_id = x.id
             WHERE coalesce(r.records, 0) <> x.row_version OR (x.row_version = 0 AND {recorded}) ORDER BY x.id",
            table = entity.table(),
            recorded = recorded(entity)
        );
        report.add_all(tx, diesel::sql_query(sql))?;
    }
    if report.problem_count == before {
        report.add(Problem::of_trail(
            "the numbers of rows and records don't match".to_owned(),
        ));
    }
    Ok(())
}
