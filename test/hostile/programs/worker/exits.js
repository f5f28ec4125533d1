// Ends inside a case, and speaks once more on its way out.
const fs = require("fs");

process.on("exit", () => fs.writeSync(1, "on the way out"));

function answer(number) {
  if (number === 666) process.exit(0);
  return number;
}
