//! WHAT: the line item that a person means, by its number, the end of it, or words.
//!
//! Nothing here locks: whoever takes the answer locks the order and the line item, and
//! checks them again.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Text};

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::Tx;
use crate::ledger::guards::{self, TimeTarget};
use crate::models::{LineStatus, OrderOrLine, OrderStatus};
use crate::text;

/// A line item as a person types it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// `-`: where my newest entry is that is not on the line of the running one.
    Newest,
    /// `ORDER[/LINE]`, the end of an order's number, or words.
    Typed(String),
}

impl What {
    /// Of the words of a command line; None if there are none.
    pub fn of(words: &[String]) -> Option<Self> {
        let text = words.join(" ");
        match text.trim() {
            "" => None,
            "-" => Some(Self::Newest),
            text => Some(Self::Typed(text.to_owned())),
        }
    }

    /// The line item at this position of this order, and nothing else.
    pub fn line(number: &str, position: i32) -> Self {
        Self::Typed(format!("{number}/{position}"))
    }

    /// What it is if it is an order's number in full, with or without a position.
    pub fn in_full(&self) -> Option<OrderOrLine> {
        let Self::Typed(text) = self else { return None };
        let position = |digits: &str| digits.parse().ok().filter(|number: &i32| *number >= 1);
        let (order, position) = match text.rsplit_once('/') {
            Some((order, digits)) if position(digits).is_some() => (order, position(digits)),
            _ => (text.as_str(), None),
        };
        Some(OrderOrLine {
            order: order.trim().to_owned(),
            position,
        })
    }
}

impl std::str::FromStr for What {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::of(&[text.to_owned()]).ok_or_else(|| {
            Error::usage("no line item was named")
                .hint("a line item is written ORDER/POSITION, such as WO-1042/2")
        })
    }
}

/// A line item that takes time, with its names.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub number: String,
    pub position: i32,
    pub description: String,
    pub title: String,
    pub customer: String,
}

impl Candidate {
    /// `WO-1042/2`
    pub fn place(&self) -> String {
        format!("{}/{}", self.number, self.position)
    }
}

/// What is longer than any number and a few words is no name.
const MOST_BYTES: usize = 400;

/// So many are read at most; a list to pick from shows fewer, and says of how many.
const READ: usize = 5000;

/// The order and the line item that time may go on, both share-locked.
pub fn target(tx: &mut Tx<'_>, what: &What) -> Result<TimeTarget> {
    if let Some(typed) = what.in_full() {
        let row = guards::target_row(tx, &typed.order, typed.position)?;
        if row.has_order() {
            return row.target(tx, &typed.order, typed.position);
        }
    }
    let found = search(tx, what)?;
    guards::target(tx, &found.order, found.position)
}

/// What it means. An order's number in full always wins, whatever its status.
pub fn find(tx: &mut Tx<'_>, what: &What) -> Result<OrderOrLine> {
    if let Some(typed) = what.in_full() {
        use crate::schema::wl::work_orders;
        let same = diesel::dsl::sql::<Bool>("wl.name_key(number) = ")
            .bind::<Text, _>(text::name_key(&typed.order));
        if diesel::select(diesel::dsl::exists(work_orders::table.filter(same)))
            .get_result(tx.conn)?
        {
            return Ok(typed);
        }
    }
    search(tx, what)
}

/// The same, where no order has the number.
pub fn search(tx: &mut Tx<'_>, what: &What) -> Result<OrderOrLine> {
    let (What::Typed(text), Some(typed)) = (what, what.in_full()) else {
        return newest(tx);
    };
    if text.len() > MOST_BYTES {
        return Err(match text.contains(char::is_whitespace) {
            true => no_words(text),
            false => guards::no_order(tx, &typed.order),
        });
    }
    let matches = Matches::load(tx, Some(what), Taking::Time)?;
    if let Some(number) = matches.by_unique_end() {
        return Ok(OrderOrLine {
            order: number.to_owned(),
            position: typed.position,
        });
    }
    match matches.candidates().as_slice() {
        [] => Err(nothing(tx, text, what, &typed)),
        [one] => Ok(OrderOrLine {
            order: one.number.clone(),
            position: Some(one.position),
        }),
        several => Err(choose(text, several)),
    }
}

