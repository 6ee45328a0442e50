//! What accounting takes away.

use snapbox::str;

use crate::support::{Db, Scene};

#[test]
fn exports() {
    let scene = Scene::on(Db::new());
    let db = &scene.db;
    db.time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    db.time("tess", "WO-1/2", "2024-06-10 08:00", "2024-06-10 08:00:18");
    db.approve("ada", "WO-1");
    scene.outcome(
        "olga",
        "audit seal --output FOLDER/seal.json",
        str![[r#"
exit code 0
-- standard output
seal  [HASH]

"#]],
    );
    scene.outcome("acc", "export csv WO-1", str![[r#"
exit code 0
-- standard output
id,work_order,title,customer,line_item,line_description,user,user_name,start_ts,end_ts,duration_seconds,hours,status,note,approved_by,approved_at,edited_reason,edited_at,date,start_time,end_time,utc_offset,duration_hm,order_status,bill,reference
1,WO-1,Fix the pump,ACME,1,Diagnose,tom,Tom Tech,2024-06-10T08:00:00+00:00,2024-06-10T09:30:00+00:00,5400,1.50,LOCKED,,ada,[TIME],,,2024-06-10,08:00:00,09:30:00,+00:00,1:30,open,,
2,WO-1,Fix the pump,ACME,2,Repair,tess,Tess Tech,2024-06-10T08:00:00+00:00,2024-06-10T08:00:18+00:00,18,0.01,LOCKED,,ada,[TIME],,,2024-06-10,08:00:00,08:00:18,+00:00,0:00:[SECONDS],open,,
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to standard output, seal [HASH].

"#]]);
    scene.outcome(
        "acc",
        "export csv WO-1 --output FOLDER/time.csv",
        str![[r#"
exit code 0
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to FOLDER/time.csv.

"#]],
    );
    scene.outcome(
        "acc",
        "export xlsx WO-1 --output FOLDER/time.xlsx",
        str![[r#"
exit code 0
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to FOLDER/time.xlsx.

"#]],
    );
    scene.outcome(
        "acc",
        "export pdf WO-1 --output FOLDER/time.pdf",
        str![[r#"
exit code 0
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to FOLDER/time.pdf.

"#]],
    );
    scene.outcome(
        "acc",
        "export csv WO-1 --dir FOLDER/batch",
        str![[r#"
exit code 0
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to 1 file, listed in FOLDER/batch/manifest.json.

"#]],
    );
    scene.outcome(
        "acc",
        "export --changed-since FOLDER/seal.json",
        str![[r#"
exit code 0
-- standard error
No exported data has changed.

"#]],
    );
    db.unlock("ada", 1, "wrong line item");
    scene.outcome("acc", "export --changed-since FOLDER/seal.json", str![[r#"
exit code 0
-- standard output
What      Row           Where   Title     User      Time  Changed                                                                                     By   Why
unlocked  time entry 1  WO-1/1  Diagnose  tom   -1:30:00  approved_at: [TIME] -> none; approved_by: ada -> none; status: LOCKED -> OPEN  ada  wrong line item
-- standard error
1 difference; approved time -1:30:00 (-5400 seconds).

"#]]);
    scene.outcome(
        "acc",
        "export csv WO-1 --include-unapproved --output FOLDER/draft.csv",
        str![[r#"
exit code 0
-- standard error
Exported 2 entries, 1.51 h (5418 seconds) to FOLDER/draft.csv, a DRAFT with unapproved time.

"#]],
    );
}
