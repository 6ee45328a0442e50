//! What makes a PDF one for archives (PDF/A-2b): its metadata as XML, and the colours
//! that its numbers mean.

use chrono::{DateTime, Utc};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Compact-ICC-Profiles, sRGB-v2-magic: small, accurate and in the public domain.
const SRGB: &[u8] = include_bytes!("icc/sRGB.icc");

/// What readers list of a file. The XML and the old dictionary must say the same.
pub struct Info {
    pub title: String,
    pub author: String,
    pub subject: String,
    pub date: DateTime<Utc>,
}

const CREATOR: &str = "wl";

impl Info {
    pub fn dictionary(&self) -> Dictionary {
        let date = self.date.format("D:%Y%m%d%H%M%SZ").to_string();
        dictionary! {
            "Title" => lopdf::text_string(&self.title),
            "Author" => lopdf::text_string(&self.author),
            "Subject" => lopdf::text_string(&self.subject),
            "Creator" => lopdf::text_string(CREATOR),
            "CreationDate" => Object::string_literal(date.clone()),
            "ModDate" => Object::string_literal(date),
        }
    }

    /// Archives search it, so it is not compressed.
    pub fn metadata(&self) -> Stream {
        let date = self.date.format("%Y-%m-%dT%H:%M:%SZ");
        let [title, author, subject] =
            [&self.title, &self.author, &self.subject].map(|text| escaped(text));
        let xml = format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
             <rdf:Description rdf:about=\"\"\
             \x20xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\
             \x20xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\
             \x20xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n\
             <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n\
             <dc:format>application/pdf</dc:format>\n\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
             <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n\
             <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n\
             <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\n\
             <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\n\
             </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
        );
        let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        Stream::new(kind, xml.into_bytes()).with_compression(false)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The colours of the document are sRGB.
pub fn output_intent(file: &mut Document) -> Dictionary {
    let profile = Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec());
    let profile = file.add_object(profile);
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    }
}
