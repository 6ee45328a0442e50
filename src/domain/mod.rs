//! What changes data. Nothing here prints, prompts or reads the environment.

pub mod approval;
pub mod entry;
pub mod import;
pub mod line;
pub mod order;
pub mod settings;
pub mod timer;
pub mod user;
