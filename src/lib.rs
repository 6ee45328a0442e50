//! Work orders and technician time that accounting can trust.

pub mod error;
pub mod exit;
pub mod export;
pub mod hours;
