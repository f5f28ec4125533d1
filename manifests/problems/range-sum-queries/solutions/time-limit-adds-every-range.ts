// Time limit: adds up each range anew, and as big integers, which no sum here needs.
import { readFileSync } from "fs";

const lines: string[] = readFileSync(0, "utf8").split("\n");
const q: number = Number(lines[0].trim().split(" ")[1]);
const numbers: bigint[] = lines[1].trim().split(/\s+/).map(BigInt);
for (const line of lines.slice(2, 2 + q)) {
  const [l, r]: number[] = line.split(" ").map(Number);
  console.log(String(numbers.slice(l - 1, r).reduce((sum: bigint, one: bigint) => sum + one, 0n)));
}
