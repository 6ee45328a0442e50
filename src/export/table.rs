//! The rows of an export, one per entry or group, whatever file they go to.

use std::collections::BTreeMap;

use clap::ValueEnum;

use super::cell::Cell;
use super::{CANCELLED, CheckedSelection, own_approval_allowed};
use crate::db::copy::Field;
use crate::error::{Error, Result};
use crate::hours;
use crate::ledger::Tx;
use crate::rows::{self, EXPORTED, EntryColumn, ExportColumn, Fields, Sorting};
use crate::{text, time};

/// What one row is of, if not of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowsBy {
    /// One row for each line item
    Line,
    /// One row for each person
    Technician,
    /// One row for each day on which time started
    Day,
}

/// The columns of a table and what its rows are.
#[derive(Debug)]
pub struct Table {
    pub columns: Vec<ExportColumn>,
    pub by: Option<RowsBy>,
    /// All rows are of one bill.
    of_bill: bool,
}

/// Takes the rows of a table.
pub trait RowWriter {
    /// What it needs of every entry, beside the columns.
    const NEEDS: &'static [EntryColumn];

    /// An entry of which [`RowWriter::NEEDS`] is there; it isn't a row.
    fn entry(&mut self, entry: &Fields<'_>, seconds: i64) -> Result<()>;

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()>;
}

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct ExportTotals {
    pub entries: i64,
    pub seconds: i64,
    /// The hundredths of an hour that the rows show.
    pub printed_cents: i64,
    /// Some of it was approved by a person who worked, entered or changed it, or the rule
    /// against that is off.
    pub own_approval: bool,
}

impl Table {
    /// The columns of these names, in the order given; all of them without names.
    pub fn new(names: Option<&str>, by: Option<RowsBy>, of_bill: bool) -> Result<Self> {
        let shows_bill = |column: &ExportColumn| of_bill && column.column == EntryColumn::Bill;
        let all: Vec<ExportColumn> = EXPORTED
            .into_iter()
            .filter(|column| {
                by.is_none_or(|by| column.is_summed() || by.has(*column) || shows_bill(column))
            })
            .collect();
        let Some(names) = names else {
            return Ok(Self {
                columns: all,
                by,
                of_bill,
            });
        };
        let mut columns = Vec::new();
        for name in names.split(',').map(str::trim) {
            let Some(column) = all.iter().find(|column| column.name == name).copied() else {
                let all: Vec<&str> = all.iter().map(|column| column.name).collect();
                return Err(Error::usage(format!(
                    "there is no column \"{}\"",
                    text::short(name, 40)
                ))
                .hint(format!("the columns are {}", all.join(","))));
            };
            if columns.contains(&column) {
                return Err(Error::usage(format!("the column {name} is named twice")));
            }
            columns.push(column);
        }
        Ok(Self {
            columns,
            by,
            of_bill,
        })
    }

    /// What differs from the defaults.
    pub fn options(&self) -> Vec<String> {
        let by = self.by.and_then(|by| by.to_possible_value());
        let by = by.map(|by| format!("by={}", by.get_name()));
        let all =
            Self::new(None, self.by, self.of_bill).is_ok_and(|all| all.columns == self.columns);
        let names: Vec<&str> = self.names().collect();
        let columns = (!all).then(|| format!("columns={}", names.join(",")));
        by.into_iter().chain(columns).collect()
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|column| column.name)
    }

    /// Refuses columns that can't show that some of the time is not approved, or that the
    /// bill is cancelled.
    pub fn check_mark(&self, checked: &CheckedSelection) -> Result<()> {
        let has = |wanted| self.columns.iter().any(|column| column.column == wanted);
        if self.of_bill && !has(EntryColumn::Bill) {
            // otherwise, two bills could have a document of the same bytes
            return Err(Error::usage(
                "a document of a bill must show its number, so it needs the column bill",
            )
            .hint("add bill to --columns"));
        }
        let must_show = checked.draft || checked.is_cancelled();
        if !must_show || has(EntryColumn::Status) {
            return Ok(());
        }
        Err(Error::usage(match checked.draft {
            true => "a draft must show which time is not approved, so it needs the column status",
            false => "the bill is cancelled, which the column status must show",
        })
        .hint("add status to --columns"))
    }

    /// Gives all rows to `writer`; memory does not grow with the number of entries.
    pub fn write<W: RowWriter>(
        &self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
        writer: &mut W,
    ) -> Result<ExportTotals> {
        let mut totals = ExportTotals {
            own_approval: own_approval_allowed(tx, checked),
            ..ExportTotals::default()
        };
        let mut groups = self.by.map(|by| Groups::new(by, checked));
        rows::each_raw(
            tx,
            &checked.filter,
            Sorting::ByOrder,
            |column| self.needs::<W>(column),
            |entry| {
                let seconds = entry[EntryColumn::DurationSeconds as usize];
                let seconds = seconds.optional(Field::i64)?.unwrap_or(0);
                totals.entries += 1;
                totals.seconds += seconds;
                totals.own_approval |= entry[EntryColumn::OwnApproval as usize].bool();
                writer.entry(entry, seconds)?;
                match &mut groups {
                    Some(groups) => groups.add(self, entry, seconds, writer, &mut totals),
                    None => {
                        totals.printed_cents += hours::cents(seconds);
                        writer.row(&self.cells(entry, checked)?)
                    }
                }
            },
        )?;
        if let Some(groups) = &mut groups {
            groups.write(self, writer, &mut totals)?;
        }
        Ok(totals)
    }

