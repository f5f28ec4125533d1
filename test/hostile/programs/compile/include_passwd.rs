// Takes a file of the system into the program.
fn main() {
    print!("{}", include_str!("/etc/passwd"));
}
