// Accepted: a BigInt holds any number of digits, so the limit must be enforced. O(digits) time.
function reverseDigits(n) {
  const magnitude = BigInt([...String(n).replace("-", "")].reverse().join(""));
  const turned = n < 0n ? -magnitude : magnitude;
  return BigInt.asIntN(64, turned) === turned ? turned : 0n;
}
