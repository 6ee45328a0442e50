//! The recipes for a witness outside: a time stamping authority and a signer, both local.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use crate::support::{Db, Folder, Outcome};

fn run(program: &str, args: &[&str]) {
    let output = Command::new(program).args(args).output().expect(program);
    assert!(output.status.success(), "{program}: {output:?}");
}

fn recipe(name: &str, args: &[&str]) -> Outcome {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("packaging/witness")
        .join(name);
    let mut command = Command::new("sh");
    Outcome::of(command.arg(script).args(args).output().expect("sh runs"))
}

/// A seal as `wl` writes it.
fn seal(folder: &Folder) -> String {
    let (db, path) = (Db::new(), folder.path("seal.json"));
    db.ok("olga", &["audit", "seal", "--output", &path]);
    path
}

/// The authority of one test: its certificates, its configuration, and one answer by HTTP.
struct Authority {
    folder: Folder,
}

impl Authority {
    fn new() -> Self {
        let folder = Folder::new();
        let path = |name: &str| folder.path(name);
        let key = [
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
        ];
        let (ca, ca_key) = (path("ca.crt"), path("ca.key"));
        let root = ["req", "-x509", "-subj", "/CN=authority", "-days", "2"];
        let files = ["-keyout", &ca_key, "-out", &ca];
        run("openssl", &[&root[..], &key, &files].concat());
        let (stamper, stamper_key) = (path("tsa.crt"), path("tsa.key"));
        let signed = ["req", "-x509", "-subj", "/CN=stamper", "-days", "2"];
        let purpose = [
            "-CA",
            &ca,
            "-CAkey",
            &ca_key,
            "-addext",
            "basicConstraints=critical,CA:FALSE",
            "-addext",
            "extendedKeyUsage=critical,timeStamping",
        ];
        let files = ["-keyout", &stamper_key, "-out", &stamper];
        run("openssl", &[&signed[..], &key, &purpose, &files].concat());
        folder.file("serial", "01");
        folder.file(
            "tsa.conf",
            format!(
                "[tsa]\ndefault_tsa = authority\n[authority]\nserial = {}\nsigner_cert = {stamper}\n\
                 signer_key = {stamper_key}\ncerts = {ca}\nsigner_digest = sha256\n\
                 default_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n",
                path("serial"),
            ),
        );
        Self { folder }
    }

    fn certificates(&self) -> String {
        self.folder.path("ca.crt")
    }

    /// Waits for one request and answers it.
    fn answer(&self, listener: &TcpListener) {
        let (stream, _) = listener.accept().expect("a request");
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a header");
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.parse().expect("a length");
            }
            if line.is_empty() {
                break;
            }
        }
        let mut query = vec![0; length];
        reader.read_exact(&mut query).expect("the query");
        let (asked, reply) = (self.folder.file("query", &query), self.folder.path("reply"));
        let conf = self.folder.path("tsa.conf");
        let answer = ["ts", "-reply", "-config", &conf, "-queryfile", &asked];
        run("openssl", &[&answer[..], &["-out", &reply]].concat());
        let reply = std::fs::read(reply).expect("the reply");
        let mut stream = reader.into_inner();
        let head = format!(
            "HTTP/1.0 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: {}\r\n\r\n",
            reply.len()
        );
        stream.write_all(head.as_bytes()).expect("the head");
        stream.write_all(&reply).expect("the reply");
    }

    /// Runs the recipe while the authority answers.
    fn stamps(&self, seal: &str, certificates: &str) -> Outcome {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        std::thread::scope(|scope| {
            scope.spawn(|| self.answer(&listener));
            recipe("seal-timestamp", &["make", seal, &url, certificates])
        })
    }
}

#[test]
fn a_time_stamp_proves_when_a_seal_existed() {
    let (authority, other) = (Authority::new(), Authority::new());
    let folder = Folder::new();
    let seal = seal(&folder);
    let trusted = authority.certificates();

    // an authority that isn't trusted leaves no stamp, nor does one that isn't there
    let wrong = authority.stamps(&seal, &other.certificates());
    assert_eq!(wrong.code, 3, "{wrong:?}");
    let nobody = ["make", &seal, "http://127.0.0.1:1", &trusted];
    assert_eq!(recipe("seal-timestamp", &nobody).code, 75);
    let left = || {
        std::fs::read_dir(folder.path("."))
            .expect("a folder")
            .count()
    };
    assert_eq!(left(), 1, "only the seal");

    let made = authority.stamps(&seal, &trusted);
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.stdout.starts_with("Time stamp: "), "{made:?}");
    assert_eq!(left(), 2);
    let check = |certificates: &str| recipe("seal-timestamp", &["check", &seal, certificates]);
    assert_eq!(check(&trusted).stdout, made.stdout);
    assert_eq!(check(&other.certificates()).code, 3);
    let again = recipe("seal-timestamp", &nobody);
    assert_eq!(again.code, 73, "the stamp is kept: {again:?}");

    let mut changed = folder.read("seal.json");
    changed.push(' ');
    folder.file("seal.json", changed);
    let refused = check(&trusted);
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(
        refused.stderr.contains("does not prove when"),
        "{refused:?}"
    );
}

#[test]
fn a_signature_proves_who_saw_a_seal() {
    let folder = Folder::new();
    let seal = seal(&folder);
    for name in ["auditor", "other"] {
        let key = folder.path(name);
        run("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &key]);
    }
    let signers = |name: &str| {
        let key = folder.read(&format!("{name}.pub"));
        folder.file("signers", format!("auditor {key}"))
    };
    let made = recipe("seal-signature", &["make", &seal, &folder.path("auditor")]);
    assert_eq!(made.code, 0, "{made:?}");
    let check =
        |signers: &str, name: &str| recipe("seal-signature", &["check", &seal, signers, name]).code;
    assert_eq!(check(&signers("auditor"), "auditor"), 0);
    assert_eq!(check(&signers("auditor"), "olga"), 3, "another name");
    assert_eq!(check(&signers("other"), "auditor"), 3, "another key");
    let again = recipe("seal-signature", &["make", &seal, &folder.path("other")]);
    assert_eq!(again.code, 73, "the signature is kept: {again:?}");

    let mut changed = folder.read("seal.json");
    changed.push(' ');
    folder.file("seal.json", changed);
    assert_eq!(check(&signers("auditor"), "auditor"), 3, "another seal");
}
