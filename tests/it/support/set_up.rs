//! What a test begins with. The library makes it in this process, on a
//! connection that stays: no program is started for it.

use std::fmt::Display;

use chrono_tz::Tz;
use clap::ValueEnum;
use diesel::{Connection, PgConnection};
use worklock::db::connect::Session;
use worklock::domain::what::What;
use worklock::domain::{approval, bill, entry, line, order, settings, timer, user};
use worklock::error::Result;
use worklock::ledger::{self, Operation, Tx};
use worklock::models::OrderStatus;
use worklock::time::TypedSpan;

use super::Db;

/// A word of a closed list, as the command line takes it.
fn word<T: ValueEnum>(text: &str) -> T {
    T::from_str(text, false).unwrap_or_else(|_| panic!("{text}"))
}

fn parsed<T: std::str::FromStr<Err: Display>>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

impl Db {
    /// One transaction of `login`, which must succeed.
    #[track_caller]
    pub fn set_up<R>(&self, login: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<R>) -> R {
        match self.attempt(login, work) {
            Ok(result) => result,
            Err(error) => panic!("{login}: {error:?}"),
        }
    }

    /// One transaction of `login`, which a rule may refuse.
    pub fn attempt<R>(
        &self,
        login: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<R>,
    ) -> Result<R> {
        self.attempt_as(login, uuid::Uuid::new_v4().to_string(), work)
    }

    /// The same with the operation ID `id`.
    pub fn attempt_as<R>(
        &self,
        login: &str,
        id: String,
        work: impl FnOnce(&mut Tx<'_>) -> Result<R>,
    ) -> Result<R> {
        let mut connections = self.connections.lock().expect("no test panicked here");
        let conn = connections.entry(login.to_owned()).or_insert_with(|| {
            let url = format!("{}&user={login}&application_name=tests", self.url());
            Session::new(
                PgConnection::establish(&url).expect("a connection"),
                Some(login.to_owned()),
            )
        });
        let operation = Operation {
            id,
            given: false,
            request: None,
        };
        match ledger::write_unwatched(conn, &operation, |_| (), work) {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(_)) => panic!("{login}: the connection broke"),
            Err(error) => Err(error),
        }
    }

    /// A person of this test alone, with a login of its own.
    pub fn person(&self, role: &str) -> String {
        let name = self.unused_name(role);
        self.add_user(&name, role);
        name
    }

    pub fn add_user(&self, name: &str, role: &str) {
        let full_name = format!("Person {name}");
        self.set_up("ada", |tx| user::add(tx, name, &full_name, word(role)));
    }

    pub fn remove_user(&self, name: &str) {
        self.set_up("ada", |tx| user::remove(tx, name, None));
    }

    pub fn set(&self, setting: &str, value: &str) {
        self.set_up("ada", |tx| settings::set(tx, word(setting), value, None));
    }

    /// Another order with one line item.
    pub fn order(&self, number: &str) {
        self.set_up("ada", |tx| {
            order::add(tx, number, "T", "C")?;
            line::add(tx, number, "D")
        });
    }

    pub fn line(&self, order: &str, description: &str) {
        self.set_up("ada", |tx| line::add(tx, order, description));
    }

    pub fn order_status(&self, login: &str, number: &str, status: &str) {
        let orders = [number.to_owned()];
        self.set_up(login, |tx| order::status(tx, &orders, word(status), None));
    }

    pub fn line_status(&self, line: &str, status: &str) {
        self.set_up("ada", |tx| {
            line::status(tx, &parsed(line), word(status), None)
        });
    }

    /// Puts an order where a test wants it, by the steps that the rules allow. Approved
    /// time is billed on the way to `billed`.
    pub fn move_order(&self, number: &str, status: &str) {
        let wanted: OrderStatus = word(status);
        let steps = match wanted {
            OrderStatus::Open => Vec::new(),
            _ if super::next(OrderStatus::Open).contains(&wanted) => vec![wanted],
            _ => super::next(OrderStatus::Open)
                .iter()
                .find(|between| super::next(**between).contains(&wanted))
                .map(|between| vec![*between, wanted])
                .expect("two steps at most"),
        };
        for step in steps {
            let login = if step == OrderStatus::Billed {
                self.bills_until(&[number], "today");
                "acc"
            } else {
                "ada"
            };
            self.order_status(login, number, step.as_str());
        }
    }

