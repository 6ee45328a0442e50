//! What a verification found.

use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::query_dsl::LoadQuery;
use diesel::sql_types::{BigInt, Text};
use serde::Serialize;

use crate::error::Result;
use crate::ledger::Tx;

/// How many problems a report names; the count goes on.
const NAMED: usize = 100;

/// What `wl audit verify` found.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    pub records: i64,
    pub chains: usize,
    /// None where the trail could not be read.
    pub seal: Option<String>,
    /// All problems; `problems` names the first hundred.
    pub problem_count: usize,
    pub problems: Vec<Problem>,
    /// Records that are older than the newest one under the earlier seal, but not under it:
    /// their transactions were under way when it was made. None: no seal was given.
    pub under_way: Option<i64>,
}

#[derive(Debug, Serialize, QueryableByName)]
pub struct Problem {
    /// One of [`crate::models::Entity`]; `trail`; or what stands in a damaged record.
    #[diesel(sql_type = Text)]
    pub entity_type: String,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Text)]
    pub problem: String,
}

impl Problem {
    /// A problem of the trail itself.
    pub fn of_trail(problem: String) -> Self {
        Self {
            entity_type: "trail".to_owned(),
            entity_id: 0,
            entity_version: 0,
            problem,
        }
    }
}

impl Report {
    /// Adds what was found in a part of the trail.
    pub fn take(&mut self, part: Self) {
        self.records += part.records;
        self.chains += part.chains;
        let unnamed = part.problem_count - part.problems.len();
        for problem in part.problems {
            self.add(problem);
        }
        self.problem_count += unnamed;
    }

    pub fn add(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < NAMED {
            self.problems.push(problem);
        }
    }

    /// Adds the problems that a query finds.
    pub fn add_all<'q>(
        &mut self,
        tx: &mut Tx<'_>,
        query: impl LoadQuery<'q, PgConnection, Problem, PgRowByRowLoadingMode>,
    ) -> Result<()> {
        for problem in query.load_iter::<Problem, PgRowByRowLoadingMode>(tx.conn)? {
            self.add(problem?);
        }
        Ok(())
    }
}
