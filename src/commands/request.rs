//! What a command line asks for, to compare it with another one under the same `--op-id`.

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};

/// The command and what was typed for each of its arguments, in the order of their names.
/// How the answer is shown and which database and login count do not belong to it, and
/// `wl timer start` is `wl start`. Times stay as they were typed.
pub fn request(grammar: &Command, matches: &ArgMatches) -> String {
    let mut words = Vec::new();
    let (mut command, mut matches) = (grammar, matches);
    loop {
        let mut arguments: Vec<String> = command
            .get_arguments()
            .filter(|arg| !arg.is_global_set())
            .map(|arg| arg.get_id().as_str())
            .filter(|id| matches.value_source(id) == Some(ValueSource::CommandLine))
            .map(|id| format!("{id}={:?}", typed(matches, id)))
            .collect();
        arguments.sort();
        words.extend(arguments);
        let next = matches.subcommand();
        let Some((name, inner)) = next else { break };
        let Some(found) = command.find_subcommand(name) else {
            break;
        };
        if name != "timer" {
            words.push(name.to_owned());
        }
        (command, matches) = (found, inner);
    }
    words.join("\n")
}

fn typed(matches: &ArgMatches, id: &str) -> Vec<String> {
    let values = matches.get_raw(id).into_iter().flatten();
    values
        .map(|value| value.to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use crate::commands::read_command_line;

    fn request(line: &str) -> String {
        let words = line.split(' ').map(OsString::from);
        let cli = read_command_line(words).expect("a command line");
        cli.global.request
    }

    #[test]
    fn the_same_request_in_other_words() {
        for (one, other) in [
            (
                "wl start WO-1/1 --at 9:00 -n x",
                "wl timer start -n x --at=9:00 WO-1/1",
            ),
            ("wl stop", "wl --format json --as tom -q stop"),
            ("wl stop --note x", "wl --op-id a stop -n x"),
            ("wl timer cancel", "wl cancel -v"),
        ] {
            assert_eq!(request(one), request(other));
        }
    }

    #[test]
    fn another_request() {
        let all = [
            "wl start WO-1/1",
            "wl start WO-1/2",
            "wl start WO-1/1 -n x",
            "wl start WO-1/1 -n y",
            "wl start WO-1/1 --no-switch",
            "wl start WO-1/1 --at 9:00",
            "wl stop",
            "wl stop --at 9:00",
            "wl note x",
            "wl note y",
            "wl note x y",
            "wl order remove WO-1",
            "wl order restore WO-1",
            "wl entry remove 1",
            "wl entry restore 1",
        ];
        let mut requests = all.map(request).to_vec();
        requests.sort();
        requests.dedup();
        assert_eq!(requests.len(), all.len());
    }
}
