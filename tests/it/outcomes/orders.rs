//! Work orders and line items.

use snapbox::str;

use crate::support::{Db, Scene};

#[test]
fn orders() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "ada",
        "order add WO-2 --title 'Paint the hall' --customer Beta",
        str![[r#"
exit code 0
-- standard error
Added work order WO-2 (Paint the hall).

"#]],
    );
    scene.outcome(
        "ada",
        "order edit WO-2 --customer 'Beta Ltd'",
        str![[r#"
exit code 0
-- standard error
Changed work order WO-2 (Paint the hall).

"#]],
    );
    scene.outcome(
        "ada",
        "order edit WO-2 --customer 'Beta Ltd'",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "ada",
        "order status WO-2 in_progress",
        str![[r#"
exit code 0
-- standard error
Work order WO-2 (Paint the hall): open -> in_progress.

"#]],
    );
    scene.outcome(
        "ada",
        "order status WO-2 in_progress",
        str![[r#"
exit code 0
-- standard error
Work order WO-2 (Paint the hall) already is in_progress.

"#]],
    );
    scene.outcome(
        "tom",
        "order list",
        str![[r#"
exit code 0
-- standard output
Order  Title           Customer  Status       Lines  Entries  Open  Hours
WO-1   Fix the pump    ACME      open             2        0     0   0.00
WO-2   Paint the hall  Beta Ltd  in_progress      0        0     0   0.00

"#]],
    );
    scene.outcome(
        "tom",
        "order list --format json --status open",
        str![[r#"
exit code 0
-- standard output
[
  {
    "number": "WO-1",
    "title": "Fix the pump",
    "customer": "ACME",
    "status": "open",
    "line_items": 2,
    "entries": 0,
    "open_entries": 0,
    "duration_seconds": 0,
    "hours": "0.00",
    "removed": false
  }
]

"#]],
    );
    scene.outcome(
        "tom",
        "order list --search nothing",
        str![[r#"
exit code 0
-- standard error
No such work orders. All are listed by: wl order list

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
Entries   0
Open      0
Hours     0.00
Bills

Line item  Description  Status  Entries  Open  Hours
WO-1/1     Diagnose     open          0     0   0.00
WO-1/2     Repair       open          0     0   0.00

"#]],
    );
    scene.outcome(
        "ada",
        "order remove WO-2 --reason 'entered twice'",
        str![[r#"
exit code 0
-- standard error
Removed work order WO-2 (Paint the hall); wl order restore WO-2 restores it.

"#]],
    );
    scene.outcome(
        "ada",
        "order restore WO-2",
        str![[r#"
exit code 0
-- standard error
Restored work order WO-2 (Paint the hall).

"#]],
    );
    scene.folder.file(
        "orders.csv",
        "number,title,customer,line\nA-1,Lift,Gamma,Inspect\nA-1,Lift,Gamma,Oil\nWO-1,Fix the pump,ACME,Diagnose\n",
    );
    scene.outcome(
        "ada",
        "order import FOLDER/orders.csv --dry-run",
        str![[r#"
exit code 0
-- standard error
Would import 1 work order and 2 line items from 3 rows; 1 already imported, 0 rejected.

"#]],
    );
    scene.outcome(
        "ada",
        "order import FOLDER/orders.csv",
        str![[r#"
exit code 0
-- standard error
Imported 1 work order and 2 line items from 3 rows; 1 already imported, 0 rejected.

"#]],
    );
    scene.outcome(
        "ada",
        "order import FOLDER/orders.csv",
        str![[r#"
exit code 0
-- standard error
Imported 0 work orders from 3 rows; 2 already imported, 0 rejected.

"#]],
    );
    scene.outcome(
        "ada",
        "order status WO-1 ready_to_bill",
        str![[r#"
exit code 0
-- standard error
Work order WO-1 (Fix the pump): open -> ready_to_bill.

"#]],
    );
    scene.outcome(
        "acc",
        "order status WO-1 billed",
        str![[r#"
exit code 0
-- standard error
Work order WO-1 (Fix the pump): ready_to_bill -> billed.

"#]],
    );
    scene.outcome(
        "acc",
        "order status WO-1 ready_to_bill --reason 'one day is missing'",
        str![[r#"
exit code 0
-- standard error
Work order WO-1 (Fix the pump): billed -> ready_to_bill.

"#]],
    );
}

#[test]
fn line_items() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "ada",
        "line add WO-1 --description 'Clean up'",
        str![[r#"
exit code 0
-- standard error
Added line item WO-1/3 (Clean up).

"#]],
    );
    scene.outcome(
        "ada",
        "line edit WO-1/3 --description 'Clean the site'",
        str![[r#"
exit code 0
-- standard error
Line item WO-1/3 (Clean the site): description changed.

"#]],
    );
    scene.outcome(
        "ada",
        "line edit WO-1/3 --description 'Clean the site'",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "ada",
        "line status WO-1/3 done",
        str![[r#"
exit code 0
-- standard error
Line item WO-1/3 (Clean the site): done.

"#]],
    );
    scene.outcome(
        "ada",
        "line status WO-1/3 done",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "ada",
        "line remove WO-1/3",
        str![[r#"
exit code 0
-- standard error
Line item WO-1/3 (Clean the site): removed.

"#]],
    );
    scene.outcome(
        "ada",
        "line restore WO-1/3",
        str![[r#"
exit code 0
-- standard error
Line item WO-1/3 (Clean the site): restored.

"#]],
    );
    scene.outcome(
        "tom",
        "line list WO-1",
        str![[r#"
exit code 0
-- standard output
Line item  Description     Status  Entries  Open  Hours
WO-1/1     Diagnose        open          0     0   0.00
WO-1/2     Repair          open          0     0   0.00
WO-1/3     Clean the site  done          0     0   0.00

"#]],
    );
    scene.outcome(
        "tom",
        "line list WO-1 --format csv",
        str![[r#"
exit code 0
-- standard output
work_order,title,position,description,status,entries,open_entries,duration_seconds,hours,removed
WO-1,Fix the pump,1,Diagnose,open,0,0,0,0.00,false
WO-1,Fix the pump,2,Repair,open,0,0,0,0.00,false
WO-1,Fix the pump,3,Clean the site,done,0,0,0,0.00,false

"#]],
    );
}
