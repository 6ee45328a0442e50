//! What each refusal says, by its kind.

use regex::Regex;
use snapbox::str;
use worklock::error::ErrorKind::{self, *};

use super::sources;
use crate::support::{Db, Scene};

#[test]
fn of_undo() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    let id = db
        .time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30")
        .to_string();
    db.ok(
        "ada",
        &[
            "entry",
            "edit",
            &id,
            "--note",
            "seal",
            "--reason",
            "the customer asked",
        ],
    );
    scene.refusal("tom", UndoChanged, "undo --yes", str![[r#"
exit code 1
-- standard error
error: this entry add of [TIME] can't be undone: ada changed entry 1 after it, on [TIME]
nothing was saved
hint: see it with: wl audit show 1; correct it with: wl entry edit 1; what you did is in: wl audit log --operation [ID]

"#]]);
    db.ok(
        "ada",
        &["order", "edit", "WO-1", "--title", "Mend the pump"],
    );
    scene.refusal("ada", UndoOther, "undo --yes", str![[r#"
exit code 1
-- standard error
error: your newest operation is order.edit of work order WO-1, on [TIME]; wl undo reverses only what you did to your own time
nothing was saved
hint: correct it with: wl order edit WO-1; see it with: wl audit log --operation [ID]

"#]]);
}

#[test]
fn of_times() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    let add = |kind, times: &str, expected| {
        scene.refusal("tom", kind, &format!("entry add WO-1/2 {times}"), expected);
    };
    add(
        FutureTime,
        "--start '1h ago' --end 2999-01-01T00:00:00Z",
        str![[r#"
exit code 1
-- standard error
error: 2999-01-01 00:00 is in the future: the server's clock says [TIME]
nothing was saved
hint: check the date, the zone and that clock; wl takes times such as "yesterday 16:00"

"#]],
    );
    add(
        TimeEntriesEndCheck,
        "--start '2024-06-11 09:00' --end '2024-06-11 08:00'",
        str![[r#"
exit code 1
-- standard error
error: the end Tue 2024-06-11 08:00 is before the start Tue 2024-06-11 09:00
nothing was saved
hint: check both times and their dates

"#]],
    );
    add(
        TimeEntriesNoOverlap,
        "--start '2024-06-10 09:00' --end '2024-06-10 10:00'",
        str![[r#"
exit code 1
-- standard error
error: this time overlaps entry 1 on WO-1/1, from 2024-06-10 08:00 to 2024-06-10 09:30
nothing was saved
hint: change the times, or look at it with: wl entry show 1

"#]],
    );
    add(
        TimeEntriesRangeCheck,
        "--start '1960-06-10 09:00' --end '1960-06-10 10:00'",
        str![[r#"
exit code 65
-- standard error
error: times must be between 1970 and now
nothing was saved
hint: check the year

"#]],
    );
    add(
        BadTime,
        "--start noonish --end now",
        str![[r#"
exit code 65
-- standard error
error: "noonish" is not a time
nothing was saved
hint: write now, 14:30, 9am, noon, "yesterday 16:00", "mon 9:00", "24 nov 9:00", "20m ago", "2026-03-01 14:30" or 2026-03-01T14:30:00+01:00

"#]],
    );
    add(
        ZeroLength,
        "--start '2024-06-11 09:00' --end 9:00",
        str![[r#"
exit code 1
-- standard error
error: the entry would start and end at 2024-06-11 09:00, so it would have no length
nothing was saved
hint: give another end, or a length: --for 30m

"#]],
    );
    scene.refusal(
        "tom",
        SplitOutside,
        "entry split 1 --at 9:15 --gap 20m",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is Mon 2024-06-10 08:00–09:30: a split at Mon 2024-06-10 09:15 with a gap of 20m leaves nothing of one part
nothing was saved
hint: give a time inside of the entry, and a gap that ends inside of it

"#]],
    );
    scene.refusal(
        "tom",
        BadDate,
        "entry list --from tomorrowish",
        str![[r#"
exit code 65
-- standard error
error: "tomorrowish" is not a day or a period
nothing was saved
hint: write today, yesterday, week, last-week, month, last-month, 2026-07, 2026-W48, 2026-07-31, "31 jul", mon, 7d (the last 7 days) or 2026-07-01..2026-07-15

"#]],
    );
    scene.refusal(
        "ada",
        BadDuration,
        "settings set stale_after long",
        str![[r#"
exit code 65
-- standard error
error: "long" is not a length of time
nothing was saved
hint: write a length as 8h, 1.5h, 90m, 1h30m, 45s, 1d (24 hours) or 8:00 (hours:minutes)

"#]],
    );
    db.set("zone", "Europe/Berlin");
    add(
        AmbiguousTime,
        "--start '2024-10-27 02:30' --end '2024-10-27 04:00'",
        str![[r#"
exit code 65
-- standard error
error: 2024-10-27 02:30:00 happens twice in Europe/Berlin: the clocks go back
nothing was saved
hint: write 2024-10-27T02:30:00+02:00 or 2024-10-27T02:30:00+01:00

"#]],
    );
    add(
        SkippedTime,
        "--start '2024-03-31 02:30' --end '2024-03-31 04:00'",
        str![[r#"
exit code 65
-- standard error
error: 2024-03-31 02:30:00 does not exist in Europe/Berlin: the clocks go forward
nothing was saved
hint: write 2024-03-31T02:30:00+01:00 or 2024-03-31T02:30:00+02:00

"#]],
    );
}

#[test]
fn of_operation_ids_and_clocks() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.ok("tom", &["--op-id", "job-7", "start", "WO-1/1"]);
    scene.refusal(
        "tom",
        OperationReused,
        "--op-id job-7 stop",
        str![[r#"
exit code 2
-- standard error
error: the operation ID job-7 belongs to another request, which began with timer.start
hint: give this request an ID of its own; see its records with: wl audit log --operation job-7

"#]],
    );
    db.query(
        "SET session_replication_role = replica; UPDATE wl.time_entries SET start_ts = start_ts + interval '2 hours'",
    );
    scene.refusal("tom", ClockBehind, "stop", str![[r#"
exit code 1
-- standard error
error: the server's clock says [TIME], and the running timer on WO-1/1 started later, at [TIME]
nothing was saved
hint: if that clock was set back, wait until it is past that time, or remove the timer with: wl cancel

"#]]);
}

#[test]
fn of_timers_and_entries() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene.refusal(
        "tom",
        NoTimer,
        "timer stop",
        str![[r#"
exit code 1
-- standard error
error: tom has no running timer
nothing was saved
hint: start one with: wl start ORDER

"#]],
    );
    scene.refusal(
        "tom",
        ChooseLine,
        "timer start WO-1",
        str![[r#"
exit code 2
-- standard error
error: work order WO-1 has 2 open line items
hint: name one: WO-1/1 Diagnose · WO-1/2 Repair

"#]],
    );
    scene.refusal(
        "tom",
        EntryLive,
        "entry restore 1",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is not removed
nothing was saved
hint: see it with: wl entry show 1

"#]],
    );
    scene.refusal(
        "ada",
        EntryOpen,
        "unlock 1 --reason correction",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is not LOCKED
nothing was saved
hint: correct it with: wl entry edit 1

"#]],
    );
    scene.refusal(
        "ada",
        ReasonMissing,
        "entry remove 1",
        str![[r#"
exit code 2
-- standard error
error: entry 1 is another user's time; changing it needs a reason
hint: add --reason TEXT with at least three letters or digits

"#]],
    );
    scene.refusal(
        "ada",
        ReasonRequired,
        "entry remove 1 --reason '. . .'",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is another user's time; changing it needs a reason
nothing was saved
hint: add --reason TEXT with at least three letters or digits

"#]],
    );
    db.start_timer("tess", "WO-1/1", "2024-06-11T08:00:00Z");
    scene.refusal(
        "tess",
        TimerRunning,
        "timer start WO-1/2 --no-switch",
        str![[r#"
exit code 1
-- standard error
error: a timer has been running on WO-1/1 since 2024-06-11 08:00
nothing was saved
hint: stop it with: wl stop; or leave out --no-switch to switch

"#]],
    );
    scene.refusal(
        "tess",
        EntryRunning,
        "entry edit 2 --end now",
        str![[r#"
exit code 1
-- standard error
error: entry 2 is still running
nothing was saved
hint: end it with: wl stop --at TIME

"#]],
    );
    scene.refusal(
        "ada",
        ApproveRunning,
        "approve --entry 2 --yes",
        str![[r#"
exit code 1
-- standard error
error: nothing to approve: entry 2 of tess on WO-1/1 is a running timer
nothing was saved
hint: stop it first; an admin stops another user's timer with: wl stop --user NAME --reason TEXT

"#]],
    );
    scene.outcome("tess", "timer stop --at 2024-06-11T18:00:00Z", str![[r#"
exit code 0
-- standard error
Stopped entry 2: Tue 2024-06-11 08:00–18:00, 10:00 h
  WO-1/1 Diagnose · Fix the pump
warning: entry 2 is longer than 8h: wl approve skips it without --accept-long; correct it with: wl entry edit 2 --end TIME

"#]]);
    scene.refusal(
        "ada",
        ApproveLong,
        "approve --entry 2 --yes",
        str![[r#"
exit code 1
-- standard error
error: nothing to approve: entry 2 of tess on WO-1/1 is 10:00:00 long, over the limit of 8h
nothing was saved
hint: check it, then: wl approve --entry 2 --accept-long

"#]],
    );
    db.time("ada", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene.refusal(
        "ada",
        ApproveOwn,
        "approve --entry 3 --yes",
        str![[r#"
exit code 1
-- standard error
error: nothing to approve: entry 3 of ada on WO-1/1 was worked, entered or changed by you
nothing was saved
hint: ask another admin to approve it

"#]],
    );
    db.approve_entry("ada", 1);
    scene.refusal(
        "tom",
        EntryLocked,
        "entry edit 1 --end '2024-06-10 09:00'",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is LOCKED: approved time does not change
nothing was saved
hint: an admin reopens it with: wl unlock 1 --reason TEXT

"#]],
    );
    db.remove_entry("ada", 3, None);
    scene.refusal(
        "ada",
        EntryRemoved,
        "entry edit 3 --end '2024-06-10 09:00'",
        str![[r#"
exit code 1
-- standard error
error: entry 3 is removed
nothing was saved
hint: restore it with: wl entry restore 3

"#]],
    );
}

#[test]
fn of_orders_and_line_items() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene.refusal(
        "ada",
        OrderInUse,
        "order remove WO-1",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 still has 2 line items and 1 entry
nothing was saved
hint: see them with: wl line list WO-1, and: wl entry list WO-1; LOCKED entries need an unlock before they can be removed

"#]],
    );
    scene.refusal(
        "ada",
        OrderLive,
        "order restore WO-1",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 is not removed
nothing was saved
hint: see it with: wl order list --search WO-1

"#]],
    );
    scene.refusal(
        "ada",
        OrderStatus,
        "order status WO-1 billed",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 is open; it can't become billed from there
nothing was saved
hint: from open it can become: in_progress, ready_to_bill, cancelled

"#]],
    );
    scene.refusal(
        "ada",
        WorkOrdersNumberKey,
        "order add WO-1 --title T --customer C",
        str![[r#"
exit code 1
-- standard error
error: a work order with that number already exists
nothing was saved
hint: see it with: wl order list --removed --search WO-1

"#]],
    );
    scene.refusal(
        "ada",
        LineInUse,
        "line remove WO-1/1",
        str![[r#"
exit code 1
-- standard error
error: line item WO-1/1 still has 1 entry
nothing was saved
hint: see them with: wl entry list WO-1/1; open ones can be removed or moved, LOCKED ones need an unlock first

"#]],
    );
    scene.refusal(
        "ada",
        LineLive,
        "line restore WO-1/1",
        str![[r#"
exit code 1
-- standard error
error: line item WO-1/1 is not removed
nothing was saved
hint: see the time on it with: wl entry list WO-1/1

"#]],
    );
    db.line_status("WO-1/2", "done");
    scene.refusal(
        "tom",
        LineClosed,
        "timer start WO-1/2",
        str![[r#"
exit code 1
-- standard error
error: line item WO-1/2 is done and takes no new time
nothing was saved
hint: an admin reopens it with: wl line status WO-1/2 open

"#]],
    );
    db.order("WO-2");
    scene.outcome(
        "ada",
        "line remove WO-2/1",
        str![[r#"
exit code 0
-- standard error
Line item WO-2/1 (D): removed.

"#]],
    );
    scene.refusal(
        "ada",
        LineRemoved,
        "line edit WO-2/1 --description D",
        str![[r#"
exit code 1
-- standard error
error: line item WO-2/1 is removed
nothing was saved
hint: an admin restores it with: wl line restore WO-2/1

"#]],
    );
    scene.refusal(
        "tom",
        NoOpenLine,
        "timer start WO-2",
        str![[r#"
exit code 1
-- standard error
error: work order WO-2 has no open line item
nothing was saved
hint: an admin adds one with: wl line add WO-2 --description TEXT

"#]],
    );
    scene.outcome(
        "ada",
        "order remove WO-2",
        str![[r#"
exit code 0
-- standard error
Removed work order WO-2 (T); wl order restore WO-2 restores it.

"#]],
    );
    scene.refusal(
        "ada",
        OrderRemoved,
        "order edit WO-2 --title U",
        str![[r#"
exit code 1
-- standard error
error: work order WO-2 is removed
nothing was saved
hint: an admin restores it with: wl order restore WO-2

"#]],
    );
    db.order_status("ada", "WO-1", "ready_to_bill");
    scene.refusal(
        "tom",
        OrderClosed,
        "timer start WO-1/1",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 is ready_to_bill and takes no new time
nothing was saved
hint: an admin reopens it with: wl order status WO-1 in_progress

"#]],
    );
    scene.refusal(
        "acc",
        OrderUnapproved,
        "order status WO-1 billed",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 has unapproved time: 1 entry, 0 running
nothing was saved
hint: see it with: wl entry list WO-1 --status OPEN; approve it with: wl approve WO-1

"#]],
    );
    scene.refusal(
        "acc",
        UnapprovedTime,
        "export csv WO-1",
        str![[r#"
exit code 1
-- standard error
error: the selection contains unapproved time: entry 1 of tom on WO-1/1 is OPEN
nothing was saved
hint: approve it with wl approve, or export a draft with --include-unapproved

"#]],
    );
    db.approve("ada", "WO-1");
    scene.refusal(
        "acc",
        OrderUnbilled,
        "order status WO-1 billed",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 has approved time on no bill: 1 entry
nothing was saved
hint: bill it with: wl bill add WO-1

"#]],
    );
    db.bill("acc", &["WO-1"]);
    db.order_status("acc", "WO-1", "billed");
    scene.refusal(
        "ada",
        EntryBilled,
        "unlock 1 --reason correction",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is on bill 1
nothing was saved
hint: cancel the bill with: wl bill cancel 1 --reason TEXT; then unlock, edit and approve the entry, and bill it again

"#]],
    );
    scene.refusal(
        "ada",
        OrderBilled,
        "order edit WO-1 --title Other",
        str![[r#"
exit code 1
-- standard error
error: work order WO-1 is billed
nothing was saved
hint: an accountant moves it back with: wl order status WO-1 ready_to_bill --reason TEXT

"#]],
    );
}

#[test]
fn of_texts() {
    let scene = Scene::on(Db::new());
    let ada = |kind, line: &str, expected| scene.refusal("ada", kind, line, expected);
    ada(
        WorkOrdersNumberCheck,
        "order add A/1 --title T --customer C",
        str![[r#"
exit code 65
-- standard error
error: an order number has 1 to 64 characters; it can't contain a slash or a line break, begin with a dash, or begin or end with a blank
nothing was saved
hint: choose a number such as A-1; A-1/2 is its line item 2

"#]],
    );
    ada(
        WorkOrdersTitleCheck,
        "order add A-1 --title ' ' --customer C",
        str![[r#"
exit code 65
-- standard error
error: a title has 1 to 1,000 characters and is not blank
nothing was saved

"#]],
    );
    ada(
        WorkOrdersCustomerCheck,
        "order add A-1 --title T --customer ' '",
        str![[r#"
exit code 65
-- standard error
error: a customer has 1 to 200 characters and is not blank
nothing was saved

"#]],
    );
    ada(
        LineItemsDescriptionCheck,
        "line add WO-1 --description ' '",
        str![[r#"
exit code 65
-- standard error
error: a description has 1 to 2,000 characters and is not blank
nothing was saved

"#]],
    );
    ada(
        UsersDbRoleCheck,
        "user add pg_tom --full-name Tom --role ops",
        str![[r#"
exit code 65
-- standard error
error: a login name has 1 to 63 ASCII letters, digits or . _ - @, and can't begin with . - @ or with pg_ or wl_
nothing was saved
hint: choose a name such as anna or anna.berg

"#]],
    );
    ada(
        UserLoginReserved,
        "user add replication --full-name Tom --role ops",
        str![[r#"
exit code 1
-- standard error
error: the login name replication has a meaning of its own in PostgreSQL
nothing was saved
hint: choose another login name

"#]],
    );
    ada(
        UserLoginCase,
        "user add TOM --full-name Tom --role ops",
        str![[r#"
exit code 1
-- standard error
error: the login tom exists already and differs from TOM only in capital and small letters
nothing was saved
hint: choose a login name that nobody takes for the other

"#]],
    );
    ada(
        UsersFullNameCheck,
        "user add outcomes_tim --full-name ' ' --role ops",
        str![[r#"
exit code 65
-- standard error
error: a full name has 1 to 200 characters and is not blank
nothing was saved

"#]],
    );
    ada(
        SettingsValueCheck,
        "settings set two_pairs_of_eyes perhaps",
        str![[r#"
exit code 65
-- standard error
error: two_pairs_of_eyes is on or off, not perhaps
nothing was saved
hint: type: wl settings set two_pairs_of_eyes on

"#]],
    );
    ada(
        OpIdCheck,
        "order add A-1 --title T --customer C --op-id ''",
        str![[r#"
exit code 65
-- standard error
error: an operation id has 1 to 100 characters
nothing was saved

"#]],
    );
}

#[test]
fn of_people_and_rights() {
    let scene = Scene::on(Db::new());
    scene
        .db
        .time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene.refusal(
        "ada",
        UsersDbRoleKey,
        "user add tom --full-name Tom --role ops",
        str![[r#"
exit code 1
-- standard error
error: a user with that name already exists
nothing was saved
hint: see all users, including removed ones, with: wl user list --removed

"#]],
    );
    scene.refusal(
        "ada",
        UserLive,
        "user restore tom",
        str![[r#"
exit code 1
-- standard error
error: user tom is not removed
nothing was saved
hint: see all users with: wl user list

"#]],
    );
    scene.refusal(
        "ada",
        UserOpenTime,
        "user remove tom",
        str![[r#"
exit code 1
-- standard error
error: user tom has unapproved time: 1 entry
nothing was saved
hint: see it with: wl entry list --user tom --status OPEN; then approve or remove it

"#]],
    );
    scene.refusal(
        "ada",
        UserSelf,
        "user role ada ops",
        str![[r#"
exit code 1
-- standard error
error: admins neither remove themselves nor change their own role
nothing was saved
hint: ask another admin

"#]],
    );
    scene.refusal(
        "tom",
        NoPermission,
        "order add A-1 --title T --customer C",
        str![[r#"
exit code 77
-- standard error
error: tom has the role technician, but only the role admin may add a work order
nothing was saved
hint: see who has this role with: wl user list

"#]],
    );
    scene.refusal(
        "olga",
        NoPermission,
        "timer status",
        str![[r#"
exit code 77
-- standard error
error: your login has no timer: technicians and admins record time
nothing was saved
hint: see the time of all with: wl entry list -p today

"#]],
    );
    scene.outcome(
        "ada",
        "user add outcomes_ole --full-name Ole --role ops",
        str![[r#"
exit code 0
-- standard error
Added ops outcomes_ole (Ole).
outcomes_ole has no password yet. The owner of the database sets one with: wl user password outcomes_ole

"#]],
    );
    scene.outcome(
        "ada",
        "user remove outcomes_ole",
        str![[r#"
exit code 0
-- standard error
Removed outcomes_ole; the login no longer has any rights.

"#]],
    );
    scene.refusal(
        "ada",
        UserRemoved,
        "user role outcomes_ole technician",
        str![[r#"
exit code 1
-- standard error
error: user outcomes_ole is removed
nothing was saved
hint: an admin restores the user with: wl user restore outcomes_ole

"#]],
    );
}

#[test]
fn of_people_of_other_databases() {
    let scene = Scene::on(Db::empty());
    scene.refusal(
        "tom",
        NoSchema,
        "timer status",
        str![[r#"
exit code 76
-- standard error
error: the database does not have the schema of this wl
nothing was saved
hint: the owner of the database runs: wl migrate (or wl init on a new database)

"#]],
    );
    scene.outcome(
        "OWNER",
        "init --admin ada --full-name 'Ada Admin'",
        str![[r#"
exit code 0
-- standard error
Ready: ada is the first admin, and the time zone is UTC.
To act as ada: export WL_USER=ada.
Then add people with: wl user add NAME --full-name NAME --role technician

"#]],
    );
    scene.refusal(
        "ada",
        LastAdmin,
        "user remove ada",
        str![[r#"
exit code 1
-- standard error
error: ada is the only admin
nothing was saved
hint: add another one first: wl user add NAME --full-name NAME --role admin

"#]],
    );
    let taken = format!("{}_taken", scene.db.name);
    let make = format!("CREATE ROLE {taken} LOGIN IN ROLE wl_person");
    scene.db.query(&make);
    scene.refusal(
        "ada",
        UserLoginTaken,
        &format!("user add {taken} --full-name Tim --role ops"),
        str![[r#"
exit code 1
-- standard error
error: the login DATABASE_taken has or had a role in another database on this server
nothing was saved
hint: choose another login name; or the owner of this database allows it, in wl db psql: SELECT wl.allow_login('DATABASE_taken')

"#]],
    );
    scene.db.query(&format!("DROP ROLE {taken}"));
    scene.refusal(
        "ada",
        UserOtherRole,
        "user add tom --full-name Tom --role ops",
        str![[r#"
exit code 1
-- standard error
error: the login tom already has another role, in this database or in another one on this server; a login has one role everywhere
nothing was saved
hint: give the same role here, or choose another login name

"#]],
    );
    scene.refusal(
        "tom",
        NoPermission,
        "timer status",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.refusal(
        "OWNER",
        MigrateDownData,
        "migrate down --yes",
        str![[r#"
exit code 1
-- standard error
error: the database contains users and their records: migrating down would delete them
nothing was saved
hint: to delete them anyway, keep a backup with wl db backup FILE and drop the database by hand

"#]],
    );
}

#[test]
fn of_names_and_files() {
    let scene = Scene::on(Db::new());
    scene.refusal(
        "tom",
        NotFound,
        "order show WO-9",
        str![[r#"
exit code 66
-- standard error
error: there is no work order WO-9
nothing was saved
hint: did you mean WO-1? See all with: wl order list

"#]],
    );
    scene.refusal(
        "ada",
        NotFound,
        "line edit WO-1/9 --description D",
        str![[r#"
exit code 66
-- standard error
error: work order WO-1 has no line item 9
nothing was saved
hint: it has 1 and 2; see them with: wl line list WO-1

"#]],
    );
    scene.refusal(
        "tom",
        NotFound,
        "entry show 9",
        str![[r#"
exit code 66
-- standard error
error: there is no time entry 9 that you may see
nothing was saved
hint: see them with: wl entry list

"#]],
    );
    scene.refusal(
        "ada",
        NotFound,
        "user remove nobody",
        str![[r#"
exit code 66
-- standard error
error: there is no user nobody
nothing was saved
hint: see all with: wl user list

"#]],
    );
    scene.refusal(
        "tom",
        NoInput,
        "entry import FOLDER/none.csv",
        str![[r#"
exit code 66
-- standard error
error: FOLDER/none.csv can't be read: No such file or directory
nothing was saved

"#]],
    );
    scene.folder.file(
        "time.csv",
        "number,line,start_ts,end_ts\nWO-1,1,noon,2024-06-10 09:00\n",
    );
    scene.refusal(
        "tom",
        BadInput,
        "entry import FOLDER/time.csv",
        str![[r#"
exit code 65
-- standard error
error: time.csv, line 2, column start_ts: "noon": not a date with a time
nothing was saved
hint: write it as 2026-03-01 14:30 or 2026-03-01T14:30:00+01:00; correct the row, or import the other rows with --rejects FILE

"#]],
    );
    scene.refusal(
        "olga",
        CannotCreate,
        "audit seal --output FOLDER/none/seal.json",
        str![[r#"
exit code 73
-- standard error
error: FOLDER/none/seal.json can't be written: No such file or directory
nothing was saved

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "export --changed-since 0000000000000000000000000000000000000000000000000000000000000000",
        str![[r#"
exit code 66
-- standard error
error: the audit trail never had this seal
nothing was saved
hint: a seal that was made during another transaction is known only to its seal file: give that

"#]],
    );
    scene.outcome(
        "olga",
        "audit verify --seal 0000000000000000000000000000000000000000000000000000000000000000",
        str![[r#"
exit code 3
-- standard output
Row    Id  Version  Problem
trail   0        0  the audit trail never had the seal [HASH]; a seal that was made during another transaction is known only to its seal file
-- standard error
9 records in 1 chain, seal [HASH].
The audit trail is damaged: 1 problem.

"#]],
    );
    scene.refusal(
        "tom",
        Usage,
        "timer start",
        str![[r#"
exit code 2
-- standard error
error: no line item was named, and there is no terminal to pick one at
hint: name one: wl start ORDER/LINE, words of its names, or - for your last one; your own time is in: wl entry list

"#]],
    );
    scene.refusal(
        "tom",
        Usage,
        "timer strat",
        str![[r#"
exit code 2
-- standard error
error: unrecognized subcommand 'strat'
hint: did you mean start? See all with: wl timer -h

"#]],
    );
    scene.refusal(
        "ada",
        Usage,
        "approve WO-1",
        str![[r#"
exit code 2
-- standard error
error: approving locks time, and there is no terminal to confirm it at
hint: check the list with --dry-run, then approve with --yes

"#]],
    );
    scene.refusal(
        "HOME",
        Unreachable,
        "order list --database-url postgresql:///wl?host=/nonexistent",
        str![[r#"
exit code 69
-- standard error
error: the database server can't be reached: connection to server on socket "/nonexistent/.s.PGSQL.5432" failed: No such file or directory Is the server running locally and accepting connections on that socket?
nothing was saved
hint: check --database-url; if it is right, try again later, or ask whoever runs the server

"#]],
    );
    scene.refusal(
        "HOME",
        Configuration,
        "order list --database-url nonsense",
        str![[r#"
exit code 78
-- standard error
error: the database URL can't be used: it is neither a URL nor a list of settings in the form key=value
nothing was saved
hint: write it as postgresql://host/database; in a user name or a password, write %40 for @, %2F for /, %3F for ?, %26 for &, %3D for =, %25 for %

"#]],
    );
}

/// Only plain SQL meets these, for `wl` never writes such statements or has
/// refused before; `hostile` and the tests of the rules do.
const BY_SQL: &[ErrorKind] = &[
    AuditUndo,
    EntryReopened,
    EntryFixed,
    TimeEntriesOneActiveTimerPerUser,
    TimeEntriesLineItemFkey,
    OrderFixed,
    LineFixed,
    UserFixed,
    UserLoginPowerful,
    UsersNameKey,
    UsersNfcCheck,
    WorkOrdersNfcCheck,
    SettingsNfcCheck,
    BillsNfcCheck,
    SettingFixed,
    OneChange,
    NothingIsDeleted,
    AuditMissing,
    AuditWithoutChange,
    AuditAction,
    AuditReason,
    AuditLogEntityKey,
    IsolationLevel,
    UsersExist,
    BillEmpty,
    BillEntries,
    BillAfterUntil,
    BillCustomer,
    BillOrderBilled,
    BillFixed,
    BillRight,
    DocumentFixed,
    DocumentTaken,
    LetterheadFixed,
    LetterheadMissing,
    SettingZone,
    SettingLogo,
    LogoUnused,
    LogosSha256Check,
    LogosPngCheck,
    NotAUser,
    UserRight,
    OrderRight,
    LineRight,
    EntryRight,
    SettingRight,
    ApproveRight,
    AuditRight,
    AuditVerifyRight,
];

/// These take more than a command line: a long text, a race, another program,
/// a fault of a machine. Other tests make them.
const BY_MORE: &[ErrorKind] = &[
    ApproveChanged,
    BillChanged,
    TimerChanged,
    UndoNotNewest,
    SealNotInTrail,
    BackupDamaged,
    OwnerGrant,
    NoteCheck,
    ReasonCheck,
    ServerUnreachable,
    NoDatabase,
    ReadOnly,
    Backup,
    Bug,
    Io,
    DiskFull,
    ServerDiskFull,
    Busy,
    LockTimeout,
    ServerBusy,
    ServerStarting,
    ConnectionLost,
    BatchRunning,
    NewerSchema,
    OlderSchema,
    OtherSchema,
    SchemaChanged,
    Certificate,
    OutcomeUnknown,
    Interrupted,
];

#[test]
fn every_kind_that_a_command_line_meets_has_a_snapshot() {
    let sources = sources();
    for kind in ErrorKind::ALL.iter().filter(|kind| !kind.is_quiet()) {
        let call = format!(r#"(?:refusal\(\s*"\w+",|add\(|ada\()\s*(?:ErrorKind::)?{kind:?},"#);
        let here = Regex::new(&call).expect("a pattern").is_match(&sources);
        let elsewhere = BY_SQL.contains(kind) || BY_MORE.contains(kind);
        assert!(here != elsewhere, "{kind:?}: a snapshot, or a word why not");
    }
}
