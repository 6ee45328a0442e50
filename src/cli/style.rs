//! The look of the output, decided once when the process starts: of standard output, and
//! apart from it of standard error.

use chrono_tz::Tz;
use clap::ValueEnum;
use clap::builder::styling::{AnsiColor, Effects, Styles};
use dialoguer::console::Term;

use super::environment::{text, variable};

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

/// What a stream can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub color: bool,
    /// In columns; lines are made to fit it. None: as long as they are.
    pub width: Option<u16>,
    /// The lines on a screen.
    pub height: Option<u16>,
    /// It is a terminal.
    pub terminal: bool,
    /// The zone that tables show times in; known once connected.
    pub zone: Tz,
}

/// The same for what clap writes: help and errors of the command line.
pub const CLAP: Styles = Styles::styled()
    .error(AnsiColor::Red.on_default().effects(Effects::BOLD))
    .valid(AnsiColor::Green.on_default())
    .invalid(AnsiColor::Yellow.on_default());

impl Style {
    /// A pipe or a file: no colour, no wrapping.
    pub const PLAIN: Self = Self {
        color: false,
        width: None,
        height: None,
        terminal: false,
        zone: Tz::UTC,
    };

    /// Of standard output.
    pub fn detect(color: Color) -> Self {
        Self::of(&Term::stdout(), color)
    }

    /// Of standard error.
    pub fn of_errors(color: Color) -> Self {
        Self::of(&Term::stderr(), color)
    }

    fn of(stream: &Term, color: Color) -> Self {
        let terminal = stream.is_term();
        let size = stream.size_checked();
        Self {
            color: color.wanted(
                terminal && variable("TERM").is_none_or(|value| value != "dumb"),
                is_set("NO_COLOR"),
                is_set("CLICOLOR_FORCE"),
            ),
            width: match terminal {
                // some terminals say 0 when they don't know, and then there is no size
                true => size.map(|(_, columns)| columns),
                false => text("COLUMNS").and_then(|columns| columns.parse().ok()),
            },
            height: size.map(|(lines, _)| lines),
            terminal,
            zone: Tz::UTC,
        }
    }

    pub fn bold(&self, text: &str) -> String {
        self.painted("1", text)
    }

    /// What can't be changed any more: locked entries.
    pub fn dim(&self, text: &str) -> String {
        self.painted("2", text)
    }

    pub fn red(&self, text: &str) -> String {
        self.painted("1;31", text)
    }

    pub fn green(&self, text: &str) -> String {
        self.painted("32", text)
    }

    pub fn yellow(&self, text: &str) -> String {
        self.painted("1;33", text)
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
    /// Who refuses colours comes before who forces them.
    fn wanted(self, terminal: bool, refused: bool, forced: bool) -> bool {
        match self {
            Self::Auto => (terminal || forced) && !refused,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// `NO_COLOR` and `CLICOLOR_FORCE` say yes with any text; of the second one, 0 is a no.
fn is_set(name: &str) -> bool {
    let no =
        |value: &std::ffi::OsStr| value.is_empty() || (name == "CLICOLOR_FORCE" && value == "0");
    variable(name).is_some_and(|value| !no(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_that_want_it() {
        assert!(Color::Auto.wanted(true, false, false));
        assert!(!Color::Auto.wanted(false, false, false));
        assert!(!Color::Auto.wanted(true, true, false));
        assert!(Color::Auto.wanted(false, false, true));
        assert!(!Color::Auto.wanted(false, true, true));
        assert!(Color::Always.wanted(false, true, false));
        assert!(!Color::Never.wanted(true, false, true));
    }
}
