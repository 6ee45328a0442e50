//! Refusals in the words of the database, even where the library refuses first.

use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use crate::error::{Error, ErrorKind};
use crate::ledger::Tx;

/// The refusal of a rule with its values, as `wl.refusal` words it. The first
/// value is what the remedy names in a command.
pub fn refusal(tx: &mut Tx<'_>, kind: ErrorKind, values: &[&str]) -> Error {
    refusal_in_case(tx, kind, "", values)
}

/// The same of a rule whose words depend on the case.
pub fn refusal_in_case(tx: &mut Tx<'_>, kind: ErrorKind, case: &str, values: &[&str]) -> Error {
    #[derive(QueryableByName)]
    struct Words {
        #[diesel(sql_type = Text)]
        sentence: String,
        #[diesel(sql_type = Text)]
        remedy: String,
    }
    let key = match case {
        "" => kind.as_str().to_owned(),
        case => format!("{}:{case}", kind.as_str()),
    };
    let words: QueryResult<Words> =
        diesel::sql_query("SELECT r.sentence, r.remedy FROM wl.refusal($1, VARIADIC $2) r")
            .bind::<Text, _>(key)
            .bind::<Array<Text>, _>(values)
            .get_result(tx.conn);
    match words {
        Ok(words) => Error::new(kind, words.sentence).hint(words.remedy),
        Err(error) => error.into(),
    }
}
