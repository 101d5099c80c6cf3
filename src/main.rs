//! The program: hands over to the library at once.
fn main() {}
