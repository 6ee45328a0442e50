//! What the tests of the rules share: a refusal must leave everything as it was.

use serde_json::Value;

use worklock::models::OrderStatus;

use super::{Db, Refusal};

/// What an order of each status may become, as the tests expect it.
pub fn next(status: OrderStatus) -> &'static [OrderStatus] {
    use OrderStatus::{Billed, Cancelled, InProgress, Open, ReadyToBill};
    match status {
        Open => &[InProgress, ReadyToBill, Cancelled],
        InProgress => &[Open, ReadyToBill, Cancelled],
        ReadyToBill => &[InProgress, Billed],
        Billed => &[ReadyToBill],
        Cancelled => &[Open],
    }
}

/// The six people that every database begins with, and what they are.
pub const PEOPLE: [(&str, &str); 6] = [
    ("tom", "technician"),
    ("tess", "technician"),
    ("ada", "admin"),
    ("abe", "admin"),
    ("acc", "accountant"),
    ("olga", "ops"),
];

/// SQLSTATE of a right that the grants don't give.
pub const NO_RIGHT: &str = "42501";

impl Db {
    /// Plain SQL that must be refused by one of the rules (or SQLSTATEs)
    /// given, and must change nothing.
    #[track_caller]
    pub fn sql_refused(&self, login: &str, sql: &str, rules: &[&str]) -> Refusal {
        let before = self.checksum();
        let refusal = match self.ask(login, sql) {
            Ok(rows) => panic!("{login} must not: {sql}\n{rows}"),
            Err(refusal) => refusal,
        };
        assert!(
            rules.contains(&refusal.rule.as_str()) || rules.contains(&refusal.state.as_str()),
            "{login}: {sql}\nshould be refused by {rules:?}: {refusal:?}"
        );
        assert_eq!(self.checksum(), before, "{login}: {sql}");
        refusal
    }

    /// A run of `wl` that must be refused by a rule, and must change nothing.
    #[track_caller]
    pub fn wl_refused(&self, login: &str, args: &[&str], code: i32, kind: &str) -> Value {
        let before = self.checksum();
        let error = self.refused(login, args);
        assert_eq!(
            (error["code"].as_i64(), error["kind"].as_str()),
            (Some(i64::from(code)), Some(kind)),
            "wl {args:?} as {login}: {error}"
        );
        assert_eq!(error["saved"], "nothing", "{error}");
        assert_eq!(self.checksum(), before, "wl {args:?} as {login}");
        error
    }

    /// One column of an entry, as text.
    pub fn entry_column(&self, id: i64, column: &str) -> String {
        self.query(&format!(
            "SELECT {column} FROM wl.time_entries WHERE id = {id}"
        ))
    }

    /// The last record of a row: `action actor reason`.
    pub fn last_record(&self, entity: &str, id: i64) -> String {
        self.query(&format!(
            "SELECT concat_ws(' ', action, actor_login, reason) FROM wl.audit_log
             WHERE entity_type = '{entity}' AND entity_id = {id} ORDER BY entity_version DESC LIMIT 1"
        ))
    }

    /// `wl audit verify` finds nothing.
    pub fn assert_whole(&self) {
        let report = self.json("olga", &["audit", "verify"]);
        assert_eq!(report["problem_count"], 0, "{report}");
    }
}

/// A change and its audit record in one transaction, as `wl` writes them.
/// `row` is the id or an expression for it.
pub fn audited(change: &str, entity: &str, row: impl std::fmt::Display, action: &str) -> String {
    audited_because(change, entity, row, action, "NULL")
}

/// The same with a reason, an SQL expression.
pub fn audited_because(
    change: &str,
    entity: &str,
    row: impl std::fmt::Display,
    action: &str,
    reason: &str,
) -> String {
    format!(
        "BEGIN;
         {change};
         INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)
         VALUES ('{entity}', {row}, '{action}', {reason}, 'by hand');
         COMMIT;"
    )
}

/// The start of an INSERT of time on a line item: `user, order/position`.
pub fn insert_time(login: &str, number: &str, position: i32, start: &str, end: &str) -> String {
    format!(
        "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts)
         SELECT u.id, l.work_order_id, l.id, {start}, {end}
         FROM wl.users u, wl.line_items l JOIN wl.work_orders o ON o.id = l.work_order_id
         WHERE u.db_role = '{login}' AND o.number = '{number}' AND l.position = {position}"
    )
}
