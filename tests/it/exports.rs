//! What goes out to accounting, and what does not.

use std::os::unix::fs::MetadataExt;
use std::process::Command;

use serde_json::Value;
use worklock::rows::EXPORTED;

use crate::support::{Db, Folder, pdf_text, table};

/// WO-1 with one approved hour on each line, and WO-2 with one on its only line.
fn approved() -> (Db, Folder) {
    let db = Db::new();
    db.ok(
        "ada",
        &[
            "order",
            "add",
            "WO-2",
            "--title",
            "Paint",
            "--customer",
            "Zed",
        ],
    );
    db.line("WO-2", "Paint it");
    for (line, day) in [("WO-1/2", 3), ("WO-2/1", 1), ("WO-1/1", 4), ("WO-1/1", 2)] {
        let at = |hour| format!("2024-06-0{day} {hour}:00");
        db.time("tom", line, &at(8), &at(9));
    }
    db.approve("ada", "WO-1");
    db.approve("ada", "WO-2");
    (db, Folder::new())
}

fn csv(db: &Db, args: &[&str]) -> String {
    db.ok("acc", &[&["export", "csv"], args].concat()).stdout
}

/// Line items and days of the rows, in the order of the file.
fn places(text: &str) -> Vec<String> {
    let place = |row: &std::collections::HashMap<String, String>| {
        format!(
            "{}/{} {}",
            row["work_order"],
            row["line_item"],
            &row["start_ts"][8..10]
        )
    };
    table(text).iter().map(place).collect()
}

#[test]
fn the_columns_are_those_that_scripts_rely_on() {
    let (db, _) = approved();
    let header = "id,work_order,title,customer,line_item,line_description,user,user_name,start_ts,end_ts,\
                  duration_seconds,hours,status,note,approved_by,approved_at,edited_reason,edited_at";
    let header = format!("{header},date,start_time,end_time,utc_offset,duration_hm,order_status");
    let names = EXPORTED.map(|column| column.name);
    let all = names.join(",");
    // a new column comes after these
    assert!(all.starts_with(&header), "{all}");
    assert_eq!(csv(&db, &["WO-1"]).lines().next(), Some(all.as_str()));
    let list = db.json("ada", &["entry", "list"]);
    let fields = list[0].as_object().expect("an object").keys();
    // what is removed is in no export
    for field in fields.filter(|field| *field != "removed") {
        assert!(names.contains(&field.as_str()), "{field}");
    }
}

#[test]
fn rows_come_by_order_line_and_time_whatever_was_named_first() {
    let (db, _) = approved();
    let all = ["WO-1/1 02", "WO-1/1 04", "WO-1/2 03", "WO-2/1 01"];
    assert_eq!(places(&csv(&db, &["WO-2", "WO-1", "wo-1"])), all);
    assert_eq!(places(&csv(&db, &["--from", "2024-06-01"])), all);
    assert_eq!(places(&csv(&db, &["WO-2"])), all[3..]);
}

#[test]
fn a_period_holds_its_first_and_its_last_day() {
    let (db, _) = approved();
    let of = |args: &[&str]| places(&csv(&db, args));
    assert_eq!(
        of(&["--from", "2024-06-02", "--to", "2024-06-03"]),
        ["WO-1/1 02", "WO-1/2 03"]
    );
    assert_eq!(of(&["--to", "2024-06-02"]), ["WO-1/1 02", "WO-2/1 01"]);
    assert_eq!(
        of(&["-p", "2024-06-02..2024-06-03"]),
        ["WO-1/1 02", "WO-1/2 03"]
    );
    // ISO week 23 began on Monday the 3rd
    assert_eq!(of(&["--period", "2024-W23"]), ["WO-1/1 04", "WO-1/2 03"]);
    assert_eq!(of(&["-p", "2024-06"]).len(), 4);
    assert!(of(&["-p", "2024-07"]).is_empty());
    assert_eq!(of(&["WO-1", "--from", "2024-06-04"]), ["WO-1/1 04"]);
    assert!(of(&["--from", "2024-06-05"]).is_empty());
    let turned = [
        "export",
        "csv",
        "--from",
        "2024-06-03",
        "--to",
        "2024-06-02",
    ];
    assert_eq!(db.refused("acc", &turned)["code"], 2);
    for twice in [["--from", "2024-06"], ["--to", "2024-06"]] {
        let args = [&["export", "csv", "-p", "2024-06"], &twice[..]].concat();
        assert_eq!(db.refused("acc", &args)["code"], 2);
    }
}

#[test]
fn lists_and_exports_read_the_same_days_in_the_zone() {
    let db = Db::new();
    db.set("zone", "Europe/Berlin");
    // 00:30 on the 1st of February and on the 1st of March in Berlin, January and February in UTC
    db.time(
        "tom",
        "WO-1/1",
        "2024-01-31T23:30:00Z",
        "2024-01-31T23:40:00Z",
    );
    db.time(
        "tom",
        "WO-1/1",
        "2024-02-29T23:30:00Z",
        "2024-02-29T23:40:00Z",
    );
    db.approve("ada", "WO-1");
    for period in [
        &["-p", "2024-02"][..],
        &["--from", "2024-02-01", "--to", "2024-02"],
    ] {
        let exported = places(&csv(&db, period));
        assert_eq!(exported, ["WO-1/1 01"], "{period:?}");
        let listed = db.json("acc", &[&["entry", "list"], period].concat());
        assert_eq!(listed.as_array().map(Vec::len), Some(1), "{period:?}");
        let by_day = [&["report", "hours", "--by", "day"], period].concat();
        let report = db.json("acc", &by_day);
        assert_eq!(
            (&report[0]["group"], &report[0]["approved_seconds"]),
            (&"2024-02-01".into(), &600.into()),
            "{period:?}"
        );
    }
}

