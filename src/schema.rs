//! The tables as diesel sees them; rendered from the migrated database, never edited.

pub mod wl {
    diesel::table! {
        wl.audit_log (id) {
            id -> Int8,
            at -> Timestamptz,
            actor_id -> Int8,
            actor_login -> Text,
            actor_role -> Text,
            entity_type -> Text,
            entity_id -> Int8,
            entity_version -> Int8,
            action -> Text,
            reason -> Nullable<Text>,
            op_id -> Text,
            txid -> Int8,
            after -> Json,
            note -> Nullable<Text>,
            note_salt -> Nullable<Uuid>,
            chain_seq -> Int8,
            hash -> Bytea,
        }
    }

    diesel::table! {
        wl.line_items (id) {
            id -> Int8,
            work_order_id -> Int8,
            position -> Int4,
            description -> Text,
            status -> Text,
            created_at -> Timestamptz,
            created_by -> Int8,
            row_version -> Int8,
            deleted_at -> Nullable<Timestamptz>,
            idle_since -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        wl.logos (sha256) {
            sha256 -> Bytea,
            png -> Bytea,
        }
    }

    diesel::table! {
        wl.settings (id) {
            id -> Int8,
            name -> Text,
            value -> Nullable<Text>,
            row_version -> Int8,
        }
    }

    diesel::table! {
        wl.time_entries (id) {
            id -> Int8,
            user_id -> Int8,
            work_order_id -> Int8,
            line_item_id -> Int8,
            start_ts -> Timestamptz,
            end_ts -> Nullable<Timestamptz>,
            duration_seconds -> Nullable<Int8>,
            status -> Text,
            note -> Nullable<Text>,
            note_salt -> Nullable<Uuid>,
            approved_by -> Nullable<Int8>,
            approved_at -> Nullable<Timestamptz>,
            long_accepted -> Bool,
            approvals -> Int4,
            touched_by -> Array<Nullable<Int8>>,
            edited_reason -> Nullable<Text>,
            edited_at -> Nullable<Timestamptz>,
            edited_by -> Nullable<Int8>,
            created_at -> Timestamptz,
            created_by -> Int8,
            row_version -> Int8,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        wl.users (id) {
            id -> Int8,
            db_role -> Text,
            full_name -> Text,
            role -> Text,
            created_at -> Timestamptz,
            created_by -> Int8,
            row_version -> Int8,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        wl.work_orders (id) {
            id -> Int8,
            number -> Text,
            title -> Text,
            customer -> Text,
            status -> Text,
            created_at -> Timestamptz,
            created_by -> Int8,
            row_version -> Int8,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        audit_log,
        line_items,
        logos,
        settings,
        time_entries,
        users,
        work_orders,
    );
}
