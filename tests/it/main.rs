//! The tests that run the real `wl` on a real PostgreSQL, each on a database of its own.

mod local_server;
mod races;
mod support;
mod timer;
mod timers_at_once;
