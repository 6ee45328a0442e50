//! Verifying the audit trail: every chain is recomputed, every row is compared
//! with its last record, and the schema with what the migrations make.
//!
//! What a record's hash covers, recipe `wl-audit-1`, is written
//! down in ARCHITECTURE.md; `wl.audit_payload` is the same in SQL. Records are
//! read once, in the order of the chains, each with the row that it made if
//! the row is still so; nothing is kept but the chain's end.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;
use diesel::query_dsl::LoadQuery;
use diesel::sql_types::{BigInt, Bool, Text};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Tx;
use super::image;
use super::seal::{self, Head, Seal, hex};
use crate::db::catalog;
use crate::db::copy::{self, Field};
use crate::db::schema_version;
use crate::db::transaction::{SNAPSHOT, begin};
use crate::error::{Error, ErrorKind, Result};
use crate::exit;
use crate::models::{Entity, Role};

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
}

#[derive(Debug, Serialize, QueryableByName)]
pub struct Problem {
    #[diesel(sql_type = Text)]
    pub entity_type: String,
    #[diesel(sql_type = BigInt)]
    pub entity_id: i64,
    #[diesel(sql_type = BigInt)]
    pub entity_version: i64,
    #[diesel(sql_type = Text)]
    pub problem: String,
}

/// An earlier seal to hold the trail against.
pub enum Earlier {
    /// From a seal file.
    Heads(Seal),
    /// From a document.
    Digits(String),
}

/// What to verify.
#[derive(Default)]
pub struct Scope {
    /// Also check that the heads of this seal are still in the chains.
    pub earlier: Option<Earlier>,
    /// Recompute only what came after that seal: what lies before it was
    /// verified before.
    pub only_after: bool,
}

/// The columns of a record that its hash covers, then its hash, and whether the
/// note of a time entry is another one now.
const RECORD: &str = "r.id, r.actor_id, r.chain_seq, r.at, r.txid, r.actor_login, r.actor_role,
    r.entity_type, r.entity_id, r.entity_version, r.action, r.reason, r.op_id, r.note_sha256, r.after,
    r.hash, r.other_note";
const RECORD_FIELDS: usize = 17;
/// After them the row.
const FIELDS: usize = RECORD_FIELDS + image::COLUMNS;

/// Records `r` with their rows, from a FROM item and with conditions.
fn records(from: &str, conditions: &str) -> String {
    format!(
        "SELECT {RECORD}, {} FROM {from} {conditions} ORDER BY r.actor_id, r.chain_seq",
        image::columns_sql()
    )
}

/// Rows are looked up one by one, in the order of the chains: any other join
/// would have to sort all records with all they hold. Images have times in UTC.
fn walk_the_chains(conn: &mut PgConnection) -> Result<()> {
    Ok(conn.batch_execute(
        "SET LOCAL jit = off; SET LOCAL TimeZone = 'UTC'; SET LOCAL enable_hashjoin = off;
         SET LOCAL enable_mergejoin = off; SET LOCAL enable_memoize = off; SET LOCAL enable_material = off",
    )?)
}

/// Actors from `.0` on and before `.1`; together, ranges leave no number out.
type Range = (Option<i64>, Option<i64>);

fn in_range(range: Range, actor_id: i64) -> bool {
    range.0.is_none_or(|first| first <= actor_id) && range.1.is_none_or(|end| actor_id < end)
}

/// Whole chains.
fn whole(range: Range) -> String {
    let bound = |sign: &str, id: Option<i64>| {
        id.map_or_else(String::new, |id| format!("AND r.actor_id {sign} {id}"))
    };
    let range = format!("{} {}", bound(">=", range.0), bound("<", range.1));
    records("wl.audit_proof r", &format!("WHERE true {range}"))
}

