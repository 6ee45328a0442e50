//! The `console` blocks of the documents, typed as they stand.
//!
//! One shell types all blocks of a document in order, with a home of its own. The pages
//! in `docs/` go on from README's tour, so it types that first. Its answers must be those that the document shows, but for dates, clock
//! times of records and hashes. After an answer changed:
//! `WL_WRITE_DOCUMENTS=1 cargo test --test it documents`; a line that differs
//! only in what is masked stays as it is.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::{Timelike, Utc};
use snapbox::{Assert, IntoData, Redactions};
use tempfile::TempDir;
use worklock::db::local::SUPERUSER;

use crate::support::Cluster;

use crate::support::without_waiting;

/// The home that the documents name, in a folder where nobody else can prepare one.
const HOME: &str = "~/wl-tour";
/// The same as `wl` prints it.
const HOME_SHOWN: &str = "/home/ada/wl-tour";

/// The page that is typed on a server of its own.
const OWN_SERVER: &str = "docs/own-server.md";

/// The folder of backups on that page.
const BACKUPS: &str = "/var/lib/worklock-backups";

/// Stands after each answer: a character that no answer holds.
const END: char = '\u{1e}';

/// A command line of a document, with what it answers; or a line between.
enum Part<'a> {
    Prose(&'a str),
    Command {
        typed: Vec<&'a str>,
        answer: Vec<&'a str>,
    },
}

fn parts(document: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut console = false;
    for line in document.lines() {
        if line.starts_with("```") {
            console = line == "```console";
        }
        match parts.last_mut() {
            _ if console && line.starts_with("$ ") => parts.push(Part::Command {
                typed: vec![line],
                answer: Vec::new(),
            }),
            Some(Part::Command { typed, answer }) if console => {
                let goes_on = answer.is_empty() && typed.last().is_some_and(|l| l.ends_with('\\'));
                if goes_on { typed } else { answer }.push(line);
            }
            _ => parts.push(Part::Prose(line)),
        }
    }
    parts
}

/// A shell with a home that ends with it.
struct Shell {
    folder: TempDir,
}

