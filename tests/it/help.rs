//! The help: what it shows, how long it is, and that its examples are right.
