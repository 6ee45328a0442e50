//! The command line that is being completed.

use std::ffi::{OsStr, OsString};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::config::{Config, Flags};
use crate::cli::environment;
use crate::db::connect::Target;

/// The words before the cursor, after the program's name.
static BEFORE: OnceLock<Vec<String>> = OnceLock::new();
static SHELL: OnceLock<String> = OnceLock::new();
/// Whether the word at the cursor names a file, which the shell is to find.
static FILE: AtomicBool = AtomicBool::new(false);

/// Keeps the words that a shell asks about: `wl -- wl timer start WO`.
pub fn remember(words: &[OsString]) {
    super::ask::start();
    let asked = words.iter().skip_while(|word| *word != "--").skip(2);
    let mut words: Vec<String> = asked
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    // bash and zsh say where the cursor is; in other shells the line ends there
    let cursor = environment::text("_CLAP_COMPLETE_INDEX").and_then(|index| index.parse().ok());
    let cursor = cursor.map_or(words.len(), |index: usize| index);
    words.truncate(cursor.saturating_sub(1));
    let _ = BEFORE.set(words);
    let _ = SHELL.set(environment::text("COMPLETE").unwrap_or_default());
}

fn before() -> &'static [String] {
    BEFORE.get().map_or(&[], Vec::as_slice)
}

pub fn word_before() -> Option<String> {
    before().last().cloned()
}

/// What was typed of the word, without the quotes and backslashes that some shells leave.
pub fn typed(word: &OsStr) -> Option<String> {
    let word = word.to_str()?.trim_start_matches(['\'', '"']);
    Some(word.replace('\\', ""))
}

fn shell() -> &'static str {
    let shell = SHELL.get().map_or("", String::as_str);
    shell.rsplit('/').next().unwrap_or_default()
}

/// Whether the shell quotes a candidate that has blanks; in bash, our own script does.
pub fn shell_quotes() -> bool {
    ["bash", "zsh", "fish"].contains(&shell())
}

/// Whether the shell quotes everything in a candidate that it would act on.
pub fn shell_quotes_all() -> bool {
    ["zsh", "fish", "elvish"].contains(&shell())
}

/// The shell is to find the files itself.
pub fn leave_files() {
    FILE.store(true, Ordering::Relaxed);
}

pub fn files_are_left() -> bool {
    FILE.load(Ordering::Relaxed)
}

/// The value of a global option before the cursor.
fn option(name: &str) -> Option<String> {
    let words = before();
    let given = words.iter().enumerate().rev().find_map(|(place, word)| {
        let rest = word.strip_prefix(name)?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value.to_owned()),
            None if rest.is_empty() => words.get(place + 1).cloned(),
            None => None,
        }
    })?;
    typed(OsStr::new(&given))
}

/// Where the command would go.
pub fn target() -> Option<Target> {
    let (url, login, profile) = (
        option("--database-url"),
        option("--as"),
        option("--profile"),
    );
    let config = Config::load(Flags {
        database_url: url.as_deref(),
        login: login.as_deref(),
        profile: profile.as_deref(),
    });
    let config = config.ok()?;
    // whoever owns the private server may ask as anybody, also for who there is
    let anyone = config.url().is_none() && word_before().as_deref() == Some("--as");
    let target = match anyone {
        true => config.owner_target(),
        false => config.target(),
    };
    target.ok()
}

pub fn profiles() -> Vec<String> {
    let config = Config::load(Flags::default()).ok();
    config
        .map(|config| config.profiles().to_vec())
        .unwrap_or_default()
}