impl Shell {
    fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            TempDir::new_in(memory)
        } else {
            TempDir::new()
        };
        let folder = folder.expect("a folder");
        // a server of root's runs as another user
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("a mode");
        symlink(project().join("script"), folder.path().join("script")).expect("a link");
        Self { folder }
    }

    fn home(&self) -> String {
        self.folder.path().join("tour").display().to_string()
    }

    /// bash in a cleared environment, in which `wl` is the program under test.
    fn command(&self, script: &str) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_wl"));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut folders = vec![program.parent().expect("a folder").to_owned()];
        folders.extend(std::env::split_paths(&path));
        let path = std::env::join_paths(folders).expect("a PATH");
        let mut command = Command::new("bash");
        command
            .env_clear()
            .env("PATH", path)
            .env(
                "WL_PG_BIN",
                std::env::var_os("WL_PG_BIN").unwrap_or_default(),
            )
            .env("HOME", self.folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC")
            .env("WL_CONFIG", "")
            // as in a terminal of this width
            .env("COLUMNS", "80")
            .current_dir(self.folder.path())
            .args(["-c", script])
            .stdin(Stdio::null());
        command
    }

    /// What each of the commands answers, on either stream, after a preface.
    fn answers(&self, preface: &str, commands: &[String]) -> Vec<String> {
        // "yesterday" must stay the same day meanwhile
        while (Utc::now().hour(), Utc::now().minute()) == (23, 59) {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
        let mut script = format!("exec 2>&1\n{preface}");
        for command in commands {
            script += &format!("{}\nprintf '\\036'\n", command.replace(HOME, &self.home()));
        }
        let output = self.command(&script).output().expect("bash runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let text = without_waiting(&text).replace(&self.home(), HOME_SHOWN);
        let mut answers: Vec<_> = text.split(END).map(str::to_owned).collect();
        assert_eq!(answers.pop().as_deref(), Some(""), "the shell left early");
        answers
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let stop = "for home in tour*; do WL_HOME=$PWD/$home wl db stop; done";
        let _ = self.command(stop).output();
    }
}

fn masks() -> Redactions {
    let mut masks = Redactions::new();
    for (mask, pattern) in [
        ("[TIME]", r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"),
        // a record of the audit log
        (
            "[TIME]",
            r"(?<redacted>\d{4}-\d\d-\d\d \d\d:\d\d)  \w+  (timer|entry)\.",
        ),
        (
            "[TIME]",
            r"edited_after_approval .*?(?<redacted>\d{4}-\d\d-\d\d \d\d:\d\d)",
        ),
        (
            "[TIME]",
            r"your operation at (?<redacted>\w+ \d{4}-\d\d-\d\d \d\d:\d\d)",
        ),
        ("[DATE]", r"\d{4}-\d\d-\d\d"),
        (
            "[DAY]",
            r"(?<redacted>Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{4}-\d\d-\d\d",
        ),
        ("[WEEK]", r"\d{4}-W\d\d"),
        ("[HASH]", r"[0-9a-f]{64}"),
    ] {
        let pattern = regex::Regex::new(pattern).expect("a pattern");
        masks.insert(mask, pattern).expect("a mask");
    }
    masks
}

/// The document with these answers. Where a line differs only in what is
/// masked, the document's own stays.
fn with_answers(parts: &[Part], answers: &[String], masks: &Redactions) -> String {
    let mut lines = Vec::new();
    let mut answers = answers.iter();
    for part in parts {
        match part {
            Part::Prose(line) => lines.push(*line),
            Part::Command { typed, answer } => {
                lines.extend(typed);
                let given = answers.next().expect("an answer to each command");
                for (at, line) in given.lines().map(str::trim_end).enumerate() {
                    let old = answer.get(at).copied().unwrap_or_default();
                    let same = masks.redact(old) == masks.redact(line);
                    lines.push(if same { old } else { line });
                }
            }
        }
    }
    lines.join("\n") + "\n"
}

fn commands(parts: &[Part]) -> Vec<String> {
    parts
        .iter()
        .filter_map(|part| match part {
            Part::Prose(_) => None,
            Part::Command { typed, .. } => Some(typed.join("\n").replacen("$ ", "", 1)),
        })
        .collect()
}

/// Types a document after the tour that it goes on from.
fn check(path: &Path, tour: &str) {
    let document = fs::read_to_string(path).expect("a document");
    let parts = parts(&document);
    let own = commands(&parts);
    if own.is_empty() {
        return;
    }
    let mut all = commands(&self::parts(tour));
    let before = all.len();
    all.extend(own);
    let answers = Shell::new().answers("", &all).split_off(before);
    compare(path, &document, &parts, &answers);
}

fn compare(path: &Path, document: &str, parts: &[Part], answers: &[String]) {
    let masks = masks();
    let answered = with_answers(parts, answers, &masks);
    if std::env::var_os("WL_WRITE_DOCUMENTS").is_some_and(|value| value == "1") {
        fs::write(path, &answered).expect("the document is written");
        return;
    }
    let answered = masks.redact(&answered).into_data();
    let shown = masks.redact(document).raw();
    let compared = Assert::new().try_eq(Some(&path.display()), answered, shown);
    if let Err(difference) = compared {
        panic!("{difference}\nwrite it with WL_WRITE_DOCUMENTS=1 cargo test --test it documents");
    }
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every document of the project.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        let name = path.file_name().and_then(|name| name.to_str());
        match name.expect("a name") {
            "target" | "demo-out" => {}
            name if name.starts_with('.') => {}
            _ if path.is_dir() => found.extend(documents(&path)),
            name if name.ends_with(".md") => found.push(path),
            _ => {}
        }
    }
    found
}

#[test]
fn every_console_block_answers_what_it_shows() {
    let readme = project().join("README.md");
    let tour = fs::read_to_string(&readme).expect("README");
    std::thread::scope(|threads| {
        let own_server = project().join(OWN_SERVER);
        for document in documents(&project()) {
            if document == own_server {
                continue;
            }
            let tour = if document == readme { "" } else { &tour };
            threads.spawn(move || check(&document, tour));
        }
    });
}

/// The page that needs a server: that of the test is `db.example.com`, its superuser is
/// `postgres`, and each password is the same.
#[test]
fn a_server_of_your_own_answers_what_its_page_shows() {
    let mut server = Cluster::new("");
    server.file(
        "pg_hba.conf",
        format!("local all {SUPERUSER} trust\nhost worklock all 127.0.0.1/32 scram-sha-256\n"),
    );
    server.start();
    let shell = Shell::new();
    let passwords = shell.folder.path().join(".pgpass");
    fs::write(&passwords, "*:*:*:*:secret\n").expect("a file");
    fs::set_permissions(&passwords, fs::Permissions::from_mode(0o600)).expect("a mode");
    let preface = format!(
        "unset WL_CONFIG\nsudo() {{ shift 2; HOME=/nonexistent PGHOST='{}' PGPORT={} PGUSER={SUPERUSER} \"$@\"; }}\n",
        server.socket_dir(),
        server.port
    );
    let here = format!("127.0.0.1:{}", server.port);
    let folder = shell.folder.path().display().to_string();

    let path = project().join(OWN_SERVER);
    let page = fs::read_to_string(&path).expect("the page");
    let parts = parts(&page);
    let typed = commands(&parts).into_iter().map(|command| {
        let asks = command.contains("user password");
        // a person types it twice at the prompt
        let input = if asks { " <<< secret" } else { "" };
        command
            .replace("db.example.com", &here)
            .replace(BACKUPS, &folder)
            + input
    });
    let answers = shell.answers(&preface, &typed.collect::<Vec<_>>());
    let answers: Vec<String> = answers
        .iter()
        .map(|answer| {
            answer
                .replace(&here, "db.example.com")
                .replace(&folder, BACKUPS)
        })
        .collect();
    compare(&path, &page, &parts, &answers);
}

/// What stands outside of its blocks of code.
fn prose(document: &str) -> impl Iterator<Item = &str> {
    let mut code = false;
    document.lines().filter(move |line| {
        let fence = line.starts_with("```");
        code ^= fence;
        !code && !fence
    })
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(document: &str) -> Vec<String> {
    let headings = prose(document).filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title.chars().filter_map(|c| match c {
                ' ' => Some('-'),
                '-' | '_' => Some(c),
                c => c.is_alphanumeric().then_some(c),
            });
            kept.collect()
        })
        .collect()
}

