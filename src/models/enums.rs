//! The closed types of the schema. Each is one list of variants with their
//! names, which the database, JSON, CSV and the command line share.
//!
//! A `match` on one of them has no wildcard: a new variant is then a list of
//! compiler errors. `tests/it/enums.rs` compares the names with the checks in the
//! database and with the JSON schema.

/// An enum over texts. diesel, serde and clap read and write the names given here.
macro_rules! text_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, clap::ValueEnum,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] #[value(name = $text)] $variant,)+
        }

        impl $name {
            /// All of them, in the order of the list.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;

            fn from_str(text: &str) -> $crate::error::Result<Self> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::error::Error::bug(format!(
                        concat!("the database contains an unknown ", stringify!($name), ": {}"),
                        $crate::text::short(text, 60)
                    ))),
                }
            }
        }

        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                std::io::Write::write_all(out, self.as_str().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                Ok(std::str::from_utf8(value.as_bytes())?.parse::<Self>()?)
            }
        }
    };
}
pub(crate) use text_enum;

text_enum! {
    /// What a person may do: membership in the group role `wl_<role>`.
    pub enum Role {
        Technician = "technician",
        Admin = "admin",
        Accountant = "accountant",
        Ops = "ops",
    }
}

text_enum! {
    /// The statuses of a work order.
    pub enum OrderStatus {
        Open = "open",
        InProgress = "in_progress",
        ReadyToBill = "ready_to_bill",
        Billed = "billed",
        Cancelled = "cancelled",
    }
}

impl OrderStatus {
    /// New time goes on orders in such a status (R6).
    pub const fn takes_time(self) -> bool {
        match self {
            Self::Open | Self::InProgress => true,
            Self::ReadyToBill | Self::Billed | Self::Cancelled => false,
        }
    }
}

text_enum! {
    /// The statuses of a line item; each may change to any other.
    pub enum LineStatus {
        Open = "open",
        InProgress = "in_progress",
        Done = "done",
        Cancelled = "cancelled",
    }
}

impl LineStatus {
    /// New time goes on line items in such a status (R6).
    pub const fn takes_time(self) -> bool {
        match self {
            Self::Open | Self::InProgress => true,
            Self::Done | Self::Cancelled => false,
        }
    }
}

text_enum! {
    /// The statuses of a time entry; LOCKED ones were approved and do not change.
    pub enum EntryStatus {
        Open = "OPEN",
        Locked = "LOCKED",
    }
}

text_enum! {
    /// The kinds of rows in the audit trail.
    pub enum Entity {
        User = "user",
        WorkOrder = "work_order",
        LineItem = "line_item",
        TimeEntry = "time_entry",
        Setting = "setting",
        Bill = "bill",
        Document = "document",
        Letterhead = "letterhead",
    }
}

impl Entity {
    /// Its table in schema `wl`.
    pub const fn table(self) -> &'static str {
        match self {
            Self::User => "users",
            Self::WorkOrder => "work_orders",
            Self::LineItem => "line_items",
            Self::TimeEntry => "time_entries",
            Self::Setting => "settings",
            Self::Bill => "bills",
            Self::Document => "documents",
            Self::Letterhead => "letterheads",
        }
    }

    /// For people: `work order`.
    pub fn words(self) -> String {
        self.as_str().replace('_', " ")
    }
}

text_enum! {
    /// The kinds of changes that the audit trail records.
    pub enum Action {
        TimerStart = "timer.start",
        TimerStop = "timer.stop",
        TimerAutoStop = "timer.auto_stop",
        TimerCancel = "timer.cancel",
        EntryAdd = "entry.add",
        EntryEdit = "entry.edit",
        EntryApprove = "entry.approve",
        EntryUnlock = "entry.unlock",
        EntryRemove = "entry.remove",
        EntryRestore = "entry.restore",
        OrderAdd = "order.add",
        OrderEdit = "order.edit",
        OrderStatus = "order.status",
        OrderRemove = "order.remove",
        OrderRestore = "order.restore",
        LineAdd = "line.add",
        LineEdit = "line.edit",
        LineStatus = "line.status",
        LineRemove = "line.remove",
        LineRestore = "line.restore",
        UserAdd = "user.add",
        UserEdit = "user.edit",
        UserRole = "user.role",
        UserRemove = "user.remove",
        UserRestore = "user.restore",
        SettingsChange = "settings.change",
        BillAdd = "bill.add",
        BillCancel = "bill.cancel",
        DocumentAdd = "document.add",
        LetterheadAdd = "letterhead.add",
    }
}

impl Action {
    /// The kind of row that it changes.
    pub const fn entity(self) -> Entity {
        match self {
            Self::TimerStart
            | Self::TimerStop
            | Self::TimerAutoStop
            | Self::TimerCancel
            | Self::EntryAdd
            | Self::EntryEdit
            | Self::EntryApprove
            | Self::EntryUnlock
            | Self::EntryRemove
            | Self::EntryRestore => Entity::TimeEntry,
            Self::OrderAdd
            | Self::OrderEdit
            | Self::OrderStatus
            | Self::OrderRemove
            | Self::OrderRestore => Entity::WorkOrder,
            Self::LineAdd
            | Self::LineEdit
            | Self::LineStatus
            | Self::LineRemove
            | Self::LineRestore => Entity::LineItem,
            Self::UserAdd
            | Self::UserEdit
            | Self::UserRole
            | Self::UserRemove
            | Self::UserRestore => Entity::User,
            Self::SettingsChange => Entity::Setting,
            Self::BillAdd | Self::BillCancel => Entity::Bill,
            Self::DocumentAdd => Entity::Document,
            Self::LetterheadAdd => Entity::Letterhead,
        }
    }
}

text_enum! {
    /// The kinds of documents of bills.
    pub enum DocumentKind {
        Pdf = "pdf",
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

text_enum! {
    /// What has become of a bill.
    pub enum BillState {
        Active = "active",
        Cancelled = "cancelled",
        /// Cancelled, and a later bill names it.
        Replaced = "replaced",
    }
}

text_enum! {
    /// The languages of documents.
    pub enum Language {
        En = "en",
        De = "de",
        Fr = "fr",
        Es = "es",
        It = "it",
        Nl = "nl",
    }
}

impl Language {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.as_str() == name)
    }
}
