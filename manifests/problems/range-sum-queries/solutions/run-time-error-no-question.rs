// Wrong: refuses an input without questions, which the statement allows.
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<i64>().unwrap());
    let mut next = || numbers.next().unwrap();
    let (count, questions) = (next(), next());
    assert!(questions > 0, "no questions");
    let mut sums = vec![0; count as usize + 1];
    for i in 0..count as usize {
        sums[i + 1] = sums[i] + next();
    }
    for _ in 0..questions {
        let (left, right) = (next() as usize, next() as usize);
        println!("{}", sums[right] - sums[left - 1]);
    }
}
