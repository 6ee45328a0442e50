//! Everything between the process and the library: the only place that
//! writes to the terminal or looks at it.

pub mod app;
mod interrupt;
pub mod output;
mod progress;
pub mod report;
mod style;
mod table;

pub use interrupt::Interrupt;
pub use output::{Column, Format, Row, one, rows};
pub use progress::Progress;
pub use report::report;
pub use style::{Color, Style};
