//! One pass over a part of the trail: each chain is recomputed, each record is
//! compared with its row. Nothing is kept but the chain's end.

use std::collections::HashMap;

use super::counts::Counts;
use super::problems::{Problem, Report};
use super::ranges::Range;
use super::records::Record;
use crate::error::{Error, Result};
use crate::ledger::image;
use crate::ledger::seal::Head;
use crate::models::Entity;

/// What is kept while a part of the trail is read.
pub struct Pass<'a> {
    pub report: Report,
    /// The ends of the chains that were read.
    pub heads: Vec<Head>,
    pub counts: Counts,
    /// The heads of the earlier seal that were not met yet.
    wanted: HashMap<i64, &'a Head>,
    only_after: bool,
    chain: Option<Chain>,
    scratch: Vec<u8>,
}

/// One chain while it is read.
pub struct Chain {
    head: Head,
    at: i64,
    broken: bool,
}

impl Chain {
    /// Before its first record.
    pub fn of(record: &Record<'_>) -> Result<Self> {
        Ok(Self {
            head: Head {
                actor_id: record.actor_id,
                login: record.actor_login()?.to_owned(),
                chain_seq: 0,
                hash: vec![0; 32],
            },
            at: i64::MIN,
            broken: false,
        })
    }

    /// Whether this record is the next one.
    pub fn precedes(&self, record: &Record<'_>) -> bool {
        (self.head.actor_id, self.head.chain_seq + 1) == (record.actor_id, record.chain_seq)
    }

    pub fn go_on_to(&mut self, record: &Record<'_>) {
        self.head.chain_seq = record.chain_seq;
        self.at = record.at;
        self.head.hash.clear();
        self.head.hash.extend_from_slice(record.hash());
    }
}

impl<'a> Pass<'a> {
    /// `heads` are those of an earlier seal. With `only_after` the records that they
    /// name are read to go on from, and not verified once more.
    pub fn new(heads: &'a [Head], range: Range, only_after: bool) -> Self {
        let wanted = heads.iter().filter(|head| range.holds(head.actor_id));
        Self {
            report: Report::default(),
            heads: Vec::new(),
            counts: Counts::default(),
            wanted: wanted.map(|head| (head.actor_id, head)).collect(),
            only_after,
            chain: None,
            scratch: Vec::new(),
        }
    }

    pub fn read(&mut self, record: &Record<'_>) -> Result<()> {
        let goes_on = |chain: &Chain| chain.head.actor_id == record.actor_id;
        if !self.chain.as_ref().is_some_and(goes_on) {
            let ended = self.chain.replace(Chain::of(record)?);
            self.heads.extend(ended.map(|chain| chain.head));
        }
        let Some(chain) = &mut self.chain else {
            return Err(Error::bug("a record belongs to no chain"));
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
                "record {} of {} is not the record that was sealed",
                head.chain_seq, head.login
            ))?);
        }
        if !(sealed && self.only_after) {
            self.report.records += 1;
            // one break is reported once, because every later hash depends on it
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
        chain.go_on_to(record);
        Ok(())
    }

    /// After the last record: ends the last chain, and names the chains that end
    /// before the earlier seal.
    pub fn finish(&mut self) {
        self.heads.extend(self.chain.take().map(|chain| chain.head));
        self.report.chains = self.heads.len();
        let mut missing: Vec<&Head> = self.wanted.drain().map(|(_, head)| head).collect();
        missing.sort_by_key(|head| head.actor_id);
        for head in missing {
            self.report.add(Problem {
                entity_type: Entity::User.to_string(),
                entity_id: head.actor_id,
                entity_version: 0,
                problem: format!(
                    "the chain of {} is shorter than when it was sealed: record {} is missing",
                    head.login, head.chain_seq
                ),
            });
        }
    }
}

/// Why the record can't follow the previous one.
pub fn break_of(
    chain: &Chain,
    record: &Record<'_>,
    scratch: &mut Vec<u8>,
) -> Result<Option<String>> {
    let problem = if record.chain_seq != chain.head.chain_seq + 1 {
        format!("record {} is expected here", chain.head.chain_seq + 1)
    } else if record.at < chain.at {
        "its time is before that of the previous record".to_owned()
    } else if *record.hash() != record.hash_after(&chain.head.hash, scratch)? {
        format!(
            "the hash is wrong, the record has {}",
            hex::encode(record.hash())
        )
    } else {
        return Ok(None);
    };
    Ok(Some(format!(
        "chain of {}, record {}: {problem}",
        record.actor_login()?,
        record.chain_seq
    )))
}

/// Compares the record with the row as it is now, if it is of its version, and
/// counts both.
pub fn row_problem(
    record: &Record<'_>,
    counts: &mut Counts,
    scratch: &mut Vec<u8>,
) -> Result<Option<String>> {
    let gone = || Ok(Some("the row is gone".to_owned()));
    let mut counts = Entity::ALL.into_iter().zip(counts);
    let Some((entity, count)) =
        counts.find(|(entity, _)| entity.as_str().as_bytes() == record.entity_type())
    else {
        return gone();
    };
    let [small, version, entry @ ..] = record.row() else {
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
    if record.entity_version < version {
        return Ok(None);
    }
    count.rows += 1;
    let image = match &image {
        Some(image) => image.as_bytes(),
        None => {
            image::write_entry(record.entity_id, entry, scratch)?;
            scratch
        }
    };
    if image != record.after() {
        return Ok(Some("the row differs from its last record".to_owned()));
    }
    if record.other_note() {
        return Ok(Some("the note differs from its last record".to_owned()));
    }
    Ok(None)
}
