//! Sums whose printed parts make the printed sum: what rounding lacks is a row of its own.

use super::page::Sheet;
use super::table::{Cell, NOTE, STRONG, Table};
use super::words::Word;
use crate::hours;

/// The height of a rounding row and a sum.
pub const HEIGHT: f32 = 30.0;

/// Whole seconds, and the hundredths of hours printed for the parts.
#[derive(Default)]
pub struct Sum {
    seconds: i64,
    printed: i64,
}

impl Sum {
    pub fn add(&mut self, seconds: i64) {
        self.seconds += seconds;
        self.printed += hours::cents(seconds);
    }

    /// The difference that rounding makes, if any, and the sum.
    pub fn rows(&self, sheet: &mut Sheet<'_>, table: &Table<'_>, label: &str) {
        let locale = sheet.locale;
        let number = table.columns.len() - 1;
        let rounding = hours::rounding([self.printed], hours::cents(self.seconds));
        if rounding != 0 {
            let cells = [
                Cell::new(0, locale.word(Word::Rounding), NOTE).to(number - 1),
                Cell::new(number, locale.cents(rounding), NOTE),
            ];
            table.row(sheet, &cells, &[], STRONG.leading);
        }
        let cells = [
            Cell::new(0, label, STRONG).to(number - 1),
            Cell::new(number, locale.hours(self.seconds), STRONG),
        ];
        table.row(sheet, &cells, &[], 0.0);
    }
}
