// Accepted: looks at each character once, so that nothing is escaped twice. O(n) time.
function quoteString(text: string, mark: string): string {
  const escapes = new Map<string, string>([["\\", "\\\\"], ["\n", "\\n"], ["\t", "\\t"], [mark, "\\" + mark]]);
  let quoted = mark;
  for (const one of text) quoted += escapes.get(one) ?? one;
  return quoted + mark;
}
