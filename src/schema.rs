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
            request -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        wl.bill_lines (bill_id, position) {
            bill_id -> Int8,
            position -> Int4,
            cancelled -> Bool,
            time_entry_id -> Int8,
            entry_version -> Int8,
            late -> Bool,
            work_order_id -> Int8,
            work_order -> Text,
            title -> Text,
            order_status -> Text,
            line_item -> Int4,
            line_description -> Text,
            user_id -> Int8,
            user_login -> Text,
            user_name -> Text,
            start_ts -> Timestamptz,
            end_ts -> Timestamptz,
            duration_seconds -> Int8,
            note -> Nullable<Text>,
            note_salt -> Nullable<Uuid>,
            approver_login -> Text,
            approver_name -> Text,
            approved_at -> Timestamptz,
            own_approval -> Bool,
            edited_reason -> Nullable<Text>,
            edited_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        wl.bill_orders (bill_id, work_order_id) {
            bill_id -> Int8,
            work_order_id -> Int8,
            cancelled -> Bool,
            until_ts -> Timestamptz,
        }
    }

    diesel::table! {
        wl.bills (id) {
            id -> Int8,
            number -> Int8,
            customer -> Text,
            until -> Date,
            until_ts -> Timestamptz,
            zone -> Text,
            reference -> Nullable<Text>,
            replaces -> Array<Nullable<Int8>>,
            entry_ids -> Nullable<Array<Nullable<Int8>>>,
            entry_versions -> Nullable<Array<Nullable<Int8>>>,
            entries -> Int4,
            duration_seconds -> Int8,
            late_seconds -> Int8,
            lines_sha256 -> Bytea,
            letterhead_id -> Int8,
            made_at -> Timestamptz,
            made_by -> Int8,
            row_version -> Int8,
            cancelled_at -> Nullable<Timestamptz>,
            cancelled_by -> Nullable<Int8>,
            cancel_reason -> Nullable<Text>,
            cancelled -> Bool,
        }
    }

    diesel::table! {
        wl.documents (id) {
            id -> Int8,
            sha256 -> Bytea,
            bill_id -> Int8,
            kind -> Text,
            options -> Nullable<Text>,
            fonts -> Array<Nullable<Text>>,
            made_at -> Timestamptz,
            made_by -> Int8,
            row_version -> Int8,
        }
    }

    diesel::table! {
        wl.letterheads (id) {
            id -> Int8,
            sha256 -> Bytea,
            organisation -> Nullable<Text>,
            address -> Nullable<Text>,
            logo_sha256 -> Nullable<Bytea>,
            footer -> Nullable<Text>,
            language -> Text,
            zone -> Text,
            made_at -> Timestamptz,
            made_by -> Int8,
            row_version -> Int8,
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
        wl.unbilled (time_entry_id) {
            time_entry_id -> Int8,
            work_order_id -> Int8,
            start_ts -> Timestamptz,
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
        bill_lines,
        bill_orders,
        bills,
        documents,
        letterheads,
        line_items,
        logos,
        settings,
        time_entries,
        unbilled,
        users,
        work_orders,
    );
}
