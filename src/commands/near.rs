//! The word that a person may have meant, in a command line that can't be read.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue};

use super::grammar;
use crate::text;

/// The error with one suggestion at most: clap lists all that are similar, the nearest
/// last, and takes no notice of a word's beginning.
pub fn best_only(mut error: clap::Error, words: &[OsString]) -> clap::Error {
    if let Some(typed) = string(&error, ContextKind::InvalidSubcommand) {
        let near = text::nearest(&typed, siblings(words, &typed).iter().map(String::as_str));
        let near = near.map(|name| ContextValue::Strings(vec![name]));
        put(&mut error, ContextKind::SuggestedSubcommand, near);
    } else if let Some(typed) = string(&error, ContextKind::InvalidValue)
        && let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue)
    {
        let near = text::nearest(&typed, valid.iter().map(String::as_str));
        put(
            &mut error,
            ContextKind::SuggestedValue,
            near.map(ContextValue::String),
        );
    }
    error
}

fn put(error: &mut clap::Error, kind: ContextKind, value: Option<ContextValue>) {
    match value {
        Some(value) => error.insert(kind, value),
        None => error.remove(kind),
    };
}

/// What the error suggests.
pub fn suggestion(error: &clap::Error) -> Option<String> {
    if let Some(ContextValue::Strings(names)) = error.get(ContextKind::SuggestedSubcommand) {
        return names.first().cloned();
    }
    string(error, ContextKind::SuggestedValue).or_else(|| string(error, ContextKind::SuggestedArg))
}

fn string(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

/// The commands where `typed` stands, which is none of them.
fn siblings(words: &[OsString], typed: &str) -> Vec<String> {
    let root = grammar();
    let mut here = &root;
    for word in words.iter().skip(1) {
        if word == typed {
            break;
        }
        let known = word.to_str().and_then(|name| here.find_subcommand(name));
        here = known.unwrap_or(here);
    }
    let names = here
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    names.map(|command| command.get_name().to_owned()).collect()
}
