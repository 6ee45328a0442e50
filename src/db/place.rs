//! What a server and a database must have before the schema can be made, and the language
//! of their messages.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

use crate::error::{Error, Result};

/// The oldest major version whose features the rules use.
const OLDEST: i32 = 15;

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = Integer)]
    version_num: i32,
    #[diesel(sql_type = Text)]
    version: String,
    #[diesel(sql_type = Text)]
    encoding: String,
    #[diesel(sql_type = Bool)]
    has_extension: bool,
    #[diesel(sql_type = Bool)]
    offers_extension: bool,
    #[diesel(sql_type = Bool)]
    has_public: bool,
}

/// Refuses a server or a database in which the schema can't be made. The query also works
/// on servers that are too old.
pub fn check(conn: &mut PgConnection) -> Result<()> {
    let place: Place = diesel::sql_query(
        "SELECT current_setting('server_version_num')::int AS version_num, current_setting('server_version') AS version,
            (SELECT pg_encoding_to_char(encoding)::text FROM pg_database WHERE datname = current_database()) AS encoding,
            EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist') AS has_extension,
            EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist') AS offers_extension,
            EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public') AS has_public",
    )
    .get_result(conn)?;
    place.check()
}

impl Place {
    fn check(&self) -> Result<()> {
        if self.version_num < OLDEST * 10_000 {
            return Err(Error::config(format!(
                "the server is PostgreSQL {}; Worklock needs version {OLDEST} or later",
                self.version
            ))
            .hint("upgrade the server, or name another one in the database URL"));
        }
        if self.encoding != "UTF8" {
            return Err(Error::config(format!(
                "the encoding of the database is {}; Worklock needs UTF8",
                self.encoding
            ))
            .hint("create another one: createdb --template template0 --encoding UTF8 NAME"));
        }
        if self.has_extension {
            return Ok(());
        }
        if !self.offers_extension {
            return Err(Error::config(
                "the server does not have the extension btree_gist",
            )
            .hint("install it on the server; it is part of PostgreSQL's \"contrib\" modules, which some systems have in the package postgresql-contrib"));
        }
        if !self.has_public {
            return Err(Error::config(
                "the database has no schema public, which the extension btree_gist goes into",
            )
            .hint("create it: CREATE SCHEMA public"));
        }
        Ok(())
    }
}

#[derive(QueryableByName)]
struct Language {
    #[diesel(sql_type = Text)]
    database: String,
    #[diesel(sql_type = Bool)]
    set: bool,
    #[diesel(sql_type = Bool)]
    may_set: bool,
    #[diesel(sql_type = Bool)]
    may_grant: bool,
}

/// Lets the server speak English in this database, which decides the exit code of a few
/// failures. Whoever may not set that, but may pass on the right to, gives it to
/// everybody; then each transaction does it. Otherwise [`super::second_look`] remains.
pub fn speak_english(conn: &mut PgConnection) -> Result<()> {
    // it is the login that may, not the role that owns the schema
    conn.batch_execute("SET LOCAL ROLE NONE")?;
    let language: Language = diesel::sql_query(
        "SELECT quote_ident(d.datname) AS database,
            EXISTS (SELECT FROM pg_db_role_setting s
                WHERE s.setdatabase = d.oid AND s.setrole = 0 AND 'lc_messages=C' = ANY (s.setconfig)) AS set,
            pg_has_role(d.datdba, 'USAGE') AND has_parameter_privilege('lc_messages', 'SET') AS may_set,
            has_parameter_privilege('lc_messages', 'SET WITH GRANT OPTION') AS may_grant
         FROM pg_database d WHERE d.datname = current_database()",
    )
    .get_result(conn)?;
    if language.set {
        return Ok(());
    }
    if language.may_set {
        conn.batch_execute(&format!(
            "ALTER DATABASE {} SET lc_messages = 'C'",
            language.database
        ))?;
    } else if language.may_grant {
        conn.batch_execute(
            "GRANT SET ON PARAMETER lc_messages TO wl_technician, wl_admin, wl_accountant, wl_ops",
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit;

    fn place() -> Place {
        Place {
            version_num: 150_000,
            version: "15.0".to_owned(),
            encoding: "UTF8".to_owned(),
            has_extension: false,
            offers_extension: true,
            has_public: true,
        }
    }

    #[test]
    fn what_is_missing_is_named_and_is_no_bug() {
        assert!(place().check().is_ok());
        let installed = Place {
            has_extension: true,
            offers_extension: false,
            has_public: false,
            ..place()
        };
        assert!(installed.check().is_ok());
        let faults = [
            (
                Place {
                    version_num: 140_012,
                    version: "14.12".to_owned(),
                    ..place()
                },
                "PostgreSQL 14.12",
            ),
            (
                Place {
                    encoding: "LATIN1".to_owned(),
                    ..installed
                },
                "LATIN1",
            ),
            (
                Place {
                    offers_extension: false,
                    ..place()
                },
                "btree_gist",
            ),
            (
                Place {
                    has_public: false,
                    ..place()
                },
                "schema public",
            ),
        ];
        for (place, named) in faults {
            let error = place.check().expect_err(named);
            assert_eq!(error.code(), exit::CONFIG);
            assert!(error.message.contains(named), "{error:?}");
            assert!(error.hint.is_some());
        }
    }
}
