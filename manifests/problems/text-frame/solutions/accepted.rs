// Accepted: reads whole lines; {:<width$} fills them up on the right.
use std::io::{self, BufWriter, Read, Write};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut input = text.lines();
    let count = input.next().unwrap().parse().unwrap();
    let lines: Vec<&str> = input.take(count).collect();
    let width = lines.iter().map(|line| line.len()).max().unwrap();

    let edge = format!("+{}+", "-".repeat(width + 2));
    let mut out = BufWriter::new(io::stdout());
    writeln!(out, "{}", edge).unwrap();
    for line in lines {
        writeln!(out, "| {:<width$} |", line, width = width).unwrap();
    }
    writeln!(out, "{}", edge).unwrap();
}
