//! Checks tell the truth under every setting that a login may change for itself.

use serde_json::Value;

use crate::support::{Db, Outcome};

/// Settings with which no session works, or with which it does something else than asked:
/// `wl doctor` names those that matter, as other tests show.
const OTHERS: &[&str] = &[
    "client_min_messages",
    "default_transaction_read_only",
    "role",
    "session_authorization",
    "transaction_deferrable",
    "transaction_isolation",
    "transaction_read_only",
];

/// Values of texts, which the catalog doesn't list.
const TEXTS: &[(&str, &[&str])] = &[
    ("DateStyle", &["German", "SQL, DMY", "Postgres, MDY"]),
    (
        "TimeZone",
        &["Asia/Kathmandu", "America/New_York", "<+12>-12"],
    ),
    ("client_encoding", &["LATIN1", "SJIS", "UTF8"]),
    ("search_path", &["", "pg_temp, wl", "public"]),
    ("timezone_abbreviations", &["India", "Australia", "Default"]),
    (
        "default_text_search_config",
        &["pg_catalog.simple", "pg_catalog.german"],
    ),
    ("default_toast_compression", &["pglz"]),
    ("lc_monetary", &["C"]),
    ("lc_numeric", &["C"]),
    ("lc_time", &["C"]),
];

/// A setting and the values to try, none of them its own.
fn alternatives(db: &Db) -> Vec<(String, Vec<String>)> {
    let rows = db.query(
        "SELECT concat_ws('|', name, vartype, setting, min_val, max_val, array_to_string(enumvals, ','))
         FROM pg_settings WHERE context = 'user' AND unit IS DISTINCT FROM 'ms' AND unit IS DISTINCT FROM 's' ORDER BY name",
    );
    let mut found = Vec::new();
    for row in rows.lines() {
        let cells: Vec<&str> = row.split('|').collect();
        let (name, kind, now) = (cells[0], cells[1], cells[2]);
        if OTHERS.contains(&name) {
            continue;
        }
        let values: Vec<String> = match kind {
            "bool" => vec![if now == "on" { "off" } else { "on" }.to_owned()],
            "enum" => cells[3].split(',').map(str::to_owned).collect(),
            "string" => {
                let texts = TEXTS.iter().find(|(text, _)| *text == name);
                let texts = texts.map_or(&[] as &[&str], |(_, values)| values);
                texts.iter().map(|text| (*text).to_owned()).collect()
            }
            _ => vec![cells[3].to_owned()],
        };
        let values: Vec<String> = values.into_iter().filter(|value| value != now).collect();
        if !values.is_empty() {
            found.push((name.to_owned(), values));
        }
    }
    found
}

#[test]
fn verify_and_doctor_hold_under_every_setting_of_a_login() {
    let db = Db::new();
    db.entry("tom", 2);
    db.locked_entry("tess", 3);
    let person = db.person("ops");
    let all = alternatives(&db);
    assert!(all.len() > 100, "{}", all.len());
    let rounds = all.iter().map(|(_, values)| values.len()).max();
    for round in 0..rounds.expect("settings") {
        let set: Vec<String> = all
            .iter()
            .map(|(name, values)| {
                let value = values[round % values.len()].replace('\'', "''");
                // an empty list of schemas is written without a name
                format!(
                    "ALTER ROLE {person} IN DATABASE {} SET {name} = '{value}'",
                    db.name
                )
            })
            .collect();
        db.query(&set.join("; "));
        for command in [&["audit", "verify"][..], &["doctor", "--format", "json"]] {
            let outcome = db.wl(&person, command);
            let known = command[0] == "doctor" && only_parameters(&outcome);
            assert!(
                outcome.code == 0 || known,
                "round {round}: {outcome:?} with {set:#?}"
            );
        }
    }
}

/// Whether the only problems are parameters, which doctor names by intent.
fn only_parameters(doctor: &Outcome) -> bool {
    let checks: Vec<Value> = serde_json::from_str(&doctor.stdout).expect("JSON");
    let mut problems = checks.iter().filter(|check| check["state"] == "problem");
    doctor.code == 3 && problems.all(|check| check["check"] == "parameters")
}
