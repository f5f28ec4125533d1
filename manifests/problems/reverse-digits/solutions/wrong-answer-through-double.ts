// Wrong answer: a number has 53 bits for its digits.
function reverseDigits(n: bigint): bigint {
  const turned: number = Number([...String(n).replace("-", "")].reverse().join(""));
  const whole: bigint = BigInt(n < 0n ? -turned : turned);
  return BigInt.asIntN(64, whole) === whole ? whole : 0n;
}
