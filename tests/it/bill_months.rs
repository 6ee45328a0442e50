//! Random months: whatever is recorded, approved, unlocked, billed and cancelled, the
//! approved time is what the active bills have, plus what is on none.

use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::test_runner::Config;
use worklock::domain::{approval, bill, entry, order};
use worklock::exit;
use worklock::models::OrderStatus;
use worklock::time::TypedSpan;

use crate::bills::assert_all_billed_or_waiting;
use crate::support::Db;

const ORDERS: [&str; 3] = ["WO-1", "WO-2", "WO-3"];
const PEOPLE: [&str; 2] = ["tom", "tess"];

#[derive(Debug, Clone)]
enum Step {
    /// So many seconds of a person on an order, on a day of October to December.
    Work(usize, usize, u32, u32, i64),
    Approve(usize),
    Unlock(usize),
    /// Cuts an unlocked entry to so many seconds.
    Correct(usize, i64),
    /// The orders up to the end of a month.
    Bill(Vec<&'static str>, u32, bill::Per, bool),
    Cancel(usize),
    Status(usize, OrderStatus),
}

fn step() -> impl Strategy<Value = Step> {
    let (order, person, month) = (0..ORDERS.len(), 0..PEOPLE.len(), 10..=12_u32);
    let some = prop::sample::subsequence(ORDERS.to_vec(), 1..=ORDERS.len());
    let per = prop::sample::select(&bill::Per::ALL[..]);
    prop_oneof![
        4 => (person, order.clone(), month.clone(), 1..=28_u32, 0..1800_i64)
            .prop_map(|(who, order, month, day, seconds)| Step::Work(who, order, month, day, seconds)),
        3 => order.clone().prop_map(Step::Approve),
        2 => any::<usize>().prop_map(Step::Unlock),
        2 => (any::<usize>(), 0..1800_i64).prop_map(|(entry, seconds)| Step::Correct(entry, seconds)),
        3 => (some, month, per, any::<bool>())
            .prop_map(|(orders, month, per, skip)| Step::Bill(orders, month, per, skip)),
        1 => any::<usize>().prop_map(Step::Cancel),
        1 => (order, prop::sample::select(&OrderStatus::ALL[..]))
            .prop_map(|(order, status)| Step::Status(order, status)),
    ]
}

/// Takes a step. A rule may refuse it; anything else is a defect.
fn take(db: &Db, number: usize, step: &Step, entries: &mut Vec<i64>, bills: &mut Vec<i64>) {
    let pick = |from: &[i64], at: usize| (!from.is_empty()).then(|| from[at % from.len()]);
    let done = match step {
        Step::Work(who, order, month, day, seconds) => {
            // each step has half an hour of its own, so nothing overlaps
            let (hour, minute) = (number / 2, number % 2 * 30);
            let start = format!("2024-{month}-{day:02} {hour:02}:{minute:02}");
            let end = format!(
                "2024-{month}-{day:02} {hour:02}:{:02}:{:02}",
                minute as i64 + seconds / 60,
                seconds % 60
            );
            let add = entry::Add {
                line: &format!("{}/1", ORDERS[*order]).parse().expect("a line"),
                span: TypedSpan {
                    start: Some(&start.parse().expect("a time")),
                    end: Some(&end.parse().expect("a time")),
                    length: None,
                },
                note: None,
                user: None,
                reason: None,
            };
            db.attempt(PEOPLE[*who], |tx| entry::add(tx, &add, Tz::UTC))
                .map(|(id, _)| entries.push(id))
        }
        Step::Approve(order) => {
            let selection = approval::Selection {
                orders: vec![ORDERS[*order].to_owned()],
                ..approval::Selection::default()
            };
            db.attempt("ada", |tx| approval::approve(tx, &selection, None))
                .map(drop)
        }
        Step::Unlock(at) => match pick(entries, *at) {
            Some(id) => db.attempt("ada", |tx| entry::unlock(tx, &[id], "look again")),
            None => Ok(()),
        },
        Step::Correct(at, seconds) => match pick(entries, *at) {
            Some(id) => {
                let end = db.entry_column(
                    id,
                    &format!("to_char((start_ts + interval '{seconds} s') AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"),
                );
                let edit = entry::Edit {
                    span: TypedSpan {
                        end: Some(&end.parse().expect("a time")),
                        ..TypedSpan::default()
                    },
                    line: None,
                    note: None,
                    reason: Some("look again"),
                };
                db.attempt("abe", |tx| entry::edit(tx, id, &edit, Tz::UTC))
                    .map(drop)
            }
            None => Ok(()),
        },
        Step::Bill(orders, month, per, skip_unapproved) => {
            let selection = bill::Selection {
                orders: bill::Orders::Named(orders.iter().map(|&order| order.to_owned()).collect()),
                until: Some(format!("2024-{month}").parse().expect("a period")),
                per: *per,
                reference: None,
                skip_unapproved: *skip_unapproved,
            };
            db.attempt("acc", |tx| {
                bill::add(tx, &selection, None, Tz::UTC, |_, _| ())
            })
            .map(|added| bills.extend(added.bills.iter().filter_map(|bill| bill.number)))
        }
        Step::Cancel(at) => match pick(bills, *at) {
            Some(number) => db
                .attempt("acc", |tx| bill::cancel(tx, number, "again"))
                .map(drop),
            None => Ok(()),
        },
        Step::Status(order, status) => {
            let orders = [ORDERS[*order].to_owned()];
            db.attempt("ada", |tx| {
                order::status(tx, &orders, *status, Some("again"))
            })
            .map(drop)
        }
    };
    if let Err(error) = done {
        assert_eq!(error.code(), exit::REFUSED, "{step:?}: {error:?}");
    }
}

/// Of the time that is approved: what active bills have, what is on none.
fn sums(db: &Db) -> (i64, i64, i64) {
    let sum = |sql: &str| {
        db.count(&format!(
            "SELECT coalesce(sum(duration_seconds), 0) FROM {sql}"
        ))
    };
    let bills = db.json("acc", &["bill", "list"]);
    let bills = bills.as_array().expect("bills").iter();
    (
        bills
            .filter_map(|bill| bill["duration_seconds"].as_i64())
            .sum(),
        sum("wl.unbilled u JOIN wl.time_entries e ON e.id = u.time_entry_id"),
        sum("wl.time_entries WHERE status = 'LOCKED'"),
    )
}

/// By order, the seconds that are due, by definition: on no active bill, and from before
/// the end of an active bill of the order, or on a cancelled order.
fn due(db: &Db) -> String {
    db.query(
        "WITH billed AS (
            SELECT l.work_order_id, max(b.until) AS until FROM wl.bills b JOIN wl.bill_lines l ON l.bill_id = b.id
            WHERE b.cancelled_at IS NULL GROUP BY l.work_order_id)
         SELECT o.number || ' ' || sum(e.duration_seconds) FROM wl.time_entries e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         LEFT JOIN billed b ON b.work_order_id = o.id
         WHERE e.status = 'LOCKED'
           AND NOT EXISTS (SELECT FROM wl.bill_lines l JOIN wl.bills b ON b.id = l.bill_id
                WHERE l.time_entry_id = e.id AND b.cancelled_at IS NULL)
           AND (o.status = 'cancelled'
                OR (e.start_ts AT TIME ZONE 'UTC')::date <= b.until)
         GROUP BY o.id ORDER BY o.number",
    )
}

/// The same as `wl exceptions` finds it.
fn reported(db: &Db) -> String {
    let found = db.json("olga", &["exceptions", "--kind", "unbilled_time"]);
    let found = found.as_array().expect("findings").iter();
    let mut orders: Vec<String> = found
        .filter_map(|f| {
            Some(format!(
                "{} {}",
                f["work_order"].as_str()?,
                f["duration_seconds"]
            ))
        })
        .collect();
    orders.sort_unstable();
    orders.join("\n")
}

proptest! {
    #![proptest_config(Config { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..Config::default() })]

    #[test]
    fn approved_time_is_billed_once_or_not_yet(steps in prop::collection::vec(step(), 1..40)) {
        let db = Db::new();
        db.order("WO-2");
        db.order("WO-3");
        let (mut entries, mut bills) = (Vec::new(), Vec::new());
        for (number, step) in steps.iter().enumerate() {
            take(&db, number, step, &mut entries, &mut bills);
            assert_all_billed_or_waiting(&db);
        }
        let (billed, unbilled, approved) = sums(&db);
        prop_assert_eq!(billed + unbilled, approved);
        prop_assert_eq!(reported(&db), due(&db));
        db.assert_whole();
    }
}
