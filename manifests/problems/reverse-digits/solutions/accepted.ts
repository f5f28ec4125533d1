// Accepted: a BigInt holds any number of digits, so the limit must be enforced. O(digits) time.
function reverseDigits(n: bigint): bigint {
  let turned = 0n;
  for (let left = n; left !== 0n; left /= 10n) turned = turned * 10n + (left % 10n);
  return BigInt.asIntN(64, turned) === turned ? turned : 0n;
}