/// The links of a document within the project: path and anchor.
fn links(document: &str) -> Vec<(String, String)> {
    let link =
        regex::Regex::new(r"\]\((?<path>[^)#\s]*)(#(?<anchor>[^)\s]*))?\)").expect("a pattern");
    let prose = prose(document).collect::<Vec<_>>().join("\n");
    let found = link.captures_iter(&prose).map(|found| {
        let part = |name| found.name(name).map_or("", |part| part.as_str()).to_owned();
        (part("path"), part("anchor"))
    });
    found.filter(|(path, _)| !path.contains("://")).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let mut broken = Vec::new();
    for path in documents(&project()) {
        let document = fs::read_to_string(&path).expect("a document");
        for (file, anchor) in links(&document) {
            let target = match file.as_str() {
                "" => path.clone(),
                file => path.parent().expect("a folder").join(file),
            };
            let there = fs::read(&target).or_else(|_| fs::read_dir(&target).map(|_| Vec::new()));
            let whole = there.is_ok_and(|bytes| {
                anchor.is_empty() || anchors(&String::from_utf8_lossy(&bytes)).contains(&anchor)
            });
            if !whole {
                broken.push(format!("{}: {file}#{anchor}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn readme_leads_to_every_page() {
    let readme = fs::read_to_string(project().join("README.md")).expect("README");
    let linked: Vec<_> = links(&readme).into_iter().map(|(path, _)| path).collect();
    for path in documents(&project().join("docs")) {
        let page = path.strip_prefix(project()).expect("a page of the project");
        let page = page.to_str().expect("UTF-8").to_owned();
        assert!(linked.contains(&page), "README doesn't link {page}");
    }
}

#[test]
fn the_documents_name_the_rust_version_of_the_package() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    for (path, named) in [
        ("README.md", format!("Rust {version} or")),
        ("rust-toolchain.toml", format!("channel = \"{version}.0\"")),
    ] {
        let text = fs::read_to_string(project().join(path)).expect("a file");
        assert!(
            text.contains(&named),
            "{path} names another version than {version}"
        );
    }
}
