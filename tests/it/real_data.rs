//! Real files: a year of a production shop, the work orders of a mine, names
//! of 48 locales. They lie beside the project, not in it; where they are, the
//! tests run.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use unicode_width::UnicodeWidthStr;

use crate::support::{Db, Folder, pdf_text, table};

/// `shared/data` beside the project or beside a folder that it is in.
fn data(name: &str) -> Option<String> {
    let given = std::env::var_os("WL_SHARED_DATA").map(PathBuf::from);
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let found = given
        .into_iter()
        .chain(above.map(|folder| folder.join("shared/data")))
        .find(|folder| folder.join("SOURCES.md").is_file())?;
    Some(found.join(name).to_str().expect("UTF-8").to_owned())
}

fn rows(path: &str) -> Vec<HashMap<String, String>> {
    table(&std::fs::read_to_string(path).expect("the file"))
}

/// The same judgement, made independently: seconds of the spans that overlap
/// no earlier one of their worker, in file order.
fn taken(log: &[HashMap<String, String>]) -> Vec<i64> {
    let mut spans: HashMap<&str, Vec<(i64, i64)>> = HashMap::new();
    let mut taken = Vec::new();
    for row in log {
        let at = |column: &str| {
            let local: NaiveDateTime = row[column].parse().expect("a time");
            local.and_utc().timestamp()
        };
        let (start, end) = (at("start_time"), at("end_time"));
        let own = spans.entry(&row["Resource"]).or_default();
        let empty = start == end;
        if empty || own.iter().all(|(s, e)| end <= *s || *e <= start) {
            if !empty {
                own.push((start, end));
            }
            taken.push(end - start);
        }
    }
    taken
}

const ENTRIES: usize = 3_382;
const SECONDS: i64 = 36_356_040;
const REFUSED: usize = 1_121;

