//! Work orders and technician time that accounting can trust.

pub mod cli;
pub mod error;
pub mod exit;
pub mod export;
pub mod hours;
pub mod text;
pub mod time;
