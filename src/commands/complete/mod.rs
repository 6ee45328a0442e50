//! Tab completion: names and IDs from the database.
//!
//! Completion never starts a server, never prints, and gives up after
//! the time that `ask.rs` allows: then there are no candidates.

use std::ffi::{OsStr, OsString};

use clap::{ValueEnum, ValueHint};
use clap_complete::CompleteEnv;
use clap_complete::engine::{
    ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use clap_complete::env::{Elvish, Fish, Powershell, Shells, Zsh};

use self::ask::{Candidate, ask};
use self::bash::Bash;
use super::grammar;
use crate::error::Result;
use crate::ledger::Setting;
use crate::models::{Action, Language, LineStatus, OrderStatus};
use crate::text;
use crate::time::{self, PERIOD_WORDS};

mod ask;
mod bash;
mod line;
mod sql;

/// What `wl` takes, with the completer of an option that is defined in a lower layer. Only
/// the shell asks this, because `mut_arg` changes the order of options.
pub fn command() -> clap::Command {
    let grammar = grammar().mut_arg("login", |login| login.add(users()));
    match line::shell_quotes_all() {
        true => grammar,
        false => with_files(grammar),
    }
}

/// clap would give names of files to the shell as they are, and bash would run what one
/// like `$(id).csv` contains.
fn with_files(command: clap::Command) -> clap::Command {
    let command = command.mut_args(|arg| match arg.get_value_hint() {
        ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath => arg.add(files()),
        _ => arg,
    });
    command.mut_subcommands(with_files)
}

/// Names of files for a shell that finds and quotes them better itself.
fn files() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        if !typed.as_encoded_bytes().starts_with(b"-") {
            line::leave_files();
        }
        Vec::new()
    })
}

/// Answers the shell, if this is its question about `words`; false: it is a command.
pub fn answered(words: Vec<OsString>) -> Result<bool, clap::Error> {
    line::remember(&words);
    let shells: Shells<'_> = Shells(&[&Bash, &Elvish, &Fish, &Powershell, &Zsh]);
    let here = std::env::current_dir().ok();
    CompleteEnv::with_factory(command)
        .shells(shells)
        .try_complete(words, here.as_deref())
}

/// Completes with what the database finds.
fn from_database(
    query: impl Fn(&str) -> (String, Vec<String>) + Send + Sync + 'static,
) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(typed) = line::typed(typed) else {
            return Vec::new();
        };
        let (sql, values) = query(&typed);
        offer(ask(sql, values))
    })
}

/// Completes with words of ours.
fn from_list<F, W>(list: F) -> ArgValueCompleter
where
    F: Fn() -> Vec<(W, Option<String>)> + Send + Sync + 'static,
    W: Into<String>,
{
    ArgValueCompleter::new(move |typed: &OsStr| words(typed, list()))
}

fn words<W: Into<String>>(
    typed: &OsStr,
    list: Vec<(W, Option<String>)>,
) -> Vec<CompletionCandidate> {
    let Some(typed) = line::typed(typed) else {
        return Vec::new();
    };
    let typed = text::name_key(&typed);
    let list = list.into_iter().map(|(word, help)| Candidate {
        value: word.into(),
        help,
    });
    offer(
        list.filter(|word| text::name_key(&word.value).starts_with(&typed))
            .collect(),
    )
}

/// The shell gets a candidate unchanged, and some shells would run what it contains.
/// Blanks are for shells that then quote the word.
fn offer(found: Vec<Candidate>) -> Vec<CompletionCandidate> {
    let quotes = line::shell_quotes();
    let is_safe = |value: &str| {
        let mut parts = value.split(' ');
        match quotes {
            true => parts.all(text::is_plain_word),
            false => text::is_plain_word(value),
        }
    };
    let safe = found
        .into_iter()
        .filter(|candidate| is_safe(&candidate.value));
    safe.map(|candidate| {
        let help = candidate.help.map(|help| text::short(&help, 60).into());
        CompletionCandidate::new(candidate.value).help(help)
    })
    .collect()
}

/// Work orders.
pub fn orders() -> ArgValueCompleter {
    from_database(|typed| sql::orders(typed, false))
}

/// Removed work orders.
pub fn removed_orders() -> ArgValueCompleter {
    from_database(|typed| sql::orders(typed, true))
}

/// Work orders, and the statuses that end a list of them.
pub fn orders_and_statuses() -> ArgValueCompleter {
    let orders = orders();
    ArgValueCompleter::new(move |typed: &OsStr| {
        let statuses = OrderStatus::ALL.map(|status| (status.as_str(), None));
        let mut all = orders.complete(typed);
        all.extend(words(typed, statuses.to_vec()));
        all
    })
}

/// Line items that take time, those of the user's own newest time first.
pub fn lines() -> ArgValueCompleter {
    let orders = OrderStatus::ALL.into_iter().filter(|s| s.takes_time());
    let lines = LineStatus::ALL.into_iter().filter(|s| s.takes_time());
    let open = format!(
        "l.deleted_at IS NULL AND o.status IN ({}) AND l.status IN ({})",
        quoted(orders.map(OrderStatus::as_str)),
        quoted(lines.map(LineStatus::as_str))
    );
    from_database(move |typed| sql::lines(typed, &open))
}

