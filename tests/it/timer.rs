//! The timer, and R1: one active timer a user.

use crate::support::Db;

#[test]
fn starting_another_timer_stops_the_first_at_the_same_instant() {
    let db = Db::new();
    db.ok("tom", &["timer", "start", "WO-1/1"]);
    let both = db.json("tom", &["timer", "start", "WO-1/2"]);
    assert_eq!(both["stopped"]["end_ts"], both["started"]["start_ts"]);
    assert!(both["started"]["end_ts"].is_null());
    assert!(both["stopped"]["duration_seconds"].is_i64());
    let actions = db.query(
        "SELECT string_agg(action, ' ' ORDER BY id) FROM wl.audit_log WHERE actor_login = 'tom'",
    );
    assert_eq!(actions, "timer.start timer.auto_stop timer.start");
}

#[test]
fn plain_sql_cannot_make_a_second_timer() {
    let db = Db::new();
    db.ok("tom", &["timer", "start", "WO-1/1"]);
    let insert = "INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts)
        SELECT wl.current_user_id(), work_order_id, id, now() + interval '1 second' FROM wl.line_items WHERE position = 2";
    for login in ["tom", "ada"] {
        let sql = insert.replace(
            "wl.current_user_id()",
            "(SELECT id FROM wl.users WHERE db_role = 'tom')",
        );
        let refusal = db.sql(login, &sql).expect_err("a second timer");
        assert!(
            [
                "time_entries_one_active_timer_per_user",
                "time_entries_no_overlap"
            ]
            .contains(&refusal.rule.as_str()),
            "{refusal:?}"
        );
    }
}