    /// A timer of `login` that began `at`, such as `now`.
    pub fn start_timer(&self, login: &str, target: &str, at: &str) -> i64 {
        let (what, at) = (parsed::<What>(target), parsed(at));
        let start = timer::Start {
            what: &what,
            note: None,
            at: Some(&at),
            no_switch: false,
            forgotten: timer::Forgotten::Stop,
        };
        match self.set_up(login, |tx| timer::start(tx, &start, Tz::UTC)) {
            timer::Outcome::Started { timer, .. } | timer::Outcome::Running(timer) => timer.id,
            timer::Outcome::Stale(..) => panic!("nobody is asked"),
        }
    }

    pub fn stop_timer(&self, login: &str) {
        let stop = timer::Stop {
            user: None,
            note: None,
            at: None,
            reason: None,
        };
        self.set_up(login, |tx| timer::stop(tx, &stop, Tz::UTC));
    }

    /// A finished entry of `login`, times in UTC.
    pub fn time(&self, login: &str, line: &str, start: &str, end: &str) -> i64 {
        let add = entry::Add {
            line: &parsed(line),
            span: TypedSpan {
                start: Some(&parsed(start)),
                end: Some(&parsed(end)),
                length: None,
            },
            note: None,
            user: None,
            reason: None,
        };
        self.set_up(login, |tx| entry::add(tx, &add, Tz::UTC)).0
    }

    /// A finished entry of `login` on `WO-1/1`, `hours` hours ago and one hour long.
    pub fn entry(&self, login: &str, hours: u32) -> i64 {
        let (start, end) = (format!("{hours}h ago"), format!("{}h ago", hours - 1));
        self.time(login, "WO-1/1", &start, &end)
    }

    /// A finished entry of `login` that `ada` approved (`abe` where it is hers).
    pub fn locked_entry(&self, login: &str, hours: u32) -> i64 {
        let id = self.entry(login, hours);
        self.approve_entry(if login == "ada" { "abe" } else { "ada" }, id);
        id
    }

    pub fn approve_entry(&self, login: &str, id: i64) {
        let selection = approval::Selection {
            entries: vec![id],
            ..approval::Selection::default()
        };
        self.set_up(login, |tx| approval::approve(tx, &selection, None));
    }

    /// Approves what can be approved of an order.
    pub fn approve(&self, login: &str, order: &str) {
        let selection = approval::Selection {
            orders: vec![order.to_owned()],
            ..approval::Selection::default()
        };
        self.set_up(login, |tx| approval::approve(tx, &selection, None));
    }

    /// Bills all unbilled time of these orders on one bill; its number.
    pub fn bill(&self, login: &str, orders: &[&str]) -> i64 {
        let made = self.make_bills(login, orders, "today", bill::Per::Customer);
        match made.as_slice() {
            [number] => *number,
            other => panic!("one bill of {orders:?}: {other:?}"),
        }
    }

    /// `acc` bills what is due of these orders up to the end of a period, a bill for
    /// each; their numbers.
    pub fn bills_until(&self, orders: &[&str], until: &str) -> Vec<i64> {
        self.make_bills("acc", orders, until, bill::Per::Order)
    }

    fn make_bills(&self, login: &str, orders: &[&str], until: &str, per: bill::Per) -> Vec<i64> {
        let orders = orders.iter().map(|&order| order.to_owned()).collect();
        let selection = bill::Selection {
            orders: bill::Orders::Named(orders),
            until: Some(parsed(until)),
            per,
            reference: None,
            skip_unapproved: true,
        };
        let added = self.set_up(login, |tx| {
            let zone = tx.settings.time_zone()?;
            bill::add(tx, &selection, None, zone, |_, _| ())
        });
        added.bills.iter().filter_map(|bill| bill.number).collect()
    }

    pub fn cancel_bill(&self, login: &str, number: i64, reason: &str) {
        self.set_up(login, |tx| bill::cancel(tx, number, reason));
    }

    pub fn unlock(&self, login: &str, id: i64, reason: &str) {
        self.set_up(login, |tx| entry::unlock(tx, &[id], reason));
    }

    pub fn remove_entry(&self, login: &str, id: i64, reason: Option<&str>) {
        self.set_up(login, |tx| entry::remove(tx, id, reason));
    }
}