/// From the heads of a seal on, the sealed records themselves included. The
/// heads are made first, in order: else row-level security would let PostgreSQL
/// look at them only after it read each chain whole.
fn after_seal() -> String {
    records(
        "(SELECT u.id, coalesce(h.chain_seq, 0) AS chain_seq
            FROM wl.users u
            LEFT JOIN jsonb_to_recordset(current_setting('wl.heads')::jsonb) AS h (actor_id bigint, chain_seq bigint)
                ON h.actor_id = u.id ORDER BY u.id) h
         JOIN wl.audit_proof r ON r.actor_id = h.id AND r.chain_seq >= h.chain_seq",
        "",
    )
}

struct Record<'a> {
    actor_id: i64,
    chain_seq: i64,
    at: i64,
    entity_id: i64,
    entity_version: i64,
    fields: &'a [Field<'a>; FIELDS],
}

impl<'a> Record<'a> {
    fn of(fields: &'a [Field<'a>; FIELDS]) -> Result<Self> {
        Ok(Self {
            actor_id: fields[1].i64()?,
            chain_seq: fields[2].i64()?,
            at: fields[3].micros()?,
            entity_id: fields[8].i64()?,
            entity_version: fields[9].i64()?,
            fields,
        })
    }

    fn actor_login(&self) -> Result<&'a str> {
        self.fields[5].text()
    }

    fn entity_type(&self) -> &'a [u8] {
        self.fields[7].bytes()
    }

    fn after(&self) -> &'a [u8] {
        self.fields[14].bytes()
    }

    fn hash(&self) -> &'a [u8] {
        self.fields[15].bytes()
    }

    fn other_note(&self) -> bool {
        self.fields[16].bool()
    }

    /// The recipe's JSON array, put together in `scratch`, as PostgreSQL's
    /// json_build_array writes it.
    fn hash_after(&self, previous: &[u8], scratch: &mut Vec<u8>) -> Result<[u8; 32]> {
        let [id, actor_id, chain_seq, _, txid, texts @ ..] = self.fields;
        let [login, role, entity_type, entity_id, version, texts @ ..] = texts;
        let [action, reason, op_id, note_sha256, ..] = texts;
        scratch.clear();
        scratch.extend_from_slice(previous);
        scratch.extend_from_slice(b"[\"wl-audit-1\"");
        for number in [id, actor_id, chain_seq] {
            next(&number.i64()?, scratch)?;
        }
        next(&self.at, scratch)?;
        next(&txid.i64()?, scratch)?;
        for word in [login, role, entity_type] {
            next(&word.text()?, scratch)?;
        }
        for number in [entity_id, version] {
            next(&number.i64()?, scratch)?;
        }
        for word in [action, reason, op_id] {
            next(&word.optional(Field::text)?, scratch)?;
        }
        let note_sha256 = note_sha256.get().map(hex);
        next(&note_sha256, scratch)?;
        scratch.extend_from_slice(b", ");
        scratch.extend_from_slice(self.after());
        scratch.push(b']');
        Ok(Sha256::digest(scratch).into())
    }

    fn problem(&self, problem: String) -> Result<Problem> {
        Ok(Problem {
            entity_type: self.fields[7].text()?.to_owned(),
            entity_id: self.entity_id,
            entity_version: self.entity_version,
            problem,
        })
    }
}

/// One more member of a JSON array.
fn next<T: Serialize + ?Sized>(member: &T, json: &mut Vec<u8>) -> Result<()> {
    json.extend_from_slice(b", ");
    image::json(member, json)
}

/// One chain while it is read.
struct Chain {
    head: Head,
    at: i64,
    broken: bool,
}

/// Of one kind: how many rows there are and how many versions they had, by
/// their own count, and what was found in the trail.
#[derive(Default, Clone, Copy, PartialEq, Eq, QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
    #[diesel(sql_type = BigInt)]
    versions: i64,
}

/// What is kept while a part of the trail is read.
struct Pass<'a> {
    report: Report,
    /// The heads of the earlier seal that were not met yet.
    wanted: HashMap<i64, &'a Head>,
    only_after: bool,
    heads: Vec<Head>,
    chain: Option<Chain>,
    /// For each of [`Entity::ALL`].
    counts: [Count; Entity::ALL.len()],
    scratch: Vec<u8>,
}

