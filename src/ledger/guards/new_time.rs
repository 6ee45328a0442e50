//! Where new time may go: an order and a line item of it, open or in progress
//! both (R6).

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text, Timestamptz};

use super::{no_line, no_order, not_removed, place, refusal, refusal_in_case};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::Tx;
use crate::models::{LineItem, LineStatus, OrderStatus, WorkOrder};
use crate::schema::wl::line_items;
use crate::text;

/// An order and a line item that time may go on, both share-locked.
pub type TimeTarget = (WorkOrder, LineItem);

/// Of the order and the line item that were asked for those that are there, share-locked:
/// `wl.target`.
#[derive(QueryableByName)]
pub struct TargetRow {
    #[diesel(sql_type = Nullable<BigInt>)]
    order_id: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    number: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    title: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    customer: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    order_status: Option<OrderStatus>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    order_deleted_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    line_item_id: Option<i64>,
    #[diesel(sql_type = Nullable<Integer>)]
    position: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    description: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    line_status: Option<LineStatus>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    line_deleted_at: Option<DateTime<Utc>>,
}

impl TargetRow {
    /// Whether there is an order of this number.
    pub fn has_order(&self) -> bool {
        self.order_id.is_some()
    }

    /// `WO-1042/2`, if there is such a line item.
    pub fn place(&self) -> Option<String> {
        Some(format!("{}/{}", self.number.as_ref()?, self.position?))
    }

    fn order(&self) -> Option<WorkOrder> {
        Some(WorkOrder {
            id: self.order_id?,
            number: self.number.clone()?,
            title: self.title.clone()?,
            customer: self.customer.clone()?,
            status: self.order_status?,
            deleted_at: self.order_deleted_at,
        })
    }

    fn line(&self) -> Option<LineItem> {
        Some(LineItem {
            id: self.line_item_id?,
            work_order_id: self.order_id?,
            position: self.position?,
            description: self.description.clone()?,
            status: self.line_status?,
            deleted_at: self.line_deleted_at,
        })
    }

    /// Both, if time may go there.
    pub fn target(
        self,
        tx: &mut Tx<'_>,
        number: &str,
        position: Option<i32>,
    ) -> Result<TimeTarget> {
        let order = self.order().ok_or_else(|| no_order(tx, number))?;
        takes_time(tx, &order)?;
        let line = match (self.line(), position) {
            (Some(line), _) => line,
            (None, Some(position)) => return Err(no_line(tx, order.id, &order.number, position)),
            (None, None) => return Err(no_only_line(tx, &order)?),
        };
        line_takes_time(tx, &order, &line)?;
        Ok((order, line))
    }
}

/// The order of this number and its line item at this position, or the only
/// one that is open.
pub fn target(tx: &mut Tx<'_>, number: &str, position: Option<i32>) -> Result<TimeTarget> {
    target_row(tx, number, position)?.target(tx, number, position)
}

/// The same, before it is known whether they exist and take time.
pub fn target_row(tx: &mut Tx<'_>, number: &str, position: Option<i32>) -> Result<TargetRow> {
    Ok(
        diesel::sql_query("SELECT t.* FROM wl.share_target($1, $2) t")
            .bind::<Text, _>(number.trim())
            .bind::<Nullable<Integer>, _>(position)
            .get_result(tx.conn)?,
    )
}

/// Why no line item can be chosen automatically.
fn no_only_line(tx: &mut Tx<'_>, order: &WorkOrder) -> Result<Error> {
    let open = LineStatus::ALL
        .into_iter()
        .filter(|status| status.takes_time());
    let lines: Vec<LineItem> = line_items::table
        .filter(line_items::work_order_id.eq(order.id))
        .filter(line_items::deleted_at.is_null())
        .filter(line_items::status.eq_any(open))
        .order(line_items::position)
        .select(LineItem::as_select())
        .load(tx.conn)?;
    if lines.is_empty() {
        return Ok(Error::new(
            ErrorKind::NoOpenLine,
            format!("work order {} has no open line item", order.number),
        )
        .hint(format!(
            "an admin adds one with: wl line add {} --description TEXT",
            text::shell_word(&order.number)
        )));
    }
    let list: Vec<String> = lines
        .iter()
        .take(20)
        .map(|line| {
            format!(
                "{} {}",
                place(order, line),
                text::short(&line.description, 40)
            )
        })
        .collect();
    Ok(Error::new(
        ErrorKind::ChooseLine,
        format!(
            "work order {} has {}",
            order.number,
            text::counted(lines.len(), "open line item", "open line items")
        ),
    )
    .hint(format!("name one: {}", list.join(" · "))))
}

/// The same for time that comes back to the line item that it was on.
pub fn target_line(tx: &mut Tx<'_>, order: &WorkOrder, line_id: i64) -> Result<()> {
    takes_time(tx, order)?;
    let line: LineItem = diesel::sql_query("SELECT l.* FROM wl.share_line($1) l")
        .bind::<BigInt, _>(line_id)
        .get_result(tx.conn)?;
    line_takes_time(tx, order, &line)
}

/// New time goes on orders that are open or in progress (R6).
pub fn takes_time(tx: &mut Tx<'_>, order: &WorkOrder) -> Result<()> {
    not_removed(tx, order)?;
    if order.status.takes_time() {
        return Ok(());
    }
    let case = order.status.as_str();
    Err(refusal_in_case(
        tx,
        ErrorKind::OrderClosed,
        case,
        &[&order.number],
    ))
}

/// New time goes on line items that are open or in progress (R6).
pub fn line_takes_time(tx: &mut Tx<'_>, order: &WorkOrder, line: &LineItem) -> Result<()> {
    let place = format!("{}/{}", order.number, line.position);
    if line.deleted_at.is_some() {
        return Err(refusal(tx, ErrorKind::LineRemoved, &[&place]));
    }
    if line.status.takes_time() {
        return Ok(());
    }
    let values = [place.as_str(), line.status.as_str()];
    Err(refusal(tx, ErrorKind::LineClosed, &values))
}
