// A file of the system as a module, to read it in the error messages.
#[path = "/etc/passwd"]
mod passwd;

fn main() {}
