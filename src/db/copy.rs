//! Rows by `COPY (SELECT ...) TO STDOUT (FORMAT BINARY)`: the fastest way out
//! of the server, one row in memory at a time. [`fill`] is the way in.
//!
//! The binary format is the one of <https://www.postgresql.org/docs/current/sql-copy.html>:
//! a header, then for each row the number of its fields and each field as its
//! length (-1 for null) and its bytes as the type's send function makes them,
//! then -1.

use std::cell::RefCell;
use std::io::{BufRead, Write};
use std::time::Instant;

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::pg::{CopyFormat, CopyTarget, Pg};
use diesel::prelude::*;
use diesel::query_builder::AstPass;
use diesel::result::DatabaseErrorKind;
use diesel::result::Error::DatabaseError;
use diesel::sql_types::Text;

use super::error_map::lost;
use super::sql_log;
use super::watch::{self, Turn};
use crate::error::{Error, ErrorKind, Result};
use crate::schema::wl::audit_log;
use crate::time;

const SIGNATURE: &[u8] = b"PGCOPY\n\xff\r\n\0";

/// The epoch of the server's binary timestamps, 2000-01-01, in microseconds since 1970.
const EPOCH_2000: i64 = 946_684_800_000_000;

thread_local! {
    /// The query, or the table, on its way to [`CopyTarget::walk_target`]: diesel's COPY learns
    /// by a type what to copy.
    static QUERY: RefCell<String> = const { RefCell::new(String::new()) };
}

struct Query;

impl CopyTarget for Query {
    // not looked at where a query is copied, but a table must be named
    type Table = audit_log::table;
    type SqlType = audit_log::SqlType;

    fn walk_target(mut pass: AstPass<'_, '_, Pg>) -> QueryResult<()> {
        pass.push_sql("(");
        QUERY.with_borrow(|query| pass.push_sql(query));
        pass.push_sql(")");
        Ok(())
    }
}

/// A table with its columns, as SQL.
struct Table;

impl CopyTarget for Table {
    // only another name for what is pushed
    type Table = audit_log::table;
    type SqlType = audit_log::SqlType;

    fn walk_target(mut pass: AstPass<'_, '_, Pg>) -> QueryResult<()> {
        QUERY.with_borrow(|table| pass.push_sql(table));
        Ok(())
    }
}

