//! `wl doctor`: is everything as it must be?

use std::path::Path;

use diesel::prelude::*;

use crate::cli::app::App;
use crate::cli::{Column, Row, Style};
use crate::db::connect::Target;
use crate::doctor::{self, Check};
use crate::error::{Error, FINDINGS, Result};
use crate::exit;
use crate::ledger::seal;

impl Row for Check {
    const FIELDS: &'static [&'static str] = &["check", "ok", "detail", "fix"];
    const COLUMNS: &'static [Column] = &[
        Column::left("check", "Check"),
        Column::left("ok", "State"),
        Column::left("detail", "Found"),
        Column::left("fix", "To fix it"),
    ];

    fn cell(&self, field: &str, _style: &Style) -> Option<String> {
        (field == "ok").then(|| if self.ok { "ok" } else { "PROBLEM" }.to_owned())
    }
}

pub fn run(app: &mut App) -> Result<()> {
    let target = app.target()?;
    let mut checks = Vec::new();
    match target.connect() {
        Err(error) => checks.push(Check::bad(
            "connection",
            error.message,
            error.hint.unwrap_or_default(),
        )),
        Ok(mut conn) => {
            checks.push(Check::good("connection", login(&mut conn)?));
            checks.extend(doctor::examine(&mut conn));
            checks.push(last_seal(app));
        }
    }
    checks.extend(disk(&target));
    app.rows(&checks, "")?;
    let problems = checks.iter().filter(|check| !check.ok).count();
    if problems > 0 {
        return Err(Error::new(
            exit::FINDINGS,
            FINDINGS,
            format!("{problems} problems"),
        ));
    }
    Ok(())
}

fn login(conn: &mut PgConnection) -> Result<String> {
    let login: String = diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>(
        "session_user::text",
    ))
    .get_result(conn)?;
    Ok(format!("as {login}"))
}

fn last_seal(app: &mut App) -> Check {
    match app.read(|tx, _| seal::current(tx)) {
        Ok(seal) => Check::good(
            "seal",
            format!("{} over {} chains", seal.seal, seal.heads.len()),
        ),
        Err(error) => Check::bad("seal", error.message, error.hint.unwrap_or_default()),
    }
}

/// Under this much free space the private database is in danger.
const LOW_DISK: u64 = 1 << 30;

fn disk(target: &Target) -> Option<Check> {
    let status = target.local()?.status().ok()?;
    let found = nix::sys::statvfs::statvfs(Path::new(&status.data_dir)).ok()?;
    let free = found
        .blocks_available()
        .saturating_mul(found.fragment_size());
    let text = format!("{} MiB free where the private database is", free >> 20);
    Some(if free < LOW_DISK {
        Check::bad("disk", text, "make room, or move WL_HOME to a larger disk")
    } else {
        Check::good("disk", text)
    })
}