/// Line items that take time, the actor's recent ones first: those that WHAT can mean, or
/// all. At most 5,000.
pub fn candidates(tx: &mut Tx<'_>, what: Option<&What>) -> Result<Vec<Candidate>> {
    Ok(Matches::load(tx, what, Taking::Time)?.candidates())
}

/// Nothing open fits: why, if something that takes no time does.
fn nothing(tx: &mut Tx<'_>, text: &str, what: &What, typed: &OrderOrLine) -> Error {
    let closed = match Matches::load(tx, Some(what), Taking::Any) {
        Ok(matches) => matches,
        Err(error) => return error,
    };
    let order = closed.by_unique_end().map(str::to_owned);
    let lines = closed.candidates();
    let one = match (&order, lines.as_slice()) {
        (Some(number), _) => Some((number.clone(), typed.position)),
        (None, [line]) => Some((line.number.clone(), Some(line.position))),
        (None, [first, others @ ..]) if others.iter().all(|line| line.number == first.number) => {
            Some((first.number.clone(), Some(first.position)))
        }
        _ => None,
    };
    if let Some((number, position)) = one
        && let Err(error) = guards::target(tx, &number, position)
    {
        return error;
    }
    if text.contains(char::is_whitespace) {
        return no_words(text).hint(other_words(&lines));
    }
    match text.parse::<OrderOrLine>() {
        Ok(named) => {
            let error = guards::no_order(tx, &typed.order);
            if named.position.is_some() {
                return error;
            }
            let message = format!("{}, and no open line item has this word", error.message);
            let near = error.hint.filter(|hint| hint.starts_with("did you mean"));
            Error::not_found(message).hint(near.unwrap_or_else(|| other_words(&lines)))
        }
        Err(error) => error,
    }
}

fn no_words(text: &str) -> Error {
    Error::not_found(format!(
        "no open line item has the words {}",
        text::short(text, 60)
    ))
    .hint(other_words(&[]))
}

/// What to type, where only these fit, which take no time.
fn other_words(closed: &[Candidate]) -> String {
    let list = "see the open work orders with: wl order list --status open";
    match closed {
        [] => format!("use other words, or {list}"),
        _ => {
            let places = closed
                .iter()
                .take(3)
                .map(|line| text::shell_word(&line.place()));
            let places = places.collect::<Vec<_>>().join(", ");
            let more = if closed.len() > 3 { " and others" } else { "" };
            format!("{places}{more} have it, but take no time; {list}")
        }
    }
}

fn choose(text: &str, several: &[Candidate]) -> Error {
    let many = match several.len() {
        READ => format!("{READ} open line items or more"),
        number => format!("{number} open line items"),
    };
    let list: Vec<String> = several
        .iter()
        .take(20)
        .map(|line| {
            let (place, title) = (
                text::shell_word(&line.place()),
                text::short(&line.title, 40),
            );
            format!("{place} {} ({title})", text::short(&line.description, 40))
        })
        .collect();
    let more = if several.len() > 20 { " · …" } else { "" };
    Error::new(
        ErrorKind::ChooseLine,
        format!("\"{}\" fits {many}", text::short(text, 60)),
    )
    .hint(format!("name one: {}{more}", list.join(" · ")))
}

