//! The formats of an export: what each writes, and what it says of itself.

use std::io::Write;
use std::path::Path;

use super::csv::{self, Options};
use super::model::{Document, DocumentOptions};
use super::pdf::Renderer;
use super::side_file::Written;
use super::table::{ExportTotals, Table};
use super::{CheckedSelection, document, xlsx};
use crate::error::Result;
use crate::ledger::Tx;
use crate::models::DocumentKind;

#[derive(Clone, Copy, Debug)]
pub enum Format<'a> {
    Csv(&'a Table, Options),
    Xlsx(&'a Table),
    Pdf(&'a DocumentOptions),
}

impl Format<'_> {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv(..) => "csv",
            Self::Xlsx(_) => "xlsx",
            Self::Pdf(_) => "pdf",
        }
    }

    pub fn kind(self) -> DocumentKind {
        match self {
            Self::Csv(..) => DocumentKind::Csv,
            Self::Xlsx(_) => DocumentKind::Xlsx,
            Self::Pdf(_) => DocumentKind::Pdf,
        }
    }

    /// What differs from the defaults, as in `columns=id,hours decimal=,`.
    pub fn options(self) -> Option<String> {
        let options = match self {
            Self::Csv(table, options) => [table.options(), options.options()].concat(),
            Self::Xlsx(table) => table.options(),
            Self::Pdf(options) => options.given(),
        };
        (!options.is_empty()).then(|| options.join(" "))
    }

    /// The names of the columns; a document has none.
    pub fn columns(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Csv(table, _) | Self::Xlsx(table) => Some(table.names().collect()),
            Self::Pdf(_) => None,
        }
    }

    /// Writes to `out`. What can't be written at once waits in the folder `spool`.
    pub fn write(
        self,
        tx: &mut Tx<'_>,
        checked: &CheckedSelection,
        spool: &Path,
        out: impl Write,
    ) -> Result<Written> {
        match self {
            Self::Csv(table, options) => Ok(Written {
                totals: csv::write(tx, checked, table, options, out)?,
                ..Written::default()
            }),
            Self::Xlsx(table) => Ok(Written {
                totals: xlsx::write(tx, checked, table, spool, out)?,
                ..Written::default()
            }),
            Self::Pdf(options) => {
                let document = document(tx, checked, options)?;
                write_document(&mut Renderer::new()?, &document, out)
            }
        }
    }
}

/// Writes a document as a PDF.
pub fn write_document(
    renderer: &mut Renderer,
    document: &Document,
    mut out: impl Write,
) -> Result<Written> {
    let rendered = renderer.render(document)?;
    out.write_all(&rendered.bytes)
        .and_then(|()| out.flush())
        .map_err(csv::write_error)?;
    Ok(Written {
        totals: ExportTotals {
            entries: document.entries(),
            seconds: document.seconds(),
            own_approval: document.own_approval_allowed,
            ..ExportTotals::default()
        },
        fonts: rendered.fonts,
        warnings: rendered.warnings,
    })
}
