//! Bills: what is due, what was billed, late time, a correction.

use snapbox::str;
use worklock::error::ErrorKind::*;

use crate::support::{Db, Scene};

#[test]
fn bills() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.order("WO-2");
    db.ok("ada", &["order", "edit", "WO-2", "--customer", "ACME"]);
    db.time("tom", "WO-1/1", "2024-10-03 08:00", "2024-10-03 12:00");
    db.time("tom", "WO-1/2", "2024-10-17 08:00", "2024-10-17 14:00");
    db.approve("ada", "WO-1");
    scene.outcome(
        "acc",
        "bill list",
        str![[r#"
exit code 0
-- standard error
No bills. One is made with: wl bill add ORDER

"#]],
    );
    scene.outcome(
        "acc",
        "bill add WO-1 --until 2024-10-31 --dry-run",
        str![[r#"
exit code 0
-- standard output
Order  Title         Customer  Entries  Hours  Late
WO-1   Fix the pump  ACME            2  10.00  0.00
-- standard error
Would make 1 bill up to 2024-10-31: 2 entries, 10.00 h.

"#]],
    );
    scene.outcome(
        "acc",
        "bill add WO-1 --until 2024-10-31 --reference R-10 --yes",
        str![[r#"
exit code 0
-- standard output
Bill  Made        Customer  Orders               Hours  Late  State
   1  [DATE]  ACME      WO-1 (Fix the pump)  10.00  0.00  active
-- standard error
Made 1 bill up to 2024-10-31: 2 entries, 10.00 h.

"#]],
    );
    scene.outcome(
        "acc",
        "bill add WO-1 --until 2024-10-31 --yes",
        str![[r#"
exit code 0
-- standard error
Nothing to bill up to 2024-10-31.

"#]],
    );
    db.time("tess", "WO-1/1", "2024-10-30 09:00", "2024-10-30 10:00");
    db.time("tom", "WO-2/1", "2024-11-04 08:00", "2024-11-04 08:20");
    db.approve("ada", "WO-1");
    db.approve("ada", "WO-2");
    scene.outcome(
        "acc",
        "bill add WO-1 WO-2 --until 2024-11-30 --per customer --dry-run",
        str![[r#"
exit code 0
-- standard output
Order  Title         Customer  Entries  Hours  Late
WO-1   Fix the pump  ACME            1   1.00  1.00
WO-2   T             ACME            1   0.33  0.00
-- standard error
Would make 1 bill up to 2024-11-30: 2 entries, 1.33 h, of which 1.00 h late.

"#]],
    );
    scene.outcome(
        "acc",
        "--format json bill add WO-1 WO-2 --until 2024-11-30 --per customer --dry-run",
        str![[r#"
exit code 0
-- standard output
[
  {
    "number": null,
    "customer": "ACME",
    "until": "2024-11-30",
    "reference": null,
    "replaces": [],
    "replaced_by": null,
    "entries": 2,
    "duration_seconds": 4800,
    "hours": "1.33",
    "late_seconds": 3600,
    "made_at": null,
    "made_by": null,
    "cancelled_at": null,
    "cancelled_by": null,
    "cancel_reason": null,
    "orders": [
      "WO-1",
      "WO-2"
    ],
    "order_titles": [
      "Fix the pump",
      "T"
    ]
  }
]

"#]],
    );
    scene.outcome(
        "acc",
        "bill add --customer acme --until 2024-11-30 --yes",
        str![[r#"
exit code 0
-- standard output
Bill  Made        Customer  Orders               Hours  Late  State
   2  [DATE]  ACME      WO-1 (Fix the pump)   1.00  1.00  active
   3  [DATE]  ACME      WO-2 (T)              0.33  0.00  active
-- standard error
Made 2 bills up to 2024-11-30: 2 entries, 1.33 h, of which 1.00 h late.

"#]],
    );
    scene.outcome(
        "olga",
        "bill show 2",
        str![[r#"
exit code 0
-- standard output
Bill       2
Customer   ACME
Reference
Until      2024-11-30
Made       [TIME] by acc
State      active
Cancelled
Replaces
Orders     WO-1 (Fix the pump)
Entries    1
Hours      1.00
Late       1.00

Entry  Line item  Work      User  Start             End               Time  Hours  Late
    3  WO-1/1     Diagnose  tess  2024-10-30 09:00  2024-10-30 10:00  1:00   1.00  yes

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
Start      2024-10-03 08:00
End        2024-10-03 12:00
Time       4:00
Hours      4.00
Status     LOCKED
Bill       1
Note

"#]],
    );
    scene.outcome(
        "tom",
        "order show WO-1",
        str![[r#"
exit code 0
-- standard output
Order     WO-1
Title     Fix the pump
Customer  ACME
Status    open
Lines     2
Entries   2
Open      0
Hours     10.00
Bills     1

Line item  Description  Status  Entries  Open  Hours
WO-1/1     Diagnose     open          1     0   4.00
WO-1/2     Repair       open          1     0   6.00

"#]],
    );
    scene.outcome(
        "acc",
        "bill cancel 1 --reason 'the time was wrong'",
        str![[r#"
exit code 0
-- standard error
Cancelled bill 1: 2 entries, 10.00 h can be billed again.

"#]],
    );
    db.move_order("WO-1", "ready_to_bill");
    db.order("WO-3");
    db.move_order("WO-3", "ready_to_bill");
    scene.outcome(
        "acc",
        "bill add --status ready_to_bill --yes",
        str![[r#"
exit code 0
-- standard output
Bill  Made        Customer  Orders               Hours  Late  State
   4  [DATE]  ACME      WO-1 (Fix the pump)  10.00  0.00  active
-- standard error
Made 1 bill up to [DATE]: 2 entries, 10.00 h, replacing bill 1. 1 work order is billed now.
1 work order is ready to bill, with nothing to bill up to [DATE]; if that is all: wl order status WO-3 billed

"#]],
    );
    scene.outcome(
        "olga",
        "bill show 1",
        str![[r#"
exit code 0
-- standard output
Bill       1
Customer   ACME
Reference  R-10
Until      2024-10-31
Made       [TIME] by acc
State      replaced by 4
Cancelled  [TIME] by acc: the time was wrong
Replaces
Orders     WO-1 (Fix the pump)
Entries    2
Hours      10.00
Late       0.00

Entry  Line item  Work      User  Start             End               Time  Hours  Late
    1  WO-1/1     Diagnose  tom   2024-10-03 08:00  2024-10-03 12:00  4:00   4.00
    2  WO-1/2     Repair    tom   2024-10-17 08:00  2024-10-17 14:00  6:00   6.00

"#]],
    );
    scene.outcome(
        "acc",
        "bill list --cancelled",
        str![[r#"
exit code 0
-- standard output
Bill  Made        Customer  Orders               Hours  Late  State
   1  [DATE]  ACME      WO-1 (Fix the pump)  10.00  0.00  replaced by 4
   2  [DATE]  ACME      WO-1 (Fix the pump)   1.00  1.00  active
   3  [DATE]  ACME      WO-2 (T)              0.33  0.00  active
   4  [DATE]  ACME      WO-1 (Fix the pump)  10.00  0.00  active

"#]],
    );
    scene.outcome(
        "acc",
        "--format csv bill list --cancelled",
        str![[r#"
exit code 0
-- standard output
number,customer,until,reference,replaces,replaced_by,entries,duration_seconds,hours,late_seconds,made_at,made_by,cancelled_at,cancelled_by,cancel_reason,orders,order_titles
1,ACME,2024-10-31,R-10,[],4,2,36000,10.00,0,[TIME],acc,[TIME],acc,the time was wrong,"[""WO-1""]","[""Fix the pump""]"
2,ACME,2024-11-30,,[],,1,3600,1.00,3600,[TIME],acc,,,,"[""WO-1""]","[""Fix the pump""]"
3,ACME,2024-11-30,,[],,1,1200,0.33,0,[TIME],acc,,,,"[""WO-2""]","[""T""]"
4,ACME,[DATE],,[1],,2,36000,10.00,0,[TIME],acc,,,,"[""WO-1""]","[""Fix the pump""]"

"#]],
    );
    scene.outcome(
        "acc",
        "--format json bill show 4",
        str![[r#"
exit code 0
-- standard output
{
  "number": 4,
  "customer": "ACME",
  "until": "[DATE]",
  "reference": null,
  "replaces": [
    1
  ],
  "replaced_by": null,
  "entries": 2,
  "duration_seconds": 36000,
  "hours": "10.00",
  "late_seconds": 0,
  "made_at": "[TIME]",
  "made_by": "acc",
  "cancelled_at": null,
  "cancelled_by": null,
  "cancel_reason": null,
  "orders": [
    "WO-1"
  ],
  "order_titles": [
    "Fix the pump"
  ],
  "lines": [
    {
      "time_entry_id": 1,
      "work_order": "WO-1",
      "title": "Fix the pump",
      "line_item": 1,
      "line_description": "Diagnose",
      "user": "tom",
      "user_name": "Tom Tech",
      "start_ts": "2024-10-03T08:00:00Z",
      "end_ts": "2024-10-03T12:00:00Z",
      "duration_seconds": 14400,
      "hours": "4.00",
      "late": false,
      "note": null,
      "approved_by": "ada",
      "approved_at": "[TIME]"
    },
    {
      "time_entry_id": 2,
      "work_order": "WO-1",
      "title": "Fix the pump",
      "line_item": 2,
      "line_description": "Repair",
      "user": "tom",
      "user_name": "Tom Tech",
      "start_ts": "2024-10-17T08:00:00Z",
      "end_ts": "2024-10-17T14:00:00Z",
      "duration_seconds": 21600,
      "hours": "6.00",
      "late": false,
      "note": null,
      "approved_by": "ada",
      "approved_at": "[TIME]"
    }
  ]
}

"#]],
    );
    scene.outcome(
        "acc",
        "bill cancel 4 --reason 'the time was wrong'",
        str![[r#"
exit code 0
-- standard error
Cancelled bill 4: 2 entries, 10.00 h can be billed again. Ready to bill again: WO-1.

"#]],
    );
    db.order_status("ada", "WO-1", "in_progress");
    db.time("tess", "WO-1/1", "2024-12-05 09:00", "2024-12-05 09:30");
    scene.outcome(
        "acc",
        "bill add WO-1 WO-2 --skip-unapproved --yes",
        str![[r#"
exit code 0
-- standard output
Bill  Made        Customer  Orders               Hours  Late  State
   5  [DATE]  ACME      WO-1 (Fix the pump)  10.00  0.00  active
-- standard error
Made 1 bill up to [DATE]: 2 entries, 10.00 h, replacing bill 4.
warning: left for the next bill, because it is not approved: WO-1 Fix the pump: 1 entry, 0.50 h

"#]],
    );
    scene.outcome(
        "olga",
        "audit show bill:1",
        str![[r#"
exit code 0
-- standard output
When                 Who  What         Changed                                                                                                                                                                                                                                         Why
[TIME]  acc  bill.add     customer: ACME; duration_seconds: 36000; entries: 2; late_seconds: 0; letterhead_id: 1; lines_sha256: [HASH]; number: 1; reference: R-10; replaces: []; until: 2024-10-31; zone: UTC
[TIME]  acc  bill.cancel  cancelled_at: [TIME]                                                                                                                                                                                                               the time was wrong

"#]],
    );
}

#[test]
fn refusals_of_bills() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.order("WO-2");
    db.time("tom", "WO-1/1", "2024-10-03 08:00", "2024-10-03 12:00");
    db.time("tom", "WO-2/1", "2024-10-04 08:00", "2024-10-04 09:00");
    db.approve("ada", "WO-1");
    db.approve("ada", "WO-2");
    db.move_order("WO-1", "ready_to_bill");
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
    db.order_status("ada", "WO-1", "in_progress");
    db.time("tess", "WO-1/2", "2024-11-03 08:00", "2024-11-03 09:30");
    db.start_timer("tess", "WO-2/1", "10m ago");
    scene.refusal(
        "acc",
        UnapprovedTime,
        "bill add WO-1 WO-2 --yes",
        str![[r#"
exit code 1
-- standard error
error: there is unapproved time up to [DATE]: 2 entries, 1.50 h, 1 running (WO-1 Fix the pump: 1 entry, 1.50 h; WO-2 T: 1 entry, 0.00 h, 1 running)
nothing was saved
hint: approve it with: wl approve WO-1 WO-2; or leave it for the next bill with --skip-unapproved

"#]],
    );
    scene.refusal(
        "acc",
        BillUntil,
        "bill add WO-1 --until 2999-12-31 --yes",
        str![[r#"
exit code 65
-- standard error
error: a bill can't go until 2999-12-31: today is [DATE] in UTC
nothing was saved
hint: give a day that is not in the future: --until DAY

"#]],
    );
    scene.refusal(
        "acc",
        BadDate,
        "bill add WO-1 --until someday --yes",
        str![[r#"
exit code 65
-- standard error
error: "someday" is not a day or a period
nothing was saved
hint: write today, yesterday, week, last-week, month, last-month, 2026-07, 2026-W48, 2026-07-31, "31 jul", mon, 7d (the last 7 days) or 2026-07-01..2026-07-15

"#]],
    );
    scene.refusal(
        "acc",
        Usage,
        "bill add WO-1 WO-2 --skip-unapproved --reference R-1 --yes",
        str![[r#"
exit code 2
-- standard error
error: the selection makes 2 bills, and --reference is for one
hint: select less, make one bill with --per customer, or leave out --reference

"#]],
    );
    scene.refusal(
        "acc",
        Usage,
        "bill add WO-1",
        str![[r#"
exit code 2
-- standard error
error: a bill can't be deleted, and there is no terminal to confirm it at
hint: check the list with --dry-run, then bill with --yes

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "bill add WO-1 WO-11 --yes",
        str![[r#"
exit code 66
-- standard error
error: there is no work order WO-11
nothing was saved
hint: did you mean WO-1? See all with: wl order list

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "bill add --customer Acm --yes",
        str![[r#"
exit code 66
-- standard error
error: there is no customer Acm
nothing was saved
hint: did you mean ACME? See all with: wl order list

"#]],
    );
    scene.refusal(
        "tom",
        NoPermission,
        "bill add WO-1 --yes",
        str![[r#"
exit code 77
-- standard error
error: tom has the role technician, but only the role admin or accountant may make bills
nothing was saved
hint: see who has one of these roles with: wl user list

"#]],
    );
    scene.refusal(
        "olga",
        NoPermission,
        "bill cancel 1 --reason 'the time was wrong'",
        str![[r#"
exit code 77
-- standard error
error: olga has the role ops, but only the role admin or accountant may cancel bills
nothing was saved
hint: see who has one of these roles with: wl user list

"#]],
    );
    scene.refusal(
        "tom",
        NoPermission,
        "bill list",
        str![[r#"
exit code 77
-- standard error
error: tom has the role technician, but only the role admin, accountant or ops may read bills
nothing was saved
hint: see who has one of these roles with: wl user list

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "bill show 1",
        str![[r#"
exit code 66
-- standard error
error: there is no bill 1
nothing was saved
hint: there is none yet; make one with: wl bill add ORDER

"#]],
    );
    scene.refusal(
        "acc",
        BillsReferenceCheck,
        "bill add WO-1 --until 2024-10-31 --reference ' ' --yes",
        str![[r#"
exit code 65
-- standard error
error: a reference has 1 to 200 characters and is not blank
nothing was saved

"#]],
    );
    db.ok(
        "acc",
        &[
            "bill",
            "add",
            "WO-1",
            "--until",
            "2024-10-31",
            "--reference",
            "R-1",
            "--yes",
        ],
    );
    scene.refusal(
        "acc",
        BillReference,
        "bill add WO-2 --skip-unapproved --reference r-1 --dry-run",
        str![[r#"
exit code 1
-- standard error
error: bill 1 already has the reference r-1
nothing was saved
hint: see it with: wl bill show 1

"#]],
    );
    scene.refusal(
        "ada",
        EntryBilled,
        "unlock 1 --reason 'the time was wrong'",
        str![[r#"
exit code 1
-- standard error
error: entry 1 is on bill 1
nothing was saved
hint: cancel the bill with: wl bill cancel 1 --reason TEXT; then unlock, edit and approve the entry, and bill it again

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "bill show 7",
        str![[r#"
exit code 66
-- standard error
error: there is no bill 7
nothing was saved
hint: the nearest is 1; see all with: wl bill list --cancelled

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "bill cancel 7 --reason 'the time was wrong'",
        str![[r#"
exit code 66
-- standard error
error: there is no bill 7
nothing was saved
hint: the nearest is 1; see all with: wl bill list --cancelled

"#]],
    );
    scene.refusal(
        "acc",
        ReasonRequired,
        "bill cancel 1 --reason x",
        str![[r#"
exit code 1
-- standard error
error: cancelling bill 1 needs a reason
nothing was saved
hint: add --reason TEXT with at least three letters or digits

"#]],
    );
    scene.outcome(
        "acc",
        "export csv --bill 1 --output FOLDER/bill.csv",
        str![[r#"
exit code 0
-- standard error
Exported 1 entry, 4.00 h (14400 seconds) to FOLDER/bill.csv: 1 document of bill 1.

"#]],
    );
    scene.outcome("olga", "bill verify FOLDER/bill.csv", str![[r#"
exit code 0
-- standard output
File                      Document       Made                 By   Bill    Audit trail
FOLDER/bill.csv  csv of bill 1  [TIME]  acc  active  verified
-- standard error
Of the audit trail, the records of each document and its bill were verified; wl audit verify verifies all of it.

"#]]);
    scene.outcome("olga", "bill verify FOLDER/bill.csv README.md", str![[r#"
exit code 3
-- standard output
File                      Document       Made                 By   Bill    Audit trail
FOLDER/bill.csv  csv of bill 1  [TIME]  acc  active  verified
README.md                 unknown
-- standard error
Unknown: no bill has a document with exactly these bytes; a single changed byte is enough.
Of the audit trail, the records of each document and its bill were verified; wl audit verify verifies all of it.

"#]]);
    scene.refusal(
        "olga",
        NoInput,
        "bill verify FOLDER",
        str![[r#"
exit code 66
-- standard error
error: FOLDER is a folder
nothing was saved
hint: name the files in it, such as FOLDER/*

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "export csv --bill 7",
        str![[r#"
exit code 66
-- standard error
error: there is no bill 7
nothing was saved
hint: the nearest is 1; see all with: wl bill list --cancelled

"#]],
    );
    scene.refusal(
        "acc",
        Usage,
        "export csv --bill 1..2",
        str![[r#"
exit code 2
-- standard error
error: several documents need a folder
hint: wl export csv --bill 1..2 --dir DIR

"#]],
    );
    db.cancel_bill("acc", 1, "the time was wrong");
    scene.refusal(
        "acc",
        BillCancelled,
        "bill cancel 1 --reason 'the time was wrong'",
        str![[r#"
exit code 1
-- standard error
error: bill 1 is already cancelled
nothing was saved
hint: see it with: wl bill show 1

"#]],
    );
    scene.refusal(
        "acc",
        NotFound,
        "audit show bill:7",
        str![[r#"
exit code 66
-- standard error
error: there is no bill 7
nothing was saved
hint: the nearest is 1; see all with: wl bill list --cancelled

"#]],
    );
    scene.refusal(
        "acc",
        Usage,
        "audit show bill:seven",
        str![[r#"
exit code 2
-- standard error
error: seven is not the number of a bill
hint: see the numbers with: wl bill list --cancelled

"#]],
    );
}
