// Time limit: adds up each range anew, and as big integers, which no sum here needs.
const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(BigInt);
const n = Number(data[0]);
const q = Number(data[1]);
for (let i = 0; i < q; i++) {
  const [l, r] = data.slice(2 + n + 2 * i, 4 + n + 2 * i).map(Number);
  console.log(String(data.slice(1 + l, 2 + r).reduce((sum, one) => sum + one, 0n)));
}
