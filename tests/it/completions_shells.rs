//! TAB in real shells.
