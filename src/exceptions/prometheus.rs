//! The counts for node_exporter's textfile collector.

use super::Report;

pub fn metrics(report: &Report) -> String {
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, values: &mut dyn Iterator<Item = (String, i64)>| {
        text.push_str(&format!("# HELP {name} {help}\n# TYPE {name} gauge\n"));
        for (labels, value) in values {
            text.push_str(&format!("{name}{labels} {value}\n"));
        }
    };
    let label = |kind: super::Kind| format!("{{kind=\"{}\"}}", kind.as_str());
    let counts = || report.found.iter().map(|found| &found.count);
    gauge(
        "worklock_exceptions",
        "Exceptions to correct before billing.",
        &mut counts().map(|count| (label(count.kind), count.findings)),
    );
    gauge(
        "worklock_exceptions_oldest_age_seconds",
        "Age of the oldest exception of each kind, 0 if there is none.",
        &mut counts().map(|count| {
            let age = count
                .oldest
                .map_or(0, |oldest| (report.now - oldest).num_seconds());
            (label(count.kind), age)
        }),
    );
    gauge(
        "worklock_exceptions_timestamp_seconds",
        "Time at which the exceptions were read, by the database's clock.",
        &mut std::iter::once((String::new(), report.now.timestamp())),
    );
    text
}