/// Fills a table, given as `wl.users (id, full_name)`, with the rows that `write` writes in
/// COPY's text format.
pub fn fill(
    conn: &mut PgConnection,
    table: &str,
    write: impl Fn(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    QUERY.set(table.to_owned());
    // the server only repeats what it is told of a failure here
    let failed = RefCell::new(None);
    let done = diesel::copy_from(audit_log::table)
        .from_raw_data(Table, |out| {
            write(out).map_err(|error| {
                let told = std::io::Error::other(error.message.clone());
                failed.replace(Some(error));
                diesel::result::Error::SerializationError(Box::new(told))
            })
        })
        .execute(conn);
    match (failed.into_inner(), done) {
        (Some(error), _) => Err(error),
        (None, done) => Ok(done.map(drop)?),
    }
}

/// Sets what queries read with `current_setting`, for this transaction: COPY
/// takes no parameters.
pub fn set(conn: &mut PgConnection, name: &str, value: &str) -> Result<()> {
    diesel::sql_query("SELECT set_config($1, $2, true)")
        .bind::<Text, _>(name)
        .bind::<Text, _>(value)
        .execute(conn)?;
    Ok(())
}

/// Calls `work` with each row of the query, which has N columns.
pub fn each<const N: usize>(
    conn: &mut PgConnection,
    query: &str,
    work: impl FnMut(&[Field<'_>; N]) -> Result<()>,
) -> Result<()> {
    let began = Instant::now();
    QUERY.set(query.to_owned());
    let turn = watch::turn();
    let mut out = diesel::copy_to(Query)
        .with_format(CopyFormat::Binary)
        .load_raw(conn)?;
    let result = rows(&mut out, &turn, work);
    // diesel leaves the end of a COPY to us: the unread rest, and then the server's last
    // message
    turn.asks();
    let is_read = matches!(result, Ok(false)) || skip(&mut out);
    drop(out);
    turn.is_answered();
    sql_log::copied(began);
    let ended = match is_read {
        true => end(conn),
        // diesel must learn that the connection is broken
        false => conn.batch_execute("SELECT 1"),
    };
    if !result? {
        ended?;
        return Err(broken_off());
    }
    Ok(ended?)
}

/// Skips the rows that nobody wants; false: the connection broke.
fn skip(out: &mut impl BufRead) -> bool {
    loop {
        match out.fill_buf().map(<[u8]>::len) {
            Ok(0) => return true,
            Ok(length) => out.consume(length),
            Err(_) => return false,
        }
    }
}

/// The server's last message of a COPY whose rows are read. diesel's reader passes over it,
/// and so would most statements. This one is never sent, since libpq still waits for that
/// message; and then diesel looks at what there is.
fn end(conn: &mut PgConnection) -> QueryResult<()> {
    match diesel::sql_query(sql_log::END_OF_COPY).execute(conn) {
        Err(DatabaseError(DatabaseErrorKind::UnableToSendCommand, _)) => Ok(()),
        other => other.map(drop),
    }
}

/// Whether the rows are complete; otherwise the server broke off, and its last message says
/// why.
fn rows<const N: usize>(
    out: &mut impl BufRead,
    turn: &Turn,
    mut work: impl FnMut(&[Field<'_>; N]) -> Result<()>,
) -> Result<bool> {
    let mut begun = false;
    loop {
        turn.asks();
        let buffer = out.fill_buf();
        turn.is_answered();
        let buffer = buffer.map_err(|error| lost().cause(error))?;
        let length = buffer.len();
        if length == 0 {
            // an end without the closing -1
            return Ok(false);
        }
        let mut rest = Reader(buffer);
        if !begun {
            rest.header()?;
            begun = true;
        }
        while !rest.0.is_empty() {
            match rest.i16()? {
                -1 => return Ok(true),
                count if usize::try_from(count) == Ok(N) => {
                    let mut row = [Field(None); N];
                    for field in &mut row {
                        *field = rest.field()?;
                    }
                    work(&row)?;
                }
                count => return Err(malformed(&format!("{count} fields, not {N}"))),
            }
        }
        out.consume(length);
    }
}

fn broken_off() -> Error {
    Error::new(
        ErrorKind::ConnectionLost,
        "the server broke off while it sent rows",
    )
    .hint("the server's log says why; try again")
}

fn malformed(what: &str) -> Error {
    Error::bug(format!("binary rows: {what}"))
}

/// Bytes that are taken from the front.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or_else(|| malformed("cut short"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| malformed("cut short"))
    }

    fn i16(&mut self) -> Result<i16> {
        self.array().map(i16::from_be_bytes)
    }

    fn i32(&mut self) -> Result<i32> {
        self.array().map(i32::from_be_bytes)
    }

    fn header(&mut self) -> Result<()> {
        if self.take(SIGNATURE.len())? != SIGNATURE {
            return Err(malformed("another signature"));
        }
        let _flags = self.i32()?;
        let extension = self.i32()?;
        self.take(usize::try_from(extension).unwrap_or(0))?;
        Ok(())
    }

    /// A field as its length and its bytes. Always inlined: returning dozens of results per
    /// row through memory was a tenth of verify's own work.
    #[inline(always)]
    fn field(&mut self) -> Result<Field<'a>> {
        match usize::try_from(self.i32()?) {
            Ok(length) => Ok(Field(Some(self.take(length)?))),
            Err(_) => Ok(Field(None)),
        }
    }
}

/// One value, or null, in its type's binary form.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a>(Option<&'a [u8]>);

impl<'a> Field<'a> {
    pub fn is_null(self) -> bool {
        self.0.is_none()
    }

    pub fn get(self) -> Option<&'a [u8]> {
        self.0
    }

    /// The bytes; none for a null.
    pub fn bytes(self) -> &'a [u8] {
        self.0.unwrap_or_default()
    }

    pub fn i64(self) -> Result<i64> {
        match self.bytes() {
            bytes if bytes.len() == 8 => Reader(bytes).array().map(i64::from_be_bytes),
            bytes => Reader(bytes).i32().map(i64::from),
        }
    }

    pub fn i32(self) -> Result<i32> {
        Reader(self.bytes()).i32()
    }

    pub fn bool(self) -> bool {
        self.bytes() == [1]
    }

    /// A text, or a name.
    pub fn text(self) -> Result<&'a str> {
        std::str::from_utf8(self.bytes()).map_err(|_| malformed("a text that is not UTF-8"))
    }

    pub fn string(self) -> Result<String> {
        self.text().map(str::to_owned)
    }

    /// A point in time as microseconds since 1970.
    pub fn micros(self) -> Result<i64> {
        self.i64().map(|micros| micros.saturating_add(EPOCH_2000))
    }

    pub fn time(self) -> Result<DateTime<Utc>> {
        DateTime::from_timestamp_micros(self.micros()?).ok_or_else(time::out_of_range)
    }

    /// What `read` makes of the value, unless it is null.
    pub fn optional<T>(self, read: impl FnOnce(Self) -> Result<T>) -> Result<Option<T>> {
        match self.0 {
            None => Ok(None),
            Some(_) => read(self).map(Some),
        }
    }

    /// The members of an array of integers.
    pub fn integers(self) -> Result<Vec<i64>> {
        let mut rest = Reader(self.bytes());
        let dimensions = rest.i32()?;
        let _nulls = rest.i32()?;
        let _type = rest.i32()?;
        match dimensions {
            0 => return Ok(Vec::new()),
            1 => (),
            _ => return Err(malformed("an array of several dimensions")),
        }
        let length = rest.i32()?;
        let _lower_bound = rest.i32()?;
        (0..length).map(|_| rest.field()?.i64()).collect()
    }
}
