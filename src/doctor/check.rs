//! What a check found, and what its fault would endanger.

use serde::Serialize;

use crate::error::{Error, ErrorKind};

/// How many things of one kind a check names.
pub(super) const NAMED: usize = 5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Ok,
    Problem,
    /// Better changed, but the owner of the database may not be able to; or a choice that
    /// is the owner's.
    Advice,
    /// This login can't see it.
    NotLookedAt,
}

/// The outcome of one check.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub check: &'static str,
    pub state: State,
    pub detail: String,
    /// What the fault endangers; empty if all is well.
    pub risk: &'static str,
    /// What to do; empty if all is well.
    pub fix: String,
}

impl Check {
    pub fn good(check: &'static str, detail: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Ok,
            detail: detail.into(),
            risk: "",
            fix: String::new(),
        }
    }

    pub fn bad(check: &'static str, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Problem,
            detail: detail.into(),
            risk: risk(check),
            fix: fix.into(),
        }
    }

    /// A fault that doesn't count as a problem.
    pub fn advice(check: &'static str, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            state: State::Advice,
            ..Self::bad(check, detail, fix)
        }
    }

    /// What this login can't see. `fix` says who can.
    pub fn unseen(check: &'static str, detail: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            state: State::NotLookedAt,
            ..Self::bad(check, detail, fix)
        }
    }

    /// A check that could not be made.
    pub fn failed(check: &'static str, error: Error) -> Self {
        let fix = error.hint.unwrap_or_else(|| {
            "fix the other findings first; then, as an admin: wl --as NAME doctor".to_owned()
        });
        match error.kind {
            ErrorKind::NoPermission => Self::unseen(check, error.message, fix),
            _ => Self::bad(check, error.message, fix),
        }
    }

    /// A finding that is no problem.
    pub(super) fn only_advice(self) -> Self {
        self.of_server(false)
    }

    /// A problem of a server whose settings the owner of the database can't change is an
    /// advice.
    pub(super) fn of_server(mut self, owner_is_superuser: bool) -> Self {
        if self.state == State::Problem && !owner_is_superuser {
            self.state = State::Advice;
        }
        self
    }
}

/// What a fault that this check finds endangers.
fn risk(check: &str) -> &'static str {
    match check {
        "connection" => "nobody can work",
        "server" => "the rules rely on what older versions lack",
        "clock" => "times that people type and times that the server stamps don't fit together",
        "parameters" | "server parameters" => {
            "rules that aren't checked, or time that is lost in a crash"
        }
        "language" => "a few failures get another exit code than scripts expect",
        "libraries" => "code outside Worklock runs in every session, with its rights",
        "sessions" | "idle sessions" | "tables" => "people wait, and their commands give up",
        "encryption" => "somebody in between can read and change what is sent",
        "sign-in" => "whoever reaches the server can work as anybody",
        "passwords" => "a stolen password file lets somebody sign in as another person",
        "logins" => "these people can't record their time",
        "limits" => "one login can use up the server, and then nobody can connect",
        "encoding" => "names and notes can't be stored, or come back changed",
        "collation" => {
            "indexes of texts may be out of order: a row is not found, or a name exists twice"
        }
        "schema" => "this program and the database don't fit together",
        "roles" | "people" | "memberships" | "rights" => {
            "a person can do what their role doesn't allow, past every rule"
        }
        "objects" => "rules or data were changed behind the audit trail",
        "other objects" => "a person can read or change what their role doesn't allow",
        "creation" => "an object that a person creates may be taken for one of the server's",
        "foreign servers" => "a person can reach another server, or this one with other rights",
        "event triggers" => "somebody's code runs when a superuser migrates the database",
        "casts" => "a statement may mean something else than was checked",
        "replication" => "time leaves this server, or comes in past the rules",
        "exceptions" => "a finding is missing from wl exceptions",
        "time zone" => "a day or a period begins at another instant here than on the server",
        "seal" => "changes to records without a seal can't be proven",
        "backup" => "time since the last backup is lost with the disk",
        "version" => "the data can't be opened once the older programs are removed",
        "disk" => "no time can be recorded once the disk is full",
        _ => "",
    }
}
