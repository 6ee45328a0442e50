//! What goes to standard error: sentences, warnings, errors.
//!
//! With `--format json` each warning and the error is a JSON object, and nothing else is
//! written.

use std::io::Write;

use serde_json::json;

use super::output::{self, Format};
use super::style::{Color, Style};
use super::wrap::wrapped;
use crate::error::{Error, Saved};
use crate::stderr::Stderr;
use crate::{exit, text};

#[derive(Debug, Clone, Copy)]
pub struct Messages {
    json: bool,
    quiet: bool,
    style: Style,
}

impl Messages {
    pub fn new(format: Format, quiet: bool, color: Color) -> Self {
        Self {
            json: format == Format::Json,
            quiet,
            style: Style::of_errors(color),
        }
    }

    /// Whether a person reads along who may be told of progress.
    pub fn is_silent(self) -> bool {
        self.quiet || self.json
    }

    /// The width of the terminal that shows them; 80 without one.
    pub fn columns(self) -> usize {
        self.style.width.map_or(80, usize::from)
    }

    /// A sentence for a person; nothing with `-q` or JSON.
    pub fn say(self, sentence: &str) {
        if !self.is_silent() {
            let text = text::safe(sentence);
            write(&format!("{}\n", wrapped(&text, self.style.width)));
        }
    }

    /// A warning; also with `-q`.
    pub fn warn(self, sentence: &str) {
        write(&match self.json {
            true => output::json_line(&json!({"warning": {"message": sentence}})),
            false => self.labelled("warning", Style::yellow, sentence),
        });
    }

    /// The error that ends the process, with the chain of its causes if they are wanted. A
    /// quiet end writes nothing.
    pub fn error(self, error: &Error, causes: bool) {
        if error.kind.is_quiet() {
            return;
        }
        write(&match self.json {
            true => object(error, causes),
            false => self.lines(error, causes),
        });
    }

    /// What happened, what was saved, what to type next. A wrong command line has
    /// no middle line: it never got as far as saving.
    fn lines(self, error: &Error, causes: bool) -> String {
        let mut lines = self.labelled("error", Style::red, &error.message);
        if error.code() != exit::USAGE {
            lines.push_str(error.saved.sentence());
            lines.push('\n');
        }
        if let Some(hint) = &error.hint {
            lines.push_str(&self.labelled("hint", Style::green, hint));
        }
        for cause in error.causes().filter(|_| causes) {
            lines.push_str(&self.labelled("caused by", Style::bold, &cause));
        }
        lines
    }

    fn labelled(self, label: &str, paint: fn(&Style, &str) -> String, text: &str) -> String {
        let text = wrapped(&format!("{label}: {}", text::safe(text)), self.style.width);
        let (label, text) = text.split_at(label.len() + 1);
        format!("{}{text}\n", paint(&self.style, label))
    }
}

/// If standard error can't be written, nothing can be reported.
fn write(text: &str) {
    let _ = Stderr.write_all(text.as_bytes());
}

fn object(error: &Error, causes: bool) -> String {
    let saved = match error.saved {
        Saved::Nothing => "nothing",
        Saved::Some => "some",
        Saved::Everything => "everything",
        Saved::Unknown => "unknown",
    };
    let mut object = json!({
        "code": error.code(),
        "kind": error.kind,
        "message": error.message,
        "saved": saved,
        "hint": error.hint,
    });
    if causes {
        object["causes"] = error.causes().collect();
    }
    output::json(&object).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    const PLAIN: Messages = Messages {
        json: false,
        quiet: false,
        style: Style::PLAIN,
    };

    #[test]
    fn three_lines() {
        let error = Error::not_found("there is no order WO-1\u{1b}[2J\nerror: fake")
            .hint("wl order list\u{202e}");
        assert_eq!(
            PLAIN.lines(&error, true),
            "error: there is no order WO-1\\u{1b}[2J\\nerror: fake\n\
             nothing was saved\n\
             hint: wl order list\\u{202e}\n"
        );
    }

    #[test]
    fn at_a_terminal_lines_fit_and_labels_have_colours() {
        let terminal = Messages {
            style: Style {
                color: true,
                width: Some(30),
                ..Style::PLAIN
            },
            ..PLAIN
        };
        let error = Error::not_found("there is no order with the number WO-1")
            .hint("see all with: wl order list --removed --limit 100");
        assert_eq!(
            terminal.lines(&error, false),
            "\u{1b}[1;31merror:\u{1b}[0m there is no order with\n  the number WO-1\n\
             nothing was saved\n\
             \u{1b}[32mhint:\u{1b}[0m see all with:\n  wl order list --removed --limit 100\n"
        );
    }

    #[test]
    fn what_was_saved_is_said_unless_the_command_line_is_wrong() {
        let error = Error::bug("x").saved(Saved::Unknown);
        assert!(
            PLAIN
                .lines(&error, true)
                .contains("\nit is not known whether the change was saved\n")
        );
        assert_eq!(
            PLAIN.lines(&Error::usage("no order given"), true),
            "error: no order given\n"
        );
    }

    #[test]
    fn json_object() {
        let error = Error::new(ErrorKind::EntryLocked, "entry 7 is locked\u{9b}");
        assert_eq!(
            object(&error, false),
            "{\n  \"code\": 1,\n  \"kind\": \"entry_locked\",\n  \
             \"message\": \"entry 7 is locked\\u009b\",\n  \"saved\": \"nothing\",\n  \
             \"hint\": null\n}\n"
        );
        let error = error.saved(Saved::Everything).hint("wl entry show 7");
        let value: serde_json::Value = serde_json::from_str(&object(&error, false)).unwrap();
        assert_eq!(value["saved"], "everything");
        assert_eq!(value["hint"], "wl entry show 7");
    }

    #[test]
    fn causes_follow_where_they_are_wanted() {
        let cause = anyhow::Error::msg("No route to host\u{1b}").context("connection to server");
        let error = Error::new(ErrorKind::Unreachable, "no server").cause(cause);
        assert_eq!(
            PLAIN.lines(&error, true),
            "error: no server\nnothing was saved\n\
             caused by: connection to server\ncaused by: No route to host\\u{1b}\n"
        );
        assert_eq!(
            PLAIN.lines(&error, false),
            "error: no server\nnothing was saved\n"
        );
        let value: serde_json::Value = serde_json::from_str(&object(&error, true)).unwrap();
        let causes = json!(["connection to server", "No route to host\u{1b}"]);
        assert_eq!(value["causes"], causes);
        let value: serde_json::Value = serde_json::from_str(&object(&error, false)).unwrap();
        assert_eq!(value.get("causes"), None);
    }
}
