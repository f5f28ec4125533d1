// Accepted: a stack of the closing brackets that are still to come. O(n) time.
function isValid(text: string): boolean {
  const closing = new Map<string, string>([["(", ")"], ["[", "]"], ["{", "}"]]);
  const expected: string[] = [];
  for (const bracket of text) {
    const partner = closing.get(bracket);
    if (partner !== undefined) expected.push(partner);
    else if (expected.pop() !== bracket) return false;
  }
  return expected.length === 0;
}
