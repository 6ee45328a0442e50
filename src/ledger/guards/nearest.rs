//! The name that a person may have meant, when what they typed does not exist.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::text::{self, Nearest};

/// "There is no such …", with the nearest of all names that exist. Only this message
/// pays for reading them all.
pub fn not_found(tx: &mut Tx<'_>, what: &str, name: &str, names: Names) -> Error {
    let error = Error::not_found(format!("there is no {what} {}", text::short(name, 60)));
    let (sql, list) = names.source();
    let found = nearest(tx, sql, name).ok().flatten();
    error.hint(did_you_mean(found.as_deref(), list))
}

/// What to type next, where a name is not there.
pub fn did_you_mean(nearest: Option<&str>, list: &str) -> String {
    match nearest {
        Some(name) => format!(
            "did you mean {}? See all with: {list}",
            text::short(name, 60)
        ),
        None => format!("see all with: {list}"),
    }
}

/// Names that people type.
#[derive(Clone, Copy)]
pub enum Names {
    Orders,
    Customers,
}

impl Names {
    /// Where they are, and the command that lists them.
    fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::Orders => (
                "SELECT o.number FROM wl.work_orders o WHERE o.deleted_at IS NULL ORDER BY o.id",
                "wl order list",
            ),
            Self::Customers => (
                "SELECT DISTINCT o.customer FROM wl.work_orders o WHERE o.deleted_at IS NULL ORDER BY o.customer",
                "wl order list",
            ),
        }
    }
}

fn nearest(tx: &mut Tx<'_>, sql: &str, wanted: &str) -> Result<Option<String>> {
    let mut nearest = Nearest::to(wanted);
    copy::each(tx.conn, sql, |[name]: &[Field<'_>; 1]| {
        nearest.see(name.text()?);
        Ok(())
    })?;
    Ok(nearest.found())
}

/// That an order has no such line item, with those that it has.
pub fn no_line(tx: &mut Tx<'_>, order: i64, number: &str, position: i32) -> Error {
    let error = Error::not_found(format!("work order {number} has no line item {position}"));
    let list = format!("wl line list {}", text::shell_word(number));
    let there = positions(tx, order).unwrap_or_default();
    error.hint(match there.as_slice() {
        [] => format!(
            "an admin adds one with: wl line add {} --description TEXT",
            text::shell_word(number)
        ),
        [only] => format!("it has only {only}; see it with: {list}"),
        _ => format!("it has {}; see them with: {list}", text::ranges(&there)),
    })
}

/// The hint for `WO-1042-2`, if WO-1042 has a line item 2.
pub fn line_with_hyphen(tx: &mut Tx<'_>, typed: &str) -> Option<String> {
    let (number, position) = typed.trim().rsplit_once('-')?;
    let position: i64 = position.parse().ok()?;
    let order = super::order_if_any(tx, number).ok()??;
    if order.deleted_at.is_some() {
        return None;
    }
    let there = positions(tx, order.id).ok()?;
    there.contains(&position).then(|| {
        let number = text::shell_word(&order.number);
        let line = text::shell_word(&format!("{}/{position}", order.number));
        did_you_mean(Some(&line), &format!("wl line list {number}"))
    })
}

fn positions(tx: &mut Tx<'_>, order: i64) -> Result<Vec<i64>> {
    #[derive(QueryableByName)]
    struct Position {
        #[diesel(sql_type = Integer)]
        position: i32,
    }
    let found: Vec<Position> = diesel::sql_query(
        "SELECT l.position FROM wl.line_items l
         WHERE l.work_order_id = $1 AND l.deleted_at IS NULL ORDER BY l.position",
    )
    .bind::<BigInt, _>(order)
    .load(tx.conn)?;
    Ok(found.iter().map(|line| line.position.into()).collect())
}