/// Recomputes everything in the scope. Several connections made by `connect`
/// share the chains of a whole trail, all on the snapshot of this transaction.
/// `progress` is told how many records were read, and of how many.
pub fn verify(
    tx: &mut Tx<'_>,
    scope: &Scope,
    connect: impl Fn() -> Result<PgConnection> + Sync,
    progress: impl Fn(i64, i64) + Sync,
) -> Result<Report> {
    tx.require(
        &[Role::Admin, Role::Accountant, Role::Ops],
        "verify the audit trail",
    )?;
    require_own_schema(tx.conn)?;
    let mut report = Report::default();
    let earlier = match &scope.earlier {
        None => None,
        Some(Earlier::Heads(seal)) => Some(seal.clone()),
        Some(Earlier::Digits(digits)) => {
            let found = seal::find(tx, digits)?;
            if found.is_none() {
                report.add(Problem::of_trail(format!(
                    "no state of the trail has the seal {digits}; if another transaction was under way when it \
                     was made, only its seal file can tell"
                )));
            }
            found
        }
    };
    let heads = earlier.as_ref().map_or(&[][..], |seal| &seal.heads);
    if scope.only_after && earlier.is_some() {
        let mut pass = Pass::new(heads, (None, None), true);
        walk_the_chains(tx.conn)?;
        copy::set(tx.conn, "wl.heads", &serde_json::json!(heads).to_string())?;
        copy::each(tx.conn, &after_seal(), |fields| {
            pass.read(&Record::of(fields)?)
        })?;
        pass.finish();
        report.take(pass.report);
        rest(tx, false, &mut report)?;
        report.seal = Some(Seal::of(pass.heads).seal);
        return Ok(report);
    }

    let present = seal::current(tx)?;
    let snapshot = Snapshot::export(tx)?;
    let ranges = ranges(&present.heads);
    let workers = workers().min(ranges.len());
    let ranges = Mutex::new(ranges.into_iter().enumerate());
    let total = present.heads.iter().map(|head| head.chain_seq).sum();
    let done = AtomicI64::new(0);
    let walk = |conn: &mut PgConnection| {
        walk_the_chains(conn)?;
        let mut passes = Vec::new();
        // what the others may see of it, and the terminal
        let mut unsaid = 0;
        while let Some((place, range)) = take(&ranges) {
            let mut pass = Pass::new(heads, range, false);
            copy::each(conn, &whole(range), |fields| {
                pass.read(&Record::of(fields)?)?;
                unsaid += 1;
                if unsaid == 1000 {
                    progress(done.fetch_add(unsaid, Ordering::Relaxed) + unsaid, total);
                    unsaid = 0;
                }
                Ok(())
            })?;
            pass.finish();
            passes.push((place, pass));
        }
        Ok::<_, Error>(passes)
    };
    let work = || {
        // who gets no connection, or one to another server, takes no part
        match connect().and_then(|mut conn| snapshot.enter(&mut conn).map(|()| conn)) {
            Ok(mut conn) => walk(&mut conn),
            Err(_) => Ok(Vec::new()),
        }
    };
    let (mut passes, expected) = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        // meanwhile, what needs no chain; then what is left of them
        let expected = counts(tx).and_then(|counts| {
            rest(tx, true, &mut report)?;
            Ok((counts, walk(tx.conn)?))
        });
        let mut passes = Vec::new();
        for worker in workers {
            let done = worker.join();
            passes.extend(done.map_err(|_| Error::bug("a thread of verify stopped"))??);
        }
        let (expected, own) = expected?;
        passes.extend(own);
        Ok::<_, Error>((passes, expected))
    })?;
    passes.sort_by_key(|(place, _)| *place);
    let mut heads = Vec::new();
    let mut found = [Count::default(); Entity::ALL.len()];
    for (_, pass) in passes {
        report.take(pass.report);
        heads.extend(pass.heads);
        for (sum, count) in found.iter_mut().zip(pass.counts) {
            sum.rows += count.rows;
            sum.versions += count.versions;
        }
    }
    if found != expected {
        gaps(tx, &mut report)?;
    }
    report.seal = Some(Seal::of(heads).seal);
    Ok(report)
}

