//! All kinds of errors, each with its exit code: the one list of them.
//!
//! `WL_WRITE_ERRORS=1 cargo test --test it error_kinds` writes it into
//! `docs/errors.md` and into the JSON Schema.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::exit;

/// Makes the enum out of lines `Variant = "word", EXIT_CODE;`, each after a
/// comment that is its meaning in the documentation.
macro_rules! error_kinds {
    ($(#[doc = $meaning:literal] $variant:ident = $word:literal, $code:ident;)*) => {
        /// What kind of failure an error is. Scripts rely on the words: none
        /// ever changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ErrorKind {
            $(#[doc = $meaning] $variant,)*
        }

        impl ErrorKind {
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for it in JSON. Of a rule or constraint of the
            /// database it is the name.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// The exit code of the process, one of [`crate::exit`].
            pub fn code(self) -> u8 {
                match self {
                    $(Self::$variant => exit::$code,)*
                }
            }

            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning.trim_ascii(),)*
                }
            }
        }
    };
}

error_kinds! {
    // quiet ends
    /// The reader of the output went away, as `head` does.
    BrokenPipe = "broken_pipe", OK;
    /// The operation with this id was done before.
    DoneBefore = "done_before", OK;
    /// The dry run ended: nothing is committed.
    DryRun = "dry_run", OK;
    /// The command showed what it found.
    Findings = "findings", FINDINGS;

    // time entries
    /// The entry is approved and locked.
    EntryLocked = "entry_locked", REFUSED;
    /// The entry is removed.
    EntryRemoved = "entry_removed", REFUSED;
    /// The entry is not removed, so it can't be restored.
    EntryLive = "entry_live", REFUSED;
    /// The entry is not locked, so it can't be unlocked.
    EntryOpen = "entry_open", REFUSED;
    /// The entry is a timer that is still running.
    EntryRunning = "entry_running", REFUSED;
    /// The entry has ended and can't run again.
    EntryReopened = "entry_reopened", REFUSED;
    /// The ID and the user of an entry never change.
    EntryFixed = "entry_fixed", REFUSED;
    /// By the server's clock, the time is in the future.
    FutureTime = "future_time", REFUSED;
    /// By the server's clock, time that already exists is in the future.
    ClockBehind = "clock_behind", REFUSED;
    /// The end is before the start.
    TimeEntriesEndCheck = "time_entries_end_check", REFUSED;
    /// The entry would have no length.
    ZeroLength = "zero_length", REFUSED;
    /// An entry can be split only inside of it.
    SplitOutside = "split_outside", REFUSED;
    /// The time overlaps other time of the same user.
    TimeEntriesNoOverlap = "time_entries_no_overlap", REFUSED;
    /// The user already has a running timer.
    TimeEntriesOneActiveTimerPerUser = "time_entries_one_active_timer_per_user", REFUSED;
    /// The line item does not belong to that work order.
    TimeEntriesLineItemFkey = "time_entries_line_item_fkey", REFUSED;
    /// A timer is running and `--no-switch` was given.
    TimerRunning = "timer_running", REFUSED;
    /// The running timer changed between the question and the answer.
    TimerChanged = "timer_changed", REFUSED;
    /// No timer is running.
    NoTimer = "no_timer", REFUSED;
    /// The newest operation is not one that `wl undo` reverses.
    UndoOther = "undo_other", REFUSED;
    /// The operation that was to be undone is no longer the newest one.
    UndoNotNewest = "undo_not_newest", REFUSED;
    /// An entry of the operation has changed since.
    UndoChanged = "undo_changed", REFUSED;

    // approval
    /// The entry is a running timer, which can't be approved.
    ApproveRunning = "approve_running", REFUSED;
    /// An admin can't approve time that they worked, entered or changed.
    ApproveOwn = "approve_own", REFUSED;
    /// The entry is longer than the limit, so approving it takes `--accept-long`.
    ApproveLong = "approve_long", REFUSED;
    /// The time changed between the list and the confirmation.
    ApproveChanged = "approve_changed", REFUSED;

    // work orders, line items, people, settings
    /// With its status, the work order takes no new time.
    OrderClosed = "order_closed", REFUSED;
    /// The work order has approved time on no bill, so it can't be billed.
    OrderUnbilled = "order_unbilled", REFUSED;
    /// The work order is billed.
    OrderBilled = "order_billed", REFUSED;
    /// The work order is removed.
    OrderRemoved = "order_removed", REFUSED;
    /// The work order is not removed, so it can't be restored.
    OrderLive = "order_live", REFUSED;
    /// The work order can't change to that status from its current one.
    OrderStatus = "order_status", REFUSED;
    /// The work order has time that is not approved.
    OrderUnapproved = "order_unapproved", REFUSED;
    /// The work order has line items or time.
    OrderInUse = "order_in_use", REFUSED;
    /// The ID of a work order never changes.
    OrderFixed = "order_fixed", REFUSED;
    /// Another work order already has that number.
    WorkOrdersNumberKey = "work_orders_number_key", REFUSED;
    /// With its status, the line item takes no new time.
    LineClosed = "line_closed", REFUSED;
    /// The line item is removed.
    LineRemoved = "line_removed", REFUSED;
    /// The line item is not removed, so it can't be restored.
    LineLive = "line_live", REFUSED;
    /// The line item has time.
    LineInUse = "line_in_use", REFUSED;
    /// The work order and the position of a line item never change.
    LineFixed = "line_fixed", REFUSED;
    /// The work order has no open line item.
    NoOpenLine = "no_open_line", REFUSED;
    /// The user is removed.
    UserRemoved = "user_removed", REFUSED;
    /// The user is not removed, so they can't be restored.
    UserLive = "user_live", REFUSED;
    /// The user has time that is not approved.
    UserOpenTime = "user_open_time", REFUSED;
    /// The login of a user never changes.
    UserFixed = "user_fixed", REFUSED;
    /// The login has privileges in PostgreSQL that a user must not have.
    UserLoginPowerful = "user_login_powerful", REFUSED;
    /// The login has another role in a database of this server.
    UserOtherRole = "user_other_role", REFUSED;
    /// The login has or had a role in another database on the server.
    UserLoginTaken = "user_login_taken", REFUSED;
    /// Another user already has that login.
    UsersDbRoleKey = "users_db_role_key", REFUSED;
    /// Another user or role has that login in other letters, such as capitals.
    UserLoginCase = "user_login_case", REFUSED;
    /// PostgreSQL reserves that word, so it can't be a login.
    UserLoginReserved = "user_login_reserved", REFUSED;
    /// Another user already has that login in other letters.
    UsersNameKey = "users_name_key", REFUSED;
    /// The user is the only admin.
    LastAdmin = "last_admin", REFUSED;
    /// Admins neither remove themselves nor change their own role.
    UserSelf = "user_self", REFUSED;
    /// Settings can be changed, but not added or renamed.
    SettingFixed = "setting_fixed", REFUSED;

    // bills
    /// The entry is on an active bill.
    EntryBilled = "entry_billed", REFUSED;
    /// A bill needs at least one entry.
    BillEmpty = "bill_empty", REFUSED;
    /// The entries and versions that the bill names are not one version for each of several entries.
    BillEntries = "bill_entries", REFUSED;
    /// An entry changed between the list and the confirmation.
    BillChanged = "bill_changed", REFUSED;
    /// An entry started after the last day of the bill.
    BillAfterUntil = "bill_after_until", REFUSED;
    /// The orders have different customers.
    BillCustomer = "bill_customer", REFUSED;
    /// Another active bill has that reference.
    BillReference = "bill_reference", REFUSED;
    /// The bill is already cancelled.
    BillCancelled = "bill_cancelled", REFUSED;
    /// A work order on the bill is billed, so it must move back before the bill is cancelled.
    BillOrderBilled = "bill_order_billed", REFUSED;
    /// A bill and its lines never change.
    BillFixed = "bill_fixed", REFUSED;
    /// These bytes are registered as another document.
    DocumentTaken = "document_taken", REFUSED;
    /// A registered document never changes.
    DocumentFixed = "document_fixed", REFUSED;
    /// A letterhead never changes.
    LetterheadFixed = "letterhead_fixed", REFUSED;
    /// The settings changed while the bill was made.
    LetterheadMissing = "letterhead_missing", REFUSED;

    // any change
    /// The reason is too short; the database also refuses a missing one.
    ReasonRequired = "reason_required", REFUSED;
    /// One statement makes two changes that must be separate.
    OneChange = "one_change", REFUSED;
    /// Rows are hidden, never deleted.
    NothingIsDeleted = "nothing_is_deleted", REFUSED;
    /// The change has no audit record.
    AuditMissing = "audit_missing", REFUSED;
    /// There is no change for the audit record.
    AuditWithoutChange = "audit_without_change", REFUSED;
    /// The audit record names an action that does not match the change.
    AuditAction = "audit_action", REFUSED;
    /// The audit record and the entry give different reasons.
    AuditReason = "audit_reason", REFUSED;
    /// An operation ID that begins with `undo:` belongs to the undo of one's own operation.
    AuditUndo = "audit_undo", REFUSED;
    /// That version of the row already has its audit record.
    AuditLogEntityKey = "audit_log_entity_key", REFUSED;
    /// Changes are allowed only at the isolation level READ COMMITTED.
    IsolationLevel = "isolation_level", REFUSED;

    // installation, exports
    /// There already is an admin.
    UsersExist = "users_exist", REFUSED;
    /// The database holds users, so it can't be migrated down.
    MigrateDownData = "migrate_down_data", REFUSED;
    /// A backup can be restored only into an empty database.
    DatabaseNotEmpty = "database_not_empty", REFUSED;
    /// The export or the bill would leave out time that is not approved.
    UnapprovedTime = "unapproved_time", REFUSED;

    /// The command line is wrong or incomplete.
    Usage = "usage", USAGE;
    /// The work order has several open line items, and none was named.
    ChooseLine = "choose_line", USAGE;
    /// The operation ID belongs to another request.
    OperationReused = "operation_reused", USAGE;
    /// The change needs `--reason`.
    ReasonMissing = "reason_required", USAGE;

    /// The audit trail lacks records that the seal covers.
    SealNotInTrail = "seal_not_in_trail", FINDINGS;
    /// The backup was changed after it was made.
    BackupDamaged = "backup_damaged", FINDINGS;

    /// The input is invalid.
    BadInput = "bad_input", DATA;
    /// The text is not a time.
    BadTime = "bad_time", DATA;
    /// The text is not a day or a period.
    BadDate = "bad_date", DATA;
    /// The text is not a duration.
    BadDuration = "bad_duration", DATA;
    /// The local time happens twice: the clocks go back.
    AmbiguousTime = "ambiguous_time", DATA;
    /// The local time does not exist: the clocks go forward.
    SkippedTime = "skipped_time", DATA;
    /// The time is not between 1970 and now.
    TimeEntriesRangeCheck = "time_entries_range_check", DATA;
    /// The note is too long.
    NoteCheck = "note_check", DATA;
    /// A login or a full name is not in the composed form of Unicode (NFC).
    UsersNfcCheck = "users_nfc_check", DATA;
    /// An order number or a customer is not in the composed form of Unicode (NFC).
    WorkOrdersNfcCheck = "work_orders_nfc_check", DATA;
    /// The value of a setting is not in the composed form of Unicode (NFC).
    SettingsNfcCheck = "settings_nfc_check", DATA;
    /// A reference is not in the composed form of Unicode (NFC).
    BillsNfcCheck = "bills_nfc_check", DATA;
    /// The reason is too long.
    ReasonCheck = "reason_check", DATA;
    /// The operation ID is empty or too long.
    OpIdCheck = "op_id_check", DATA;
    /// The login name can't be used.
    UsersDbRoleCheck = "users_db_role_check", DATA;
    /// The full name is blank or too long.
    UsersFullNameCheck = "users_full_name_check", DATA;
    /// The order number can't be used.
    WorkOrdersNumberCheck = "work_orders_number_check", DATA;
    /// The title is blank or too long.
    WorkOrdersTitleCheck = "work_orders_title_check", DATA;
    /// The customer is blank or too long.
    WorkOrdersCustomerCheck = "work_orders_customer_check", DATA;
    /// The description is blank or too long.
    LineItemsDescriptionCheck = "line_items_description_check", DATA;
    /// The setting does not allow that value.
    SettingsValueCheck = "settings_value_check", DATA;
    /// The last day of the bill is in the future.
    BillUntil = "bill_until", DATA;
    /// The reference is blank or too long.
    BillsReferenceCheck = "bills_reference_check", DATA;
    /// That is not the name of a time zone, or the server does not know it.
    SettingZone = "setting_zone", DATA;
    /// No logo with that hash is stored.
    SettingLogo = "setting_logo", DATA;
    /// A logo is stored only together with the setting that names it.
    LogoUnused = "logo_unused", DATA;
    /// The key of a logo is not the SHA-256 of its bytes.
    LogosSha256Check = "logos_sha256_check", DATA;
    /// The logo is not a PNG of at most 256 KiB.
    LogosPngCheck = "logos_png_check", DATA;

    /// What the command names is not in the database.
    NotFound = "not_found", NO_INPUT;
    /// The file can't be read.
    NoInput = "no_input", NO_INPUT;

    /// The database server can't be reached.
    Unreachable = "unreachable", UNREACHABLE;
    /// The private server can't be started or reached.
    ServerUnreachable = "server_unreachable", UNREACHABLE;
    /// There is no private database yet.
    NotInitialised = "not_initialised", UNREACHABLE;
    /// The database does not exist.
    NoDatabase = "no_database", UNREACHABLE;
    /// The server is read-only.
    ReadOnly = "read_only", UNREACHABLE;
    /// The backup was not made or not restored.
    Backup = "backup", UNREACHABLE;

    /// A bug in `wl`, or a refusal by the database that `wl` does not know.
    Bug = "bug", BUG;

    /// The output can't be created.
    CannotCreate = "cannot_create", CANNOT_CREATE;

    /// Reading or writing failed.
    Io = "io", IO;
    /// A disk on this machine is full.
    DiskFull = "disk_full", IO;
    /// The disk of the database server is full.
    ServerDiskFull = "server_disk_full", IO;

    /// Another command interfered.
    Busy = "busy", TRY_AGAIN;
    /// Another session holds a lock on the same rows.
    LockTimeout = "lock_timeout", TRY_AGAIN;
    /// The server accepts no connections at the moment.
    ServerBusy = "server_busy", TRY_AGAIN;
    /// The server is starting, recovering from a crash, or stopping.
    ServerStarting = "server_starting", TRY_AGAIN;
    /// The connection broke, and nothing was saved.
    ConnectionLost = "connection_lost", TRY_AGAIN;
    /// Another export is writing to the same folder.
    BatchRunning = "batch_running", TRY_AGAIN;

    /// The schema is newer than this `wl`.
    NewerSchema = "newer_schema", VERSION;
    /// The schema is older than this `wl`.
    OlderSchema = "older_schema", VERSION;
    /// This `wl` can verify only another version of the schema.
    OtherSchema = "other_schema", VERSION;
    /// The database does not have the schema of this `wl`.
    NoSchema = "no_schema", VERSION;
    /// The schema was changed by hand.
    SchemaChanged = "schema_changed", VERSION;

    /// Permission denied.
    NoPermission = "no_permission", NO_PERMISSION;
    /// Another database on the server has Worklock, and its owner must grant `wl_owner`.
    OwnerGrant = "owner_grant", NO_PERMISSION;
    /// The login is not an active user.
    NotAUser = "not_a_user", NO_PERMISSION;
    /// The role may not change users.
    UserRight = "user_right", NO_PERMISSION;
    /// The role may not make this change to the work order.
    OrderRight = "order_right", NO_PERMISSION;
    /// The role may not change line items.
    LineRight = "line_right", NO_PERMISSION;
    /// The role may not change that user's time.
    EntryRight = "entry_right", NO_PERMISSION;
    /// The role may not change settings.
    SettingRight = "setting_right", NO_PERMISSION;
    /// The role may not approve or unlock.
    ApproveRight = "approve_right", NO_PERMISSION;
    /// The role may not make or cancel bills.
    BillRight = "bill_right", NO_PERMISSION;
    /// The role may not make that audit record.
    AuditRight = "audit_right", NO_PERMISSION;
    /// The role may not verify the audit trail.
    AuditVerifyRight = "audit_verify_right", NO_PERMISSION;

    /// The configuration or the setup of the machine is wrong.
    Configuration = "configuration", CONFIG;
    /// The server or the client can't prove its identity.
    Certificate = "certificate", CONFIG;

    /// The connection broke at the commit, and the server can't be asked.
    OutcomeUnknown = "outcome_unknown", UNKNOWN;

    /// Ctrl-C ended the command.
    Interrupted = "interrupted", INTERRUPTED;
}

impl ErrorKind {
    /// Whether the command ends without a word: nothing failed, or its output
    /// shows what it found.
    pub fn is_quiet(self) -> bool {
        self.code() == exit::OK || self == Self::Findings
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Of two kinds with the same word the first: the refusal of the database.
impl FromStr for ErrorKind {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.iter().copied();
        all.find(|kind| kind.as_str() == word).ok_or(())
    }
}

impl Serialize for ErrorKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_kind_but_a_missing_reason() {
        let reasons = [ErrorKind::ReasonRequired, ErrorKind::ReasonMissing];
        for kind in ErrorKind::ALL {
            let found: Vec<_> = ErrorKind::ALL
                .iter()
                .filter(|other| other.as_str() == kind.as_str())
                .collect();
            assert!(
                found == [kind] || found == reasons.each_ref(),
                "{kind}: {found:?}"
            );
        }
        assert_eq!("reason_required".parse(), Ok(ErrorKind::ReasonRequired));
        assert_eq!("wl_no_such_rule".parse::<ErrorKind>(), Err(()));
    }
}
