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
exit code 0
-- standard error
No timer is running.

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/1 --at 2024-06-10T08:00:00Z",
        str![[r#"
exit code 0
-- standard error
Started entry 1: Mon 2024-06-10 08:00
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/2 --at 2024-06-10T08:50:18Z --note bearing",
        str![[r#"
exit code 0
-- standard error
Stopped entry 1: Mon 2024-06-10 08:00–08:50, 0:50 h
  WO-1/1 Diagnose · Fix the pump
Started entry 2: Mon 2024-06-10 08:50
  WO-1/2 Repair · Fix the pump
  note: "bearing"

"#]],
    );
    scene.outcome(
        "tom",
        "timer stop --at 2024-06-10T10:00:00Z --note seal",
        str![[r#"
exit code 0
-- standard error
Stopped entry 2: Mon 2024-06-10 08:50–10:00, 1:09 h
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/1",
        str![[r#"
exit code 0
-- standard error
Started entry 3: [TIME]
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "timer status",
        str![[r#"
exit code 0
-- standard output
Running   WO-1/1 Diagnose
Order     Fix the pump
Customer  ACME
Since     [TIME]
Time      0:00
Entry     3
Note

"#]],
    );
    scene.outcome(
        "tom",
        "timer status --format json",
        str![[r#"
exit code 0
-- standard output
{
  "running": true,
  "entry_id": 3,
  "line": "WO-1/1",
  "title": "Fix the pump",
  "line_description": "Diagnose",
  "customer": "ACME",
  "start_ts": "[TIME]",
  "elapsed_seconds": [SECONDS],
  "note": null
}

"#]],
    );
    scene.outcome(
        "ada",
        "timer stop --user tom --reason 'went home'",
        str![[r#"
exit code 0
-- standard error
Stopped entry 3 of tom: [TIME], 0:00 h
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tess",
        "timer start WO-1/1 --at 2024-06-10T08:00:00Z",
        str![[r#"
exit code 0
-- standard error
Started entry 4: Mon 2024-06-10 08:00
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome("tess", "timer stop --at 2024-06-10T17:00:00Z", str![[r#"
exit code 0
-- standard error
Stopped entry 4: Mon 2024-06-10 08:00–17:00, 9:00 h
  WO-1/1 Diagnose · Fix the pump
warning: entry 4 is longer than 8h: wl approve skips it without --accept-long; correct it with: wl entry edit 4 --end TIME

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
    scene.outcome(
        "tom",
        "start diagnose --at 2024-06-10T08:00:00Z",
        str![[r#"
exit code 0
-- standard error
Started entry 1: Mon 2024-06-10 08:00
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "start 1/2 --at 2024-06-10T08:50:00Z",
        str![[r#"
exit code 0
-- standard error
Stopped entry 1: Mon 2024-06-10 08:00–08:50, 0:50 h
  WO-1/1 Diagnose · Fix the pump
Started entry 2: Mon 2024-06-10 08:50
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "start 1/2 --note pump",
        str![[r#"
exit code 0
-- standard error
WO-1/2 has been running since Mon 2024-06-10 08:50 (entry 2).
Changed entry 2: Mon 2024-06-10 08:50, running
  WO-1/2 Repair · Fix the pump
  note: "pump"

"#]],
    );
    scene.outcome(
        "tom",
        "note 'new seal'",
        str![[r#"
exit code 0
-- standard error
Changed entry 2: Mon 2024-06-10 08:50, running
  WO-1/2 Repair · Fix the pump
  note: "pump; new seal"

"#]],
    );
    scene.outcome(
        "tom",
        "stop --at 2024-06-10T09:00:00Z",
        str![[r#"
exit code 0
-- standard error
Stopped entry 2: Mon 2024-06-10 08:50–09:00, 0:10 h
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "start -",
        str![[r#"
exit code 0
-- standard error
Started entry 3: [TIME]
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "status",
        str![[r#"
exit code 0
-- standard output
Running   WO-1/2 Repair
Order     Fix the pump
Customer  ACME
Since     [TIME]
Time      0:00
Entry     3
Note

"#]],
    );
    scene.outcome(
        "tom",
        "cancel",
        str![[r#"
exit code 0
-- standard error
Cancelled WO-1/2 (under a minute).
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "timer start WO-1/1",
        str![[r#"
exit code 0
-- standard error
Started entry 4: [TIME]
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "timer cancel",
        str![[r#"
exit code 0
-- standard error
Cancelled WO-1/1 (under a minute).
  WO-1/1 Diagnose · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "status",
        str![[r#"
exit code 0
-- standard error
No timer is running.

"#]],
    );
}

#[test]
fn days_and_what_is_taken_back() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "tom",
        "today",
        str![[r#"
exit code 0
-- standard error
No time on [DATE].
Start a timer with: wl start ORDER; add finished time with: wl entry add

"#]],
    );
    scene
        .db
        .time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene
        .db
        .time("tom", "WO-1/2", "2024-06-10 09:30", "2024-06-10 10:00");
    scene.outcome(
        "tom",
        "week 2024-W24",
        str![[r#"
exit code 0
-- standard output
Mon 2024-06-10  2:00
1  08:00–09:30  1:30  WO-1/1  Diagnose · Fix the pump
2  09:30–10:00  0:30  WO-1/2  Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "undo",
        str![[r#"
exit code 2
-- standard error
error: an undo changes your time, and there is no terminal to confirm it at
hint: see what you did with: wl audit log --limit 5; then undo it with: wl undo --yes

"#]],
    );
    scene.outcome(
        "tom",
        "undo --yes",
        str![[r#"
exit code 0
-- standard error
Undone your operation at [TIME]: entry add.
Removed entry 2: Mon 2024-06-10 09:30–10:00, 0:30 h
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "undo --yes --format json",
        str![[r#"
exit code 0
-- standard output
{
  "operation": "[ID]",
  "what": "entry add",
  "at": "[TIME]",
  "steps": [
    {
      "action": "entry.remove",
      "entry": {
        "id": 1,
        "work_order": "WO-1",
        "title": "Fix the pump",
        "line_item": 1,
        "line_description": "Diagnose",
        "user": "tom",
        "start_ts": "2024-06-10T08:00:00Z",
        "end_ts": "2024-06-10T09:30:00Z",
        "duration_seconds": 5400,
        "hours": "1.50",
        "status": "OPEN",
        "removed": true,
        "note": null,
        "approved_by": null,
        "approved_at": null,
        "edited_reason": null,
        "edited_at": null,
        "bill": null
      }
    }
  ]
}

"#]],
    );
    scene.outcome(
        "tom",
        "undo --yes",
        str![[r#"
exit code 0
-- standard error
There is nothing to undo.

"#]],
    );
}

#[test]
fn entries() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "tom",
        "entry list",
        str![[r#"
exit code 0
-- standard error
No time entries yet. Start a timer with: wl start ORDER; add finished time with: wl entry add

"#]],
    );
    scene.outcome(
        "tom",
        "entry add WO-1/1 --start '2024-06-10 08:00' --end '2024-06-10 09:30' --note 'new seal'",
        str![[r#"
exit code 0
-- standard error
Added entry 1: Mon 2024-06-10 08:00–09:30, 1:30 h
  WO-1/1 Diagnose · Fix the pump
  note: "new seal"

"#]],
    );
    scene.outcome(
        "ada",
        "entry add WO-1/2 --user tom --start '2024-06-10 10:00' --end '2024-06-10 11:00' --reason 'on paper'",
        str![[r#"
exit code 0
-- standard error
Added entry 2 of tom: Mon 2024-06-10 10:00–11:00, 1:00 h
  WO-1/2 Repair · Fix the pump

"#]],
    );
    scene.outcome(
        "tom",
        "entry list",
        str![[r#"
exit code 0
-- standard output
Entry  Line item  Work      Title         User  Start             End               Time  Hours  Status  Bill  Note
    1  WO-1/1     Diagnose  Fix the pump  tom   2024-06-10 08:00  2024-06-10 09:30  1:30   1.50  OPEN          new seal
    2  WO-1/2     Repair    Fix the pump  tom   2024-06-10 10:00  2024-06-10 11:00  1:00   1.00  OPEN

"#]],
    );
    scene.outcome(
        "tom",
        "entry list --format csv",
        str![[r#"
exit code 0
-- standard output
id,work_order,title,line_item,line_description,user,start_ts,end_ts,duration_seconds,hours,status,removed,note,approved_by,approved_at,edited_reason,edited_at,bill
1,WO-1,Fix the pump,1,Diagnose,tom,2024-06-10T08:00:00Z,2024-06-10T09:30:00Z,5400,1.50,OPEN,false,new seal,,,,,
2,WO-1,Fix the pump,2,Repair,tom,2024-06-10T10:00:00Z,2024-06-10T11:00:00Z,3600,1.00,OPEN,false,,,,,,

"#]],
    );
    scene.outcome(
        "tom",
        "entry list --format json --to 2024-06-10 WO-1/2",
        str![[r#"
exit code 0
-- standard output
[
  {
    "id": 2,
    "work_order": "WO-1",
    "title": "Fix the pump",
    "line_item": 2,
    "line_description": "Repair",
    "user": "tom",
    "start_ts": "2024-06-10T10:00:00Z",
    "end_ts": "2024-06-10T11:00:00Z",
    "duration_seconds": 3600,
    "hours": "1.00",
    "status": "OPEN",
    "removed": false,
    "note": null,
    "approved_by": null,
    "approved_at": null,
    "edited_reason": null,
    "edited_at": null,
    "bill": null
  }
]

"#]],
    );
    scene.outcome(
        "tom",
        "entry show 1",
        str![[r#"
exit code 0
-- standard output
Entry      1
Line item  WO-1/1
Work       Diagnose
Title      Fix the pump
User       tom
Start      2024-06-10 08:00
End        2024-06-10 09:30
Time       1:30
Hours      1.50
Status     OPEN
Bill
Note       new seal

"#]],
    );
    scene.outcome(
        "tom",
        "entry edit 1 --end '2024-06-10 09:45'",
        str![[r#"
exit code 0
-- standard error
Changed entry 1: Mon 2024-06-10 08:00–09:45, 1:45 h
  WO-1/1 Diagnose · Fix the pump
  end: 09:30 -> 09:45

"#]],
    );
    scene.outcome(
        "tom",
        "entry edit 1 --end '2024-06-10 09:45'",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "tom",
        "entry split 1 --at 8:30 --gap 15m",
        str![[r#"
exit code 0
-- standard error
Split entry 1: Mon 2024-06-10 08:00–08:30, 0:30 h
  WO-1/1 Diagnose · Fix the pump
  end: 09:45 -> 08:30
Added entry 3: Mon 2024-06-10 08:45–09:45, 1:00 h
  WO-1/1 Diagnose · Fix the pump
  note: "new seal"

"#]],
    );
    scene.outcome(
        "tom",
        "entry remove 1",
        str![[r#"
exit code 0
-- standard error
Removed entry 1: Mon 2024-06-10 08:00–08:30, 0:30 h
  WO-1/1 Diagnose · Fix the pump
  restore it with: wl entry restore 1

"#]],
    );
    scene.outcome(
        "tom",
        "entry restore 1",
        str![[r#"
exit code 0
-- standard error
Restored entry 1: Mon 2024-06-10 08:00–08:30, 0:30 h
  WO-1/1 Diagnose · Fix the pump

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
warning: skipped 2 entries: 1 too long without --accept-long (3); 1 worked, entered or changed by you, for another admin to approve (2)

"#]],
    );
    scene.outcome(
        "ada",
        "approve WO-1 --yes",
        str![[r#"
exit code 0
-- standard error
Approved and locked 1 entry, 1.50 h (1:30:00).
warning: skipped 2 entries: 1 too long without --accept-long (3); 1 worked, entered or changed by you, for another admin to approve (2)

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