    fn needs<W: RowWriter>(&self, wanted: EntryColumn) -> bool {
        let always = [EntryColumn::DurationSeconds, EntryColumn::OwnApproval];
        let keys = self.by.map_or(&[][..], RowsBy::keys);
        always.contains(&wanted)
            || keys.contains(&wanted)
            || W::NEEDS.contains(&wanted)
            || self.columns.iter().any(|column| column.column == wanted)
    }

    fn cells<'a>(&self, entry: &Fields<'a>, checked: &CheckedSelection) -> Result<Vec<Cell<'a>>> {
        let cancelled = checked.is_cancelled();
        let cell = |column: &ExportColumn| match column.column {
            EntryColumn::Status if cancelled => Ok(Cell::text(CANCELLED)),
            _ => Cell::of(*column, entry, checked.zone),
        };
        self.columns.iter().map(cell).collect()
    }
}

impl RowsBy {
    /// The columns that are the same in every entry of a group. Approved and open time
    /// are never in one group.
    fn has(self, column: ExportColumn) -> bool {
        let names: &[&str] = match self {
            Self::Line => &[
                "work_order",
                "title",
                "customer",
                "line_item",
                "line_description",
                "order_status",
            ],
            Self::Technician => &["user", "user_name"],
            Self::Day => &["date"],
        };
        names.contains(&column.name) || column.column == EntryColumn::Status
    }

    /// What tells the groups apart.
    fn keys(self) -> &'static [EntryColumn] {
        match self {
            Self::Line => &[
                EntryColumn::WorkOrder,
                EntryColumn::LineItem,
                EntryColumn::Status,
            ],
            Self::Technician => &[EntryColumn::User, EntryColumn::Status],
            Self::Day => &[EntryColumn::StartTs, EntryColumn::Status],
        }
    }
}

impl ExportColumn {
    pub fn is_summed(self) -> bool {
        self.column == EntryColumn::DurationSeconds
    }
}

/// The groups of a table. Entries come by line item, so of those only the groups of the
/// current one are kept.
struct Groups<'c> {
    by: RowsBy,
    checked: &'c CheckedSelection,
    /// The order and the line item of the last entry.
    place: (String, i64),
    /// By login or day, and status.
    groups: BTreeMap<(String, String), Group>,
}

struct Group {
    /// Of its first entry.
    cells: Vec<Cell<'static>>,
    seconds: i64,
}

impl<'c> Groups<'c> {
    fn new(by: RowsBy, checked: &'c CheckedSelection) -> Self {
        Self {
            by,
            checked,
            place: Default::default(),
            groups: BTreeMap::new(),
        }
    }

    fn add(
        &mut self,
        table: &Table,
        entry: &Fields<'_>,
        seconds: i64,
        writer: &mut impl RowWriter,
        totals: &mut ExportTotals,
    ) -> Result<()> {
        let field = |column: EntryColumn| entry[column as usize];
        let name = match self.by {
            RowsBy::Technician => field(EntryColumn::User).string()?,
            RowsBy::Day => {
                let start = field(EntryColumn::StartTs).time()?;
                time::local_time(start, self.checked.zone)
                    .0
                    .date()
                    .to_string()
            }
            RowsBy::Line => {
                let order = field(EntryColumn::WorkOrder).text()?;
                let line = field(EntryColumn::LineItem).i64()?;
                if (&*self.place.0, self.place.1) != (order, line) {
                    self.write(table, writer, totals)?;
                    self.place = (order.to_owned(), line);
                }
                String::new()
            }
        };
        let key = (name, field(EntryColumn::Status).string()?);
        if let Some(group) = self.groups.get_mut(&key) {
            group.seconds += seconds;
            return Ok(());
        }
        let cells = table.cells(entry, self.checked)?;
        let cells = cells.into_iter().map(Cell::into_owned).collect();
        self.groups.insert(key, Group { cells, seconds });
        Ok(())
    }

    /// Writes the groups that are there, and forgets them.
    fn write(
        &mut self,
        table: &Table,
        writer: &mut impl RowWriter,
        totals: &mut ExportTotals,
    ) -> Result<()> {
        for mut group in std::mem::take(&mut self.groups).into_values() {
            for (cell, column) in group.cells.iter_mut().zip(&table.columns) {
                if column.is_summed() {
                    *cell = Cell::of_sum(*column, group.seconds);
                }
            }
            totals.printed_cents += hours::cents(group.seconds);
            writer.row(&group.cells)?;
        }
        Ok(())
    }
}
