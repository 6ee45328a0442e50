//! Work orders and technician time that accounting can trust.
//!
//! The modules, from the top: a module uses those below it, never those above.
//!
//! - [`commands`]: one file a noun of the command line; parse, call, render
//! - [`cli`]: options, output, prompts, errors on the terminal
//! - [`domain`] changes data; [`exceptions`], [`export`], [`report`], [`rows`] and [`doctor`] read it
//! - [`ledger`]: transactions, lock guards, audit writes, verification
//! - [`db`]: connections, migrations, the private local server
//! - [`models`], [`schema`]: the tables
//! - [`time`], [`hours`], [`text`], [`error`], [`exit`]: what all use

pub mod cli;
pub mod commands;
pub mod db;
pub mod doctor;
pub mod domain;
pub mod error;
pub mod exceptions;
pub mod exit;
pub mod export;
pub mod hours;
pub mod ledger;
pub mod models;
pub mod report;
pub mod rows;
pub mod schema;
pub mod text;
pub mod time;
