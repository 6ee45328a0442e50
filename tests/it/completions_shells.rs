//! TAB in real shells, at a terminal.

use crate::completions::PATIENT;
use crate::support::{Db, Folder, Terminal};

/// A shell in which `wl` completes, and then shows its arguments instead of running.
struct Shell {
    terminal: Terminal,
    _home: Folder,
}

const WL: &str = env!("CARGO_BIN_EXE_wl");

impl Shell {
    fn bash(db: &Db) -> Self {
        Self::bash_with(db, &format!("COMPLETE=bash {WL}"))
    }

    /// bash with the script that a command prints.
    fn bash_with(db: &Db, script: &str) -> Self {
        Self::start(
            db,
            "bash --norc --noprofile -i",
            &format!(
                "PS1='ready> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\r\
                 source <({script}); wl() {{ printf '<%s>' \"$@\"; echo; }}\r"
            ),
        )
    }

    fn zsh(db: &Db) -> Self {
        Self::start(
            db,
            "zsh -f -i",
            &format!(
                "PS1='ready> '; unsetopt beep; autoload -U compinit; compinit -D\r\
                 source <(COMPLETE=zsh {WL}); wl() {{ printf '<%s>' \"$@\"; echo; }}\r"
            ),
        )
    }

    fn fish(db: &Db) -> Self {
        Self::start(
            db,
            "fish --no-config -i",
            &format!(
                "function fish_prompt; printf 'ready> '; end; COMPLETE=fish {WL} | source\r\
                 function wl; printf '<%s>' $argv; echo; end\r"
            ),
        )
    }

    /// The lines prepare the shell; it is ready when it has run one more.
    fn start(db: &Db, command: &str, lines: &str) -> Self {
        let home = Folder::new();
        let folder = home.path("");
        let set = format!(
            "stty cols 120 rows 24; export HOME={folder} XDG_DATA_HOME={folder} LC_ALL=C.UTF-8 WL_TAB_WAIT={PATIENT}"
        );
        let mut terminal = Terminal::of(db, "tom", &format!("{set}; {command}"));
        terminal.press(lines);
        terminal.press("printf '%s-%s\\n' all set\r");
        terminal.wait_for("all-set");
        Self {
            terminal,
            _home: home,
        }
    }

    /// Presses keys and Enter; the arguments must be these.
    fn gives(&mut self, keys: &str, arguments: &str) {
        self.terminal.press(keys);
        self.terminal.press("\r");
        self.terminal.wait_for(arguments);
    }

    fn end(mut self) {
        self.terminal.press("exit\r");
        self.terminal.finish();
    }
}

fn scene() -> Db {
    let db = Db::new();
    for (number, customer) in [("HV-1042", "Müller GmbH"), ("PUMP:7", "C")] {
        let add = [
            "order",
            "add",
            number,
            "--title",
            "T",
            "--customer",
            customer,
        ];
        db.ok("ada", &add);
        db.line(number, "Valve");
    }
    db
}

/// In every shell.
fn common(shell: &mut Shell) {
    shell.gives(
        "wl timer st\x15wl timer start HV\t",
        "<timer><start><HV-1042/1>",
    );
    shell.gives("wl order show HV\t", "<order><show><HV-1042>");
    shell.gives("wl timer sto\t", "<timer><stop>");
    shell.gives("wl timer start --at 14:30 HV\t", "<--at><14:30><HV-1042/1>");
    shell.gives("wl timer start --at=14:31 HV\t", "<--at=14:31><HV-1042/1>");
    shell.gives("wl entry list -p yes\t", "<-p><yesterday>");
    shell.gives("wl timer start PUMP\t", "<start><PUMP:7/1>");
    shell.gives(
        "wl order list --customer M\u{fc}\t",
        "<--customer><M\u{fc}ller GmbH>",
    );
}

