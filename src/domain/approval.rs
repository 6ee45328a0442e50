//! Approval: an admin approves finished time, which locks it (R5).

mod plan;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

pub use plan::{Candidate, Plan, Selection, Skipped, Subtotal, plan, seconds};

use crate::domain::{Texts, Versions, list_changed, list_changes, text_changes};
use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::Action;

/// Locks what `plan` allows. When a person confirmed a list, `confirmed` is that list: if
/// an entry of it has another version now, or the list has other entries or names a job
/// differently, nothing is locked.
pub fn approve(tx: &mut Tx<'_>, selection: &Selection, confirmed: Option<&Plan>) -> Result<Plan> {
    let plan = plan::locked(tx, selection)?;
    if let Some(confirmed) = confirmed {
        let (before, after) = (versions(confirmed), versions(&plan));
        if let Some(what) = list_changes(&before, &after, |id| fate(tx, id))? {
            return Err(list_changed(ErrorKind::ApproveChanged, &what));
        }
        if let Some(what) = text_changes(&texts(confirmed), &texts(&plan)) {
            return Err(list_changed(ErrorKind::ApproveChanged, &what));
        }
    }
    if plan.approved.is_empty() {
        return match plan.skipped.first() {
            Some(first) => Err(nothing_approved(tx, &plan, first)),
            None => Ok(plan),
        };
    }
    let ids: Vec<i64> = plan.approved.iter().map(|candidate| candidate.id).collect();
    diesel::sql_query(
        "UPDATE wl.time_entries SET status = 'LOCKED', long_accepted = duration_seconds > $2 WHERE id = ANY ($1)",
    )
    .bind::<Array<BigInt>, _>(&ids)
    .bind::<BigInt, _>(tx.settings.stale_after)
    .execute(tx.conn)?;
    audit::record_all(tx, Action::EntryApprove, &ids, None)?;
    Ok(plan)
}

fn versions(plan: &Plan) -> Versions<'_> {
    let entries = plan.approved.iter();
    let versions = entries.map(|entry| (entry.id, (entry.version, entry.work_order.as_str())));
    versions.collect()
}

/// What the list says of the work and of who did it.
fn texts(plan: &Plan) -> Texts<'_> {
    let mut texts = Texts::new();
    for entry in &plan.approved {
        let (order, line) = (&entry.work_order, entry.line_item);
        texts.insert(format!("the title of {order}"), &entry.title);
        texts.insert(format!("the customer of {order}"), &entry.customer);
        texts.insert(
            format!("the text of {order}/{line}"),
            &entry.line_description,
        );
        texts.insert(format!("the name of {}", entry.user), &entry.user_name);
    }
    texts
}

/// What became of an entry that can't be approved any more.
fn fate(tx: &mut Tx<'_>, id: i64) -> Result<String> {
    #[derive(QueryableByName)]
    struct Fate {
        #[diesel(sql_type = Text)]
        fate: String,
    }
    let found: Fate = diesel::sql_query(
        "SELECT CASE WHEN e.deleted_at IS NOT NULL THEN 'was removed'
            WHEN e.status = 'LOCKED' THEN 'was approved by ' || a.db_role
            ELSE 'is no longer part of it' END AS fate
         FROM wl.time_entries e LEFT JOIN wl.users a ON a.id = e.approved_by WHERE e.id = $1",
    )
    .bind::<BigInt, _>(id)
    .get_result(tx.conn)?;
    Ok(found.fate)
}

/// All that was selected is skipped: the first entry's rule says what to do about it.
fn nothing_approved(tx: &mut Tx<'_>, plan: &Plan, first: &Skipped) -> Error {
    let subject = match first.rule {
        ErrorKind::OrderBilled => first.work_order.clone(),
        _ => first.id.to_string(),
    };
    let more = match plan.skipped.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let message = format!("nothing to approve: {}{more}", first.sentence());
    Error {
        hint: guards::refusal(tx, first.rule, &[&subject, "", ""]).hint,
        ..Error::new(first.rule, message)
    }
}
