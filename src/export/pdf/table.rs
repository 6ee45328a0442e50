//! Tables that continue on further pages under a repeated header.

use std::borrow::Cow;

use super::fonts::Weight;
use super::page::{Ink, LEFT, RIGHT, Sheet, Style};
use super::text::{TextLine, shorten};

pub struct Column {
    pub title: &'static str,
    /// Points from the page's left side.
    pub left: f32,
    pub right: f32,
    /// Numbers end at `right`.
    pub number: bool,
}

pub struct Table<'t> {
    pub columns: &'static [Column],
    /// The subject of the table, repeated on further pages.
    pub caption: &'t str,
}

/// A text in one column, or in all from it to `to`.
pub struct Cell<'t> {
    pub column: usize,
    pub to: usize,
    pub text: Cow<'t, str>,
    pub style: Style,
}

pub const BODY: Style = Style::new(Weight::Regular, 7.5, 10.5, Ink::Black);
pub const NOTE: Style = Style::new(Weight::Regular, 7.5, 9.8, Ink::Grey);
pub const MARK: Style = Style::new(Weight::Bold, 7.5, 9.8, Ink::Red);
pub const STRONG: Style = Style::new(Weight::Bold, 7.5, 10.5, Ink::Black);
const HEAD: Style = Style::new(Weight::Bold, 6.5, 9.0, Ink::Grey);
const CAPTION: Style = Style::new(Weight::Regular, 7.5, 11.0, Ink::Grey);

const PADDING: f32 = 2.2;
/// A row of more lines than this may be divided by the end of the page.
const WHOLE_LINES: f32 = 6.0;

impl Column {
    pub const fn text(title: &'static str, left: f32, right: f32) -> Self {
        Self {
            title,
            left,
            right,
            number: false,
        }
    }

    pub const fn number(title: &'static str, left: f32, right: f32) -> Self {
        Self {
            title,
            left,
            right,
            number: true,
        }
    }
}

impl<'t> Cell<'t> {
    pub fn new(column: usize, text: impl Into<Cow<'t, str>>, style: Style) -> Self {
        Self {
            column,
            to: column,
            text: text.into(),
            style,
        }
    }

    pub fn to(self, to: usize) -> Self {
        Self { to, ..self }
    }
}

impl Table<'_> {
    /// Height of the header, in points.
    pub const HEAD: f32 = 14.0;

    pub fn head(&self, sheet: &mut Sheet<'_>) {
        for column in self.columns {
            let title = TextLine::from(column.title);
            if column.number {
                sheet.show_right(column.right, HEAD, title);
            } else {
                sheet.show(column.left, HEAD, title);
            }
        }
        sheet.skip(HEAD.leading + 1.5);
        sheet.rule(LEFT, 0.6, Ink::Grey);
        sheet.skip(PADDING);
    }

    /// The cells side by side, then one below the other those of `below`;
    /// `more` points have to fit under it on the same page.
    pub fn row(&self, sheet: &mut Sheet<'_>, cells: &[Cell<'_>], below: &[Cell<'_>], more: f32) {
        let beside: Vec<_> = cells.iter().map(|cell| self.lines(sheet, cell)).collect();
        let below: Vec<_> = below
            .iter()
            .map(|cell| (cell, self.lines(sheet, cell)))
            .collect();
        let leading = cells.first().map_or(0.0, |cell| cell.style.leading);
        let count = beside.iter().map(Vec::len).max().unwrap_or(0);
        let height = leading * count as f32
            + below
                .iter()
                .map(|(cell, lines)| cell.style.leading * lines.len() as f32)
                .sum::<f32>();
        self.room(sheet, height.min(leading * WHOLE_LINES) + PADDING + more);
        for at in 0..count {
            self.room(sheet, leading);
            for (cell, lines) in cells.iter().zip(&beside) {
                if let Some(cut) = lines.get(at) {
                    self.show(sheet, cell, *cut);
                }
            }
            sheet.skip(leading);
        }
        for (cell, lines) in &below {
            for cut in lines {
                self.room(sheet, cell.style.leading);
                self.show(sheet, cell, *cut);
                sheet.skip(cell.style.leading);
            }
        }
        sheet.skip(PADDING);
    }

    /// A thin line between rows.
    pub fn rule(&self, sheet: &mut Sheet<'_>) {
        sheet.rule(LEFT, 0.3, Ink::Pale);
        sheet.skip(PADDING);
    }

    fn room(&self, sheet: &mut Sheet<'_>, height: f32) {
        if sheet.room(height) {
            let caption = format!("{} (continued)", shorten(self.caption, 90));
            sheet.show(LEFT, CAPTION, TextLine::from(caption.as_str()));
            sheet.skip(CAPTION.leading + 3.0);
            self.head(sheet);
        }
    }

    fn lines<'c>(&self, sheet: &mut Sheet<'_>, cell: &'c Cell<'_>) -> Vec<TextLine<'c>> {
        let column = self.columns.get(cell.column);
        // A number cut in two would be two other numbers.
        if column.is_some_and(|column| column.number) {
            return vec![TextLine::from(cell.text.as_ref())];
        }
        let left = column.map_or(LEFT, |column| column.left);
        let right = self.columns.get(cell.to).map_or(RIGHT, |c| c.right);
        sheet.wrap(cell.style, &cell.text, right - left)
    }

    fn show(&self, sheet: &mut Sheet<'_>, cell: &Cell<'_>, cut: TextLine<'_>) {
        let Some(column) = self.columns.get(cell.column) else {
            return;
        };
        if column.number {
            sheet.show_right(column.right, cell.style, cut);
        } else {
            let right = self.columns.get(cell.to).map_or(RIGHT, |c| c.right);
            sheet.show_between(column.left, right, cell.style, cut);
        }
    }
}
