//! The database: where it is, and how to reach it.

pub mod local;
