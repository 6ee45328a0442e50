//! Has Cargo embed the migrations again when a folder is added.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
