//! The look of the output, decided once when the process starts.

use std::io::IsTerminal;

use chrono_tz::Tz;
use clap::ValueEnum;

use super::environment::variable;
use super::stdout::stdout;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

/// What standard output can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub color: bool,
    /// In columns; lines are wrapped to it. None: no wrapping.
    pub width: Option<u16>,
    /// Standard output is a terminal.
    pub terminal: bool,
    /// The zone that tables show times in; known once connected.
    pub zone: Tz,
}

impl Style {
    /// A pipe or a file: no colour, no wrapping.
    pub const PLAIN: Self = Self {
        color: false,
        width: None,
        terminal: false,
        zone: Tz::UTC,
    };

    /// Looks at standard output, `NO_COLOR` and `TERM`.
    pub fn detect(color: Color) -> Self {
        let terminal = stdout().is_terminal();
        let refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty())
            || variable("TERM").is_some_and(|value| value == "dumb");
        let width = if terminal { terminal_width() } else { None };
        Self {
            color: color.wanted(terminal, refused),
            width,
            terminal,
            zone: Tz::UTC,
        }
    }

    pub fn bold(&self, text: &str) -> String {
        self.painted("1", text)
    }

    pub fn dim(&self, text: &str) -> String {
        self.painted("2", text)
    }

    /// A text in this look; the line break at its end is not part of it.
    fn painted(&self, look: &str, text: &str) -> String {
        let words = text.trim_end_matches('\n');
        match self.color && !words.is_empty() {
            true => format!("\u{1b}[{look}m{words}\u{1b}[0m{}", &text[words.len()..]),
            false => text.to_owned(),
        }
    }
}

impl Color {
    fn wanted(self, terminal: bool, refused: bool) -> bool {
        match self {
            Self::Auto => terminal && !refused,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Some terminals say 0 when they don't know.
fn terminal_width() -> Option<u16> {
    comfy_table::Table::new().width().filter(|width| *width > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_that_want_it() {
        assert!(Color::Auto.wanted(true, false));
        assert!(!Color::Auto.wanted(true, true));
        assert!(!Color::Auto.wanted(false, false));
        assert!(Color::Always.wanted(false, true));
        assert!(!Color::Never.wanted(true, false));
    }
}
