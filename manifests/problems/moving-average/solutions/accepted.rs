// Accepted: each window is added up anew, so that no rounding error outlives it. O(n·k) time.
impl Solution {
    pub fn moving_average(samples: Vec<f64>, k: i32) -> Vec<f64> {
        let average = |window: &[f64]| window.iter().sum::<f64>() / f64::from(k);
        samples.windows(k as usize).map(average).collect()
    }
}