/// Two connections for each processor of this machine, but no crowd: while one
/// waits for its server another has work, and rows come in larger pieces.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, |count| (2 * count.get()).min(8))
}

/// Many ranges for each worker, of about the same number of records, so that
/// all have work until the end.
fn ranges(heads: &[Head]) -> Vec<Range> {
    let total: i64 = heads.iter().map(|head| head.chain_seq).sum();
    let share = total / i64::try_from(16 * workers()).unwrap_or(1) + 1;
    let mut ranges = Vec::new();
    let (mut first, mut records) = (None, 0);
    for head in heads {
        if records >= share {
            ranges.push((first, Some(head.actor_id)));
            (first, records) = (Some(head.actor_id), 0);
        }
        records += head.chain_seq;
    }
    ranges.push((first, None));
    ranges
}

fn take(ranges: &Mutex<impl Iterator<Item = (usize, Range)>>) -> Option<(usize, Range)> {
    ranges.lock().ok()?.next()
}

/// The name by which another connection sees what this transaction sees.
struct Snapshot(String);

impl Snapshot {
    fn export(tx: &mut Tx<'_>) -> Result<Self> {
        // it lasts as long as this transaction, which may have to wait for the others
        copy::set(tx.conn, "idle_in_transaction_session_timeout", "0")?;
        let name: String =
            diesel::select(sql::<Text>("pg_export_snapshot()")).get_result(tx.conn)?;
        Ok(Self(name))
    }

    fn enter(&self, conn: &mut PgConnection) -> Result<()> {
        begin(conn, SNAPSHOT)?;
        let digits = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
        if !self.0.bytes().all(digits) {
            return Err(Error::bug("no name of a snapshot"));
        }
        Ok(conn.batch_execute(&format!("SET TRANSACTION SNAPSHOT '{}'", self.0))?)
    }
}

impl<'a> Pass<'a> {
    fn new(heads: &'a [Head], range: Range, only_after: bool) -> Self {
        let wanted = heads.iter().filter(|head| in_range(range, head.actor_id));
        Self {
            report: Report::default(),
            wanted: wanted.map(|head| (head.actor_id, head)).collect(),
            only_after,
            heads: Vec::new(),
            chain: None,
            counts: Default::default(),
            scratch: Vec::new(),
        }
    }
}

impl Pass<'_> {
    fn read(&mut self, record: &Record<'_>) -> Result<()> {
        if self
            .chain
            .as_ref()
            .is_none_or(|chain| chain.head.actor_id != record.actor_id)
        {
            let head = Head {
                actor_id: record.actor_id,
                login: record.actor_login()?.to_owned(),
                chain_seq: 0,
                hash: vec![0; 32],
            };
            let ended = self.chain.replace(Chain {
                head,
                at: i64::MIN,
                broken: false,
            });
            self.heads.extend(ended.map(|chain| chain.head));
        }
        let Some(chain) = self.chain.as_mut() else {
            return Ok(());
        };
        let sealed = self
            .wanted
            .get(&record.actor_id)
            .is_some_and(|head| head.chain_seq == record.chain_seq);
        if sealed
            && let Some(head) = self.wanted.remove(&record.actor_id)
            && head.hash != record.hash()
        {
            self.report.add(record.problem(format!(
                "record {} of {} is not the one that was sealed",
                head.chain_seq, head.login
            ))?);
        }
        if !(sealed && self.only_after) {
            self.report.records += 1;
            // one break is reported once: everything after it hangs on it
            if !chain.broken
                && let Some(problem) = break_of(chain, record, &mut self.scratch)?
            {
                chain.broken = true;
                self.report.add(record.problem(problem)?);
            }
            if let Some(problem) = row_problem(record, &mut self.counts, &mut self.scratch)? {
                self.report.add(record.problem(problem)?);
            }
        }
        chain.head.chain_seq = record.chain_seq;
        chain.at = record.at;
        chain.head.hash.clear();
        chain.head.hash.extend_from_slice(record.hash());
        Ok(())
    }

    fn finish(&mut self) {
        self.heads.extend(self.chain.take().map(|chain| chain.head));
        self.report.chains = self.heads.len();
        let mut missing: Vec<&Head> = self.wanted.drain().map(|(_, head)| head).collect();
        missing.sort_by_key(|head| head.actor_id);
        for head in missing {
            self.report.add(Problem {
                entity_type: "user".to_owned(),
                entity_id: head.actor_id,
                entity_version: 0,
                problem: format!(
                    "the chain of {} is shorter than when it was sealed: record {} is gone",
                    head.login, head.chain_seq
                ),
            });
        }
    }
}

