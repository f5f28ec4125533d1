// Accepted: splits the input at line ends only, so that all spaces stay.
const [n, ...rest] = require("fs").readFileSync(0, "utf8").split("\n");
const lines = rest.slice(0, Number(n));
const width = Math.max(...lines.map((line) => line.length));

const edge = `+${"-".repeat(width + 2)}+`;
console.log([edge, ...lines.map((line) => `| ${line.padEnd(width)} |`), edge].join("\n"));
