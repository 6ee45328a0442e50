//! Who sends a document, from the settings.

use std::sync::Arc;

use chrono_tz::Tz;
use diesel::prelude::*;

use super::model::Letterhead;
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::schema::wl::logos;

/// The letterhead of what is exported now, with the bytes of the logo.
pub fn of_settings(tx: &mut Tx<'_>, zone: Tz) -> Result<Letterhead> {
    let logo = match &tx.settings.logo {
        Some(hash) => Some(logo(tx.conn, hash)?),
        None => None,
    };
    Ok(Letterhead {
        organisation: tx.settings.organisation.clone(),
        address: tx.settings.address.clone(),
        logo,
        footer: tx.settings.footer.clone(),
        language: tx.settings.language,
        zone,
    })
}

/// The PNG with a SHA-256, in hexadecimal.
pub fn logo(conn: &mut PgConnection, hash: &str) -> Result<Arc<[u8]>> {
    let hash = hex::decode(hash).map_err(|_| Error::bug("the logo has no hash"))?;
    let png: Vec<u8> = logos::table
        .find(hash)
        .select(logos::png)
        .get_result(conn)?;
    Ok(png.into())
}
