//! What is in the file around the pages.

use std::process::Command;
use std::sync::Arc;

use lopdf::{Dictionary, Object};

use super::{Renderer, bill, document, entry, line, one, order, render};
use crate::export::model::Paper;

#[test]
fn the_paper_has_its_size() {
    for (paper, size) in [(Paper::A4, "595.28 841.89"), (Paper::Letter, "612 792")] {
        let mut document = one(vec![entry(1, 60)]);
        document.options.paper = paper;
        let bytes = render(&document).unwrap().bytes;
        let file = String::from_utf8_lossy(&bytes);
        assert!(file.contains(&format!("/MediaBox[0 0 {size}]")), "{size}");
    }
}

#[test]
fn orders_and_line_items_are_in_the_outline_in_their_order() {
    let lines = (1..=11).map(|position| line(position, Vec::new()));
    let pdf = render(&document(vec![order("WO-1", lines.collect())])).unwrap();
    let text = String::from_utf8_lossy(&pdf.bytes);
    assert!(text.contains("/PageMode/UseOutlines"));
    assert!(!text.contains("GTS_PDFX"));
    let at = |title: &str| {
        text.find(&format!("/Title({title}"))
            .unwrap_or_else(|| panic!("{title}"))
    };
    assert!(at("WO-1  Excavator overhaul") < at("WO-1/1  Replace"));
    assert!(at("WO-1/2  Replace") < at("WO-1/10  Replace"));
}

/// A PNG of four pixels, two of them transparent.
fn logo() -> Arc<[u8]> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&[0, 255, 0, 0, 9, 255, 9, 0])
        .unwrap();
    writer.finish().unwrap();
    bytes.into()
}

/// All dictionaries of a file, with those of streams and those in others.
fn dictionaries(object: &Object) -> Vec<&Dictionary> {
    let (own, parts): (_, Vec<&Object>) = match object {
        Object::Dictionary(own) => (Some(own), own.iter().map(|(_, part)| part).collect()),
        Object::Stream(stream) => (
            Some(&stream.dict),
            stream.dict.iter().map(|(_, part)| part).collect(),
        ),
        Object::Array(parts) => (None, parts.iter().collect()),
        _ => (None, Vec::new()),
    };
    own.into_iter()
        .chain(parts.into_iter().flat_map(dictionaries))
        .collect()
}

#[test]
fn the_file_keeps_the_rules_of_archives() {
    let mut document = bill(one(vec![entry(1, 60), entry(2, 3600)]), true);
    document.letterhead.organisation = Some("Smith & Sons <Hydraulics>".to_owned());
    document.letterhead.logo = Some(logo());
    document.orders[0].lines[0].entries[0].note = Some("Ω مرحبا".to_owned());
    let file = lopdf::Document::load_mem(&render(&document).unwrap().bytes).unwrap();
    let all: Vec<&Dictionary> = file.objects.values().flat_map(dictionaries).collect();
    let kind = |wanted: &'static str| {
        let all = all.iter().copied();
        all.filter(move |one| {
            one.get(b"Type")
                .and_then(Object::as_name)
                .is_ok_and(|kind| kind == wanted.as_bytes())
        })
    };
    let stream = |one: &Dictionary, key: &[u8]| {
        let id = one.get(key).and_then(Object::as_reference).unwrap();
        file.get_object(id).and_then(Object::as_stream).unwrap()
    };

    // every font is in the file
    let fonts: Vec<_> = kind("FontDescriptor").collect();
    assert_eq!(fonts.len(), 2);
    for font in fonts {
        assert!(stream(font, b"FontFile2").content.len() > 1000);
    }
    assert_eq!(
        kind("Font").filter(|font| font.has(b"ToUnicode")).count(),
        2
    );

    // what its colours mean
    let intent = kind("OutputIntent").next().unwrap();
    let profile = stream(intent, b"DestOutputProfile")
        .decompressed_content()
        .unwrap();
    assert_eq!(&profile[36..40], b"acsp");
    assert_eq!(&profile[16..20], b"RGB ");

    // what it says of itself, in the open
    let catalog = file.catalog().unwrap();
    let metadata = stream(catalog, b"Metadata");
    assert!(!metadata.dict.has(b"Filter"));
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    for said in [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
        "<rdf:li xml:lang=\"x-default\">Bill 17</rdf:li>",
        "<rdf:li>Smith &amp; Sons &lt;Hydraulics&gt;</rdf:li>",
        "<xmp:CreateDate>2026-04-01T08:04:00Z</xmp:CreateDate>",
    ] {
        assert!(metadata.contains(said), "{said}\n{metadata}");
    }
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let preferences = catalog.get(b"ViewerPreferences").and_then(Object::as_dict);
    assert!(
        preferences
            .unwrap()
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );

    // nothing is transparent, not even the logo
    let picture = all.iter().find(|one| {
        one.get(b"Subtype")
            .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
    });
    assert_eq!(picture.unwrap().get(b"Width").unwrap().as_i64().unwrap(), 2);
    for one in &all {
        for key in [
            "SMask",
            "Mask",
            "Group",
            "ca",
            "CA",
            "BM",
            "Encrypt",
            "JavaScript",
            "AA",
        ] {
            assert!(!one.has(key.as_bytes()), "{key}: {one:?}");
        }
    }
}

#[test]
fn what_was_rendered_before_changes_no_byte() {
    let plain = one(vec![entry(1, 60)]);
    let mut rich = one(vec![entry(1, 60)]);
    rich.letterhead.logo = Some(logo());
    rich.orders[0].customer = "Ωmega 山田 مرحبا".to_owned();
    let mut renderer = Renderer::new().unwrap();
    for _ in 0..2 {
        for document in [&plain, &rich] {
            let again = renderer.render(document).unwrap();
            let first = render(document).unwrap();
            assert!(again.bytes == first.bytes);
            assert_eq!(again.fonts, first.fonts);
        }
    }
}

const OUTPUT: &str = "WL_TEST_PDF_OUTPUT";

#[expect(
    clippy::disallowed_methods,
    reason = "a test tells its own process where to write"
)]
#[test]
fn the_same_data_gives_the_same_bytes_in_any_process() {
    let here = render(&one(vec![entry(1, 60)])).unwrap().bytes;
    if let Some(path) = std::env::var_os(OUTPUT) {
        std::fs::write(path, &here).unwrap();
        return;
    }
    assert_eq!(here, render(&one(vec![entry(1, 60)])).unwrap().bytes);
    assert_ne!(here, render(&one(vec![entry(1, 61)])).unwrap().bytes);
    let output = tempfile::NamedTempFile::new().unwrap();
    let name = "export::pdf::tests::files::the_same_data_gives_the_same_bytes_in_any_process";
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name])
        .env(OUTPUT, output.path())
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(here, std::fs::read(output.path()).unwrap());
}