/// Line items in any status.
pub fn all_lines() -> ArgValueCompleter {
    from_database(|typed| sql::lines(typed, "l.deleted_at IS NULL"))
}

/// Removed line items.
pub fn removed_lines() -> ArgValueCompleter {
    from_database(|typed| sql::lines(typed, "l.deleted_at IS NOT NULL"))
}

/// Work orders; line items as soon as a slash is typed.
pub fn orders_or_lines() -> ArgValueCompleter {
    from_database(|typed| match typed.contains('/') {
        true => sql::lines(typed, "l.deleted_at IS NULL"),
        false => sql::orders(typed, false),
    })
}

/// Names of ours as SQL writes texts: `'open', 'in_progress'`.
fn quoted(names: impl Iterator<Item = &'static str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("'{name}'")).collect();
    quoted.join(", ")
}

/// Logins of users.
pub fn users() -> ArgValueCompleter {
    from_database(|typed| sql::users(typed, "u.deleted_at IS NULL"))
}

/// Logins of removed users.
pub fn removed_users() -> ArgValueCompleter {
    from_database(|typed| sql::users(typed, "u.deleted_at IS NOT NULL"))
}

/// Customers of work orders.
pub fn customers() -> ArgValueCompleter {
    from_database(sql::customers)
}

/// IDs of the newest entries that the user may see.
pub fn entries() -> ArgValueCompleter {
    from_database(|typed| sql::entries(typed, "e.deleted_at IS NULL", "true"))
}

/// IDs of entries that can be corrected.
pub fn open_entries() -> ArgValueCompleter {
    from_database(|typed| sql::entries(typed, "e.deleted_at IS NULL AND e.status = 'OPEN'", "true"))
}

/// IDs of finished entries that are not approved.
pub fn finished_entries() -> ArgValueCompleter {
    let which = "e.deleted_at IS NULL AND e.status = 'OPEN' AND e.end_ts IS NOT NULL";
    from_database(move |typed| sql::entries(typed, which, "true"))
}

/// IDs of locked entries on no active bill.
pub fn locked_entries() -> ArgValueCompleter {
    let free =
        "NOT EXISTS (SELECT FROM wl.bill_lines b WHERE b.time_entry_id = e.id AND NOT b.cancelled)";
    from_database(move |typed| sql::entries(typed, "e.status = 'LOCKED'", free))
}

/// IDs of removed entries.
pub fn removed_entries() -> ArgValueCompleter {
    from_database(|typed| sql::entries(typed, "e.deleted_at IS NOT NULL", "true"))
}

/// Numbers of bills, the newest first.
pub fn bills() -> ArgValueCompleter {
    from_database(sql::bills)
}

/// What `wl audit show` takes.
pub fn entities() -> ArgValueCompleter {
    let (rows, people) = (orders_or_lines(), users());
    ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(name) = typed.to_str().and_then(|typed| typed.strip_prefix("user:")) else {
            let settings = Setting::ALL.map(|name| (format!("setting:{name}"), None));
            let mut all = rows.complete(typed);
            all.extend(words(typed, settings.to_vec()));
            return all;
        };
        let people = people.complete(OsStr::new(name)).into_iter();
        people.map(|person| person.add_prefix("user:")).collect()
    })
}

/// The profiles of the configuration files.
pub fn profiles() -> ArgValueCompleter {
    from_list(|| {
        line::profiles()
            .into_iter()
            .map(|name| (name, None))
            .collect()
    })
}

/// The words of a period; dates need no completion.
pub fn periods() -> ArgValueCompleter {
    from_list(|| {
        PERIOD_WORDS
            .map(|(word, help)| (word, Some(help.to_owned())))
            .to_vec()
    })
}

/// Actions of the audit trail.
pub fn actions() -> ArgValueCompleter {
    from_list(|| Action::ALL.map(|action| (action.as_str(), None)).to_vec())
}

/// Time zones.
pub fn zones() -> ArgValueCompleter {
    from_list(zone_words)
}

fn zone_words() -> Vec<(&'static str, Option<String>)> {
    time::zone_names().map(|zone| (zone, None)).collect()
}

/// Values of the setting that the word before names.
pub fn setting_values() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let setting = line::word_before().and_then(|name| Setting::from_str(&name, true).ok());
        match setting {
            Some(Setting::Zone) => words(typed, zone_words()),
            Some(Setting::Language) => words(
                typed,
                Language::ALL.map(|one| (one.as_str(), None)).to_vec(),
            ),
            Some(Setting::TwoPairsOfEyes) => words(typed, vec![("on", None), ("off", None)]),
            Some(Setting::Logo) if !line::shell_quotes_all() => files().complete(typed),
            Some(Setting::Logo) => PathCompleter::file()
                .filter(|path| path.extension().is_some_and(|end| end == "png"))
                .complete(typed),
            _ => Vec::new(),
        }
    })
}
