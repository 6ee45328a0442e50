//! Passwords of logins. The server gets the SCRAM verifier, which does not contain the
//! password, and the trail gets nothing.

use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable, Text};
use postgres_protocol::password::scram_sha_256;

use crate::error::{Error, Result};

/// Whose password is set, and as whom.
pub struct Whose {
    pub login: String,
    as_owner: bool,
}

#[derive(QueryableByName)]
struct Session {
    #[diesel(sql_type = Text)]
    login: String,
    #[diesel(sql_type = Nullable<Bool>)]
    superuser: Option<bool>,
    #[diesel(sql_type = Bool)]
    owner: bool,
}

/// A superuser is a member of every role.
const SESSION: &str = "
    SELECT session_user::text AS login,
        (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = session_user) AS superuser,
        EXISTS (SELECT FROM pg_roles r WHERE r.rolname = 'wl_owner' AND pg_has_role(session_user, r.oid, 'MEMBER')) AS owner";

/// The session's own login, or for the owner that of a user of this name. Whoever sets a
/// password can act as that person, so an admin may not.
pub fn whose(conn: &mut PgConnection, name: Option<&str>) -> Result<Whose> {
    let session: Session = diesel::sql_query(SESSION).get_result(conn)?;
    let Some(name) = name.filter(|name| *name != session.login) else {
        return Ok(Whose {
            login: session.login,
            as_owner: false,
        });
    };
    if !session.owner {
        return Err(Error::no_permission(format!(
            "{} is not the owner of the database, who alone may set another person's password",
            session.login
        ))
        .hint("your own: wl user password; as the owner: wl --as OWNER user password NAME"));
    }
    let whose = Whose {
        login: name.to_owned(),
        as_owner: session.superuser != Some(true),
    };
    whose.begin(conn)?;
    use crate::schema::wl::users;
    let found = diesel::select(diesel::dsl::exists(
        users::table.filter(users::db_role.eq(name)),
    ))
    .get_result(conn)?;
    match found {
        true => Ok(whose),
        false => Err(Error::not_found(format!("there is no user {name}"))
            .hint("list the logins with: wl user list")),
    }
}

impl Whose {
    /// A superuser stays one: a login may be older than Worklock, and then `wl_owner` may
    /// not change it.
    fn begin(&self, conn: &mut PgConnection) -> Result<()> {
        if self.as_owner {
            diesel::sql_query("SET LOCAL ROLE wl_owner").execute(conn)?;
        }
        Ok(())
    }
}

/// Sets the password. `ALTER ROLE` takes no bound values, and its text would be in logs and
/// in `pg_stat_activity`; so the server puts it together.
pub fn set(conn: &mut PgConnection, whose: &Whose, password: &str) -> Result<()> {
    whose.begin(conn)?;
    diesel::sql_query(
        "SELECT set_config('worklock.login', $1, true), set_config('worklock.verifier', $2, true)",
    )
    .bind::<Text, _>(&whose.login)
    .bind::<Text, _>(scram_sha_256(password.as_bytes()))
    .execute(conn)?;
    diesel::sql_query(
        "DO $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD %L', current_setting('worklock.login'), current_setting('worklock.verifier')); END $$",
    )
    .execute(conn)?;
    Ok(())
}

/// Whether the server has a login of this name, which may have a password.
pub fn has_login(conn: &mut PgConnection, login: &str) -> Result<bool> {
    Ok(diesel::select(
        diesel::dsl::sql::<Bool>("EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname::pg_catalog.text OPERATOR(pg_catalog.=) ")
            .bind::<Text, _>(login)
            .sql(")"),
    )
    .get_result(conn)?)
}
