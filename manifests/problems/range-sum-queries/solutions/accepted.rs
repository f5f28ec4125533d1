// Accepted: differences of prefix sums. O(n + q) time.
use std::io::{self, BufWriter, Read, Write};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<i64>().unwrap());
    let mut next = || numbers.next().unwrap();
    let (count, questions) = (next(), next());
    let mut sums = vec![0; count as usize + 1];
    for i in 0..count as usize {
        sums[i + 1] = sums[i] + next();
    }
    let mut out = BufWriter::new(io::stdout());
    for _ in 0..questions {
        let (left, right) = (next() as usize, next() as usize);
        writeln!(out, "{}", sums[right] - sums[left - 1]).unwrap();
    }
}