/// The line item of the actor's newest entry on a line other than the running one.
fn newest(tx: &mut Tx<'_>) -> Result<OrderOrLine> {
    #[derive(QueryableByName)]
    struct Place {
        #[diesel(sql_type = Text)]
        number: String,
        #[diesel(sql_type = Integer)]
        position: i32,
    }
    let found: Option<Place> = diesel::sql_query(
        "SELECT o.number, l.position
         FROM wl.time_entries e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         WHERE e.user_id = $1 AND e.deleted_at IS NULL AND e.line_item_id IS DISTINCT FROM
            (SELECT r.line_item_id FROM wl.time_entries r
             WHERE r.user_id = $1 AND r.end_ts IS NULL AND r.deleted_at IS NULL)
         ORDER BY e.start_ts DESC, e.id DESC LIMIT 1",
    )
    .bind::<BigInt, _>(tx.actor.id)
    .get_result(tx.conn)
    .optional()?;
    match found {
        Some(place) => Ok(OrderOrLine {
            order: place.number,
            position: Some(place.position),
        }),
        None => Err(
            Error::not_found("you have no time on another line item to go back to")
                .hint("name a line item: ORDER/POSITION, such as WO-1042/2"),
        ),
    }
}

/// An order that takes time, with one of its line items that do, if it has one.
#[derive(QueryableByName)]
struct Match {
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    customer: String,
    #[diesel(sql_type = Nullable<Integer>)]
    position: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    description: Option<String>,
    /// The order's number ends so, or is this.
    #[diesel(sql_type = Bool)]
    by_end: bool,
    /// The number, the names and the text have all the words.
    #[diesel(sql_type = Bool)]
    by_words: bool,
}

/// Those that are the end of a number come first, then the actor's recent line items,
/// then the newest orders.
const MATCHES: &str = "
    SELECT o.number, o.title, o.customer, l.position, l.description, m.by_end, m.by_words
    FROM wl.work_orders o
    LEFT JOIN wl.line_items l ON l.work_order_id = o.id AND l.deleted_at IS NULL AND l.status = ANY ($5)
    LEFT JOIN (SELECT r.line_item_id, max(r.start_ts) AS start_ts
        FROM (SELECT e.line_item_id, e.start_ts FROM wl.time_entries e
            WHERE e.user_id = $6 AND e.deleted_at IS NULL ORDER BY e.start_ts DESC LIMIT 200) r
        GROUP BY r.line_item_id) mine ON mine.line_item_id = l.id
    CROSS JOIN LATERAL (SELECT wl.name_key(concat_ws(' ', o.number || '/' || l.position, o.title, o.customer, l.description)) AS words) w
    CROSS JOIN LATERAL (SELECT coalesce(wl.name_key(o.number) ~ $1, false) AS by_end,
        l.id IS NOT NULL AND w.words LIKE ALL ($2) AND w.words ~ ALL ($3) AS by_words) m
    WHERE o.deleted_at IS NULL AND o.status = ANY ($4) AND (m.by_end OR m.by_words)
    ORDER BY m.by_end DESC, mine.start_ts DESC NULLS LAST, o.id DESC, l.position
    LIMIT $7";

/// Which orders and line items are looked at.
#[derive(Clone, Copy)]
enum Taking {
    Time,
    Any,
}

struct Matches {
    /// The order's number, if it was typed in full.
    number: String,
    rows: Vec<Match>,
}

impl Matches {
    fn load(tx: &mut Tx<'_>, what: Option<&What>, taking: Taking) -> Result<Self> {
        let number = what.and_then(What::in_full).map(|typed| typed.order);
        let typed = match what {
            Some(What::Typed(text)) => text::name_key(text),
            Some(What::Newest) | None => String::new(),
        };
        let parts: Vec<String> = typed.split_whitespace().map(part).collect();
        let whole: Vec<String> = typed.split_whitespace().filter_map(whole_number).collect();
        let any = matches!(taking, Taking::Any);
        let orders = OrderStatus::ALL
            .into_iter()
            .filter(|s| any || s.takes_time());
        let lines = LineStatus::ALL
            .into_iter()
            .filter(|s| any || s.takes_time());
        let rows = diesel::sql_query(MATCHES)
            .bind::<Nullable<Text>, _>(number.as_deref().map(text::name_key).as_deref().map(end))
            .bind::<Array<Text>, _>(&parts)
            .bind::<Array<Text>, _>(&whole)
            .bind::<Array<Text>, _>(orders.collect::<Vec<_>>())
            .bind::<Array<Text>, _>(lines.collect::<Vec<_>>())
            .bind::<BigInt, _>(tx.actor.id)
            .bind::<BigInt, _>(i64::try_from(READ).unwrap_or(i64::MAX))
            .load(tx.conn)?;
        Ok(Self {
            number: number.unwrap_or_default(),
            rows,
        })
    }