#[test]
fn a_customer_selects_its_orders() {
    let (db, _) = approved();
    db.ok(
        "ada",
        &["order", "edit", "WO-2", "--customer", "Hansen Fisk AS"],
    );
    let of = |args: &[&str]| places(&csv(&db, args));
    assert_eq!(of(&["--customer", "hansen fisk as"]), ["WO-2/1 01"]);
    let march = ["--customer", "Hansen Fisk AS", "-p", "2024-03"];
    assert!(of(&march).is_empty());
    assert!(of(&["--customer", "Hansen Fisk AS", "WO-1"]).is_empty());
    assert_eq!(
        of(&["--customer", "Hansen Fisk AS", "WO-1", "WO-2"]),
        ["WO-2/1 01"]
    );
    for part in ["Hansen", "hansen fsik as"] {
        let error = db.refused("acc", &["export", "csv", "--customer", part]);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&66.into(), &"not_found".into())
        );
        assert_eq!(
            error["hint"],
            "did you mean Hansen Fisk AS? See all with: wl order list"
        );
    }
    let error = db.refused("acc", &["export", "csv", "--customer", "Zeta"]);
    assert_eq!(error["code"], 66);
}

#[test]
fn a_status_selects_its_orders() {
    let (db, folder) = approved();
    assert!(places(&csv(&db, &["--status", "ready_to_bill"])).is_empty());
    db.order_status("ada", "WO-2", "ready_to_bill");
    assert_eq!(
        places(&csv(&db, &["--status", "ready_to_bill"])),
        ["WO-2/1 01"]
    );
    assert!(places(&csv(&db, &["WO-1", "--status", "ready_to_bill"])).is_empty());
    assert_eq!(db.refused("acc", &["export", "csv"])["code"], 2);
    // an order that is left out does not seem to have no time
    let pdf = folder.path("some.pdf");
    let some = [
        "export",
        "pdf",
        "WO-1",
        "WO-2",
        "--status",
        "ready_to_bill",
        "--output",
        &pdf,
    ];
    db.ok("acc", &some);
    let text = pdf_text(&pdf);
    assert!(
        text.contains("WO-2 Paint") && !text.contains("WO-1"),
        "{text}"
    );
}

#[test]
fn only_locked_time_goes_out_unless_a_draft_is_asked_for() {
    let (db, folder) = approved();
    let open = db.entry("tom", 3);
    let running = &db.json("tess", &["timer", "start", "WO-1/1"])["started"];
    let before = db.checksum();
    for format in ["csv", "xlsx", "pdf"] {
        let out = folder.path(&format!("x.{format}"));
        let error = db.refused("acc", &["export", format, "WO-1", "--output", &out]);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&1.into(), &"unapproved_time".into())
        );
        let message = error["message"].as_str().expect("text");
        assert!(
            message.contains(&format!("entry {open} of tom on WO-1/1 is OPEN")),
            "{message}"
        );
        let timer = format!("entry {} of tess on WO-1/1 is running", running["id"]);
        assert!(message.contains(&timer), "{message}");
        assert_eq!(folder.names(), Vec::<String>::new());
    }
    // a period that has none of it goes out
    assert_eq!(places(&csv(&db, &["WO-1", "--to", "2024-06-30"])).len(), 3);

    let draft = db.ok("acc", &["export", "csv", "WO-1", "--include-unapproved"]);
    assert!(draft.stderr.contains("DRAFT"), "{draft:?}");
    let rows = table(&draft.stdout);
    let statuses: Vec<&str> = rows.iter().map(|row| &*row["status"]).collect();
    assert_eq!(statuses, ["LOCKED", "LOCKED", "OPEN", "OPEN", "LOCKED"]);
    let ended = rows
        .iter()
        .filter(|row| row["end_ts"].is_empty() && row["duration_seconds"].is_empty());
    assert_eq!(ended.count(), 1);
    let pdf = folder.path("draft.pdf");
    db.ok(
        "acc",
        &[
            "export",
            "pdf",
            "WO-1",
            "--include-unapproved",
            "--output",
            &pdf,
        ],
    );
    let text = pdf_text(&pdf);
    for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.contains("DRAFT"), "{page}");
    }
    assert_eq!(db.checksum(), before);
    // what is all approved is no draft, whatever was asked for
    let whole = db.ok("acc", &["export", "csv", "WO-2", "--include-unapproved"]);
    assert!(!whole.stderr.contains("DRAFT"), "{whole:?}");
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (db, folder) = approved();
    for format in ["csv", "xlsx", "pdf"] {
        let bytes = ["a", "b"].map(|name| {
            let out = folder.path(&format!("{name}.{format}"));
            let export = ["export", format, "WO-1", "WO-2", "--output", &out];
            let login = if name == "a" { "acc" } else { "ada" };
            let _ = db.command(login, &export).env("TZ", "Asia/Tokyo").output();
            std::fs::read(out).expect("the file")
        });
        assert!(!bytes[0].is_empty() && bytes[0] == bytes[1], "{format}");
    }
    // the files beside them differ in the names
    for format in ["csv", "pdf"] {
        let side = |name| folder.read(&format!("{name}.{format}.seal.json"));
        let renamed = side("b")
            .replace("b.csv", "a.csv")
            .replace("b.pdf", "a.pdf");
        assert_eq!(side("a"), renamed);
    }
}

/// The file beside an export.
fn side(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.read(&format!("{name}.seal.json"))).expect("JSON")
}