#[test]
fn bash_completes() {
    let db = scene();
    let mut shell = Shell::bash(&db);
    common(&mut shell);
    // where bash cuts the word, within it and after it
    shell.gives("wl order show PUMP:\t", "<show><PUMP:7>");
    shell.gives("wl bill add --status=re\t", "<--status=ready_to_bill>");
    shell.gives("wl --as=tes\tentry list", "<--as=tess><entry><list>");
    shell.gives("wl timer start --note 'a: b' HV\t", "<a: b><HV-1042/1>");
    // at a cursor in the middle of the line
    shell.gives(
        "wl timer start HV --at 9:00\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\t",
        "<HV-1042/1>",
    );
    shell.end();
}

#[test]
fn zsh_completes() {
    let db = scene();
    let mut shell = Shell::zsh(&db);
    common(&mut shell);
    shell.end();
}

#[test]
fn fish_completes() {
    let db = scene();
    let mut shell = Shell::fish(&db);
    common(&mut shell);
    shell.end();
}

/// Names that a shell would act on, if they came into the line as they are. Their first
/// letters differ.
const NAMES: [&str; 9] = [
    "data$(touch${IFS}PWNED).csv",
    "e;touch PWNED;.csv",
    "f`touch PWNED`.csv",
    "g \"quoted\" name.csv",
    "h\nnext.csv",
    "i'apostrophe.csv",
    "j$HOME.csv",
    "k\\back & touch PWNED.csv",
    "l*|(x).csv",
];

/// Goes into a folder that has files of these names.
fn in_folder(shell: &mut Shell, names: &[&str]) -> Folder {
    let folder = Folder::new();
    for name in names {
        std::fs::write(folder.path(name), "").expect("a file");
    }
    let path = folder.path("");
    shell.gives(&format!("cd {path}; wl here"), "<here>");
    folder
}

/// The first letter and TAB name each file, and nothing of its name runs.
fn completes_files(shell: &mut Shell, names: &[&str], before: &[&str]) {
    let folder = in_folder(shell, names);
    for (count, before) in before.iter().enumerate() {
        for name in names {
            let first = &name[..1];
            shell.terminal.press(&format!("{before}{first}\t\r"));
            // the terminal starts a line with two characters
            let name = format!("{name}>").replace('\n', "\r\n");
            shell.terminal.wait_for_many(&name, count + 1);
        }
    }
    let pwned = std::path::Path::new(&folder.path("PWNED")).exists();
    assert!(!pwned, "the name of a file ran");
}

/// Ways to type a word that names a file.
const BEFORE: [&str; 8] = [
    "wl entry import ",
    "wl entry import --rejects ",
    "wl order import \"",
    "wl audit verify --seal '",
    "wl db backup ./",
    "wl settings set logo ",
    "wl audit verify --seal=",
    "wl entry import --rejects \"",
];

#[test]
fn bash_quotes_names_of_files() {
    let db = scene();
    let mut shell = Shell::bash(&db);
    completes_files(&mut shell, &NAMES, &BEFORE);
    shell.end();
}

#[test]
fn the_static_script_of_bash_quotes_names_of_files() {
    let db = scene();
    let mut shell = Shell::bash_with(&db, &format!("{WL} completions bash"));
    completes_files(
        &mut shell,
        &NAMES,
        &["wl entry import --rejects ", "wl audit verify --seal \""],
    );
    shell.end();
}

#[test]
fn zsh_quotes_names_of_files() {
    let db = scene();
    let mut shell = Shell::zsh(&db);
    // a line of an answer is a candidate, so a name of two lines has none
    let names: Vec<&str> = NAMES
        .into_iter()
        .filter(|name| !name.contains('\n'))
        .collect();
    completes_files(&mut shell, &names, &BEFORE[..2]);
    shell.end();
}

#[test]
fn fish_quotes_names_of_files() {
    let db = scene();
    let mut shell = Shell::fish(&db);
    let names: Vec<&str> = NAMES
        .into_iter()
        .filter(|name| !name.contains('\n'))
        .collect();
    completes_files(&mut shell, &names, &BEFORE[..2]);
    shell.end();
}