    /// The number of the only order that ends so, or that has it in full.
    fn by_unique_end(&self) -> Option<&str> {
        let typed = text::name_key(&self.number);
        let mut numbers: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.by_end)
            .map(|row| row.number.as_str())
            .collect();
        if let Some(same) = numbers
            .iter()
            .find(|number| text::name_key(number) == typed)
        {
            return Some(same);
        }
        numbers.sort_unstable();
        numbers.dedup();
        match numbers.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let order = self.by_unique_end();
        self.rows
            .iter()
            .filter(|row| order.map_or(row.by_words, |number| row.number == number))
            .filter_map(|row| {
                Some(Candidate {
                    number: row.number.clone(),
                    position: row.position?,
                    description: row.description.clone()?,
                    title: row.title.clone(),
                    customer: row.customer.clone(),
                })
            })
            .collect()
    }
}

/// The pattern of numbers that end so: the end begins after a punctuation mark, or where
/// letters and digits meet. So `42` is not an end of `WO-1042`.
fn end(typed: &str) -> String {
    let before = match typed.chars().next() {
        Some(first) if first.is_ascii_digit() => "|[^[:alnum:]]|[[:alpha:]]",
        Some(first) if first.is_alphanumeric() => "|[^[:alnum:]]|[[:digit:]]",
        _ => "",
    };
    format!("(^{before}){}$", escaped(typed))
}

/// The LIKE pattern of texts that have this word.
fn part(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// A number within a word is a whole one: `42` is not a word of `1042`.
fn whole_number(word: &str) -> Option<String> {
    let digit = |c: char| c.is_ascii_digit();
    let (begins, ends) = (word.starts_with(digit), word.ends_with(digit));
    let before = if begins { "(?<![0-9])" } else { "" };
    let after = if ends { "(?![0-9])" } else { "" };
    (begins || ends).then(|| format!("{before}{}{after}", escaped(word)))
}

/// Text as a regular expression of PostgreSQL takes it.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> What {
        What::of(&[text.to_owned()]).expect("a word")
    }

    #[test]
    fn words_of_a_command_line() {
        let of =
            |words: &[&str]| What::of(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["", " "]), None);
        assert_eq!(of(&["-"]), Some(What::Newest));
        assert_eq!(
            of(&["cold", "store"]),
            Some(What::Typed("cold store".to_owned()))
        );
    }

    #[test]
    fn a_position_is_a_number_after_the_last_slash() {
        for (text, order, position) in [
            ("WO-1042", "WO-1042", None),
            (" WO-1042/2 ", "WO-1042", Some(2)),
            ("WO-1042/0", "WO-1042/0", None),
            ("A/C", "A/C", None),
            ("A/C/3", "A/C", Some(3)),
            ("/2", "", Some(2)),
        ] {
            let order = order.to_owned();
            assert_eq!(
                typed(text).in_full(),
                Some(OrderOrLine { order, position }),
                "{text}"
            );
        }
        assert_eq!(What::Newest.in_full(), None);
    }

    #[test]
    fn patterns_take_no_sign_for_more_than_it_is() {
        assert_eq!(part("50%_\\"), r"%50\%\_\\%");
        assert_eq!(end("1042"), "(^|[^[:alnum:]]|[[:alpha:]])1042$");
        assert_eq!(end("a.b"), r"(^|[^[:alnum:]]|[[:digit:]])a\.b$");
        assert_eq!(end("#1"), r"(^)\#1$");
        assert_eq!(whole_number("v2").as_deref(), Some("v2(?![0-9])"));
        assert_eq!(
            whole_number("1042/2").as_deref(),
            Some(r"(?<![0-9])1042\/2(?![0-9])")
        );
        assert_eq!(whole_number("pump"), None);
    }
}