fn break_of(chain: &Chain, record: &Record<'_>, scratch: &mut Vec<u8>) -> Result<Option<String>> {
    let problem = if record.chain_seq != chain.head.chain_seq + 1 {
        format!("record {} should come next", chain.head.chain_seq + 1)
    } else if record.at < chain.at {
        "it is dated before the one it follows".to_owned()
    } else if *record.hash() != record.hash_after(&chain.head.hash, scratch)? {
        format!("the hash does not fit, here stands {}", hex(record.hash()))
    } else {
        return Ok(None);
    };
    Ok(Some(format!(
        "chain of {}, record {}: {problem}",
        record.actor_login()?,
        record.chain_seq
    )))
}

/// Compares the record with the row as it is now, if it is of its version.
fn row_problem(
    record: &Record<'_>,
    counts: &mut [Count; Entity::ALL.len()],
    scratch: &mut Vec<u8>,
) -> Result<Option<String>> {
    let gone = || Ok(Some("the row is gone".to_owned()));
    let mut counts = Entity::ALL.into_iter().zip(counts);
    let Some((entity, count)) =
        counts.find(|(entity, _)| entity.as_str().as_bytes() == record.entity_type())
    else {
        return gone();
    };
    let [small, version, entry @ ..] = &record.fields[RECORD_FIELDS..] else {
        return gone();
    };
    let (version, image) = if !version.is_null() {
        (version.i64()?, None)
    } else if let Some((version, image)) =
        small.get().and_then(|row| image::small_image(entity, row))
    {
        (version, Some(image))
    } else {
        return gone();
    };
    if record.entity_version > version {
        return Ok(Some(format!(
            "the row is at version {version}, before this record"
        )));
    }
    count.versions += 1;
    if record.entity_version == version {
        count.rows += 1;
        let image = match &image {
            Some(image) => image.as_bytes(),
            None => {
                image::write_entry(record.entity_id, entry, scratch)?;
                scratch
            }
        };
        if image != record.after() {
            return Ok(Some("the row is not as its last record says".to_owned()));
        }
        if record.other_note() {
            return Ok(Some("the note is not as its last record says".to_owned()));
        }
    }
    Ok(None)
}

/// SQL: a row that has records. A setting that nobody changed has none.
fn recorded(entity: Entity) -> &'static str {
    match entity {
        Entity::Setting => "x.row_version <> 0",
        Entity::User | Entity::WorkOrder | Entity::LineItem | Entity::TimeEntry => "true",
    }
}

/// How many rows and versions there must be of each kind.
fn counts(tx: &mut Tx<'_>) -> Result<[Count; Entity::ALL.len()]> {
    let mut counts = [Count::default(); Entity::ALL.len()];
    for (count, entity) in counts.iter_mut().zip(Entity::ALL) {
        *count = diesel::sql_query(format!(
            "SELECT count(*) AS rows, mod(coalesce(sum(x.row_version), 0), 9223372036854775807)::bigint AS versions
             FROM wl.{} x WHERE {}",
            entity.table(),
            recorded(entity)
        ))
        .get_result(tx.conn)?;
    }
    Ok(counts)
}