#[test]
fn a_year_of_a_production_shop_is_imported_approved_and_billed() {
    let Some(log) = data("production-log-2012.csv") else {
        return;
    };
    let (db, folder) = (Db::new(), Folder::new());
    let spans = rows(&log);
    let expected = taken(&spans);
    assert_eq!((expected.len(), expected.iter().sum()), (ENTRIES, SECONDS));
    let workers: BTreeSet<&str> = spans.iter().map(|row| &*row["Resource"]).collect();
    assert_eq!(workers.len(), 46);
    for worker in workers {
        // logins belong to the server that all tests share: of this test alone
        let login = format!("{}_{}", db.name, worker.to_lowercase());
        let add = [
            "user",
            "add",
            &login,
            "--full-name",
            worker,
            "--role",
            "technician",
        ];
        db.ok("ada", &add);
    }
    let orders = [
        "order",
        "import",
        &log,
        "--map",
        "number=case_id",
        "--map",
        "line=Activity",
    ];
    assert_eq!(db.json("ada", &orders)["added"], 225);
    assert_eq!(db.json("ada", &orders)["added"], 0);

    let rejects = folder.path("rejects.csv");
    let import = [
        "entry",
        "import",
        &log,
        "--zone",
        "UTC",
        "--rejects",
        &rejects,
        "--force",
        "--map",
        "number=case_id",
        "--map",
        "line=Activity",
        "--map",
        "user=Resource",
        "--map",
        "start_ts=start_time",
        "--map",
        "end_ts=end_time",
    ];
    let outcome = db.json("ada", &import);
    assert_eq!(
        (&outcome["added"], &outcome["duration_seconds"]),
        (&ENTRIES.into(), &SECONDS.into())
    );
    let refused = rows(&rejects);
    assert_eq!(refused.len(), REFUSED);
    assert!(
        refused
            .iter()
            .all(|row| row["rejected_rule"] == "time_entries_no_overlap")
    );
    let numbers: HashSet<&str> = refused.iter().map(|row| &*row["rejected_line"]).collect();
    assert_eq!(numbers.len(), REFUSED);
    let again = db.json("ada", &import);
    assert_eq!(
        (&again["added"], &again["duration_seconds"]),
        (&0.into(), &0.into())
    );

    let list = db.json("ada", &["order", "list", "--search", "case"]);
    let list: Vec<_> = list.as_array().expect("a list").iter().collect();
    let numbers: Vec<&str> = list
        .iter()
        .map(|order| order["number"].as_str().expect("text"))
        .collect();
    assert_eq!(numbers.len(), 225);
    let with = |words: &[&'static str], more: &[&'static str]| {
        let mut args = words.to_vec();
        args.extend(&numbers);
        args.extend(more);
        db.json("abe", &args)
    };
    let long = expected
        .iter()
        .filter(|seconds| **seconds > 8 * 3600)
        .count();
    let routine = with(&["approve"], &["--yes"]);
    assert_eq!(routine["count"], ENTRIES - long);
    assert_eq!(routine["skipped"].as_array().map(Vec::len), Some(long));
    let rest = with(&["approve"], &["--yes", "--accept-long"]);
    assert_eq!(
        (&rest["count"], &rest["skipped"]),
        (&long.into(), &serde_json::json!([]))
    );

    let (csv, pdf) = (folder.path("all.csv"), folder.path("all.pdf"));
    for (format, path) in [("csv", &csv), ("pdf", &pdf)] {
        let mut args = vec!["export", format, "--output", path];
        args.extend(&numbers);
        let said = db.ok("acc", &args).stderr;
        assert!(
            said.contains("3382 entries, 10098.90 h (36356040 seconds)"),
            "{said}"
        );
    }
    let exported = rows(&csv);
    let seconds = exported
        .iter()
        .map(|row| row["duration_seconds"].parse::<i64>().expect("a number"));
    assert_eq!((exported.len(), seconds.sum()), (ENTRIES, SECONDS));
    let text = pdf_text(&pdf);
    let exact = format!("entries: 3382, hours: 10,098.90, seconds: {SECONDS},");
    assert!(text.contains(&exact), "{exact}");
    // and so do the totals of the orders, with what rounding lacks
    let cents = |line: &str| {
        let number = line.split_whitespace().next_back().expect("hours");
        number
            .replace([',', '.'], "")
            .parse::<i64>()
            .expect("a number")
    };
    let orders = text.lines().filter(|line| line.starts_with("Total Case"));
    assert_eq!(orders.clone().count(), 225);
    let after = text
        .lines()
        .skip_while(|line| !line.starts_with("Total Case"));
    let after: Vec<&str> = after
        .filter(|line| line.starts_with("rounding") || line.starts_with("Total "))
        .collect();
    let [.., rounding, total] = after.as_slice() else {
        panic!("{after:?}");
    };
    let rounding = if rounding.starts_with("rounding") {
        cents(rounding)
    } else {
        0
    };
    assert_eq!(cents(total), 1_009_890);
    assert_eq!(orders.map(cents).sum::<i64>() + rounding, cents(total));
}

#[test]
fn the_work_orders_of_a_mine_keep_every_letter() {
    let Some(file) = data("excavators.csv") else {
        return;
    };
    let db = Db::new();
    let import = [
        "order",
        "import",
        &file,
        "--number-prefix",
        "EX-",
        "--map",
        "title=OriginalShorttext",
        "--map",
        "customer=Asset",
    ];
    let outcome = db.json("ada", &import);
    assert_eq!(
        (&outcome["added"], &outcome["rejected"]),
        (&5485.into(), &serde_json::json!([]))
    );
    let again = db.json("ada", &import);
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&0.into(), &5485.into())
    );

    let expected = rows(&file);
    let list = |args: &[&str]| {
        let list = db.json("tom", &[&["order", "list"], args].concat());
        let orders = list.as_array().expect("a list").clone();
        let orders = orders.into_iter().filter(|order| order["number"] != "WO-1");
        orders.collect::<Vec<_>>()
    };
    let all = list(&[]);
    assert_eq!(all.len(), expected.len());
    for (at, (order, row)) in all.iter().zip(&expected).enumerate() {
        assert_eq!(order["number"], format!("EX-{}", at + 1));
        assert_eq!(order["title"], row["OriginalShorttext"].as_str());
        assert_eq!(order["customer"], row["Asset"].as_str());
    }
    let having = |words: &str| {
        let has = |row: &&HashMap<String, String>| {
            row["OriginalShorttext"].to_lowercase().contains(words)
        };
        expected.iter().filter(has).count()
    };
    for words in ["hydraulic", "p&h", "l/h", "\"", "100%", "\\", "_"] {
        assert_eq!(list(&["--search", words]).len(), having(words), "{words}");
    }
    assert_eq!(list(&["--search", "HYDRAULIC"]).len(), having("hydraulic"));
}

