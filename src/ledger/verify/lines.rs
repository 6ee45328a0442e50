//! The lines of bills, hashed again: one record covers a bill and all its lines. They are
//! read once, in the order of the bills; nothing is kept but the sums of one bill.
//!
//! What the hash covers, recipe `wl-lines-1`, is written down in ARCHITECTURE.md; the
//! view `wl.bill_proof` makes the same in SQL.

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::problems::{Problem, Report};
use super::records::next;
use crate::db::copy::{self, Field};
use crate::error::Result;
use crate::models::Entity;

/// How a column is written.
#[derive(Clone, Copy)]
enum ValueType {
    Integer,
    Text,
    Bool,
    Micros,
    Hash,
}

use ValueType::{Bool, Hash, Integer, Micros, Text};

/// What the hash of a line covers, in the order of the recipe.
const COVERED: [(&str, ValueType); 24] = [
    ("l.bill_id", Integer),
    ("l.position", Integer),
    ("l.time_entry_id", Integer),
    ("l.entry_version", Integer),
    ("l.late", Bool),
    ("l.work_order_id", Integer),
    ("l.work_order", Text),
    ("l.title", Text),
    ("l.order_status", Text),
    ("l.line_item", Integer),
    ("l.line_description", Text),
    ("l.user_id", Integer),
    ("l.user_login", Text),
    ("l.user_name", Text),
    ("l.start_ts", Micros),
    ("l.end_ts", Micros),
    ("l.duration_seconds", Integer),
    ("l.note_sha256", Hash),
    ("l.approver_login", Text),
    ("l.approver_name", Text),
    ("l.approved_at", Micros),
    ("l.own_approval", Bool),
    ("l.edited_reason", Text),
    ("l.edited_at", Micros),
];

/// Then whether the line is marked like its bill, and with the last line what the bill
/// says of all of them.
const BILL: [&str; 4] = [
    "l.cancelled IS NOT DISTINCT FROM b.cancelled",
    "CASE WHEN l.position = b.entries THEN b.lines_sha256 END",
    "b.duration_seconds",
    "b.late_seconds",
];

const LATE: usize = 4;
const SECONDS: usize = 16;
const SAME_MARK: usize = COVERED.len();
const STORED_HASH: usize = COVERED.len() + 1;
const STORED_SECONDS: usize = COVERED.len() + 2;
const STORED_LATE: usize = COVERED.len() + 3;

type Line<'a> = [Field<'a>; COVERED.len() + BILL.len()];

/// The lines of one bill while they are read.
struct Bill {
    id: i64,
    hash: Sha256,
    lines: u64,
    seconds: i64,
    late_seconds: i64,
    same_marks: bool,
    /// What the bill says, once its last line was read.
    stored: Option<(Vec<u8>, i64, i64)>,
}

/// Reads the lines of one bill, or all, and names the bills whose lines are not those that
/// were recorded.
pub fn verify_lines(conn: &mut PgConnection, of: Option<i64>, report: &mut Report) -> Result<()> {
    let columns: Vec<&str> = COVERED.iter().map(|(sql, _)| *sql).chain(BILL).collect();
    let of = match of {
        Some(bill) => format!("WHERE l.bill_id = {bill}"),
        None => String::new(),
    };
    let query = format!(
        "SELECT {} FROM wl.bill_proof l LEFT JOIN wl.bills b ON b.id = l.bill_id {of} ORDER BY l.bill_id, l.position",
        columns.join(", ")
    );
    let mut bill: Option<Bill> = None;
    let mut scratch = Vec::new();
    copy::each(conn, &query, |line: &Line<'_>| {
        let id = line[0].i64()?;
        if bill.as_ref().is_none_or(|bill| bill.id != id)
            && let Some(ended) = bill.replace(Bill::new(id))
        {
            ended.finish(report);
        }
        match &mut bill {
            Some(bill) => bill.read(line, &mut scratch),
            None => Ok(()),
        }
    })?;
    if let Some(ended) = bill {
        ended.finish(report);
    }
    Ok(())
}

impl Bill {
    fn new(id: i64) -> Self {
        Self {
            id,
            hash: Sha256::new(),
            lines: 0,
            seconds: 0,
            late_seconds: 0,
            same_marks: true,
            stored: None,
        }
    }

    fn read(&mut self, line: &Line<'_>, scratch: &mut Vec<u8>) -> Result<()> {
        scratch.clear();
        if self.lines > 0 {
            scratch.push(b'\n');
        }
        write(line, scratch)?;
        self.hash.update(&*scratch);
        self.lines += 1;
        let seconds = line[SECONDS].i64()?;
        self.seconds = self.seconds.saturating_add(seconds);
        if line[LATE].bool() {
            self.late_seconds = self.late_seconds.saturating_add(seconds);
        }
        self.same_marks &= line[SAME_MARK].bool();
        if let Some(hash) = line[STORED_HASH].get() {
            self.stored = Some((
                hash.to_vec(),
                line[STORED_SECONDS].i64()?,
                line[STORED_LATE].i64()?,
            ));
        }
        Ok(())
    }

    fn finish(self, report: &mut Report) {
        let hash = self.hash.finalize();
        let problem = match self.stored {
            Some((stored, ..)) if stored != hash.as_slice() => {
                "the lines are not those that were recorded"
            }
            None => "the lines are not those that were recorded, or the bill is gone",
            Some(_) if !self.same_marks => "a line is not active or cancelled as the bill is",
            Some((_, seconds, late)) if (seconds, late) != (self.seconds, self.late_seconds) => {
                "the sums of the lines are others than the bill says"
            }
            Some(_) => return,
        };
        report.add(Problem {
            entity_type: Entity::Bill.to_string(),
            entity_id: self.id,
            entity_version: 0,
            problem: problem.to_owned(),
        });
    }
}

/// The text of a line, as PostgreSQL's json_build_array writes it.
fn write(line: &Line<'_>, text: &mut Vec<u8>) -> Result<()> {
    text.extend_from_slice(b"[\"wl-lines-1\"");
    for ((_, kind), field) in COVERED.iter().zip(line) {
        match kind {
            Integer => next(&field.optional(Field::i64)?, text)?,
            Micros => next(&field.optional(Field::micros)?, text)?,
            Text => next(&field.optional(Field::text)?, text)?,
            Bool => next(&field.bool(), text)?,
            Hash => next(&field.get().map(hex::encode), text)?,
        }
    }
    text.push(b']');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_of_the_columns() {
        assert_eq!(COVERED[LATE].0, "l.late");
        assert_eq!(COVERED[SECONDS].0, "l.duration_seconds");
    }
}
