//! The name that a person may have meant, when what they typed does not exist.

use crate::db::copy::{self, Field};
use crate::error::{Error, Result};
use crate::ledger::Tx;
use crate::text;

/// "There is no such …", with the nearest of all names that exist. Only this message
/// pays for reading them all.
pub fn not_found(tx: &mut Tx<'_>, what: &str, name: &str, names: Names) -> Error {
    let error = Error::not_found(format!("there is no {what} {}", text::short(name, 60)));
    let (sql, list) = names.source();
    match nearest(tx, sql, name.trim()) {
        Ok(Some(nearest)) => error.hint(format!(
            "the nearest is {}; see all with: {list}",
            text::short(&nearest, 60)
        )),
        _ => error.hint(format!("see all with: {list}")),
    }
}

/// Names that people type.
#[derive(Clone, Copy)]
pub enum Names {
    Orders,
    Customers,
}

impl Names {
    /// Where they are, and the command that lists them.
    fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::Orders => (
                "SELECT o.number FROM wl.work_orders o WHERE o.deleted_at IS NULL ORDER BY o.id",
                "wl order list",
            ),
            Self::Customers => (
                "SELECT DISTINCT o.customer FROM wl.work_orders o WHERE o.deleted_at IS NULL ORDER BY o.customer",
                "wl order list",
            ),
        }
    }
}

fn nearest(tx: &mut Tx<'_>, sql: &str, wanted: &str) -> Result<Option<String>> {
    let wanted = text::name_key(wanted);
    let mut best: Option<(Likeness, String)> = None;
    copy::each(tx.conn, sql, |[name]: &[Field<'_>; 1]| {
        let name = name.text()?;
        let likeness = Likeness::of(&wanted, &text::name_key(name));
        if best.as_ref().is_none_or(|(best, _)| likeness > *best) {
            best = Some((likeness, name.to_owned()));
        }
        Ok(())
    })?;
    Ok(best.map(|(_, name)| name))
}

/// How alike two names are: one is a part of the other, or few letters differ.
#[derive(PartialEq, PartialOrd)]
struct Likeness {
    contained: bool,
    letters: f64,
}

impl Likeness {
    fn of(wanted: &str, name: &str) -> Self {
        Self {
            contained: !wanted.is_empty() && name.contains(wanted),
            letters: strsim::jaro_winkler(wanted, name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Likeness;

    #[test]
    fn a_part_of_a_name_is_nearer_than_similar_letters() {
        let to = |name| Likeness::of("hansen", name);
        assert!(to("hansen fisk as") > to("hanse"));
        assert!(to("hanse") > to("müller"));
        assert!(Likeness::of("wo-1024", "wo-1042") > Likeness::of("wo-1024", "wo-7"));
    }
}
