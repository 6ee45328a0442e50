//! The tests that run the real `wl` on a real PostgreSQL, each on a database of its own.

mod clock_changes;
mod completions;
mod flow;
mod local_server;
mod migrations;
mod races;
mod rounding;
mod schema;
mod support;
mod timer;
mod timers_at_once;
