// Accepted: prefix[i] is the sum of the first i numbers. O(n + q) time.
import { readFileSync } from "fs";

const data: number[] = readFileSync(0, "utf8").split(/\s+/).map(Number);
const [n, q]: number[] = data;
const prefix: number[] = [0];
for (let i = 0; i < n; i++) prefix.push(prefix[i] + data[2 + i]);
const answers: number[] = [];
for (let at = 2 + n; at < 2 + n + 2 * q; at += 2) {
  answers.push(prefix[data[at + 1]] - prefix[data[at] - 1]);
}
console.log(answers.join("\n"));
