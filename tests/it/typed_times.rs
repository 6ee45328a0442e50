//! What a person may type for a time, and what becomes of it.
