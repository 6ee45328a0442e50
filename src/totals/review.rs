//! What an admin looks at before time is approved: each person's time by day.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::calendar::Calendar;
use super::{Unit, seconds};
use crate::db::copy::{self, Field};
use crate::error::Result;
use crate::ledger::Tx;
use crate::models::{Role, User};
use crate::schema::wl::users;
use crate::time::DayRange;

const READERS: &[Role] = &[Role::Admin, Role::Accountant, Role::Ops];

/// Entries of one person that started on one day. Running timers only count as such.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub entries: i64,
    pub duration_seconds: i64,
    /// Not approved.
    pub open: i64,
    pub open_seconds: i64,
    /// Longer than the setting `stale_after`, and not approved.
    pub long: i64,
    /// Less than a second.
    pub zero: i64,
    /// Approved before and unlocked since.
    pub unlocked: i64,
    pub running: i64,
}

/// The time of one person on one day.
#[derive(Debug, Clone)]
pub struct PersonDay {
    pub user_id: i64,
    pub user: String,
    pub user_name: String,
    pub day: NaiveDate,
    pub counts: Counts,
}

/// The time of a period.
#[derive(Debug)]
pub struct Review {
    /// By week, person and day.
    pub days: Vec<PersonDay>,
    /// The logins of technicians without any time.
    pub without_time: Vec<String>,
}

impl std::ops::AddAssign<&Self> for Counts {
    fn add_assign(&mut self, other: &Self) {
        self.entries += other.entries;
        self.duration_seconds += other.duration_seconds;
        self.open += other.open;
        self.open_seconds += other.open_seconds;
        self.long += other.long;
        self.zero += other.zero;
        self.unlocked += other.unlocked;
        self.running += other.running;
    }
}

/// Reads the entries that started on these days.
pub fn review(tx: &mut Tx<'_>, days: &DayRange, zone: Tz) -> Result<Review> {
    tx.require(READERS, "review the time of all")?;
    let counted = count(tx, days, zone)?;
    let people: Vec<User> = users::table
        .select(User::as_select())
        .order(users::db_role)
        .load(tx.conn)?;
    let mut found = Vec::new();
    for user in &people {
        let of_user = counted.range((user.id, NaiveDate::MIN)..=(user.id, NaiveDate::MAX));
        found.extend(of_user.map(|((_, day), counts)| PersonDay {
            user_id: user.id,
            user: user.db_role.clone(),
            user_name: user.full_name.clone(),
            day: *day,
            counts: counts.clone(),
        }));
    }
    let without_time = people.into_iter().filter(|user| {
        user.role == Role::Technician
            && user.deleted_at.is_none()
            && found.iter().all(|day| day.user_id != user.id)
    });
    let without_time = without_time.map(|user| user.db_role).collect();
    // within a week, people and days stay in their order
    found.sort_by_key(|day| day.day.iso_week());
    Ok(Review {
        days: found,
        without_time,
    })
}

/// By user and day.
fn count(tx: &mut Tx<'_>, days: &DayRange, zone: Tz) -> Result<BTreeMap<(i64, NaiveDate), Counts>> {
    let stale_after = tx.settings.stale_after;
    let mut calendar = Calendar::new(zone, Unit::Day);
    let mut counted: BTreeMap<(i64, NaiveDate), Counts> = BTreeMap::new();
    copy::each(
        tx.conn,
        &query(days.start(zone), days.end(zone)),
        |[user, start, end, locked, approved_before]| {
            let (start, open) = (start.micros()?, !locked.bool());
            let day = calendar.span(start)?.day;
            let counts = counted.entry((user.i64()?, day)).or_default();
            let Some(end) = end.optional(Field::micros)? else {
                counts.running += 1;
                return Ok(());
            };
            let seconds = seconds(start, start, end);
            counts.entries += 1;
            counts.duration_seconds += seconds;
            counts.zero += i64::from(seconds == 0);
            if open {
                counts.open += 1;
                counts.open_seconds += seconds;
                counts.long += i64::from(seconds > stale_after);
                counts.unlocked += i64::from(approved_before.bool());
            }
            Ok(())
        },
    )?;
    Ok(counted)
}

/// Only instants are spelled out in it.
fn query(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>) -> String {
    let instant = |ts: DateTime<Utc>| format!("timestamptz '{}'", ts.to_rfc3339());
    let from = from.map(|from| format!(" AND e.start_ts >= {}", instant(from)));
    let to = to.map(|to| format!(" AND e.start_ts < {}", instant(to)));
    format!(
        "SELECT e.user_id, e.start_ts, e.end_ts, e.status = 'LOCKED', e.approvals > 0 FROM wl.time_entries e
         WHERE e.deleted_at IS NULL{}{}",
        from.unwrap_or_default(),
        to.unwrap_or_default()
    )
}
