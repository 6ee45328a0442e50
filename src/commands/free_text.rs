//! Free text may begin with a dash, as in `--note "- pump"`.
//!
//! An option that takes such text takes whatever word follows it. So a word that is the
//! name of an option is refused: in `--note --yes`, the text was forgotten.

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Command};

use crate::text;

/// Whether an argument takes what people write: notes, reasons, titles, names.
fn is_free_text(arg: &Arg) -> bool {
    let named = |name: &str| {
        let names = arg.get_value_names().unwrap_or_default();
        names.iter().any(|value| value.as_str() == name)
    };
    let takes_value = arg.get_action().takes_values() && !arg.is_global_set();
    let free = ["TEXT", "VALUE"].into_iter().any(named);
    // a login, as a word of its own, is none
    takes_value && (free || (named("NAME") && !arg.is_positional()))
}

/// The command with all its free text allowed to begin with a dash.
pub fn allow_dashes(command: Command) -> Command {
    command
        .mut_args(|arg| match is_free_text(&arg) {
            true => arg.allow_hyphen_values(true),
            false => arg,
        })
        .mut_subcommands(allow_dashes)
}

/// Refuses a free text that is the name of an option.
pub fn check(root: &mut Command, matches: &ArgMatches) -> Result<(), clap::Error> {
    if !may_name_an_option(root, matches) {
        return Ok(());
    }
    // the options of all commands, the global ones too, are known only then
    root.build();
    let root = &*root;
    let (command, matches) = chosen(root, matches);
    let message =
        command
            .get_arguments()
            .filter(|arg| is_free_text(arg))
            .find_map(|arg| {
                let words = words_of(arg, matches);
                match arg.is_positional() {
                true => positional(root, command, arg, &words),
                false => words.iter().find(|word| is_option(command, word)).map(|word| {
                    format!(
                        "the text of '{arg}' is missing: '{word}' is an option of this command"
                    )
                }),
            }
            });
    match message {
        Some(message) => Err(command.clone().error(ErrorKind::InvalidValue, message)),
        None => Ok(()),
    }
}

/// The command that was typed, and what was typed of it.
fn chosen<'c>(root: &'c Command, matches: &'c ArgMatches) -> (&'c Command, &'c ArgMatches) {
    let (mut command, mut matches) = (root, matches);
    while let Some((name, inner)) = matches.subcommand() {
        let Some(found) = command.find_subcommand(name) else {
            break;
        };
        (command, matches) = (found, inner);
    }
    (command, matches)
}

fn may_name_an_option(root: &Command, matches: &ArgMatches) -> bool {
    let (command, matches) = chosen(root, matches);
    let texts = command.get_arguments().filter(|arg| is_free_text(arg));
    texts
        .flat_map(|arg| words_of(arg, matches))
        .any(|word| word.starts_with('-'))
}

fn words_of<'m>(arg: &Arg, matches: &'m ArgMatches) -> Vec<&'m str> {
    let values = matches.try_get_raw(arg.get_id().as_str()).ok().flatten();
    let values = values.into_iter().flatten();
    values.filter_map(|value| value.to_str()).collect()
}

/// Words after the first are text whatever they are. So one that is an option, be it of
/// another command, was hardly meant as text.
fn positional(root: &Command, command: &Command, arg: &Arg, words: &[&str]) -> Option<String> {
    let word = words.iter().find(|word| is_option_of_any(root, word))?;
    let name = command.get_bin_name().unwrap_or("wl");
    // an option of this command only stands in the wrong place
    let place = match is_option(command, word) {
        true => "options go before the text",
        false => "this command has no such option",
    };
    let others = command
        .get_positionals()
        .filter(|other| other.get_id() != arg.get_id());
    let others: String = others.map(|other| format!("{other} ")).collect();
    let quoted = text::shell_word(&match words {
        [only] => format!("{only} …"),
        all => all.join(" "),
    });
    Some(format!(
        "'{word}' is the name of an option: {place}; as text, quote it all: {name} -- {others}{quoted}"
    ))
}

fn is_option_of_any(command: &Command, word: &str) -> bool {
    is_option(command, word)
        || command
            .get_subcommands()
            .any(|inner| is_option_of_any(inner, word))
}

/// `--yes`, `-y` or `--user=tom`, if this command has such an option.
fn is_option(command: &Command, word: &str) -> bool {
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    command.get_arguments().any(|arg| {
        let long = |long: &str| name.strip_prefix("--") == Some(long);
        let short = |short: char| word.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4]));
        arg.get_long_and_visible_aliases()
            .is_some_and(|names| names.into_iter().any(long))
            || arg.get_short().is_some_and(short)
    })
}
