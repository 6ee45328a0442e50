//! Tables that continue on further pages under a repeated header.

use std::borrow::Cow;

use super::fonts::Weight;
use super::operators::{Ink, Style};
use super::page::{LEFT, Sheet};
use super::text::{TextLine, shorten};
use super::words::Word;

pub struct Column<'t> {
    pub title: Cow<'t, str>,
    /// Points from the page's left side.
    pub left: f32,
    pub right: f32,
    /// Numbers end at `right`.
    pub number: bool,
}

pub struct Table<'t> {
    pub columns: Vec<Column<'t>>,
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

pub const BODY: Style = Style::new(Weight::Regular, 8.0, 11.0, Ink::Black);
pub const NOTE: Style = Style::new(Weight::Regular, 7.5, 10.0, Ink::Grey);
pub const MARK: Style = Style::new(Weight::Bold, 7.5, 10.0, Ink::Red);
pub const STRONG: Style = Style::new(Weight::Bold, 8.0, 11.0, Ink::Black);
/// Of a table, or of several under one.
pub const HEADING: Style = Style::new(Weight::Bold, 10.0, 14.0, Ink::Black);
const HEAD: Style = Style::new(Weight::Bold, 7.0, 9.5, Ink::Grey);
const CAPTION: Style = Style::new(Weight::Regular, 8.0, 11.5, Ink::Grey);

const PADDING: f32 = 2.6;
/// A row of more lines than this may be divided by the end of the page.
const WHOLE_LINES: f32 = 6.0;

impl<'t> Column<'t> {
    pub fn text(title: impl Into<Cow<'t, str>>, left: f32, right: f32) -> Self {
        Self {
            title: title.into(),
            left,
            right,
            number: false,
        }
    }

    pub fn number(title: impl Into<Cow<'t, str>>, left: f32, right: f32) -> Self {
        Self {
            number: true,
            ..Self::text(title, left, right)
        }
    }
}

impl Table<'_> {
    /// Begins it under its caption as a heading, with room for a few rows.
    pub fn begin(&self, sheet: &mut Sheet<'_>) {
        sheet.room(HEADING.leading * 2.0 + BODY.leading * 4.0);
        sheet.paragraph(LEFT, sheet.right, HEADING, self.caption);
        sheet.skip(4.0);
        self.head(sheet);
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
    /// The titles of the columns, all ending on one line.
    pub fn head(&self, sheet: &mut Sheet<'_>) {
        let titles: Vec<_> = self
            .columns
            .iter()
            .map(|column| sheet.wrap(HEAD, &column.title, column.right - column.left))
            .collect();
        let height = titles.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            for (column, lines) in self.columns.iter().zip(&titles) {
                if let Some(cut) = (at + lines.len())
                    .checked_sub(height)
                    .and_then(|at| lines.get(at))
                {
                    column.show(sheet, column.right, HEAD, *cut);
                }
            }
            sheet.skip(HEAD.leading);
        }
        sheet.skip(2.0);
        sheet.rule(0.6, Ink::Grey);
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
        sheet.rule(0.3, Ink::Pale);
        sheet.skip(PADDING);
    }

    fn room(&self, sheet: &mut Sheet<'_>, height: f32) {
        if sheet.room(height) {
            let caption = shorten(self.caption, 90);
            let caption = sheet.locale.sentence(Word::Continued, &[&caption]);
            sheet.paragraph(LEFT, sheet.right, CAPTION, &caption);
            sheet.skip(3.0);
            self.head(sheet);
        }
    }

    fn lines<'c>(&self, sheet: &mut Sheet<'_>, cell: &'c Cell<'_>) -> Vec<TextLine<'c>> {
        let Some(column) = self.columns.get(cell.column) else {
            return Vec::new();
        };
        // A number cut in two would be two other numbers.
        if column.number {
            return vec![TextLine::from(cell.text.as_ref())];
        }
        sheet.wrap(cell.style, &cell.text, self.right(cell) - column.left)
    }

    fn show(&self, sheet: &mut Sheet<'_>, cell: &Cell<'_>, cut: TextLine<'_>) {
        if let Some(column) = self.columns.get(cell.column) {
            column.show(sheet, self.right(cell), cell.style, cut);
        }
    }

    fn right(&self, cell: &Cell<'_>) -> f32 {
        self.columns
            .get(cell.to)
            .map_or(LEFT, |column| column.right)
    }
}

impl Column<'_> {
    fn show(&self, sheet: &mut Sheet<'_>, right: f32, style: Style, cut: TextLine<'_>) {
        match self.number {
            true => sheet.show_right(right, style, cut),
            false => sheet.show_between(self.left, right, style, cut),
        }
    }
}
