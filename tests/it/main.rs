//! The tests that run the real `wl` on a real PostgreSQL, each on a database of its own.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod local_server;
mod support;
mod timer;
