// Accepted: a stack of the closing brackets that are still to come. O(n) time.
function isValid(text) {
  const closing = { "(": ")", "[": "]", "{": "}" };
  const expected = [];
  for (const bracket of text) {
    if (bracket in closing) expected.push(closing[bracket]);
    else if (expected.pop() !== bracket) return false;
  }
  return expected.length === 0;
}
