//! Who sends a document, from the settings.

use std::sync::Arc;

use chrono_tz::Tz;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

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
    let digest = hex::decode(hash).map_err(|_| Error::bug("the logo has no hash"))?;
    let png: Vec<u8> = logos::table
        .find(&digest)
        .select(logos::png)
        .get_result(conn)?;
    if Sha256::digest(&png)[..] != digest[..] {
        return Err(Error::data(format!(
            "the stored logo {hash} was changed: its bytes have another SHA-256"
        ))
        .hint("wl audit verify"));
    }
    Ok(png.into())
}
