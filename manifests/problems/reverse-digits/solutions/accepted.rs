// Accepted: digit by digit; what leaves the range of a long is 0. O(log n) time.
impl Solution {
    pub fn reverse_digits(mut n: i64) -> i64 {
        let mut reversed: i64 = 0;
        while n != 0 {
            let next = reversed.checked_mul(10).and_then(|tens| tens.checked_add(n % 10));
            match next {
                Some(value) => reversed = value,
                None => return 0,
            }
            n /= 10;
        }
        reversed
    }
}
