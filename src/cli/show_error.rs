//! Shows an error on standard error.

use std::io::{self, Write};

use serde_json::json;

use super::output;
use crate::error::{Error, Saved};
use crate::{exit, text};

/// Writes `error` to standard error: as lines for people, or as one JSON object.
///
/// With `causes` the chain of causes follows. A quiet end writes nothing. If standard
/// error can't be written, nothing can be reported.
pub fn show_error(error: &Error, json: bool, causes: bool) {
    if error.kind.is_quiet() {
        return;
    }
    let text = match json {
        true => object(error, causes),
        false => lines(error, causes),
    };
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// What happened, what was saved, what to type next. A wrong command line has
/// no middle line: it never got as far as saving.
fn lines(error: &Error, causes: bool) -> String {
    let mut lines = format!("error: {}\n", text::safe(&error.message));
    if error.code() != exit::USAGE {
        lines.push_str(error.saved.sentence());
        lines.push('\n');
    }
    if let Some(hint) = &error.hint {
        lines.push_str(&format!("hint: {}\n", text::safe(hint)));
    }
    for cause in error.causes().filter(|_| causes) {
        lines.push_str(&format!("caused by: {}\n", text::safe(&cause)));
    }
    lines
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
    output::json(&object).unwrap_or_else(|_| lines(error, causes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn three_lines() {
        let error = Error::not_found("there is no order WO-1\u{1b}[2J\nerror: fake")
            .hint("wl order list\u{202e}");
        assert_eq!(
            lines(&error, true),
            "error: there is no order WO-1\\u{1b}[2J\\nerror: fake\n\
             nothing was saved\n\
             hint: wl order list\\u{202e}\n"
        );
    }

    #[test]
    fn what_was_saved_is_said_unless_the_command_line_is_wrong() {
        let error = Error::bug("x").saved(Saved::Unknown);
        assert!(lines(&error, true).contains("\nit is not known whether the change was saved\n"));
        assert_eq!(
            lines(&Error::usage("no order given"), true),
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
            lines(&error, true),
            "error: no server\nnothing was saved\n\
             caused by: connection to server\ncaused by: No route to host\\u{1b}\n"
        );
        assert_eq!(
            lines(&error, false),
            "error: no server\nnothing was saved\n"
        );
        let value: serde_json::Value = serde_json::from_str(&object(&error, true)).unwrap();
        let causes = json!(["connection to server", "No route to host\u{1b}"]);
        assert_eq!(value["causes"], causes);
        let value: serde_json::Value = serde_json::from_str(&object(&error, false)).unwrap();
        assert_eq!(value.get("causes"), None);
    }
}
