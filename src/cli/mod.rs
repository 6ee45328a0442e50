//! Everything between the process and the library: the only place that
//! writes to the terminal or looks at it.

pub mod app;
pub mod config;
pub mod environment;
mod interrupt;
mod layout;
mod machine_zone;
pub mod message;
pub mod output;
mod pager;
mod pick;
mod progress;
pub mod prompt;
mod row;
mod stdout;
mod style;
mod table;
mod wrap;

pub use interrupt::{Interrupt, Stoppable};
pub use machine_zone::machine_zone;
pub use message::Messages;
pub use output::{Format, one, rows, write_text};
pub use progress::Progress;
pub use row::{Column, Fit, LAST_RESORT, Row};
pub use stdout::stdout;
pub use style::{CLAP, Color, Style};
pub use wrap::wrapped;
