//! What documents of a bill are made of: its frozen lines and its letterhead, and nothing
//! that can change afterwards except that the bill is cancelled.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz};

use super::model::{BillHead, Letterhead, OrderSheet};
use super::{Basis, CheckedSelection, Selection, entry_sheet, letterhead};
use crate::error::{Error, Result};
use crate::export::model::LineSheet;
use crate::ledger::Tx;
use crate::models::{Language, Role};
use crate::rows::{self, EntryFilter, Sorting};
use crate::time;

/// The head of a bill, and who sent it.
#[derive(Debug, Clone)]
pub struct FrozenBill {
    pub head: BillHead,
    /// Without the logo: only a PDF has to read it.
    pub letterhead: Letterhead,
    /// The hash of the logo, in hexadecimal.
    pub logo: Option<String>,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Nullable<Text>)]
    reference: Option<String>,
    #[diesel(sql_type = Array<BigInt>)]
    replaces: Vec<i64>,
    #[diesel(sql_type = Timestamptz)]
    made_at: DateTime<Utc>,
    #[diesel(sql_type = Bool)]
    cancelled: bool,
    #[diesel(sql_type = Text)]
    lines_sha256: String,
    #[diesel(sql_type = Text)]
    zone: String,
    #[diesel(sql_type = Nullable<Text>)]
    organisation: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    address: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    logo: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    footer: Option<String>,
    #[diesel(sql_type = Text)]
    language: String,
}

/// The lines of a bill as a selection of an export; None: there is no such bill.
pub fn lines(tx: &mut Tx<'_>, number: i64) -> Result<Option<CheckedSelection>> {
    tx.require(&[Role::Admin, Role::Accountant], "export bills")?;
    let found: Option<Found> = diesel::sql_query(
        "SELECT b.reference, b.replaces, b.made_at, b.cancelled, encode(b.lines_sha256, 'hex') AS lines_sha256, b.zone,
            l.organisation, l.address, encode(l.logo_sha256, 'hex') AS logo, l.footer, l.language
         FROM wl.bills b JOIN wl.letterheads l ON l.id = b.letterhead_id WHERE b.id = $1",
    )
    .bind::<BigInt, _>(number)
    .get_result(tx.conn)
    .optional()?;
    let Some(found) = found else {
        return Ok(None);
    };
    let zone = time::stored_zone(&found.zone, &format!("bill {number}"))?;
    let letterhead = Letterhead {
        organisation: found.organisation,
        address: found.address,
        logo: None,
        footer: found.footer,
        language: Language::named(&found.language)
            .ok_or_else(|| Error::bug("a letterhead in an unknown language"))?,
        zone,
    };
    let head = BillHead {
        number,
        reference: found.reference,
        replaces: found.replaces,
        made_at: found.made_at,
        cancelled: found.cancelled,
        lines_sha256: found.lines_sha256,
    };
    Ok(Some(CheckedSelection {
        filter: EntryFilter {
            bill: Some(number),
            ..EntryFilter::default()
        },
        orders: None,
        zone,
        draft: false,
        basis: Basis::Bill(Box::new(FrozenBill {
            head,
            letterhead,
            logo: found.logo,
        })),
        selection: Selection::default(),
        order_ids: None,
    }))
}

impl FrozenBill {
    pub fn full_letterhead(&self, tx: &mut Tx<'_>) -> Result<Letterhead> {
        let logo = self.logo.as_deref();
        let logo = logo.map(|hash| letterhead::logo(tx.conn, hash));
        Ok(Letterhead {
            logo: logo.transpose()?,
            ..self.letterhead.clone()
        })
    }
}

/// The orders of a bill with their lines, and whether some of its time was approved by a
/// person who worked, entered or changed it.
pub fn order_sheets(
    tx: &mut Tx<'_>,
    checked: &CheckedSelection,
) -> Result<(Vec<OrderSheet>, bool)> {
    let mut orders: Vec<OrderSheet> = Vec::new();
    let (mut own_approval, mut last) = (false, None);
    rows::each(tx, &checked.filter, Sorting::ByOrder, |row| {
        own_approval |= row.own_approval;
        let place = (row.work_order_id, row.line_item);
        if last.is_none_or(|(order, _)| order != row.work_order_id) {
            orders.push(OrderSheet {
                number: row.work_order.clone(),
                title: row.title.clone(),
                customer: row.customer.clone(),
                lines: Vec::new(),
            });
        }
        let order = orders.last_mut();
        let order = order.ok_or_else(|| Error::bug("a line without an order"))?;
        if last != Some(place) {
            order.lines.push(LineSheet {
                position: row.line_item,
                description: row.line_description.clone(),
                entries: Vec::new(),
            });
        }
        last = Some(place);
        if let Some(line) = order.lines.last_mut() {
            line.entries.push(entry_sheet(row));
        }
        Ok(())
    })?;
    Ok((orders, own_approval))
}
