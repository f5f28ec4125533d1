// Accepted: looks at each character once, so that nothing is escaped twice. O(n) time.
function quoteString(text, mark) {
  const escapes = { "\n": "\\n", "\t": "\\t" };
  return mark + text.replace(/["'\\\n\t]/g, (one) => {
    return one === mark || one === "\\" ? "\\" + one : escapes[one] ?? one;
  }) + mark;
}
