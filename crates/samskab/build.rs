//! Assets and the demonstration are part of the program: a new file there makes it anew.
fn main() {
    println!("cargo:rerun-if-changed=../../assets");
    println!("cargo:rerun-if-changed=../../demo");
}
