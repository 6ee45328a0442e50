//! Asks the database, for as long as a person who pressed Tab would wait.

use std::sync::LazyLock;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use super::line;
use crate::cli::environment;
use crate::db::transaction::begin;

/// From the start of the program, unless `WL_TAB_WAIT` says another number of
/// milliseconds. A server that is frozen never makes the shell wait for longer.
pub const PATIENCE: u64 = 300;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

#[derive(QueryableByName)]
pub struct Candidate {
    #[diesel(sql_type = Text)]
    pub value: String,
    #[diesel(sql_type = Nullable<Text>)]
    pub help: Option<String>,
}

/// The clock starts.
pub fn start() {
    LazyLock::force(&START);
}

/// The candidates of a query, or none at all. libpq can't be told to give up a socket on
/// which nothing comes, so it works in a thread, which ends with the process.
pub fn ask(sql: String, values: Vec<String>) -> Vec<Candidate> {
    let (answer, waiting) = mpsc::channel();
    thread::spawn(move || answer.send(load(&sql, &values)));
    let patience = environment::text("WL_TAB_WAIT").and_then(|wait| wait.parse().ok());
    let patience = Duration::from_millis(patience.unwrap_or(PATIENCE));
    let rest = patience.saturating_sub(START.elapsed());
    waiting
        .recv_timeout(rest)
        .ok()
        .flatten()
        .unwrap_or_default()
}

fn load(sql: &str, values: &[String]) -> Option<Vec<Candidate>> {
    let mut conn = line::target()?.try_connect().ok()?;
    begin(&mut conn, "READ ONLY").ok()?;
    // the server needn't go on for nobody
    conn.batch_execute("SET LOCAL statement_timeout = '5s'")
        .ok()?;
    // nothing of another person's, whom a pooler may have connected
    let own = values.len() + 1;
    let mut query = diesel::sql_query(format!(
        "SELECT c.* FROM ({sql}) c WHERE session_user = coalesce(${own}, session_user)"
    ))
    .into_boxed();
    for value in values {
        query = query.bind::<Text, _>(value);
    }
    let login = conn.login().map(str::to_owned);
    query.bind::<Nullable<Text>, _>(login).load(&mut *conn).ok()
}
