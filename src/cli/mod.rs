//! Everything between the process and the library: the only place that
//! writes to the terminal or looks at it.

pub mod app;
pub mod config;
pub mod environment;
mod interrupt;
mod machine_zone;
pub mod output;
mod pick;
mod progress;
pub mod prompt;
mod row;
mod show_error;
mod stdout;
mod style;
mod table;

pub use interrupt::{Interrupt, Stoppable};
pub use machine_zone::machine_zone;
pub use output::{Format, one, rows};
pub use progress::Progress;
pub use row::{Column, Row};
pub use show_error::show_error;
pub use stdout::stdout;
pub use style::{Color, Style};
