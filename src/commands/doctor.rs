//! `wl doctor`: checks of the installation.

use std::path::{Path, PathBuf};

use clap::Args;
use diesel::prelude::*;

use super::audit;
use crate::cli::app::App;
use crate::cli::environment;
use crate::cli::{Column, Row, Style};
use crate::db::connect::{Session, Target};
use crate::db::local::Local;
use crate::doctor::{self, Check, State};
use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::ledger::seal;
use crate::ledger::verify::Earlier;
use crate::{text, time};

impl Row for Check {
    const FIELDS: &'static [&'static str] = &["check", "state", "detail", "risk", "fix"];
    const COLUMNS: &'static [Column] = &[
        Column::left("check", "Check"),
        Column::left("state", "State"),
        Column::below("detail", "Found"),
        Column::below("risk", "What it endangers"),
        Column::command("fix", "To fix it"),
    ];

    fn cell(&self, field: &str, _style: &Style) -> Option<String> {
        let state = match self.state {
            State::Ok => "ok",
            State::Problem => "PROBLEM",
            State::Advice => "advice",
            State::NotLookedAt => "not looked at",
        };
        (field == "state").then(|| state.to_owned())
    }
}

#[derive(Debug, Args)]
pub struct Doctor {
    /// Earlier seal that the trail must still contain
    ///
    /// A seal file or the 64 digits from a document; by default that of WL_SEAL_FILE.
    #[arg(long, value_name = "FILE|SEAL")]
    seal: Option<PathBuf>,
    /// Report sessions that are idle in a transaction for longer than this
    #[arg(long, value_name = "DURATION", default_value = "1m", value_parser = time::parse_duration)]
    idle_after: i64,
}

/// clap would show an option that a variable sets as one that must be given.
fn earlier_seal(args: &Doctor) -> Option<PathBuf> {
    let given = args.seal.clone();
    given.or_else(|| environment::file("WL_SEAL_FILE"))
}

pub fn run(app: &mut App, args: &Doctor) -> Result<()> {
    let target = app.target()?;
    let mut checks = Vec::new();
    match target.connect() {
        // also without a permission: nobody can look at anything
        Err(error) => checks.push(Check::bad(
            "connection",
            error.message,
            error.hint.unwrap_or_default(),
        )),
        Ok(mut conn) => {
            checks.push(connection(&mut conn)?);
            checks.extend(doctor::of_server(
                &mut conn,
                target.security(),
                args.idle_after,
            ));
            match doctor::closed(&mut conn) {
                Some(finding) => checks.push(finding),
                None => {
                    checks.extend(doctor::of_schema(&mut conn));
                    let earlier = earlier_seal(args);
                    let earlier = earlier.as_deref();
                    checks.push(seal(
                        app,
                        earlier.filter(|seal| !seal.as_os_str().is_empty()),
                    ));
                }
            }
        }
    }
    checks.push(backup(&target));
    checks.extend(disk(&target));
    checks.extend(version(&target));
    // sentences, which no program cuts at columns: a file has them as a screen does
    app.style.width.get_or_insert(80);
    app.rows(&checks, "")?;
    let problems = checks
        .iter()
        .filter(|check| check.state == State::Problem)
        .count();
    if problems > 0 {
        return Err(Error::new(
            ErrorKind::Findings,
            text::counted(problems, "problem", "problems"),
        ));
    }
    Ok(())
}

/// Whom the server takes us for.
fn connection(conn: &mut Session) -> Result<Check> {
    let login: String = diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>(
        "session_user::text",
    ))
    .get_result(&mut **conn)?;
    Ok(match conn.check(&login) {
        Ok(()) => Check::good("connection", format!("as {login}")),
        Err(error) => Check::failed("connection", error),
    })
}

fn seal(app: &mut App, given: Option<&Path>) -> Check {
    let check = given.map(audit::earlier).transpose().and_then(|earlier| {
        app.read(|tx, _| match earlier {
            None => doctor::seal_check(tx, None),
            Some(Earlier::Heads(seal)) => doctor::seal_check(tx, Some(&seal)),
            Some(Earlier::Digits(digits)) => {
                let seal = seal::find(tx, &digits)?.ok_or_else(seal::never_had)?;
                doctor::seal_check(tx, Some(&seal))
            }
        })
    });
    check.unwrap_or_else(|error| match error.code() {
        exit::NO_PERMISSION => Check::unseen(
            "seal",
            error.message,
            "wl --as NAME doctor, as an admin, accountant or ops",
        ),
        _ => Check::failed("seal", error),
    })
}

/// The backup that WL_BACKUP_FILE names, or the last one of the private database.
fn backup(target: &Target) -> Check {
    let named = environment::file("WL_BACKUP_FILE");
    let last = || target.local().and_then(Local::last_backup);
    match (named.or_else(last), target.local()) {
        (Some(file), _) => doctor::backup_check(&file),
        (None, Some(_)) => Check::advice(
            "backup",
            "the private database was never backed up",
            "wl db backup FILE",
        ),
        (None, None) => Check::unseen(
            "backup",
            "WL_BACKUP_FILE doesn't name the latest backup",
            "wl db backup FILE",
        ),
    }
}

/// Once the system removes the older programs, nothing opens the data any more.
fn version(target: &Target) -> Option<Check> {
    let (made_by, newest) = target.local()?.newer_version().ok()??;
    Some(Check::advice(
        "version",
        format!("the private database needs PostgreSQL {made_by}, and {newest} is installed, too"),
        "wl db upgrade",
    ))
}

fn disk(target: &Target) -> Option<Check> {
    let status = target.local()?.status().ok()?;
    let found = nix::sys::statvfs::statvfs(Path::new(&status.data_dir)).ok()?;
    let free = found
        .blocks_available()
        .saturating_mul(found.fragment_size());
    Some(doctor::disk_check(free))
}
