//! Verifying the entire trail: several connections share its chains.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::prelude::*;

use super::counts::{self, Counts};
use super::pass::Pass;
use super::problems::Report;
use super::ranges::{Range, Snapshot, ranges, workers};
use super::records::{self, Record};
use crate::db::copy;
use crate::db::watch::Watched;
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::ledger::seal::{self, Head};

/// How many records a worker reads before the others hear of it, and the terminal.
const STEP: i64 = 1000;

/// The chains that are still to be read, for all workers to take from.
struct Work<'a, P> {
    /// The heads of an earlier seal.
    earlier: &'a [Head],
    ranges: Mutex<std::iter::Enumerate<std::vec::IntoIter<Range>>>,
    total: i64,
    done: AtomicI64,
    progress: P,
}

/// Verifies everything and returns the heads of all chains. `connect` makes further
/// connections, which see what this transaction sees; `progress` gets how many
/// records were read, and of how many.
pub fn whole(
    tx: &mut Tx<'_>,
    earlier: &[Head],
    connect: impl Fn() -> Result<Watched> + Sync,
    progress: impl Fn(i64, i64) + Sync,
    report: &mut Report,
) -> Result<Vec<Head>> {
    let present = seal::current(tx)?;
    let snapshot = Snapshot::export(tx)?;
    let ranges = ranges(&present.heads);
    let workers = workers().min(ranges.len());
    let work = Work {
        earlier,
        ranges: Mutex::new(ranges.into_iter().enumerate()),
        total: present.heads.iter().map(|head| head.chain_seq).sum(),
        done: AtomicI64::new(0),
        progress,
    };
    let help = || {
        // a thread without a connection, or with one to another server, does nothing
        match connect().and_then(|mut conn| snapshot.enter(&mut conn).map(|()| conn)) {
            Ok(mut conn) => work.walk(&mut conn).map_err(|error| conn.explain(error)),
            Err(_) => Ok(Vec::new()),
        }
    };
    let (mut passes, expected) = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(help)).collect();
        // this connection first checks everything except the chains, then helps with them
        let own = counts::expected(tx).and_then(|expected| {
            super::verify_rules(tx, true, report)?;
            Ok((work.walk(tx.conn)?, expected))
        });
        let mut passes = Vec::new();
        for worker in workers {
            let done = worker.join();
            passes.extend(done.map_err(|_| Error::bug("a thread of verify stopped"))??);
        }
        let (own, expected) = own?;
        passes.extend(own);
        Ok::<_, Error>((passes, expected))
    })?;
    passes.sort_by_key(|(place, _)| *place);
    let mut heads = Vec::new();
    let mut found = Counts::default();
    for (_, pass) in passes {
        report.take(pass.report);
        heads.extend(pass.heads);
        for (sum, count) in found.iter_mut().zip(pass.counts) {
            sum.rows += count.rows;
            sum.versions += count.versions;
        }
    }
    if found != expected {
        counts::name_gaps(tx, report)?;
    }
    Ok(heads)
}

impl<'a, P: Fn(i64, i64)> Work<'a, P> {
    /// Takes ranges until none is left; each pass with the place of its range.
    fn walk(&self, conn: &mut PgConnection) -> Result<Vec<(usize, Pass<'a>)>> {
        records::walk_the_chains(conn)?;
        let mut passes = Vec::new();
        let mut unreported = 0;
        while let Some((place, range)) = self.next() {
            let mut pass = Pass::new(self.earlier, range, false);
            copy::each(conn, &records::whole(range), |fields| {
                pass.read(&Record::of(fields)?)?;
                unreported += 1;
                if unreported == STEP {
                    let done = self.done.fetch_add(STEP, Ordering::Relaxed) + STEP;
                    (self.progress)(done, self.total);
                    unreported = 0;
                }
                Ok(())
            })?;
            pass.finish();
            passes.push((place, pass));
        }
        Ok(passes)
    }

    fn next(&self) -> Option<(usize, Range)> {
        self.ranges.lock().ok()?.next()
    }
}
