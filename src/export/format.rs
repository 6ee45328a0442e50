//! The formats of an export: what each writes, and what it says of itself.

use std::io::Write;

use super::csv::{self, ExportTotals};
use super::model::Document;
use super::side_file::Written;
use super::{CheckedSelection, document, pdf};
use crate::error::Result;
use crate::ledger::Tx;

#[derive(Clone, Copy, Debug)]
pub enum Format<'a> {
    Csv(csv::Options<'a>),
    Pdf,
}

impl Format<'_> {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Pdf => "pdf",
        }
    }

    /// The names of the columns; a document has none.
    pub fn columns(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Csv(options) => Some(options.columns.iter().map(|column| column.name).collect()),
            Self::Pdf => None,
        }
    }

    pub fn write(
        self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
        out: impl Write,
    ) -> Result<Written> {
        match self {
            Self::Csv(options) => Ok(Written {
                totals: csv::write(tx, checked, options, out)?,
                ..Written::default()
            }),
            Self::Pdf => write_document(&document(tx, checked)?, out),
        }
    }
}

/// Writes a document as a PDF.
pub fn write_document(document: &Document, mut out: impl Write) -> Result<Written> {
    let rendered = pdf::render(document)?;
    out.write_all(&rendered.bytes)
        .and_then(|()| out.flush())
        .map_err(csv::write_error)?;
    Ok(Written {
        totals: ExportTotals {
            entries: document.entries(),
            seconds: document.seconds(),
            own_approval: document.own_approval_allowed,
        },
        fonts: rendered.fonts,
        warnings: rendered.warnings,
    })
}
