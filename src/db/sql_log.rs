//! What `-vv` prints: each connection, and each statement with the time it took.
//!
//! The values bound to a statement stay out of it: they may be notes.

use std::fmt::Display;
use std::time::Instant;

use diesel::connection::{Connection, Instrumentation, InstrumentationEvent};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

/// What the server knows about the connection. All names are qualified, since
/// nothing is pinned yet.
const SESSION: &str = "
    SELECT session_user::pg_catalog.text AS login,
        pg_catalog.host(pg_catalog.inet_server_addr()) AS address,
        pg_catalog.inet_server_port()::pg_catalog.text AS port,
        (SELECT s.version FROM pg_catalog.pg_stat_ssl s WHERE s.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid())
            AS tls";

#[derive(QueryableByName)]
struct Session {
    #[diesel(sql_type = Text)]
    login: String,
    #[diesel(sql_type = Nullable<Text>)]
    address: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    port: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    tls: Option<String>,
}

/// Logs a new connection and everything that it sends, if logging is on.
pub fn watch(conn: &mut PgConnection, began: Instant) {
    if !is_on() {
        return;
    }
    let took = milliseconds(began);
    if let Ok(found) = diesel::sql_query(SESSION).get_result::<Session>(conn) {
        let server = match (&found.address, &found.port) {
            (Some(address), Some(port)) => format!("{address} port {port}"),
            _ => "a Unix socket".to_owned(),
        };
        let tls = found.tls.as_deref().unwrap_or("no TLS");
        log::debug!("{took}  connected to {server}, {tls}, as {}", found.login);
    }
    conn.set_instrumentation(Statements { began: None });
}

/// What logs the statements of a connection, if logging is on.
pub fn statements() -> Option<Statements> {
    is_on().then_some(Statements { began: None })
}

fn is_on() -> bool {
    log::log_enabled!(log::Level::Debug)
}

/// Logs the rows of a COPY, which come after its statement.
pub fn copied(began: Instant) {
    if is_on() {
        log::debug!("{}  read the rows of the COPY", milliseconds(began));
    }
}

/// What diesel is given to look at the end of a COPY. It is never sent.
pub const END_OF_COPY: &str = "the end of a COPY";

pub struct Statements {
    began: Option<Instant>,
}

impl Instrumentation for Statements {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => self.began = Some(Instant::now()),
            InstrumentationEvent::FinishQuery { query, error, .. } => {
                let statement = statement(query);
                if let Some(began) = self.began.take()
                    && statement != END_OF_COPY
                {
                    let failed = error.map_or("", |_| "failed: ");
                    log::debug!("{}  {failed}{statement}", milliseconds(began));
                }
            }
            _ => {}
        }
    }
}

/// On one line, without the values, which diesel writes behind it.
fn statement(query: &(impl Display + ?Sized)) -> String {
    let text = query.to_string();
    let statement = text
        .split_once(" -- binds: ")
        .map_or(&*text, |(sql, _)| sql);
    let words: Vec<&str> = statement.split_whitespace().collect();
    words.join(" ")
}

fn milliseconds(began: Instant) -> String {
    format!("{:.1} ms", began.elapsed().as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_left_out() {
        assert_eq!(
            statement("SELECT $1,\n    $2 -- binds: [\"a -- binds: b\", 2]"),
            "SELECT $1, $2"
        );
        assert_eq!(statement("BEGIN"), "BEGIN");
    }
}