#[test]
fn people_of_48_locales_are_shown_by_their_names() {
    let Some(file) = data("technicians.csv") else {
        return;
    };
    let (db, folder) = (Db::new(), Folder::new());
    let people = rows(&file);
    // everybody by few statements with their records, and one of each locale by wl
    let quoted = |text: &str| text.replace('\'', "''");
    let values: Vec<String> = people
        .iter()
        .enumerate()
        .map(|(at, row)| {
            format!(
                "('{}_p{at}', '{}', 'technician')",
                db.name,
                quoted(&row["name"])
            )
        })
        .collect();
    // from PostgreSQL 16 on, whoever adds people elsewhere on the server waits meanwhile
    for some in values.chunks(100) {
        let all = format!(
            "WITH added AS (INSERT INTO wl.users (db_role, full_name, role) VALUES {} RETURNING id)
             INSERT INTO wl.audit_log (entity_type, entity_id, action, op_id)
             SELECT 'user', id, 'user.add', 'all' FROM added",
            some.join(", ")
        );
        if let Err(refusal) = db.sql("ada", &all) {
            panic!("{}", refusal.text);
        }
    }
    let mut locales = HashSet::new();
    let one_each: Vec<&str> = people
        .iter()
        .filter(|row| locales.insert(&row["locale"]))
        .map(|row| row["name"].as_str())
        .collect();
    assert_eq!(one_each.len(), 48);
    let mut entries = "number,line,user,start_ts,end_ts\n".to_owned();
    for (at, name) in one_each.iter().enumerate() {
        let login = format!("{}_l{at}", db.name);
        let add = [
            "user",
            "add",
            &login,
            "--full-name",
            name,
            "--role",
            "technician",
        ];
        assert_eq!(db.json("ada", &add)["full_name"], *name);
        let day = at % 28 + 1;
        entries.push_str(&format!(
            "WO-1,1,{login},2024-02-{day:02}T08:00:00Z,2024-02-{day:02}T09:00:00Z\n"
        ));
    }

    let list = db.json("ada", &["user", "list"]);
    let list = list.as_array().expect("a list");
    for (at, row) in people.iter().enumerate() {
        let login = format!("{}_p{at}", db.name);
        let found = list.iter().find(|user| user["name"] == login.as_str());
        assert_eq!(found.expect("the user")["full_name"], row["name"].as_str());
    }
    assert_columns_line_up(&db.ok("ada", &["user", "list"]).stdout, &people);

    let import = folder.file("time.csv", entries);
    db.ok("ada", &["entry", "import", &import]);
    db.approve("abe", "WO-1");
    let exported = table(&db.ok("acc", &["export", "csv", "WO-1"]).stdout);
    let names: HashSet<&str> = exported.iter().map(|row| &*row["user_name"]).collect();
    assert_eq!(names, one_each.iter().copied().collect());
    let pdf = folder.path("time.pdf");
    db.ok("acc", &["export", "pdf", "WO-1", "--output", &pdf]);
    let text = pdf_text(&pdf);
    assert!(text.contains("entries: 48, hours: 48.00"), "{text}");
    // the scripts that need no fonts of the machine
    for name in one_each {
        if name.chars().all(|c| c < '\u{530}') {
            assert!(text.contains(name), "{name}: {text}");
        }
    }
}

/// Every name is in the table as it is, and the column behind the names
/// begins at the same place of the terminal in every line.
fn assert_columns_line_up(text: &str, people: &[HashMap<String, String>]) {
    let header = text.lines().next().expect("a header");
    let role = header[..header.find("Role").expect("a column")].width();
    for (row, line) in people
        .iter()
        .zip(text.lines().filter(|line| line.contains("_p")))
    {
        let name = &row["name"];
        assert!(line.contains(name.as_str()), "{name}: {line}");
        let before = &line[..line.find("technician").expect("a role")];
        assert_eq!(before.width(), role, "{line}");
    }
}
