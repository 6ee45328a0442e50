//! The tests that run the real `wl` on a real PostgreSQL, each on a database of its own.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "the layers are those of the program"
)]

mod backup;
mod bad_files;
mod bad_input;
mod batches;
mod bill_months;
mod bill_races;
mod bills;
mod broken_lines;
mod busy;
mod catalog;
mod clock_changes;
mod completions;
mod completions_shells;
mod config;
mod doctor;
mod documents;
mod documents_of_bills;
mod dump_restore;
mod entries;
mod enums;
mod environment;
mod error_kinds;
mod exceptions;
mod exceptions_idle;
mod exceptions_output;
mod exceptions_scale;
mod exports;
mod exports_xlsx;
mod flow;
mod frozen;
mod help;
mod hostile;
mod imports;
mod imports_strict;
mod imports_trackers;
mod json_schema;
mod language;
mod layers;
mod letterhead_settings;
mod local_faults;
mod local_server;
mod lock_waits;
mod login_settings;
mod managed_owner;
mod matrix;
mod matrix_commands;
mod migrations;
mod my_day;
mod names;
mod near_misses;
mod notices;
mod order_status;
mod outcomes;
mod packages;
mod packaging;
mod passwords;
mod poolers;
mod prompts;
mod races;
mod races_bills;
mod real_data;
mod reference;
mod refusals;
mod report;
mod review;
mod rounding;
mod rows_cut_short;
mod rules_approval;
mod rules_audit;
mod rules_billing;
mod rules_bills;
mod rules_catalog;
mod rules_locked;
mod rules_orphans;
mod rules_removal;
mod rules_rights;
mod rules_time;
mod schema;
mod screen;
mod server_clock;
mod set_up_faults;
mod signals;
mod standby;
mod substance;
mod support;
mod tampering;
mod tampering_bills;
mod terminal;
mod time_sheets;
mod timer;
mod timer_day;
mod timers_at_once;
mod tls;
mod torture;
mod two_databases;
mod typed_times;
mod undo;
mod verbose;
mod what;
mod witness;
mod zone;
