// Wrong answer: a number has 53 bits for its digits.
const reverseDigits = (n) => {
  const turned = Number([...String(n).replace("-", "")].reverse().join(""));
  return Number.isSafeInteger(turned) ? Math.sign(Number(n)) * turned : 0;
};
