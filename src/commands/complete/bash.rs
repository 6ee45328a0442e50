//! The completion script for bash.

use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

use clap_complete::env::EnvCompleter;

use super::line;

/// Like clap's, but for words that have `:` or `=`. bash cuts them there, so `--at 14:30`
/// would be three words; the script joins what touches in the line, and takes what bash
/// will leave in the line off the candidates again. Names of files are for bash itself,
/// which quotes what it would run.
pub struct Bash;

/// The answer for a word that names a file. No candidate of ours has these letters.
const FILES: &[u8] = b"<files>";

const SCRIPT: &str = r#"_wl() {
    local IFS=$'\013' words=() rest=$COMP_LINE word i typed
    for i in "${!COMP_WORDS[@]}"; do
        word=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
            words+=('')
            rest=${rest#"${rest%%[![:space:]]*}"}
        fi
        # of the word at the cursor, what is before it
        if ((i == COMP_CWORD)); then
            typed=$((${#rest} - ${#COMP_LINE} + COMP_POINT))
            words[${#words[@]} - 1]+=${rest:0:typed > 0 ? typed : 0}
            break
        fi
        words[${#words[@]} - 1]+=$word
        rest=${rest#"$word"}
    done
    typed=${words[${#words[@]} - 1]}
    COMPREPLY=($(_CLAP_IFS=$IFS _CLAP_COMPLETE_INDEX=$((${#words[@]} - 1)) VAR=bash COMPLETER -- "${words[@]}"))
    if [[ ${COMPREPLY[0]} == '<files>' ]]; then
        COMPREPLY=()
        compopt -o default +o nospace 2>/dev/null
        return
    fi
    local kept=''
    [[ $typed == *"$2" ]] && kept=${typed%"$2"}
    # an open quote keeps blanks together; elsewhere they need a backslash
    [[ $typed == [\"\']* ]] && kept=''
    for i in "${!COMPREPLY[@]}"; do
        word=${COMPREPLY[i]}
        [[ $typed == [\"\']* ]] || word=${word// /\\ }
        COMPREPLY[i]=${word:${#kept}}
    done
    if [[ ${#COMPREPLY[@]} != 1 || ! ${COMPREPLY[0]} =~ [=/:]$ ]]; then
        compopt +o nospace 2>/dev/null
    fi
}
complete -o nospace -o bashdefault -o nosort -F _wl BIN 2>/dev/null ||
    complete -o nospace -o bashdefault -F _wl BIN
"#;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == self.name()
    }

    fn write_registration(
        &self,
        var: &str,
        _name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        let script = SCRIPT
            .replace("VAR", var)
            .replace("COMPLETER", &crate::text::shell_word(completer))
            .replace("BIN", bin);
        buf.write_all(script.as_bytes())
    }

    fn write_complete(
        &self,
        cmd: &mut clap::Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        let mut candidates = Vec::new();
        clap_complete::env::Bash.write_complete(cmd, args, current_dir, &mut candidates)?;
        match line::files_are_left() {
            true => buf.write_all(FILES),
            false => buf.write_all(&candidates),
        }
    }
}
