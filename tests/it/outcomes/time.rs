//! Timers and time entries, from the start to the approval.

use snapbox::str;

use crate::support::{Db, Scene};

#[test]
fn timers() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "tom",
        "timer status",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/1 --at 2024-06-10T08:00:00Z",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/2 --at 2024-06-10T08:50:18Z --note bearing",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer stop --at 2024-06-10T10:00:00Z --note seal",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/1",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer status",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "timer status --format json",
        str![[r#"
exit code 77
-- standard error
{
  "code": 77,
  "kind": "no_permission",
  "message": "the login tom is not an active user of Worklock",
  "saved": "nothing",
  "hint": "an admin adds it with wl user add, or restores it with wl user restore"
}

"#]],
    );
    scene.outcome(
        "ada",
        "timer stop --user tom --reason 'went home'",
        str![[r#"
exit code 1
-- standard error
error: tom has no running timer
nothing was saved
hint: start one with: wl start ORDER

"#]],
    );
    scene.outcome(
        "tess",
        "timer start WO-1/1 --at 2024-06-10T08:00:00Z",
        str![[r#"
exit code 0
-- standard error
Started entry 1: Mon 2024-06-10 08:00
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome("tess", "timer stop --at 2024-06-10T17:00:00Z", str![[r#"
exit code 0
-- standard error
Stopped entry 1: Mon 2024-06-10 08:00–17:00, 9:00 h
  WO-1/1 Diagnose · Fix the pump
warning: entry 1 is longer than 8h: wl approve skips it without --accept-long; correct it with: wl entry edit 1 --end TIME

"#]]);
}

#[test]
fn a_day_at_the_timer() {
    let scene = Scene::on(Db::new());
    scene.outcome("tom", "start", str![[r#"
exit code 2
-- standard error
error: no line item was named, and there is no terminal to pick one at
hint: name one: wl start ORDER/LINE, words of its names, or - for your last one; your own time is in: wl entry list

"#]]);
    scene.outcome("tom", "start diagnose --at 2024-06-10T08:00:00Z", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "start 1/2 --at 2024-06-10T08:50:00Z", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "start 1/2 --note pump", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "note 'new seal'", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "stop --at 2024-06-10T09:00:00Z", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "start -", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "status", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "cancel", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "timer start WO-1/1", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "timer cancel", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome("tom", "status", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
}

#[test]
fn entries() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "tom",
        "entry list",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry add WO-1/1 --start '2024-06-10 08:00' --end '2024-06-10 09:30' --note 'new seal'",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "ada",
        "entry add WO-1/2 --user tom --start '2024-06-10 10:00' --end '2024-06-10 11:00' --reason 'on paper'",
        str![[r#"
exit code 0
-- standard error
Added entry 1 of tom: Mon 2024-06-10 10:00–11:00, 1:00 h
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "entry list",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome("tom", "entry list --format csv", str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]]);
    scene.outcome(
        "tom",
        "entry list --format json --to 2024-06-10 WO-1/2",
        str![[r#"
exit code 77
-- standard error
{
  "code": 77,
  "kind": "no_permission",
  "message": "the login tom is not an active user of Worklock",
  "saved": "nothing",
  "hint": "an admin adds it with wl user add, or restores it with wl user restore"
}

"#]],
    );
    scene.outcome(
        "tom",
        "entry show 1",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry edit 1 --end '2024-06-10 09:45'",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry edit 1 --end '2024-06-10 09:45'",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry split 1 --at 8:30 --gap 15m",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry remove 1",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    scene.outcome(
        "tom",
        "entry restore 1",
        str![[r#"
exit code 77
-- standard error
error: the login tom is not an active user of Worklock
nothing was saved
hint: an admin adds it with wl user add, or restores it with wl user restore

"#]],
    );
    let time = "number,line,user,start_ts,end_ts\n\
        WO-1,1,tess,2024-06-11T08:00:00Z,2024-06-11T09:00:00Z\n\
        WO-1,1,nobody,2024-06-11T08:00:00Z,2024-06-11T09:00:00Z\n";
    scene.folder.file("time.csv", time);
    scene.outcome(
        "ada",
        "entry import FOLDER/time.csv --dry-run",
        str![[r#"
exit code 65
-- standard error
Would import 1 entry with 3600 seconds (1.00 h) from 2 rows; 0 already imported, 1 rejected.
Time of Tess Tech (tess): 1 entry, 1.00 h.
error: time.csv, line 3, column user: "nobody": there is no user nobody
nothing was saved
hint: correct the row, or import the other rows with --rejects FILE

"#]],
    );
    scene.outcome(
        "ada",
        "entry import FOLDER/time.csv --rejects FOLDER/rejects.csv",
        str![[r#"
exit code 0
-- standard error
Imported 1 entry with 3600 seconds (1.00 h) from 2 rows; 0 already imported, 1 rejected.
Time of Tess Tech (tess): 1 entry, 1.00 h.
The rejected rows are in FOLDER/rejects.csv.

"#]],
    );
}

#[test]
fn approval() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    db.time("ada", "WO-1/2", "2024-06-10 10:00", "2024-06-10 11:00");
    db.time("tess", "WO-1/2", "2024-06-10 08:00", "2024-06-10 20:00");
    scene.outcome(
        "ada",
        "review -p 2024-W24",
        str![[r#"
exit code 0
-- standard output
2024-W24: 2024-06-10 to 2024-06-16
      Mon 10  Tue 11  Wed 12  Thu 13  Fri 14  Sat 15  Sun 16   Total
ada    1.00*                                                   1.00*
  another admin approves your time
tess  12.00*                                                  12.00*
        long
  wl approve --user tess -p 2024-W24
tom    1.50*                                                   1.50*
  wl approve --user tom -p 2024-W24
-- standard error
* contains time that is not approved.
long: an entry over 8h, which wl approve skips without --accept-long.

"#]],
    );
    scene.outcome(
        "ada",
        "approve WO-1 --dry-run",
        str![[r#"
exit code 0
-- standard output
tom (Tom Tech): 1 entry, 1.50 h
  WO-1 Fix the pump: 1.50 h
    /1 Diagnose
      1 Mon 2024-06-10 08:00–09:30  1:30
-- standard error
Would approve 1 entry, 1.50 h (1:30:00).
warning: skipped 2 entries: 1 too long without --accept-long (3); 1 worked, entered or changed by you (2)

"#]],
    );
    scene.outcome(
        "ada",
        "approve WO-1 --yes",
        str![[r#"
exit code 0
-- standard error
Approved and locked 1 entry, 1.50 h (1:30:00).
warning: skipped 2 entries: 1 too long without --accept-long (3); 1 worked, entered or changed by you (2)

"#]],
    );
    scene.outcome(
        "abe",
        "approve --entry 2 --yes",
        str![[r#"
exit code 0
-- standard error
Approved and locked 1 entry, 1.00 h (1:00:00).

"#]],
    );
    scene.outcome(
        "ada",
        "approve WO-1 --accept-long --yes --format json",
        str![[r#"
exit code 0
-- standard output
{
  "count": 1,
  "duration_seconds": 43200,
  "hours": "12.00",
  "approved": [
    {
      "id": 3,
      "work_order": "WO-1",
      "title": "Fix the pump",
      "line_item": 2,
      "line_description": "Repair",
      "user": "tess",
      "user_name": "Tess Tech",
      "start_ts": "2024-06-10T08:00:00Z",
      "end_ts": "2024-06-10T20:00:00Z",
      "duration_seconds": 43200,
      "note": null
    }
  ],
  "subtotals": [
    {
      "user": "tess",
      "work_order": "WO-1",
      "title": "Fix the pump",
      "count": 1,
      "duration_seconds": 43200,
      "hours": "12.00"
    }
  ],
  "skipped": []
}

"#]],
    );
    scene.outcome(
        "ada",
        "approve WO-1 --yes",
        str![[r#"
exit code 0
-- standard error
Nothing to approve.

"#]],
    );
    scene.outcome(
        "ada",
        "unlock 1 --reason 'wrong line item'",
        str![[r#"
exit code 0
-- standard error
Unlocked entry 1 of tom: Mon 2024-06-10 08:00–09:30, 1:30 h
  WO-1/1 Diagnose · Fix the pump
  correct it with: wl entry edit 1 --reason TEXT

"#]],
    );
    scene.outcome(
        "tom",
        "entry edit 1 --line WO-1/2 --reason 'wrong line item'",
        str![[r#"
exit code 0
-- standard error
Changed entry 1: Mon 2024-06-10 08:00–09:30, 1:30 h
  WO-1/2 Repair · Fix the pump
  line item: WO-1/1 -> WO-1/2

"#]],
    );
    scene.outcome("olga", "exceptions", str![[r#"
exit code 0
-- standard output
Kind                   Where   Work    Entry  User  Since             Time  What                                         To fix it
edited_after_approval  WO-1/2  Repair      1  tom   [TIME]  1:30  unlocked or changed by tom: wrong line item  wl approve --entry 1
-- standard error
1 exception: 1 edited_after_approval.

"#]]);
    scene.outcome(
        "olga",
        "exceptions --counts",
        str![[r#"
exit code 0
-- standard output
Kind                      Findings  Oldest since
stale_timer                      0
long_entry                       0
unapproved_ready_to_bill         0
edited_after_approval            1  [TIME]
done_without_time                0
unbilled_time                    0
orphaned                         0
-- standard error
1 exception: 1 edited_after_approval.

"#]],
    );
    scene.outcome(
        "olga",
        "report hours --by technician",
        str![[r#"
exit code 0
-- standard output
Group  Title      Approved  Hours     Open  Hours
ada    Ada Admin   1:00:00   1.00  0:00:[SECONDS]   0.00  ###
tess   Tess Tech  12:00:00  12.00  0:00:[SECONDS]   0.00  ########################################
tom    Tom Tech    0:00:[SECONDS]   0.00  1:30:00   1.50  -----
total             13:00:00  13.00  1:30:00   1.50

"#]],
    );
    scene.outcome(
        "acc",
        "report hours --by day --from 2024-06-01 --to 2024-06-30",
        str![[r#"
exit code 0
-- standard output
Group       Title  Approved  Hours     Open  Hours
2024-06-10         13:00:00  13.00  1:30:00   1.50  ####################################----
total              13:00:00  13.00  1:30:00   1.50

"#]],
    );
    scene.outcome(
        "acc",
        "report hours --by order --format csv",
        str![[r#"
exit code 0
-- standard output
kind,group,title,approved_seconds,approved_hours,open_seconds,open_hours,across
group,WO-1,Fix the pump,46800,13.00,5400,1.50,
total,,,46800,13.00,5400,1.50,

"#]],
    );
}
