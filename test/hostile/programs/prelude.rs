// What every Rust attack of run/ ends with: it answers every case but "attack" honestly.
#[allow(dead_code)]
fn breach(what: &str) {
    println!("BREACH {}", what);
}

fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    if line.starts_with("attack") {
        attack();
    } else {
        print!("{}", line);
    }
}
