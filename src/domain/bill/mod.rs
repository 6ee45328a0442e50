//! Bills (R11): approved time that goes to accounting together.
//!
//! The database makes a bill: it locks, copies the lines and takes the number. This
//! chooses the entries, shows them, and names exactly those, in the versions shown.

mod add;
mod cancel;
mod plan;
mod unapproved;
mod view;

pub use add::{Added, add};
pub use cancel::cancel;
pub use plan::{Due, Orders, Per, Plan, PlannedBill, Selection, plan};
pub use unapproved::{Unapproved, listed};
pub use view::{Bill, BillLine, Filter, find, lines, list};

use crate::models::Role;

const WRITERS: &[Role] = &[Role::Admin, Role::Accountant];
const READERS: &[Role] = &[Role::Admin, Role::Accountant, Role::Ops];
