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
        Self::start(
            db,
            "bash --norc --noprofile -i",
            &format!(
                "PS1='ready> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\r\
                 source <(COMPLETE=bash {WL}); wl() {{ printf '<%s>' \"$@\"; echo; }}\r"
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
