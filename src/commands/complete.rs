//! Tab completion: orders, line items, users and entries from the database.
//!
//! Completion never starts a server, never waits and never prints: if the database
//! does not answer at once, there are no candidates.

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use crate::cli::config::{Config, Flags};
use crate::db::connect::Target;
use crate::db::transaction::begin;
use crate::models::{LineStatus, OrderStatus};
use crate::text;
use crate::time::PERIOD_WORDS;

#[derive(QueryableByName)]
struct Candidate {
    #[diesel(sql_type = Text)]
    value: String,
    #[diesel(sql_type = Nullable<Text>)]
    help: Option<String>,
}

/// Work orders.
pub fn orders() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| candidates(typed, ORDERS))
}

const ORDERS: &str = "SELECT o.number AS value, o.title AS help FROM wl.work_orders o
    WHERE o.deleted_at IS NULL AND starts_with(lower(o.number), lower($1)) ORDER BY o.id DESC LIMIT 50";

/// Work orders, and the status that ends a list of them.
pub fn orders_and_statuses() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        let prefix = typed.to_str().unwrap_or_default();
        let statuses = OrderStatus::ALL.map(OrderStatus::as_str);
        let statuses = statuses.into_iter().filter(|s| s.starts_with(prefix));
        let mut all = candidates(typed, ORDERS);
        all.extend(statuses.map(CompletionCandidate::new));
        all
    })
}

/// Line items that take time; also orders, until a slash is typed.
pub fn lines() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        let orders = OrderStatus::ALL.into_iter().filter(|s| s.takes_time());
        let lines = LineStatus::ALL.into_iter().filter(|s| s.takes_time());
        candidates(
            typed,
            &format!(
                "SELECT o.number || '/' || l.position AS value, l.description AS help
                 FROM wl.work_orders o JOIN wl.line_items l ON l.work_order_id = o.id
                 WHERE o.deleted_at IS NULL AND l.deleted_at IS NULL
                   AND o.status IN ({}) AND l.status IN ({})
                   AND starts_with(lower(o.number || '/' || l.position), lower($1))
                 ORDER BY o.id DESC, l.position LIMIT 50",
                quoted(orders.map(OrderStatus::as_str)),
                quoted(lines.map(LineStatus::as_str))
            ),
        )
    })
}

/// Names of ours as SQL writes texts: `'open', 'in_progress'`.
fn quoted(names: impl Iterator<Item = &'static str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("'{name}'")).collect();
    quoted.join(", ")
}

/// Logins of users.
pub fn users() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        candidates(
            typed,
            "SELECT u.db_role::text AS value, u.full_name AS help FROM wl.users u
             WHERE u.deleted_at IS NULL AND starts_with(lower(u.db_role::text), lower($1)) ORDER BY u.db_role LIMIT 50",
        )
    })
}

/// The profiles of the configuration files.
pub fn profiles() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        let typed = typed.to_str().unwrap_or_default();
        let config = Config::load(Flags::default()).ok();
        let names = config.iter().flat_map(Config::profiles);
        names
            .filter(|name| name.starts_with(typed) && text::is_plain_word(name))
            .map(CompletionCandidate::new)
            .collect()
    })
}

/// IDs of the newest entries that the user may see.
pub fn entries() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        candidates(
            typed,
            "SELECT e.id::text AS value, o.number || '/' || l.position || ' ' || e.status AS help
             FROM wl.time_entries e JOIN wl.work_orders o ON o.id = e.work_order_id
             JOIN wl.line_items l ON l.id = e.line_item_id
             WHERE e.deleted_at IS NULL AND starts_with(e.id::text, $1) ORDER BY e.id DESC LIMIT 50",
        )
    })
}

/// The words of a period; dates need no completion.
pub fn periods() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        let typed = typed.to_str().unwrap_or_default();
        PERIOD_WORDS
            .into_iter()
            .filter(|(word, _)| word.starts_with(typed))
            .map(|(word, help)| CompletionCandidate::new(word).help(Some(help.into())))
            .collect()
    })
}

/// Numbers of bills, the newest first.
pub fn bills() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &std::ffi::OsStr| {
        candidates(
            typed,
            "SELECT b.number::text AS value, b.customer AS help FROM wl.bills b
             WHERE starts_with(b.number::text, $1) ORDER BY b.id DESC LIMIT 50",
        )
    })
}

fn candidates(typed: &std::ffi::OsStr, sql: &str) -> Vec<CompletionCandidate> {
    let load = || -> Option<Vec<Candidate>> {
        let mut conn = target()?.try_connect().ok()?;
        begin(&mut conn, "READ ONLY").ok()?;
        conn.batch_execute("SET LOCAL statement_timeout = '500ms'")
            .ok()?;
        diesel::sql_query(sql)
            .bind::<Text, _>(typed.to_str()?)
            .load(&mut conn)
            .ok()
    };
    load()
        .unwrap_or_default()
        .into_iter()
        // the shell gets it unchanged, and some shells would run what it contains
        .filter(|candidate| text::is_plain_word(&candidate.value))
        .map(|candidate| {
            let help = candidate.help.map(|help| text::short(&help, 60).into());
            CompletionCandidate::new(candidate.value).help(help)
        })
        .collect()
}

/// The options before the cursor aren't parsed.
fn target() -> Option<Target> {
    let config = Config::load(Flags::default()).ok()?;
    Some(config.target().ok()?.with_short_timeout())
}
