//! Everything that a database holds, to prove that nothing changed.

use super::Db;

const TABLES: [&str; 13] = [
    "users",
    "work_orders",
    "line_items",
    "time_entries",
    "settings",
    "audit_log",
    "audit_chains",
    "bills",
    "bill_lines",
    "bill_orders",
    "unbilled",
    "letterheads",
    "documents",
];

impl Db {
    /// A checksum of all rows of all tables.
    pub fn checksum(&self) -> String {
        let rows =
            TABLES.map(|table| format!("SELECT '{table}' || t::text AS row FROM wl.{table} t"));
        self.query(&format!(
            "SELECT md5(string_agg(row, E'\\n' ORDER BY row)) FROM ({}) all_rows",
            rows.join(" UNION ALL ")
        ))
    }

    /// One number that SQL answers.
    pub fn count(&self, sql: &str) -> i64 {
        let answer = self.query(sql);
        answer.parse().unwrap_or_else(|_| panic!("{sql}: {answer}"))
    }

    /// Whether this version of the server has a setting.
    pub fn has_setting(&self, name: &str) -> bool {
        let sql = format!("SELECT count(*) FROM pg_settings WHERE name = '{name}'");
        self.count(&sql) > 0
    }
}
