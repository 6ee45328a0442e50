//! Which columns of a table a screen has room for, and how wide.

use super::row::{Column, Fit, LAST_RESORT};

/// Between two columns.
pub(super) const GAP: usize = 2;

/// A shortened text keeps so many columns; before it gets shorter, minor columns go.
const COMFORTABLE: usize = 20;
/// It never gets shorter than this.
const SHORTEST: usize = 8;

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Content {
    /// The widest cell or the title.
    pub width: usize,
    pub empty: bool,
    /// All rows, and there are several, have the same.
    pub same: bool,
}

/// Places of columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    /// In the row, each with its width.
    pub row: Vec<(usize, usize)>,
    /// In lines of their own below the row.
    pub below: Vec<usize>,
    /// Once above the table.
    pub above: Vec<usize>,
}

/// The widest layout that fits; None: not even the narrowest does.
pub(super) fn layout(columns: &[Column], contents: &[Content], width: usize) -> Option<Layout> {
    let mut layout = Layout::default();
    for (place, content) in contents.iter().enumerate() {
        if place == 0 || !content.empty {
            layout.row.push((place, content.width));
        }
    }
    let fits = |layout: &Layout| needed(&layout.row) <= width;
    if fits(&layout) {
        return Some(layout);
    }
    let (above, row) = split(&layout.row, |place| {
        columns[place].common && contents[place].same
    });
    (layout.above, layout.row) = (places(&above), row);
    if fits(&layout) {
        return Some(layout);
    }
    let (below, row) = split(&layout.row, |place| {
        matches!(columns[place].fit, Fit::Line | Fit::Below | Fit::Command)
    });
    (layout.below, layout.row) = (places(&below), row);
    loop {
        let spare = |(place, _): &&(usize, usize)| columns[*place].spare;
        let first = layout.row.iter().filter(|one| spare(one).is_some());
        let first = first.min_by_key(spare).copied();
        let minor = first.filter(|(place, _)| columns[*place].spare < Some(LAST_RESORT));
        let least = match minor {
            Some(_) => COMFORTABLE,
            None => SHORTEST,
        };
        if let Some(row) = shortened(columns, &layout.row, width, least) {
            return Some(Layout { row, ..layout });
        }
        let (place, _) = first?;
        layout.row.retain(|(other, _)| *other != place);
    }
}

type Row = Vec<(usize, usize)>;

fn split(row: &Row, out: impl Fn(usize) -> bool) -> (Row, Row) {
    row.iter().partition(|(place, _)| out(*place))
}

fn places(row: &Row) -> Vec<usize> {
    row.iter().map(|(place, _)| *place).collect()
}

fn needed(row: &Row) -> usize {
    let widths: usize = row.iter().map(|(_, width)| width).sum();
    widths + GAP * row.len().saturating_sub(1)
}

/// The row with its texts shortened to `least` columns or more, the longest ones most, if it
/// fits then.
fn shortened(columns: &[Column], row: &Row, width: usize, least: usize) -> Option<Row> {
    let mut short: Row = row.clone();
    for (place, width) in &mut short {
        if columns[*place].fit == Fit::Text {
            *width = (*width).min(least.max(columns[*place].title.len()));
        }
    }
    let mut left = width.checked_sub(needed(&short))?;
    while left > 0 {
        let growing = short.iter_mut().zip(row);
        let growing = growing.filter(|(now, full)| now.1 < full.1);
        let Some((narrowest, _)) = growing.min_by_key(|(now, _)| now.1) else {
            break;
        };
        narrowest.1 += 1;
        left -= 1;
    }
    Some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 5] = [
        Column::right("id", "Id"),
        Column::left("user", "User").common(),
        Column::text("title", "Title").spare(LAST_RESORT),
        Column::text("note", "Note"),
        Column::command("fix", "Fix"),
    ];

    fn laid_out(width: usize) -> Option<Layout> {
        let content = |width, same| Content {
            width,
            empty: false,
            same,
        };
        let contents = [
            content(3, false),
            content(6, true),
            content(30, false),
            content(20, false),
            content(40, false),
        ];
        layout(&COLUMNS, &contents, width)
    }

    #[test]
    fn a_wide_screen_shows_all() {
        // 3 + 6 + 30 + 20 + 40 and four gaps
        let all = laid_out(107).unwrap();
        assert_eq!(all.row, [(0, 3), (1, 6), (2, 30), (3, 20), (4, 40)]);
        assert!(all.below.is_empty() && all.above.is_empty());
    }

    #[test]
    fn what_is_the_same_goes_first() {
        let layout = laid_out(106).unwrap();
        assert_eq!((layout.above, layout.below), (vec![1], vec![]));
        assert_eq!(layout.row.len(), 4);
    }

    #[test]
    fn then_commands_go_below_and_texts_share_what_is_left() {
        // 3 + 2 + title + 2 + note
        let layout = laid_out(47).unwrap();
        assert_eq!(layout.below, [4]);
        assert_eq!(layout.row, [(0, 3), (2, 20), (3, 20)]);
        let layout = laid_out(40).unwrap();
        assert_eq!(layout.row, [(0, 3), (2, 17), (3, 16)]);
    }

    #[test]
    fn then_spare_columns_go_and_at_last_there_is_no_table() {
        // 3 + 2 + 8 + 2 + 8 is the least with the title
        assert_eq!(laid_out(23).unwrap().row, [(0, 3), (2, 8), (3, 8)]);
        assert_eq!(laid_out(22).unwrap().row, [(0, 3), (3, 17)]);
        assert_eq!(laid_out(13).unwrap().row, [(0, 3), (3, 8)]);
        assert_eq!(laid_out(12), None);
    }

    #[test]
    fn minor_columns_leave_their_room_to_texts() {
        let columns = [
            Column::text("title", "Title"),
            Column::right("count", "Count").spare(1),
            Column::line("note", "Note"),
        ];
        let content = |width| Content {
            width,
            empty: false,
            same: false,
        };
        let contents = [content(40), content(5), content(30)];
        let found = layout(&columns, &contents, 27).unwrap();
        assert_eq!((found.row, found.below), (vec![(0, 20), (1, 5)], vec![2]));
        let found = layout(&columns, &contents, 26).unwrap();
        assert_eq!((found.row, found.below), (vec![(0, 26)], vec![2]));
    }

    #[test]
    fn empty_columns_take_no_room() {
        let empty = Content {
            width: 4,
            empty: true,
            same: true,
        };
        let contents = [
            Content {
                width: 2,
                empty: false,
                same: false,
            },
            empty,
        ];
        let found = layout(&COLUMNS[..2], &contents, 80).unwrap();
        assert_eq!(found.row, [(0, 2)]);
    }
}
