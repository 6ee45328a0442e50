//! What a person sees: names beside numbers, lines that fit, colours, and what happens
//! while a command waits.

use serde_json::{Value, json};

use crate::support::Db;

/// WO-1 is "Fix the pump" with the line items "Diagnose" and "Repair".
fn with_time() -> Db {
    let db = Db::new();
    db.time("tom", "WO-1/2", "2024-10-03 08:00", "2024-10-03 12:00");
    db
}

/// These fields of the first row.
fn first(rows: &Value, fields: [&str; 2]) -> [Value; 2] {
    fields.map(|field| rows[0][field].clone())
}

#[test]
fn lists_name_the_order_and_the_line_item() {
    let db = with_time();
    let names = ["title", "line_description"];
    let repair = [json!("Fix the pump"), json!("Repair")];
    assert_eq!(first(&db.json("tom", &["entry", "list"]), names), repair);
    let log = db.json("ada", &["audit", "log", "--entry", "1"]);
    assert_eq!(
        first(&log, ["place", "title"]),
        [json!("WO-1/2"), json!("Repair")]
    );
    let lines = db.json("ada", &["line", "list", "WO-1"]);
    assert_eq!(
        first(&lines, ["title", "description"]),
        [json!("Fix the pump"), json!("Diagnose")]
    );
    db.move_order("WO-1", "ready_to_bill");
    let findings = db.json("ada", &["exceptions"]);
    assert_eq!(
        first(&findings, names),
        [json!("Fix the pump"), Value::Null]
    );
    db.approve("ada", "WO-1");
    let number = db.bill("acc", &["WO-1"]).to_string();
    let bill = db.json("acc", &["bill", "show", &number]);
    assert_eq!(bill["order_titles"], json!(["Fix the pump"]));
    assert_eq!(first(&bill["lines"], names), repair);
    for (login, words) in [
        ("tom", &["entry", "list"][..]),
        ("ada", &["exceptions"]),
        ("acc", &["bill", "show", &number]),
        ("ada", &["audit", "log", "--entry", "1"]),
    ] {
        let shown = db.ok(login, words);
        assert!(
            words == ["exceptions"] || shown.stdout.contains("Repair"),
            "{words:?}: {shown:?}"
        );
    }
}
