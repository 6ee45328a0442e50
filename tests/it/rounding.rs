//! Printed rows, the rounding line and the printed total of a PDF reconcile.
//! (That they always do is tested by `hours`, with 10,000 random sets.)

use crate::support::{Db, Folder, pdf_text, table};

/// Hundredths of the last number of a line of the PDF.
fn cents(line: &str) -> i64 {
    let number = line.split_whitespace().next_back().expect("a number");
    let number = number.replace('.', "");
    number
        .parse()
        .unwrap_or_else(|_| panic!("no hours in {line}"))
}

/// The entries of a set, added by one file, approved and printed.
fn printed(db: &Db, folder: &Folder, order: &str, seconds: &[i64]) -> String {
    db.order(order);
    let mut rows = "number,user,start_ts,end_ts\n".to_owned();
    let mut clock = db.count(
        "SELECT coalesce(max(extract(epoch FROM end_ts)::bigint), 1700000000) FROM wl.time_entries",
    );
    for length in seconds {
        let at = |ts| {
            chrono::DateTime::from_timestamp(ts, 0)
                .expect("a time")
                .to_rfc3339()
        };
        rows.push_str(&format!(
            "{order},tom,{},{}\n",
            at(clock),
            at(clock + length)
        ));
        clock += length;
    }
    let file = folder.file(&format!("{order}.csv"), rows);
    db.ok("ada", &["entry", "import", &file]);
    db.ok("abe", &["approve", order, "--yes", "--accept-long"]);
    let pdf = folder.path(&format!("{order}.pdf"));
    db.ok("acc", &["export", "pdf", order, "--output", &pdf]);
    pdf_text(&pdf)
}

#[test]
fn a_pdf_reconciles_to_the_hundredth() {
    let (db, folder) = (Db::new(), Folder::new());
    for (n, (seconds, rounding)) in [
        (vec![12, 12, 12], Some(1)),
        (vec![18; 6], Some(-3)),
        (vec![3600, 1800], None),
        (vec![17; 40], Some(19)),
        (vec![3617, 3619, 54, 53, 90], Some(-1)),
    ]
    .into_iter()
    .enumerate()
    {
        let order = format!("R-{n}");
        let text = printed(&db, &folder, &order, &seconds);
        let rows: Vec<i64> = text
            .lines()
            .filter(|line| line.contains("Tom Tech") && line.contains("2023  "))
            .map(cents)
            .collect();
        assert_eq!(rows.len(), seconds.len(), "{text}");
        let extra: Vec<i64> = text
            .lines()
            .filter(|line| line.trim_start().starts_with("rounding"))
            .map(cents)
            .collect();
        assert_eq!(
            extra,
            rounding.into_iter().collect::<Vec<_>>(),
            "{seconds:?} {text}"
        );
        let total = text.lines().rfind(|line| line.starts_with("Total"));
        let total = cents(total.expect("a total"));
        assert_eq!(
            rows.iter().chain(&extra).sum::<i64>(),
            total,
            "{seconds:?} {text}"
        );
        let exact = seconds.iter().sum::<i64>();
        assert_eq!(total, (exact * 100 + 1800) / 3600);
        // the PDF, the CSV and the database agree to the second
        let csv = db.ok("acc", &["export", "csv", &order]).stdout;
        let rows = table(&csv);
        let of_csv = rows.iter().map(|row| &row["duration_seconds"]);
        let of_csv: i64 = of_csv
            .map(|text| text.parse::<i64>().expect("seconds"))
            .sum();
        let of_sql = db.count(&format!(
            "SELECT sum(e.duration_seconds) FROM wl.time_entries e
             JOIN wl.work_orders o ON o.id = e.work_order_id WHERE o.number = '{order}'"
        ));
        assert_eq!((of_csv, of_sql), (exact, exact));
        assert!(text.contains(&format!("seconds: {exact},")), "{text}");
    }
}
