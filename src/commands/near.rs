//! A command line that can't be read, in the words of our other errors: what is wrong, the
//! word that a person may have meant, and where to read on.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::grammar;
use crate::error::Error;
use crate::text;
use crate::time::{self, When};

/// Words of other programs, and the command that does it here: `@` is the entry that was
/// named, `...` all that was typed after the word. Below a command such as `wl order`, the
/// last word is meant.
const ELSEWHERE: [(&[&str], &str); 8] = [
    (&["list", "log", "ls"], "wl entry list"),
    (&["pause", "end", "finish"], "wl stop"),
    (&["continue", "resume", "back"], "wl start -"),
    (&["add", "new", "create"], "wl entry add ..."),
    (&["edit", "change"], "wl entry edit @"),
    (&["delete", "rm", "remove"], "wl entry remove @"),
    (&["switch", "begin"], "wl start ..."),
    (&["whoami"], "wl config"),
];

/// Options of other programs, and what they may mean here: the first that the command has.
const OPTIONS_ELSEWHERE: [(&[&str], &[&str]); 5] = [
    (&["date", "day", "on"], &["start", "at", "period"]),
    (&["from", "begin"], &["start"]),
    (&["to", "until"], &["end"]),
    (&["duration", "length", "hours"], &["for"]),
    (&["message", "comment", "description"], &["note"]),
];

/// What clap says, with a hint of ours.
pub fn explained(error: &clap::Error, words: &[OsString]) -> Error {
    let root = grammar();
    let invalid = string(error, ContextKind::InvalidSubcommand);
    let (here, path) = command_of(&root, words, invalid.as_deref());
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return Error::usage(format!("{path} needs another word"))
            .hint(format!("see all with: {path} -h"));
    }
    // the first paragraph says what is wrong, with the names in lines of their own
    let text = error.to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty());
    let message = lines.collect::<Vec<_>>().join(" ");
    let near = match &invalid {
        Some(typed) => match meant(here, &path, typed) {
            Some(Meant::Command(command)) => {
                let named = named_after(words, typed).unwrap_or_else(|| "@".to_owned());
                let command = command.replace('@', &named);
                let command = command.replace("...", &quoted(after(words, typed)));
                return Error::usage(message.trim_start_matches("error: "))
                    .hint(format!("use: {}", command.trim_end()));
            }
            Some(Meant::Word(word)) => Some(word),
            None => None,
        },
        None => value(error),
    };
    let unknown = match error.kind() {
        ErrorKind::UnknownArgument => string(error, ContextKind::InvalidArg),
        _ => None,
    };
    // only those of psql
    if let Some(typed) = &unknown
        && here.get_arguments().any(Arg::is_last_set)
    {
        let from = words
            .iter()
            .skip_while(|word| !word.to_string_lossy().starts_with(typed));
        return Error::usage(message.trim_start_matches("error: ")).hint(format!(
            "options of psql come after --: {path} -- {}",
            quoted(from)
        ));
    }
    let near = near.or_else(|| option(&root, here, unknown.as_deref()?));
    let near = near.or_else(|| unnamed(here, words, unknown.as_deref()?));
    Error::usage(message.trim_start_matches("error: ")).hint(match near {
        Some(near) => format!("did you mean {near}? See all with: {path} -h"),
        None => format!("see all with: {path} -h"),
    })
}

/// The entry that was named after this word.
fn named_after(words: &[OsString], typed: &str) -> Option<String> {
    let named = after(words, typed).next()?.to_str()?;
    (!named.starts_with('-')).then(|| text::shell_word(named))
}

/// The words after this one.
fn after<'w>(words: &'w [OsString], typed: &str) -> impl Iterator<Item = &'w OsString> {
    words.iter().skip_while(move |word| *word != typed).skip(1)
}

/// As they are typed in a shell; the dashes of an option need no quotes.
fn quoted<'w>(words: impl Iterator<Item = &'w OsString>) -> String {
    let words = words.map(|word| {
        let word = word.to_string_lossy();
        match word.trim_start_matches('-') {
            "" if !word.is_empty() => word.to_string(),
            name => word[..word.len() - name.len()].to_owned() + &text::shell_word(name),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The option that was meant, of this command or of all.
fn option(root: &Command, here: &Command, typed: &str) -> Option<String> {
    let typed = typed.strip_prefix("--")?;
    let own: Vec<&str> = here.get_arguments().filter_map(Arg::get_long).collect();
    let elsewhere = OPTIONS_ELSEWHERE
        .iter()
        .find(|(words, _)| words.contains(&typed));
    let mut meant = elsewhere.iter().flat_map(|(_, meant)| *meant);
    let global = root.get_arguments().filter(|arg| arg.is_global_set());
    let all: Vec<&str> = global
        .filter_map(Arg::get_long)
        .chain(own.clone())
        .collect();
    let near = match meant.find(|name| own.contains(name)) {
        Some(name) => name,
        None => text::near_word(typed, &all)?,
    };
    Some(format!("--{near}"))
}

/// The option that a value without one was meant for: a time, or what the command needs.
fn unnamed(here: &Command, words: &[OsString], typed: &str) -> Option<String> {
    let takes = |name| here.get_arguments().any(|arg| arg.get_long() == Some(name));
    let given = |name: &str| words.iter().any(|word| *word == *format!("--{name}"));
    if typed.starts_with('-') {
        return None;
    }
    let time = if typed.parse::<When>().is_ok() {
        Some(typed.to_owned())
    } else {
        let is_length = time::parse_duration(typed).is_ok();
        is_length.then(|| format!("{typed} ago"))
    };
    if let Some(time) = time.filter(|_| takes("at")) {
        return Some(format!("--at {}", text::shell_word(&time)));
    }
    let mut needed = here.get_arguments().filter(|arg| arg.is_required_set());
    let name = needed.find_map(|arg| arg.get_long().filter(|name| !given(name)))?;
    Some(format!("--{name} {}", text::shell_word(typed)))
}

enum Meant {
    /// To be typed as it stands.
    Command(String),
    Word(String),
}

fn meant(here: &Command, path: &str, typed: &str) -> Option<Meant> {
    let known: Vec<&str> = here
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .map(Command::get_name)
        .collect();
    let mut elsewhere = ELSEWHERE.iter();
    let elsewhere = elsewhere.find(|(words, _)| words.contains(&typed));
    match elsewhere.map(|(_, command)| *command) {
        Some(command) if path == "wl" => return Some(Meant::Command(command.to_owned())),
        Some(command) => {
            let word = command
                .split(' ')
                .nth(2)
                .filter(|word| known.contains(word));
            if let Some(word) = word {
                return Some(Meant::Word(word.to_owned()));
            }
        }
        None => {}
    }
    text::near_word(typed, &known).map(|word| Meant::Word(word.to_owned()))
}

/// The value that was meant, of an argument that takes one of a few.
fn value(error: &clap::Error) -> Option<String> {
    let typed = string(error, ContextKind::InvalidValue)?;
    let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue) else {
        return None;
    };
    let valid: Vec<&str> = valid.iter().map(String::as_str).collect();
    text::near_word(&typed, &valid).map(str::to_owned)
}

fn string(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// The command that these words name, up to one that is none, and how it is typed.
pub fn command_of<'c>(
    root: &'c Command,
    words: &[OsString],
    invalid: Option<&str>,
) -> (&'c Command, String) {
    let (mut here, mut path) = (root, String::from("wl"));
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if invalid == Some(word) || word == "--" {
            break;
        }
        if let Some(inner) = here.find_subcommand(word) {
            here = inner;
            path = format!("{path} {word}");
        }
    }
    (here, path)
}