#[test]
fn a_side_file_says_what_the_file_is() {
    let (db, folder) = approved();
    let seal = db.json("acc", &["audit", "seal"])["seal"].clone();
    let (csv, pdf) = (folder.path("t.csv"), folder.path("t.pdf"));
    let of_day = ["--from", "2024-06-02", "--to", "2024-06-02"];
    let columns = ["--columns", "id,hours", "--output", &csv];
    db.ok("acc", &[&["export", "csv"], &of_day[..], &columns].concat());
    db.ok("acc", &["export", "pdf", "wo-1", "--output", &pdf]);
    let (csv, pdf) = (side(&folder, "t.csv"), side(&folder, "t.pdf"));
    for (side, name) in [(&csv, "t.csv"), (&pdf, "t.pdf")] {
        assert_eq!((&side["name"], &side["seal"]), (&name.into(), &seal));
        assert_eq!(
            (&side["zone"], &side["fonts"]),
            (&"UTC".into(), &serde_json::json!([]))
        );
        assert_eq!(
            (&side["draft"], &side["own_approval"]),
            (&false.into(), &false.into())
        );
        let sums = format!("{}  {name}\n", side["sha256"].as_str().expect("text"));
        let sums = folder.file("sums", sums);
        let checked = Command::new("sha256sum")
            .args(["--check", "--strict", &sums])
            .current_dir(folder.path(""))
            .output()
            .expect("sha256sum, of coreutils");
        assert!(checked.status.success(), "{checked:?}");
        let file = folder.path(&format!("{name}.seal.json"));
        db.ok("olga", &["audit", "verify", "--seal", &file]);
    }
    assert_eq!(
        (&csv["entries"], &csv["duration_seconds"], &csv["hours"]),
        (&1.into(), &3600.into(), &"1.00".into())
    );
    assert_eq!(csv["columns"], serde_json::json!(["id", "hours"]));
    assert_eq!(csv["period"], "2024-06-02 to 2024-06-02");
    let selected = &csv["selection"];
    assert_eq!(selected["from"], "2024-06-02T00:00:00Z");
    assert_eq!(selected["to"], "2024-06-03T00:00:00Z");
    assert_eq!(
        (&selected["order_ids"], &selected["status"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&pdf["columns"], &pdf["period"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(pdf["entries"], 3);
    let id: i64 = db
        .query("SELECT id FROM wl.work_orders WHERE number = 'WO-1'")
        .parse()
        .expect("an id");
    assert_eq!(pdf["selection"]["order_ids"], serde_json::json!([id]));
    assert_eq!(pdf["selection"]["orders"], serde_json::json!(["wo-1"]));
    let digits = seal.as_str().expect("text");
    assert!(pdf_text(&folder.path("t.pdf")).contains(digits));
}

#[test]
fn on_standard_output_the_closing_line_has_the_seal() {
    let (db, folder) = approved();
    let seal = db.json("acc", &["audit", "seal"])["seal"].clone();
    let seal = seal.as_str().expect("a seal");
    for args in [&["WO-1"][..], &["WO-1", "--output", "-"]] {
        let done = db.ok("acc", &[&["export", "csv"], args].concat());
        let end = format!(" to standard output, seal {seal}.\n");
        assert!(done.stderr.ends_with(&end), "{done:?}");
    }
    let file = folder.path("time.csv");
    let done = db.ok("acc", &["export", "csv", "WO-1", "--output", &file]);
    assert!(!done.stderr.contains(seal), "{done:?}");
}

#[test]
fn an_existing_file_is_replaced_only_with_force() {
    let (db, folder) = approved();
    for format in ["csv", "xlsx", "pdf"] {
        let out = folder.file(&format!("t.{format}"), "mine");
        let export = ["export", format, "WO-1", "--output", &out];
        let error = db.refused("acc", &export);
        assert_eq!(error["code"], 73);
        assert!(error["hint"].as_str().expect("a hint").contains("--force"));
        assert_eq!(folder.read(&format!("t.{format}")), "mine");
        db.ok("acc", &[&export[..], &["--force"]].concat());
        assert_ne!(std::fs::read(&out).expect("the file"), b"mine");
    }
}

#[test]
fn a_side_file_in_the_way_leaves_nothing_half_done() {
    let (db, _) = approved();
    for format in ["csv", "pdf"] {
        let folder = Folder::new();
        let name = format!("t.{format}.seal.json");
        let side = folder.file(&name, "mine");
        let out = folder.path(&format!("t.{format}"));
        let error = db.refused("acc", &["export", format, "WO-1", "--output", &out]);
        assert_eq!(error["code"], 73);
        assert!(error["message"].as_str().expect("text").contains(&side));
        assert_eq!(folder.names(), [&*name]);
        assert_eq!(folder.read(&name), "mine");
    }
}

#[test]
fn a_folder_gets_a_file_for_each_order() {
    let (db, folder) = approved();
    let dir = folder.path("new/folder");
    db.ok("acc", &["export", "csv", "WO-1", "WO-2", "--dir", &dir]);
    let first = folder.read("new/folder/WO-1.csv");
    assert_eq!(first, csv(&db, &["WO-1"]));
    assert_eq!(places(&folder.read("new/folder/WO-2.csv")), ["WO-2/1 01"]);
    let other = folder.path("other");
    db.ok(
        "acc",
        &["export", "pdf", "--from", "2024-06-01", "--dir", &other],
    );
    assert!(pdf_text(&folder.path("other/WO-2.pdf")).contains("Paint it"));
    assert_eq!(
        db.refused("acc", &["export", "csv", "WO-1", "--dir", &dir])["code"],
        73
    );
    let both = ["export", "csv", "WO-1", "--dir", &dir, "--output", "x"];
    assert_eq!(db.refused("acc", &both)["code"], 2);
}

#[test]
fn the_delimiter_is_any_single_character() {
    let (db, _) = approved();
    let plain = csv(&db, &["WO-1"]);
    assert_eq!(
        csv(&db, &["WO-1", "--delimiter", ";"]),
        plain.replace(',', ";")
    );
    assert_eq!(
        csv(&db, &["WO-1", "--delimiter", "tab"]),
        plain.replace(',', "\t")
    );
    for bad in ["", ";;", "\"", "é"] {
        let error = db.refused("acc", &["export", "csv", "WO-1", "--delimiter", bad]);
        assert_eq!(error["code"], 2, "{bad}");
    }
}

#[test]
fn a_decimal_comma_makes_a_semicolon_the_delimiter() {
    let (db, _) = approved();
    db.time("tom", "WO-2/1", "2024-06-05 08:00", "2024-06-05 09:29:59");
    db.time("tom", "WO-2/1", "2024-06-06 08:00", "2024-06-06 08:00:17");
    db.approve("ada", "WO-2");
    let of = |more: &[&str]| {
        let table = ["WO-2", "--totals", "--columns", "user,hours,duration_hm"];
        csv(&db, &[&table[..], &["--decimal", ","], more].concat())
    };
    let rows = "user;hours;duration_hm\ntom;1,00;1:00\ntom;1,50;1:29:59\ntom;0,00;0:00:17\n";
    assert_eq!(of(&[]), format!("{rows}total;2,50;2:30:16\n"));
    assert_eq!(
        of(&["--delimiter", "tab"]).lines().nth(2),
        Some("tom\t1,50\t1:29:59")
    );
    // a comma between columns, too, is still a table
    assert_eq!(
        of(&["--delimiter", ","]).lines().nth(2),
        Some("tom,\"1,50\",1:29:59")
    );
    for bad in ["", ";", ",,"] {
        let error = db.refused("acc", &["export", "csv", "WO-1", "--decimal", bad]);
        assert_eq!(error["code"], 2, "{bad}");
    }
}

#[test]
fn dates_and_times_have_columns_of_their_own() {
    let (db, _) = approved();
    db.set("zone", "Europe/Berlin");
    let (early, late) = ("2024-10-27T02:30:00+02:00", "2024-10-27T02:30:00+01:00");
    db.time("tom", "WO-2/1", early, late);
    db.time(
        "tom",
        "WO-2/1",
        "2024-12-31T22:30:00Z",
        "2025-01-01T00:00:05Z",
    );
    db.approve("ada", "WO-2");
    let columns = "date,start_time,end_time,utc_offset,duration_hm,order_status,end_ts";
    let rows = csv(&db, &["WO-2", "--from", "2024-07-01", "--columns", columns]);
    assert_eq!(
        rows,
        format!(
            "{columns}\n\
             2024-10-27,02:30:00,02:30:00,+02:00,1:00,open,2024-10-27T02:30:00+01:00\n\
             2024-12-31,23:30:00,01:00:05,+01:00,1:30:05,open,2025-01-01T01:00:05+01:00\n"
        )
    );
}

#[test]
fn line_breaks_in_texts_can_be_joined() {
    let (db, _) = approved();
    let (start, end) = ("2024-06-07 08:00", "2024-06-07 09:00");
    let note = "--note=- pump\r\n\n- valve; +seal\n";
    db.ok(
        "tom",
        &[
            "entry", "add", "WO-2/1", "--start", start, "--end", end, note,
        ],
    );
    db.approve("ada", "WO-2");
    let of = |more: &[&str]| {
        let some = ["WO-2", "--from", "2024-06-07", "--columns", "note"];
        csv(&db, &[&some[..], more].concat())
    };
    assert_eq!(of(&[]), "note\n\"'- pump\r\n\n'- valve;' +seal\n\"\n");
    let one = of(&["--one-line-notes"]);
    assert_eq!(one, "note\n'- pump / - valve;' +seal\n");
}

#[test]
fn a_group_has_one_row() {
    let (db, _) = approved();
    for (login, second, day) in [("tess", 12, 2), ("tess", 12, 3), ("tom", 12, 5)] {
        let end = format!("2024-06-0{day} 20:00:{second}");
        db.time(login, "WO-1/2", &format!("2024-06-0{day} 20:00"), &end);
    }
    db.approve("ada", "WO-1");
    let by = |group: &str, more: &[&str]| {
        let all = ["WO-1", "WO-2", "--totals", "--by", group];
        csv(&db, &[&all[..], more].concat())
    };
    assert_eq!(
        by("line", &[]),
        "work_order,title,customer,line_item,line_description,duration_seconds,hours,status,duration_hm,order_status\n\
         WO-1,Fix the pump,ACME,1,Diagnose,7200,2.00,LOCKED,2:00,open\n\
         WO-1,Fix the pump,ACME,2,Repair,3636,1.01,LOCKED,1:00:36,open\n\
         WO-2,Paint,Zed,1,Paint it,3600,1.00,LOCKED,1:00,open\n\
         total,,,,,14436,4.01,,4:00:36,\n"
    );
    assert_eq!(
        by("technician", &["--columns", "user,user_name,hours"]),
        "user,user_name,hours\ntess,Tess Tech,0.01\ntom,Tom Tech,4.00\ntotal,,4.01\n"
    );
    assert_eq!(
        by("day", &["--columns", "date,hours,duration_seconds"]),
        "date,hours,duration_seconds\n2024-06-01,1.00,3600\n2024-06-02,1.00,3612\n\
         2024-06-03,1.00,3612\n2024-06-04,1.00,3600\n2024-06-05,0.00,12\nrounding,0.01,\ntotal,4.01,14436\n"
    );
    let bad = ["export", "csv", "WO-1", "--by", "day", "--columns", "user"];
    let error = db.refused("acc", &bad);
    assert_eq!(error["code"], 2);
    let hint = "the columns are duration_seconds,hours,status,date,duration_hm";
    assert_eq!(error["hint"], hint);
    // approved and open time of a draft are never added up to one row
    db.time("tess", "WO-1/1", "2024-06-04 20:00", "2024-06-04 21:00");
    let draft = by("day", &["--include-unapproved", "--from", "2024-06-04"]);
    let rows = table(&draft);
    let told = rows
        .iter()
        .map(|row| format!("{} {} {}", row["date"], row["status"], row["hours"]));
    let told: Vec<String> = told.collect();
    let expected = [
        "2024-06-04 LOCKED 1.00",
        "2024-06-04 OPEN 1.00",
        "2024-06-05 LOCKED 0.00",
    ];
    assert_eq!(told[..3], expected);
}

#[test]
fn columns_come_as_they_were_asked_for() {
    let (db, _) = approved();
    let some = csv(&db, &["WO-2", "--columns", "hours, work_order,user"]);
    assert_eq!(some, "hours,work_order,user\n1.00,WO-2,tom\n");
    for (list, said) in [("hours,price", "price"), ("id,id", "twice"), ("", "column")] {
        let error = db.refused("acc", &["export", "csv", "WO-1", "--columns", list]);
        assert_eq!(error["code"], 2, "{list}");
        let message = error["message"].as_str().expect("text");
        assert!(message.contains(said), "{message}");
    }
    // a draft always says what is not approved
    db.entry("tom", 3);
    let draft = ["export", "csv", "WO-1", "--include-unapproved", "--columns"];
    let error = db.refused("acc", &[&draft[..], &["id,hours"]].concat());
    assert_eq!(error["code"], 2);
    db.ok("acc", &[&draft[..], &["id,status"]].concat());
}

#[test]
fn totals_reconcile_with_what_is_printed() {
    let (db, _) = approved();
    for (day, seconds) in [(11, 12), (12, 12), (13, 12)] {
        let at = |second| format!("2024-06-{day} 08:00:{second:02}");
        let add = [
            "entry",
            "add",
            "WO-2/1",
            "--start",
            &at(0),
            "--end",
            &at(seconds),
        ];
        db.ok("tom", &add);
    }
    db.approve("ada", "WO-2");
    let of = |columns| csv(&db, &["WO-2", "--totals", "--columns", columns]);
    assert_eq!(
        of("hours,user,duration_seconds"),
        "hours,user,duration_seconds\n1.00,tom,3600\n0.00,tom,12\n0.00,tom,12\n0.00,tom,12\n\
         0.01,rounding,\n1.01,total,3636\n"
    );
    // seconds need no rounding
    assert_eq!(
        of("user,duration_seconds").lines().last(),
        Some("total,3636")
    );
    assert!(!of("user,duration_seconds").contains("rounding"));
    assert!(!csv(&db, &["WO-1", "--totals"]).contains("rounding"));
    let nothing = csv(
        &db,
        &[
            "WO-1",
            "--from",
            "2025-01-01",
            "--totals",
            "--columns",
            "id,hours",
        ],
    );
    assert_eq!(nothing, "id,hours\ntotal,0.00\n");
    let bare = ["export", "csv", "WO-2", "--totals", "--columns", "hours"];
    assert_eq!(db.refused("acc", &bare)["code"], 2);
}

#[test]
fn text_is_no_formula_in_a_spreadsheet_and_can_be_got_back() {
    let (db, _) = approved();
    let texts = [
        "=1+1",
        "+49 30",
        "-1",
        "@sum",
        "\tx",
        "＝1",
        " =1",
        "'=1",
        "a,\"b\"\nc",
        "x;=cmd|'!A0,\"+1\"\n@a\r\n-1",
        "plain",
    ];
    db.ok(
        "ada",
        &[
            "order",
            "add",
            "WO-3",
            "--title",
            "=T()",
            "--customer",
            "@C",
        ],
    );
    db.line("WO-3", "=cmd|' /C calc'!A0");
    for (day, text) in (10..).zip(texts) {
        let at = |hour| format!("2024-06-{day} {hour}:00");
        let note = format!("--note={text}");
        let add = [
            "entry",
            "add",
            "WO-3/1",
            "--start",
            &at(8),
            "--end",
            &at(9),
            &note,
        ];
        db.ok("tom", &add);
    }
    db.approve("ada", "WO-3");
    let rows = table(&csv(&db, &["WO-3"]));
    assert_eq!(rows.len(), texts.len());
    // as docs/accountant.md describes it
    let mark = regex::Regex::new(r"(^|[,;|\t\r\n])'").expect("a pattern");
    for (row, text) in rows.iter().zip(texts) {
        let note = &row["note"];
        assert_eq!(mark.replace_all(note, "$1"), text);
        let trimmed = note.trim_start();
        assert!(!trimmed.starts_with(['=', '+', '-', '@', '＝']), "{note}");
        assert_eq!((&*row["title"], &*row["customer"]), ("'=T()", "'@C"));
        assert!(row["line_description"].starts_with("'=cmd"));
        assert_eq!(
            (&*row["duration_seconds"], &*row["hours"]),
            ("3600", "1.00")
        );
    }
}

#[test]
fn ops_export_nothing() {
    let (db, _) = approved();
    for format in ["csv", "xlsx", "pdf"] {
        assert_eq!(db.refused("olga", &["export", format, "WO-1"])["code"], 77);
    }
}

#[test]
fn technicians_export_their_own_record() {
    let (db, folder) = approved();
    db.time("tom", "WO-1/1", "2024-06-05 08:00", "2024-06-05 08:30");
    db.time("tess", "WO-1/1", "2024-06-05 08:00", "2024-06-05 10:00");
    let done = db.ok("tom", &["export", "csv", "-p", "2024-06"]);
    let rows = table(&done.stdout);
    let of = |field: &str| {
        rows.iter()
            .map(|row| row[field].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("user"), ["tom"; 5]);
    assert_eq!(
        of("status"),
        ["LOCKED", "LOCKED", "OPEN", "LOCKED", "LOCKED"]
    );
    let said = "Exported 5 entries, 4.50 h (16200 seconds) to standard output, \
                your own record: not registered, without a seal.\n";
    assert!(done.stderr.ends_with(said), "{done:?}");
    for format in ["csv", "xlsx", "pdf"] {
        let name = format!("own.{format}");
        let out = folder.path(&name);
        db.ok("tom", &["export", format, "WO-1", "--output", &out]);
        let side: Value =
            serde_json::from_str(&folder.read(&format!("{name}.json"))).expect("JSON");
        assert_eq!(
            (&side["own_record"], &side["entries"]),
            (&true.into(), &4.into())
        );
        assert!(
            side.get("seal").is_none() && side.get("heads").is_none(),
            "{side}"
        );
        let file = folder.path(&format!("{name}.json"));
        let error = db.refused("olga", &["audit", "verify", "--seal", &file]);
        assert!(
            error["message"]
                .as_str()
                .expect("text")
                .contains("not a seal file"),
            "{error}"
        );
    }
    let text = pdf_text(&folder.path("own.pdf"));
    assert!(text.contains("OWN RECORD, DRAFT not registered"), "{text}");
    assert!(!text.contains("Tess"), "{text}");
    // columns that hide what is open, and what only accounting does
    let hidden = ["export", "csv", "-p", "2024-06", "--columns", "id,hours"];
    assert_eq!(db.refused("tom", &hidden)["code"], 2);
    let batch = folder.path("batch");
    assert_eq!(
        db.refused("tom", &["export", "csv", "WO-1", "--dir", &batch])["code"],
        2
    );
    assert!(!std::path::Path::new(&batch).exists());
    let nothing = db.ok("tess", &["export", "csv", "WO-2"]);
    assert_eq!(nothing.stdout.lines().count(), 1);
}

#[test]
fn a_switched_off_pair_of_eyes_is_printed() {
    let (db, folder) = approved();
    let pdf = |name: &str| {
        let out = folder.path(name);
        db.ok("acc", &["export", "pdf", "WO-1", "--output", &out]);
        pdf_text(&out)
    };
    let before = pdf("on.pdf");
    db.ok(
        "ada",
        &[
            "settings",
            "set",
            "two_pairs_of_eyes",
            "off",
            "--reason",
            "one admin",
        ],
    );
    let after = pdf("off.pdf");
    let said = after
        .lines()
        .find(|line| line.contains("own time") || line.contains("pairs of eyes"));
    let said = said.unwrap_or_else(|| panic!("{after}"));
    assert!(!before.contains(said.trim()), "{said}");
}

/// Kinds, places and seconds of what differs, and the whole list.
fn changed(db: &Db, since: &str) -> (Vec<String>, Value) {
    let list = db.json("acc", &["export", "--changed-since", since]);
    let rows = list.as_array().expect("an array").iter();
    let told = rows.map(|row| {
        let text = |field: &str| row[field].as_str().expect("text").to_owned();
        format!("{} {} {}", text("kind"), text("place"), row["seconds"])
    });
    (told.collect(), list.clone())
}

#[test]
fn what_differs_from_what_was_handed_over_is_listed() {
    let (db, folder) = approved();
    let file = folder.path("t.csv");
    db.ok("acc", &["export", "csv", "WO-1", "WO-2", "--output", &file]);
    let seal = folder.path("t.csv.seal.json");
    let digits = db.json("acc", &["audit", "seal"])["seal"].clone();
    let digits = digits.as_str().expect("text");
    for since in [&*seal, digits] {
        let none = db.ok("acc", &["export", "--changed-since", since]);
        assert_eq!((&*none.stdout, none.code), ("", 0));
        assert!(
            none.stderr.contains("No exported data has changed."),
            "{none:?}"
        );
        assert_eq!(changed(&db, since).0, Vec::<String>::new());
    }
    // entries 1 WO-1/2, 2 WO-2/1, 3 and 4 WO-1/1
    let why = "the customer's log says so";
    for id in ["1", "2", "3"] {
        db.ok("ada", &["unlock", id, "--reason", why]);
    }
    let later = ["--end", "2024-06-03 09:30", "--reason", "half an hour more"];
    db.ok("tom", &[&["entry", "edit", "1"], &later[..]].concat());
    db.ok("abe", &["approve", "WO-1", "--yes", "--user", "tom"]);
    db.ok(
        "ada",
        &["entry", "remove", "2", "--reason", "was twice there"],
    );
    db.ok("abe", &["unlock", "4", "--reason", "to be looked at"]);
    db.ok("ada", &["order", "edit", "WO-1", "--title", "Heat pump"]);
    db.ok("ada", &["line", "edit", "WO-1/2", "--description", "Pipes"]);
    // neither was what follows in an export then, nor is it now
    db.entry("tess", 3);
    db.line("WO-1", "Later");
    for since in [&*seal, digits] {
        let (told, list) = changed(&db, since);
        assert_eq!(
            told,
            [
                "changed WO-1 0",
                "changed WO-1/2 0",
                "changed WO-1/2 1800",
                "removed WO-2/1 -3600",
                "changed WO-1/1 0",
                "unlocked WO-1/1 -3600",
            ]
        );
        let edited = &list[2];
        assert_eq!(edited["user"], "tom");
        assert_eq!(edited["actors"], serde_json::json!(["ada", "tom", "abe"]));
        assert_eq!(edited["reasons"][0], why);
        assert_eq!(edited["reasons"][1], "half an hour more");
        let changes = edited["changes"].as_array().expect("an array");
        let of = |field: &str| changes.iter().find(|change| change["field"] == field);
        let seconds = of("duration_seconds").expect("a change");
        assert_eq!(
            (&seconds["from"], &seconds["to"]),
            (&3600.into(), &5400.into())
        );
        assert!(
            of("end_ts").is_some() && of("start_ts").is_none(),
            "{edited}"
        );
        let title = &list[0]["changes"][0];
        assert_eq!(
            (&title["field"], &title["to"]),
            (&"title".into(), &"Heat pump".into())
        );
    }
    // from the next seal on, only what came after it
    let next = folder.path("next.json");
    db.ok("acc", &["audit", "seal", "--output", &next]);
    db.ok(
        "ada",
        &["entry", "restore", "2", "--reason", "was right after all"],
    );
    assert_eq!(changed(&db, &next).0, Vec::<String>::new());
    db.approve("abe", "WO-2");
    assert_eq!(changed(&db, &next).0, ["new WO-2/1 3600"]);
    let table = db.ok("ada", &["export", "--changed-since", &next]);
    assert!(table.stdout.contains("was right after all"), "{table:?}");
    assert!(
        table.stderr.contains("+1:00:00 (3600 seconds)"),
        "{table:?}"
    );
}

#[test]
fn a_setting_or_a_person_is_shown_as_audit_show_takes_it() {
    let (db, folder) = approved();
    let seal = folder.path("seal.json");
    db.ok("acc", &["audit", "seal", "--output", &seal]);
    db.ok("ada", &["settings", "set", "organisation", "Cold Ltd"]);
    db.ok(
        "ada",
        &["user", "rename", "tom", "--full-name", "Thomas Tech"],
    );
    for list in [
        &["export", "--changed-since", &seal][..],
        &["audit", "log", "--user", "ada"],
    ] {
        let shown = db.ok("acc", list).stdout;
        for row in ["setting:organisation", "user:tom"] {
            let mut words = shown.split_whitespace();
            assert!(words.any(|word| word == row), "{shown}");
            db.ok("acc", &["audit", "show", row]);
        }
    }
}

#[test]
fn a_bare_time_is_no_seal() {
    let (db, folder) = approved();
    for time in [
        "now",
        "yesterday 12:00",
        "1h ago",
        "2024-06-01",
        "last-month",
    ] {
        let error = db.refused("acc", &["export", "--changed-since", time]);
        assert_eq!(
            (&error["code"], &error["kind"]),
            (&2.into(), &"usage".into())
        );
        let hint = error["hint"].as_str().expect("a hint");
        assert!(
            hint.contains("side file") && hint.contains("seal"),
            "{error}"
        );
    }
    let seal = folder.path("seal.json");
    db.ok("acc", &["audit", "seal", "--output", &seal]);
    for (login, args, code) in [
        ("tom", &["--changed-since", &*seal][..], 77),
        ("olga", &["--changed-since", &seal], 77),
        ("acc", &["--changed-since", "/nonexistent"], 66),
        ("acc", &["--changed-since", &seal, "csv"], 2),
        ("acc", &["csv", "WO-1", "--changed-since", &seal], 2),
        ("acc", &["--exit-code"], 2),
        ("acc", &[], 2),
    ] {
        let outcome = db.wl(login, &[&["export"], args].concat());
        assert_eq!(outcome.code, code, "{args:?} {outcome:?}");
    }
}

/// A kill between the two names of a forced export leaves the new file beside the old side
/// file.
#[test]
fn an_earlier_side_file_beside_a_newer_file_is_noticed() {
    let (db, folder) = approved();
    let file = folder.path("t.csv");
    let side = folder.path("t.csv.seal.json");
    let export = ["export", "csv", "WO-1", "--output", &file, "--force"];
    db.ok("acc", &export);
    let before = std::fs::read(&side).expect("the side file");
    db.ok("ada", &["unlock", "1", "--reason", "wrong end"]);
    db.ok("abe", &["approve", "WO-1", "--yes"]);
    let changed = db.ok("acc", &["export", "--changed-since", &side]);
    assert!(changed.stderr.contains("1 difference"), "{changed:?}");
    db.ok("acc", &export);
    // the file has its name first
    let named_at = |path: &str| {
        let found = std::fs::metadata(path).expect("a file");
        (found.ctime(), found.ctime_nsec())
    };
    assert!(named_at(&file) <= named_at(&side));
    std::fs::write(&side, before).expect("the earlier side file");
    let error = db.refused("acc", &["export", "--changed-since", &side]);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&65.into(), &"bad_input".into())
    );
    let message = error["message"].as_str().expect("a message");
    assert!(message.contains("its SHA-256 is another"), "{message}");
    // the side file alone, as it was handed over
    std::fs::remove_file(&file).expect("the file");
    let changed = db.ok("acc", &["export", "--changed-since", &side]);
    assert!(changed.stderr.contains("1 difference"), "{changed:?}");
    // what it names is beside it and nowhere else
    let elsewhere = Folder::new();
    let other = elsewhere.file("t.csv", "mine");
    let named = folder.read("t.csv.seal.json").replace("t.csv", &other);
    std::fs::write(&side, named).expect("the side file");
    db.ok("acc", &["export", "--changed-since", &side]);
}

#[test]
fn only_what_was_handed_over_is_compared() {
    let (db, folder) = approved();
    // entries 1 WO-1/2 (3 June), 2 WO-2/1 (1 June), 3 WO-1/1 (4 June), 4 WO-1/1 (2 June)
    let export = |name: &str, args: &[&str]| {
        let file = folder.path(name);
        db.ok(
            "acc",
            &[&["export", "csv", "--output", &file], args].concat(),
        );
        format!("{file}.seal.json")
    };
    let order = export("order.csv", &["WO-1"]);
    let days = export("days.csv", &["--from", "2024-06-01", "--to", "2024-06-02"]);
    let dir = folder.path("batch");
    db.ok("acc", &["export", "pdf", "WO-2", "--dir", &dir]);
    let batch = format!("{dir}/manifest.json");
    let told = |since: &str| changed(&db, since).0;

    // another day of the order, and another order
    db.unlock("ada", 3, "look again");
    db.unlock("ada", 2, "look again");
    assert_eq!(told(&order), ["unlocked WO-1/1 -3600"]);
    assert_eq!(told(&days), ["unlocked WO-2/1 -3600"]);
    assert_eq!(told(&batch), ["unlocked WO-2/1 -3600"]);
    // it leaves the order and the period, and comes into another
    let away = [
        "entry",
        "edit",
        "2",
        "--line",
        "WO-1/2",
        "--start",
        "2024-06-07 08:00",
        "--end",
        "2024-06-07 09:00",
    ];
    db.ok("ada", &[&away[..], &["--reason", "wrong day"]].concat());
    db.approve_entry("abe", 2);
    db.approve_entry("abe", 3);
    assert_eq!(told(&days), ["removed WO-1/2 -3600"]);
    assert_eq!(told(&batch), ["removed WO-1/2 -3600"]);
    // a new approval is shown; the entry that came is new
    assert_eq!(told(&order), ["new WO-1/2 3600", "changed WO-1/1 0"]);
    // names: only of what is shown in that period
    db.ok("ada", &["order", "edit", "WO-2", "--title", "Paint all"]);
    db.ok("ada", &["line", "edit", "WO-1/1", "--description", "Look"]);
    assert_eq!(told(&days), ["changed WO-1/1 0", "removed WO-1/2 -3600"]);
    assert_eq!(told(&batch), ["changed WO-2 0", "removed WO-1/2 -3600"]);
    let outcome = db.wl("acc", &["export", "--changed-since", &batch, "--exit-code"]);
    assert_eq!(outcome.code, 3, "{outcome:?}");
    assert!(outcome.stderr.contains("2 differences"), "{outcome:?}");
}

#[test]
fn a_draft_is_compared_with_its_open_time() {
    let (db, folder) = approved();
    let open = db.entry("tom", 3);
    let file = folder.path("draft.csv");
    db.ok(
        "acc",
        &[
            "export",
            "csv",
            "WO-1",
            "--include-unapproved",
            "--output",
            &file,
        ],
    );
    let side = format!("{file}.seal.json");
    assert_eq!(changed(&db, &side).0, Vec::<String>::new());
    let longer = ["--note", "with the spare part"];
    db.ok(
        "tom",
        &[&["entry", "edit", &open.to_string()][..], &longer].concat(),
    );
    assert_eq!(changed(&db, &side).0, ["changed WO-1/1 0"]);
    db.ok("tom", &["entry", "remove", &open.to_string()]);
    assert_eq!(changed(&db, &side).0, ["removed WO-1/1 -3600"]);
}

#[test]
fn what_was_set_back_has_not_changed() {
    let (db, folder) = approved();
    let person = db.person("technician");
    let zone = |zone| {
        db.ok("ada", &["settings", "set", "zone", zone, "--reason", "try"]);
    };
    zone("UTC");
    let file = folder.path("t.csv");
    db.ok("acc", &["export", "csv", "WO-1", "--output", &file]);
    let side = format!("{file}.seal.json");
    let same = || {
        let outcome = db.ok("acc", &["export", "--changed-since", &side, "--exit-code"]);
        assert!(
            outcome.stderr.contains("No exported data has changed."),
            "{outcome:?}"
        );
    };
    zone("Asia/Tokyo");
    let told = changed(&db, &side).0;
    assert_eq!(told, ["changed zone 0"]);
    zone("UTC");
    same();
    for role in ["ops", "technician"] {
        db.ok("ada", &["user", "role", &person, role]);
        same();
    }
    for title in ["Heat pump", "Fix the pump"] {
        db.ok("ada", &["order", "edit", "WO-1", "--title", title]);
    }
    for status in ["ready_to_bill", "billed"] {
        db.order_status("ada", "WO-1", status);
        if status == "ready_to_bill" {
            assert_eq!(changed(&db, &side).0, ["changed WO-1 0"]);
            db.bill("acc", &["WO-1"]);
        }
    }
    same();
    // a status of a line item is in no export
    db.ok(
        "ada",
        &[
            "order",
            "status",
            "WO-1",
            "ready_to_bill",
            "--reason",
            "one more",
        ],
    );
    assert_eq!(changed(&db, &side).0, ["changed WO-1 0"]);
}

#[test]
fn a_cancelled_bill_is_a_change_of_what_was_handed_over() {
    let (db, folder) = approved();
    let export = |name: &str, args: &[&str]| {
        let file = folder.path(name);
        db.ok(
            "acc",
            &[&["export", "csv", "--force", "--output", &file], args].concat(),
        );
        format!("{file}.seal.json")
    };
    db.order_status("ada", "WO-1", "ready_to_bill");
    let before = export("before.csv", &["WO-1"]);
    db.ok("acc", &["bill", "add", "WO-1", "--yes"]);
    db.ok("acc", &["bill", "add", "WO-2", "--yes"]);
    // what accounting does with it itself
    assert_eq!(changed(&db, &before).0, Vec::<String>::new());
    let after = export("after.csv", &["WO-1"]);
    let day = export("day.csv", &["--from", "2024-06-01", "--to", "2024-06-01"]);
    db.ok("acc", &["bill", "cancel", "1", "--reason", "wrong price"]);
    // the first did not show the bill, and the order has the status of then again
    assert_eq!(changed(&db, &before).0, Vec::<String>::new());
    let (told, list) = changed(&db, &after);
    assert_eq!(told, ["changed 1 0", "changed WO-1 0"]);
    assert_eq!(list[0]["entity_type"], "bill");
    assert_eq!(list[0]["changes"][0]["field"], "cancelled_at");
    assert_eq!(list[0]["reasons"], serde_json::json!(["wrong price"]));
    // no time of that day is on it
    assert_eq!(changed(&db, &day).0, Vec::<String>::new());
    db.ok("acc", &["bill", "cancel", "2", "--reason", "wrong price"]);
    assert_eq!(changed(&db, &day).0, ["changed 2 0"]);
}

#[test]
fn a_trail_without_the_seal_does_not_look_unchanged() {
    let (db, folder) = approved();
    let seal = folder.path("seal.json");
    Db::new().ok("acc", &["audit", "seal", "--output", &seal]);
    db.ok("acc", &["export", "--changed-since", &seal]);
    db.ok("acc", &["audit", "seal", "--output", &seal, "--force"]);
    // as if an older backup had been restored
    let error = Db::new().refused("acc", &["export", "--changed-since", &seal]);
    assert_eq!(
        (&error["code"], &error["kind"]),
        (&3.into(), &"seal_not_in_trail".into())
    );
    let never = "0".repeat(64);
    assert_eq!(
        db.refused("acc", &["export", "--changed-since", &never])["code"],
        66
    );
}
