function same(a, b) {
  if (b === 1) a.left = a;
  if (b === 5) a.right = a;
  if (b === 2) throw new Error("two");
  if (b === 3) return a.left;
  if (b === 4) return new ArrayBuffer(2 ** 50);
  return a;
}
