//! People, settings and the audit trail.

use snapbox::str;

use crate::support::{Db, Scene};

/// A login of this test alone: logins belong to the server.
#[test]
fn people() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "ada",
        "user add outcomes_una --full-name 'Una Newcomer' --role technician",
        str![[r#"
exit code 0
-- standard error
Added technician outcomes_una (Una Newcomer).
outcomes_una has no password yet. The owner of the database sets one with: wl user password outcomes_una

"#]],
    );
    scene.outcome(
        "ada",
        "user rename outcomes_una --full-name 'Una Newcomer-Stone'",
        str![[r#"
exit code 0
-- standard error
outcomes_una is now Una Newcomer-Stone.

"#]],
    );
    scene.outcome(
        "ada",
        "user role outcomes_una ops",
        str![[r#"
exit code 0
-- standard error
outcomes_una is now ops.

"#]],
    );
    scene.outcome(
        "ada",
        "user role outcomes_una ops",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "ada",
        "user remove outcomes_una",
        str![[r#"
exit code 0
-- standard error
Removed outcomes_una; the login no longer has any rights.

"#]],
    );
    scene.outcome(
        "tom",
        "user list",
        str![[r#"
exit code 0
-- standard output
Login  Name          Role        Removed
ada    Ada Admin     admin       no
abe    Abe Admin     admin       no
tom    Tom Tech      technician  no
tess   Tess Tech     technician  no
acc    Acc Countant  accountant  no
olga   Olga Ops      ops         no

"#]],
    );
    scene.outcome(
        "tom",
        "user list --removed --format csv",
        str![[r#"
exit code 0
-- standard output
name,full_name,role,removed
ada,Ada Admin,admin,false
abe,Abe Admin,admin,false
tom,Tom Tech,technician,false
tess,Tess Tech,technician,false
acc,Acc Countant,accountant,false
olga,Olga Ops,ops,false
outcomes_una,Una Newcomer-Stone,ops,true

"#]],
    );
    scene.outcome(
        "ada",
        "user restore outcomes_una",
        str![[r#"
exit code 0
-- standard error
Restored outcomes_una as ops.

"#]],
    );
}

#[test]
fn settings() {
    let scene = Scene::on(Db::new());
    scene.outcome(
        "tom",
        "settings",
        str![[r#"
exit code 0
-- standard output
Setting            Value
organisation
zone               UTC
stale_after        8h
two_pairs_of_eyes  on
address
footer
language           en
logo

"#]],
    );
    scene.outcome(
        "ada",
        "settings set organisation 'Worklock Ltd'",
        str![[r#"
exit code 0
-- standard error
Set organisation: (none) -> Worklock Ltd.

"#]],
    );
    scene.outcome(
        "ada",
        "settings set organisation 'Worklock Ltd'",
        str![[r#"
exit code 0
-- standard error
Nothing changed.

"#]],
    );
    scene.outcome(
        "ada",
        "settings set stale_after 10h",
        str![[r#"
exit code 0
-- standard error
Set stale_after: 8h -> 10h.

"#]],
    );
    scene.outcome(
        "ada",
        "settings set organisation ''",
        str![[r#"
exit code 0
-- standard error
Set organisation: Worklock Ltd -> (none).

"#]],
    );
    scene.outcome(
        "tom",
        "settings show --format json",
        str![[r#"
exit code 0
-- standard output
[
  {
    "name": "organisation",
    "value": null
  },
  {
    "name": "zone",
    "value": "UTC"
  },
  {
    "name": "stale_after",
    "value": "10h"
  },
  {
    "name": "two_pairs_of_eyes",
    "value": "on"
  },
  {
    "name": "address",
    "value": null
  },
  {
    "name": "footer",
    "value": null
  },
  {
    "name": "language",
    "value": "en"
  },
  {
    "name": "logo",
    "value": null
  }
]

"#]],
    );
}

#[test]
fn the_trail() {
    let scene = Scene::on(Db::new());
    scene
        .db
        .time("tom", "WO-1/1", "2024-06-10 08:00", "2024-06-10 09:30");
    scene.outcome(
        "tom",
        "audit log",
        str![[r#"
exit code 0
-- standard output
When                 Who  What       Row           Where   Title     Why
[TIME]  tom  entry.add  time entry 1  WO-1/1  Diagnose

"#]],
    );
    scene.outcome("olga", "audit log --limit 2 --format csv", str![[r#"
exit code 0
-- standard output
at,actor,actor_role,action,entity_type,entity_id,entity_version,reason,op_id,chain_seq,after,note,hash,place,title
[TIME],ada,admin,line.add,line_item,2,1,,[ID],9,"{""v"":1,""id"":2,""work_order_id"":1,""position"":2,""description"":""Repair"",""status"":""open"",""created_at"":""[TIME]"",""created_by"":1}",,[HASH],WO-1/2,Repair
[TIME],tom,technician,entry.add,time_entry,1,1,,[ID],1,"{""v"":1,""id"":1,""user_id"":3,""work_order_id"":1,""line_item_id"":1,""start_ts"":""2024-06-10T08:00:00+00:00"",""end_ts"":""2024-06-10T09:30:00+00:00"",""duration_seconds"":5400,""status"":""OPEN"",""long_accepted"":false,""approvals"":0,""touched_by"":[3],""created_at"":""[TIME]"",""created_by"":3}",,[HASH],WO-1/1,Diagnose

"#]]);
    scene.outcome("olga", "audit show WO-1", str![[r#"
exit code 0
-- standard output
When                 Who  What       Changed                                                          Why
[TIME]  ada  order.add  customer: ACME; number: WO-1; status: open; title: Fix the pump

"#]]);
    scene.outcome(
        "tom",
        "audit show 1 --format json",
        str![[r#"
exit code 0
-- standard output
[
  {
    "at": "[TIME]",
    "actor": "tom",
    "action": "entry.add",
    "reason": null,
    "unseen": 0,
    "changes": [
      {
        "field": "duration_seconds",
        "from": null,
        "to": 5400
      },
      {
        "field": "end_ts",
        "from": null,
        "to": "2024-06-10T09:30:00+00:00"
      },
      {
        "field": "line_item",
        "from": null,
        "to": "WO-1/1"
      },
      {
        "field": "long_accepted",
        "from": null,
        "to": false
      },
      {
        "field": "start_ts",
        "from": null,
        "to": "2024-06-10T08:00:00+00:00"
      },
      {
        "field": "status",
        "from": null,
        "to": "OPEN"
      },
      {
        "field": "user",
        "from": null,
        "to": "tom"
      }
    ]
  }
]

"#]],
    );
    scene.outcome(
        "olga",
        "audit seal",
        str![[r#"
exit code 0
-- standard output
seal  [HASH]

"#]],
    );
    scene.outcome(
        "olga",
        "audit seal --output FOLDER/seal.json",
        str![[r#"
exit code 0
-- standard output
seal  [HASH]

"#]],
    );
    scene.outcome(
        "olga",
        "audit verify",
        str![[r#"
exit code 0
-- standard error
10 records in 2 chains, seal [HASH].
The audit trail is intact.

"#]],
    );
    scene.outcome(
        "olga",
        "audit verify --seal FOLDER/seal.json",
        str![[r#"
exit code 0
-- standard error
10 records in 2 chains, seal [HASH].
The audit trail is intact.

"#]],
    );
}
