//! Work orders and technician time that accounting can trust.
//!
//! The modules, from the top: a module uses those below it, never those above.
//!
//! - [`commands`]: one file a noun of the command line; parse, call, render
//! - [`cli`]: options, output, prompts, errors on the terminal
//! - [`domain`] changes data; [`exceptions`], [`export`], [`totals`], [`rows`], [`doctor`]
//!   and [`backup`] read it
//! - [`ledger`]: transactions, lock guards, audit writes, verification
//! - [`db`]: connections, migrations, the private local server
//! - [`models`], [`schema`]: the tables
//! - [`time`], [`hours`], [`text`], [`file`], [`error`], [`exit`]: what all use

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
pub mod ledger;
pub mod models;
pub mod rows;
pub mod schema;
pub mod text;
pub mod time;
pub mod totals;
