// Accepted: prefix[i] is the sum of the first i numbers. O(n + q) time.
const data = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const [n, q] = data;
const prefix = [0];
for (let i = 0; i < n; i++) prefix.push(prefix[i] + data[2 + i]);
const answers = [];
for (let i = 0; i < q; i++) {
  const at = 2 + n + 2 * i;
  answers.push(prefix[data[at + 1]] - prefix[data[at] - 1]);
}
console.log(answers.join("\n"));
