//! The queries. Their cost must not grow with the tables: orders are found by an index,
//! which functions of the database use for those who may not (row-level security keeps a
//! user's own conditions from it), and of entries only the newest count.

use crate::text;

/// A query and its values.
type Query = (String, Vec<String>);

/// Of time entries, so many of the newest are looked at.
const NEWEST: usize = 1000;

pub fn orders(typed: &str, removed: bool) -> Query {
    let sql = format!(
        "SELECT o.number AS value, o.title || ' · ' || o.customer AS help FROM wl.work_orders o
         WHERE o.id = ANY (ARRAY(SELECT wl.orders_beginning($1, {removed}))) ORDER BY o.id DESC LIMIT 50"
    );
    (sql, vec![text::name_key(typed)])
}

/// `which` is the condition for a line item `l` of an order `o`.
pub fn lines(typed: &str, which: &str) -> Query {
    let order = typed.split('/').next().unwrap_or_default();
    let sql = format!(
        "WITH own AS (
            SELECT n.line_item_id AS id, max(n.start_ts) AS at
            FROM (SELECT e.line_item_id, e.start_ts FROM wl.time_entries e
                WHERE e.user_id = (SELECT wl.current_user_id()) AND e.deleted_at IS NULL
                ORDER BY e.start_ts DESC LIMIT 200) n
            GROUP BY n.line_item_id),
         found AS (
            SELECT own.id FROM own
            UNION
            SELECT l.id FROM wl.line_items l WHERE l.work_order_id = ANY (ARRAY(SELECT wl.orders_beginning($1, false))))
         SELECT o.number || '/' || l.position AS value, l.description || ' · ' || o.title AS help
         FROM wl.line_items l JOIN wl.work_orders o ON o.id = l.work_order_id LEFT JOIN own ON own.id = l.id
         WHERE l.id = ANY (ARRAY(SELECT found.id FROM found)) AND o.deleted_at IS NULL AND {which} AND starts_with(wl.name_key(o.number || '/' || l.position), $2)
         ORDER BY own.at DESC NULLS LAST, o.id DESC, l.position LIMIT 50"
    );
    (sql, vec![text::name_key(order), text::name_key(typed)])
}

pub fn users(typed: &str, which: &str) -> Query {
    let sql = format!(
        "SELECT u.db_role::text AS value, u.full_name || ' · ' || u.role AS help FROM wl.users u
         WHERE {which} AND starts_with(wl.name_key(u.db_role::text), $1) ORDER BY u.db_role LIMIT 50"
    );
    (sql, vec![text::name_key(typed)])
}

pub fn customers(typed: &str) -> Query {
    let sql =
        "SELECT c.customer AS value, NULL AS help FROM wl.customers_beginning($1) c (customer)";
    (sql.to_owned(), vec![text::name_key(typed)])
}

/// `which` chooses the newest entries, and `of_those` leaves some out.
pub fn entries(typed: &str, which: &str, of_those: &str) -> Query {
    let sql = format!(
        "SELECT e.id::text AS value,
            to_char(e.start_ts AT TIME ZONE z.name, 'Dy YYYY-MM-DD HH24:MI') || ' '
            || coalesce(e.duration_seconds / 3600 || ':' || lpad((e.duration_seconds / 60 % 60)::text, 2, '0'), 'running')
            || ' ' || o.number || '/' || l.position || CASE WHEN e.user_id = me.id THEN '' ELSE ' ' || u.db_role END
            || ' · ' || o.title AS help
         FROM (SELECT e.id, e.user_id, e.work_order_id, e.line_item_id, e.start_ts, e.duration_seconds
            FROM wl.time_entries e WHERE {which} ORDER BY e.id DESC LIMIT {NEWEST}) e
         JOIN wl.work_orders o ON o.id = e.work_order_id
         JOIN wl.line_items l ON l.id = e.line_item_id
         JOIN wl.users u ON u.id = e.user_id
         CROSS JOIN (SELECT wl.current_user_id() AS id) me
         CROSS JOIN (SELECT s.value AS name FROM wl.settings s WHERE s.name = 'zone') z
         WHERE starts_with(e.id::text, $1) AND {of_those} ORDER BY e.id DESC LIMIT 50"
    );
    (sql, vec![typed.to_owned()])
}

pub fn bills(typed: &str) -> Query {
    let sql = format!(
        "SELECT b.id::text AS value, b.customer AS help
         FROM (SELECT b.id, b.customer FROM wl.bills b ORDER BY b.id DESC LIMIT {NEWEST}) b
         WHERE starts_with(b.id::text, $1) ORDER BY b.id DESC LIMIT 50"
    );
    (sql, vec![typed.to_owned()])
}
