//! Finding fonts on this machine for characters that the embedded ones lack.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rustybuzz::ttf_parser;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::file;

/// Folders inside a font folder are followed this deep: a link that points
/// upwards must not run for ever.
const DEPTH: usize = 6;

/// The file of a font.
pub struct FontFile {
    pub bytes: Vec<u8>,
    /// In hexadecimal.
    pub sha256: String,
}

/// The fonts of this machine, as far as documents needed them so far.
#[derive(Default)]
pub struct MachineFonts {
    /// None: not searched yet.
    files: Option<Vec<PathBuf>>,
    /// By character, the places of the files that have it.
    known: BTreeMap<char, Vec<usize>>,
    /// By place; None: no sound font.
    read: BTreeMap<usize, Option<Rc<FontFile>>>,
}

impl MachineFonts {
    /// The files of as few fonts as print as many of the `wanted` characters as
    /// this machine can; the same for the same machine every time.
    pub fn find(&mut self, wanted: &BTreeSet<char>) -> Vec<Rc<FontFile>> {
        self.look_up(wanted);
        let mut missing = wanted.clone();
        let mut found = Vec::new();
        // The widest coverage first keeps the words of one script in one font.
        while let Some((place, covered)) = self.best(&missing) {
            missing.retain(|c| !covered.contains(c));
            found.extend(self.file(place));
        }
        found
    }

    /// Searches the fonts for those of the characters that are not known yet.
    fn look_up(&mut self, wanted: &BTreeSet<char>) {
        let unknown = wanted.iter().filter(|c| !self.known.contains_key(c));
        let unknown: BTreeSet<char> = unknown.copied().collect();
        if unknown.is_empty() {
            return;
        }
        self.known.extend(unknown.iter().map(|c| (*c, Vec::new())));
        let files = self.files.get_or_insert_with(files);
        for (place, path) in files.iter().enumerate() {
            for c in coverage(path, &unknown).into_iter().flatten() {
                self.known.entry(c).or_default().push(place);
            }
        }
    }

    /// The font that has most of the characters, the first of equals.
    fn best(&self, missing: &BTreeSet<char>) -> Option<(usize, BTreeSet<char>)> {
        let mut covered = BTreeMap::<usize, BTreeSet<char>>::new();
        for c in missing {
            for place in self.known.get(c).into_iter().flatten() {
                covered.entry(*place).or_default().insert(*c);
            }
        }
        // `max_by_key` takes the last of equals
        covered
            .into_iter()
            .rev()
            .max_by_key(|(_, covered)| covered.len())
    }

    /// None: it can't be read, or a document can't have a part of it.
    fn file(&mut self, place: usize) -> Option<Rc<FontFile>> {
        if let Some(known) = self.read.get(&place) {
            return known.clone();
        }
        let path = self.files.as_ref()?.get(place)?;
        let mut bytes = Vec::new();
        let read = file::open_regular(path).and_then(|mut file| file.read_to_end(&mut bytes));
        let file = read.ok().map(|_| bytes).filter(|bytes| is_sound(bytes));
        let file = file.map(|bytes| {
            let sha256 = hex::encode(Sha256::digest(&bytes));
            Rc::new(FontFile { bytes, sha256 })
        });
        self.read.insert(place, file.clone());
        file
    }
}

/// A broken font of the machine must not stop the document.
fn is_sound(bytes: &[u8]) -> bool {
    subsetter::subset(bytes, 0, &GlyphRemapper::new()).is_ok()
}

/// All font files, plain upright faces first.
#[expect(
    clippy::disallowed_methods,
    reason = "fonts are found by the environment"
)]
fn files() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
    ]
    .map(PathBuf::from)
    .into();
    if let Some(home) = std::env::var_os("HOME") {
        folders.push(Path::new(&home).join(".fonts"));
        folders.push(Path::new(&home).join(".local/share/fonts"));
    }
    let mut found = Vec::new();
    for folder in folders {
        collect(&folder, DEPTH, &mut found);
    }
    // Apple's font of last resort has a box for every character there is.
    found.retain(|path| !path.to_string_lossy().contains("LastResort"));
    found.sort_by_cached_key(|path| rank(path));
    found
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if depth > 0 {
                collect(&path, depth - 1, found);
            }
        } else if path.extension().is_some_and(|ending| {
            ["ttf", "otf", "ttc", "otc"]
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        }) {
            found.push(path);
        }
    }
}

/// Sorts sans before serif and regular before bold, slanted and narrow faces.
fn rank(path: &Path) -> (usize, PathBuf) {
    let name = path
        .file_stem()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let odd = [
        "serif", "bold", "black", "light", "thin", "medium", "italic", "oblique", "mono", "cond",
        "display", "nastaliq", "looped",
    ];
    let marks = odd.iter().filter(|odd| name.contains(*odd)).count();
    (marks, path.to_owned())
}

/// Which of the `wanted` characters the first face of a font file has an
/// outline for. Reads its directory and character map only: a font for
/// Chinese has tens of megabytes.
fn coverage(path: &Path, wanted: &BTreeSet<char>) -> Option<BTreeSet<char>> {
    let mut file = file::open_regular(path).ok()?;
    let mut start = 0;
    if read(&mut file, 0, 4)? == b"ttcf" {
        start = u64::from(number(&read(&mut file, 12, 4)?)?);
    }
    let header = read(&mut file, start, 12)?;
    let tables = usize::from(u16::from_be_bytes([header[4], header[5]]));
    let directory = read(&mut file, start + 12, tables * 16)?;
    let table = |tag: &[u8]| directory.chunks_exact(16).find(|row| row.starts_with(tag));
    // Bitmap fonts have neither, and a PDF cannot hold them.
    if table(b"glyf").is_none() && table(b"CFF ").is_none() {
        return None;
    }
    let row = table(b"cmap")?;
    let at = u64::from(number(row.get(8..12)?)?);
    let length = usize::try_from(number(row.get(12..16)?)?).ok()?;
    let cmap = read(&mut file, at, length)?;
    let cmap = ttf_parser::cmap::Table::parse(&cmap)?;
    let has = |c: char| {
        cmap.subtables
            .into_iter()
            .filter(|subtable| subtable.is_unicode())
            .any(|subtable| {
                subtable
                    .glyph_index(c.into())
                    .is_some_and(|glyph| glyph.0 != 0)
            })
    };
    Some(wanted.iter().copied().filter(|&c| has(c)).collect())
}

fn read(file: &mut File, at: u64, length: usize) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(at)).ok()?;
    let mut bytes = Vec::new();
    let length = u64::try_from(length).ok()?;
    file.take(length).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == length).then_some(bytes)
}

fn number(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}
