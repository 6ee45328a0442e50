//! The names of the people of a document.

use std::collections::{BTreeMap, BTreeSet};

use super::text::{clean_line, shorten};
use crate::export::model::{Document, EntrySheet};

/// The longest name that the database takes, in characters.
const LONGEST: usize = 200;

/// By login; two people with one name are told apart by it.
pub struct People<'d>(BTreeMap<&'d str, String>);

impl<'d> People<'d> {
    pub fn of(document: &'d Document) -> Self {
        let mut people = BTreeMap::new();
        let mut names = BTreeMap::<&str, BTreeSet<&str>>::new();
        for entry in document.time_entries() {
            people
                .entry(entry.user.as_str())
                .or_insert(&entry.user_name);
            names
                .entry(&entry.user_name)
                .or_default()
                .insert(&entry.user);
        }
        let shown = people.into_iter().map(|(login, name)| {
            let shared = names
                .get(name.as_str())
                .is_some_and(|logins| logins.len() > 1);
            let shown = match shared {
                true => format!("{} ({login})", name_of(name)),
                false => name_of(name),
            };
            (login, shown)
        });
        Self(shown.collect())
    }

    pub fn name(&self, entry: &EntrySheet) -> &str {
        self.0.get(entry.user.as_str()).map_or("", String::as_str)
    }

    /// All logins, by name.
    pub fn logins(&self) -> Vec<&'d str> {
        let mut logins: Vec<_> = self.0.keys().copied().collect();
        logins.sort_by_key(|login| (&self.0[login], *login));
        logins
    }

    pub fn name_of(&self, login: &str) -> &str {
        self.0.get(login).map_or("", String::as_str)
    }
}

fn name_of(name: &str) -> String {
    shorten(&clean_line(name), LONGEST)
}
