// Accepted: splits the input at line ends only, so that all spaces stay.
import { readFileSync } from "fs";

const [n, ...rest]: string[] = readFileSync(0, "utf8").split("\n");
const lines: string[] = rest.slice(0, Number(n));
const width: number = lines.reduce((most, line) => Math.max(most, line.length), 0);

const edge = "+" + "-".repeat(width + 2) + "+";
console.log(edge);
for (const line of lines) console.log(`| ${line.padEnd(width)} |`);
console.log(edge);
