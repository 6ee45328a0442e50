//! People. Adding one makes the login; its rights follow the row.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use serde::Serialize;

use crate::error::{Error, ErrorKind, Result};
use crate::ledger::audit;
use crate::ledger::{Tx, guards};
use crate::models::{Action, Role, User};
use crate::schema::wl::users;
use crate::text;

pub fn add(tx: &mut Tx<'_>, login: &str, full_name: &str, role: Role) -> Result<i64> {
    tx.require(&[Role::Admin], "add a user")?;
    check_login(login)?;
    let id: i64 = diesel::insert_into(users::table)
        .values((
            users::db_role.eq(text::composed(login)),
            users::full_name.eq(text::composed(full_name)),
            users::role.eq(role),
        ))
        .returning(users::id)
        .get_result(tx.conn)?;
    audit::record(tx, Action::UserAdd, id, None)?;
    Ok(id)
}

/// PostgreSQL would cut a longer name silently.
pub fn check_login(login: &str) -> Result<()> {
    if login.len() <= 63 {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::UsersDbRoleCheck,
        "a login name has at most 63 bytes",
    )
    .hint("choose a shorter name"))
}

fn locked(tx: &mut Tx<'_>, name: &str, what: &str) -> Result<User> {
    tx.require(&[Role::Admin], what)?;
    let id = guards::find_user(tx, name)?.id;
    Ok(guards::user(tx, id)?.user)
}

fn live(tx: &mut Tx<'_>, name: &str, what: &str) -> Result<User> {
    let user = locked(tx, name, what)?;
    if user.deleted_at.is_some() {
        return Err(guards::refusal(
            tx,
            ErrorKind::UserRemoved,
            &[&user.db_role],
        ));
    }
    Ok(user)
}

/// Changes a user's role; false: nothing changed.
pub fn role(tx: &mut Tx<'_>, name: &str, role: Role, reason: Option<&str>) -> Result<bool> {
    let user = live(tx, name, "change a user's role")?;
    if user.role == role {
        return Ok(false);
    }
    diesel::update(users::table.find(user.id))
        .set(users::role.eq(role))
        .execute(tx.conn)?;
    audit::record(tx, Action::UserRole, user.id, reason)?;
    Ok(true)
}

/// Changes a user's full name; false: nothing changed.
pub fn rename(
    tx: &mut Tx<'_>,
    name: &str,
    full_name: &str,
    reason: Option<&str>,
) -> Result<(bool, UserView)> {
    let user = live(tx, name, "rename a user")?;
    let full_name = text::composed(full_name);
    if user.full_name == full_name {
        return Ok((false, user.into()));
    }
    let user: User = diesel::update(users::table.find(user.id))
        .set(users::full_name.eq(full_name))
        .returning(User::as_returning())
        .get_result(tx.conn)?;
    audit::record(tx, Action::UserEdit, user.id, reason)?;
    Ok((true, user.into()))
}

pub fn remove(tx: &mut Tx<'_>, name: &str, reason: Option<&str>) -> Result<User> {
    let user = live(tx, name, "remove a user")?;
    diesel::update(users::table.find(user.id))
        .set(users::deleted_at.eq(tx.now))
        .execute(tx.conn)?;
    audit::record(tx, Action::UserRemove, user.id, reason)?;
    Ok(user)
}

/// Whether the login has the group of the user's role, as it keeps that after a removal if it
/// serves another database.
pub fn has_role(tx: &mut Tx<'_>, user: &User) -> Result<bool> {
    let has = sql::<Bool>(
        "EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles p ON p.oid = m.member
         WHERE p.rolname = ",
    )
    .bind::<Text, _>(&user.db_role)
    .sql(" AND g.rolname = 'wl_' || ")
    .bind::<Text, _>(user.role.as_str())
    .sql(")");
    Ok(diesel::select(has).get_result(tx.conn)?)
}

pub fn restore(tx: &mut Tx<'_>, name: &str, reason: Option<&str>) -> Result<User> {
    let user = locked(tx, name, "restore a user")?;
    if user.deleted_at.is_none() {
        return Err(guards::refusal(tx, ErrorKind::UserLive, &[&user.db_role]));
    }
    diesel::update(users::table.find(user.id))
        .set(users::deleted_at.eq(None::<DateTime<Utc>>))
        .execute(tx.conn)?;
    audit::record(tx, Action::UserRestore, user.id, reason)?;
    Ok(user)
}

/// A user as `wl user list` shows one.
#[derive(Debug, Clone, Serialize)]
pub struct UserView {
    pub name: String,
    pub full_name: String,
    pub role: Role,
    pub removed: bool,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            name: user.db_role,
            full_name: user.full_name,
            role: user.role,
            removed: user.deleted_at.is_some(),
        }
    }
}

/// One user, by login or full name.
pub fn view(tx: &mut Tx<'_>, name: &str) -> Result<UserView> {
    guards::find_user(tx, name).map(UserView::from)
}

/// All users, or all that are not removed.
pub fn list(tx: &mut Tx<'_>, removed: bool) -> Result<Vec<UserView>> {
    let all: Vec<User> = users::table
        .select(User::as_select())
        .order(users::id)
        .load(tx.conn)?;
    Ok(all
        .into_iter()
        .filter(|user| removed || user.deleted_at.is_none())
        .map(UserView::from)
        .collect())
}
