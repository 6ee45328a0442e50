//! Exports: what accounting bills from.

pub mod model;
pub mod pdf;
