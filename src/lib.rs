//! Work orders and technician time that accounting can trust.
//!
//! ARCHITECTURE.md lists the modules by layers: each uses only those below it.

pub mod backup;
pub mod cli;
pub mod commands;
pub mod db;
pub mod doctor;
pub mod domain;
pub mod error;
pub mod exceptions;
pub mod exit;
pub mod export;
pub mod file;
pub mod hours;
pub mod intake;
pub mod ledger;
pub mod logo;
pub mod models;
pub mod rows;
pub mod schema;
pub mod stderr;
pub mod text;
pub mod time;
pub mod totals;
pub mod upgrade;
