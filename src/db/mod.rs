//! Connections, errors of the database, migrations and the private server.

pub mod catalog;
pub mod connect;
pub mod copy;
pub mod error_map;
pub mod local;
pub mod migrate;
mod place;
pub mod remote;
pub mod rules;
pub mod schema_version;
pub mod second_look;
mod sql_log;
pub mod tell;
pub mod transaction;
pub mod uri;
pub mod watch;
