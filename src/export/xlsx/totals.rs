//! The sheet of totals: by line item, by person and by customer. Each adds up.

use std::collections::BTreeMap;

use rust_xlsxwriter::Workbook;

use super::{CheckedSelection, Sheet};
use crate::error::Result;
use crate::export::cell::Cell;
use crate::hours;
use crate::rows::{CellFormat, EntryColumn, Fields};
use crate::text;

const COLUMNS: [(&str, CellFormat); 6] = [
    ("by", CellFormat::Text),
    ("name", CellFormat::Text),
    ("description", CellFormat::Text),
    ("entries", CellFormat::Integer),
    ("duration_hm", CellFormat::Duration),
    ("hours", CellFormat::Hours),
];

pub(super) struct Totals {
    sheet: Sheet,
    /// Entries come by line item, so each line item is written once the next one begins.
    line: Option<Line>,
    lines: Block,
    /// By login, with the full name.
    people: BTreeMap<String, (String, Sum)>,
    /// By name, ignoring case, with the spelling that came first.
    customers: BTreeMap<String, (String, Sum)>,
}

struct Line {
    order: String,
    position: i64,
    description: String,
    sum: Sum,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    entries: i64,
    seconds: i64,
}

/// Rows that add up to a total.
struct Block {
    by: &'static str,
    sum: Sum,
    printed_cents: i64,
}

impl Totals {
    pub const NEEDS: &'static [EntryColumn] = &[
        EntryColumn::WorkOrder,
        EntryColumn::Customer,
        EntryColumn::LineItem,
        EntryColumn::LineDescription,
        EntryColumn::User,
        EntryColumn::UserName,
    ];

    pub fn new(workbook: &mut Workbook, checked: &CheckedSelection) -> Result<Self> {
        Ok(Self {
            sheet: Sheet::new(workbook, "Totals", &COLUMNS, checked.zone, checked.mark())?,
            line: None,
            lines: Block::new("line item"),
            people: BTreeMap::new(),
            customers: BTreeMap::new(),
        })
    }

    pub fn add(&mut self, entry: &Fields<'_>, seconds: i64) -> Result<()> {
        let text = |column: EntryColumn| entry[column as usize].text();
        let order = text(EntryColumn::WorkOrder)?;
        let position = entry[EntryColumn::LineItem as usize].i64()?;
        match &mut self.line {
            Some(line) if line.order == order && line.position == position => line.sum.add(seconds),
            _ => {
                self.write_line()?;
                let mut sum = Sum::default();
                sum.add(seconds);
                self.line = Some(Line {
                    order: order.to_owned(),
                    position,
                    description: text(EntryColumn::LineDescription)?.to_owned(),
                    sum,
                });
            }
        }
        let user = text(EntryColumn::User)?;
        match self.people.get_mut(user) {
            Some((_, sum)) => sum.add(seconds),
            None => {
                let mut person = (text(EntryColumn::UserName)?.to_owned(), Sum::default());
                person.1.add(seconds);
                self.people.insert(user.to_owned(), person);
            }
        }
        let customer = text(EntryColumn::Customer)?;
        self.customers
            .entry(text::name_key(customer))
            .or_insert_with(|| (customer.to_owned(), Sum::default()))
            .1
            .add(seconds);
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(mut self) -> Result<Sheet> {
        self.write_line()?;
        self.lines.close(&mut self.sheet)?;
        let mut people = Block::new("person");
        for (login, (name, sum)) in &self.people {
            people.row(&mut self.sheet, login, name, *sum)?;
        }
        people.close(&mut self.sheet)?;
        let mut customers = Block::new("customer");
        for (customer, sum) in self.customers.values() {
            customers.row(&mut self.sheet, customer, "", *sum)?;
        }
        customers.close(&mut self.sheet)?;
        Ok(self.sheet)
    }

    fn write_line(&mut self) -> Result<()> {
        let Some(line) = self.line.take() else {
            return Ok(());
        };
        let name = format!("{}/{}", line.order, line.position);
        self.lines
            .row(&mut self.sheet, &name, &line.description, line.sum)
    }
}

impl Sum {
    fn add(&mut self, seconds: i64) {
        self.entries += 1;
        self.seconds += seconds;
    }
}

impl Block {
    fn new(by: &'static str) -> Self {
        Self {
            by,
            sum: Sum::default(),
            printed_cents: 0,
        }
    }

    fn row(&mut self, sheet: &mut Sheet, name: &str, description: &str, sum: Sum) -> Result<()> {
        self.sum.entries += sum.entries;
        self.sum.seconds += sum.seconds;
        self.printed_cents += hours::cents(sum.seconds);
        self.write(sheet, name, description, sum)
    }

    /// The total, and a row before it where the hours above don't add up to it.
    fn close(self, sheet: &mut Sheet) -> Result<()> {
        let rounding = hours::rounding([self.printed_cents], hours::cents(self.sum.seconds));
        if rounding != 0 {
            let mut cells = [const { Cell::Empty }; COLUMNS.len()];
            cells[0] = Cell::text(self.by);
            cells[1] = Cell::text("rounding");
            cells[5] = Cell::Hours(rounding);
            sheet.row(&cells)?;
        }
        self.write(sheet, "total", "", self.sum)
    }

    fn write(&self, sheet: &mut Sheet, name: &str, description: &str, sum: Sum) -> Result<()> {
        sheet.row(&[
            Cell::text(self.by),
            Cell::text(name),
            Cell::text(description),
            Cell::Integer(sum.entries),
            Cell::Duration(sum.seconds),
            Cell::Hours(hours::cents(sum.seconds)),
        ])
    }
}
