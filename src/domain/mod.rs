//! What changes data. Nothing here prints, prompts or reads the environment.

use crate::error::{Error, ErrorKind};

pub mod approval;
pub mod bill;
pub mod document;
pub mod entry;
pub mod import;
pub mod line;
pub mod order;
pub mod settings;
pub mod timer;
pub mod user;

/// The refusal of a list that a person confirmed, if it is different now.
fn list_changed(kind: ErrorKind, what: &str) -> Error {
    Error::new(kind, format!("the list changed: {what}"))
        .hint("run the command again and check the new list")
}