/// Names the rows that have not one record for each of their versions.
fn gaps(tx: &mut Tx<'_>, report: &mut Report) -> Result<()> {
    let before = report.problem_count;
    for entity in Entity::ALL {
        let sql = format!(
            "SELECT '{entity}' AS entity_type, x.id AS entity_id, x.row_version AS entity_version,
                format('the row has %s records for %s versions', coalesce(r.records, 0), x.row_version) AS problem
             FROM wl.{table} x
             LEFT JOIN (SELECT entity_id, count(*) AS records FROM wl.audit_log
                WHERE entity_type = '{entity}' GROUP BY entity_id) r ON r.entity_id = x.id
             WHERE coalesce(r.records, 0) <> x.row_version OR (x.row_version = 0 AND {recorded}) ORDER BY x.id",
            table = entity.table(),
            recorded = recorded(entity)
        );
        report.add_all(tx, diesel::sql_query(sql))?;
    }
    if report.problem_count == before {
        report.add(Problem::of_trail(
            "rows and records don't count up".to_owned(),
        ));
    }
    Ok(())
}

/// The schema can be compared only by the program that makes the same one.
fn require_own_schema(conn: &mut PgConnection) -> Result<()> {
    let number = schema_version::load(conn)?.number;
    if number == schema_version::NUMBER {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::OtherSchema,
        format!(
            "the database has schema {number}; this wl can verify schema {} only",
            schema_version::NUMBER
        ),
    )
    .hint("verify with the wl of that schema, or let the owner of the database run: wl migrate"))
}

/// What is left to say where [`verify`] met this error: if somebody changed the
/// schema or a value so that it can't be read, that is the finding.
pub fn unreadable(conn: &mut PgConnection, error: Error) -> Result<Report> {
    let mut report = Report::default();
    if matches!(
        error.code(),
        exit::BUG | exit::VERSION | exit::NO_PERMISSION
    ) && require_own_schema(conn).is_ok()
    {
        schema(conn, &mut report)?;
    }
    if report.problem_count == 0 && error.code() != exit::BUG {
        return Err(error);
    }
    report.add(Problem::of_trail(format!(
        "nothing else could be verified: {}",
        error.message
    )));
    Ok(report)
}

/// What only the database's owner can compare, and the schema itself: a rule
/// that was taken away leaves no mark in the trail.
fn rest(tx: &mut Tx<'_>, whole: bool, report: &mut Report) -> Result<()> {
    let query = diesel::sql_query(
        "SELECT entity_type, entity_id, entity_version, problem FROM wl.audit_mismatches($1)",
    )
    .bind::<Bool, _>(whole);
    report.add_all(tx, query)?;
    schema(tx.conn, report)
}

/// Names what is not as the migrations make it.
fn schema(conn: &mut PgConnection, report: &mut Report) -> Result<()> {
    let (missing, extra) = catalog::differences(conn)?;
    // an index of the database's own administrator changes nothing
    let extra = extra.iter().filter(|line| !line.starts_with("index "));
    for (what, line) in missing
        .iter()
        .map(|line| ("not there as it should be", line))
        .chain(extra.map(|line| ("there and should not be", line)))
    {
        report.add(Problem::of_trail(format!("the schema: {what}: {line}")));
    }
    Ok(())
}

impl Problem {
    /// About the trail as a whole.
    fn of_trail(problem: String) -> Self {
        Self {
            entity_type: "trail".to_owned(),
            entity_id: 0,
            entity_version: 0,
            problem,
        }
    }
}

impl Report {
    /// What a part of the trail came to.
    fn take(&mut self, part: Self) {
        self.records += part.records;
        self.chains += part.chains;
        let unnamed = part.problem_count - part.problems.len();
        for problem in part.problems {
            self.add(problem);
        }
        self.problem_count += unnamed;
    }

    fn add(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < NAMED {
            self.problems.push(problem);
        }
    }

    fn add_all<'q>(
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
