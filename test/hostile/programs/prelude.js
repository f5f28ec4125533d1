// What every JavaScript attack of run/ ends with: it answers every case but "attack" honestly.
function breach(what) {
  require("fs").writeSync(1, `BREACH ${what}\n`);
}

const line = require("fs").readFileSync(0, "latin1");
if (line.startsWith("attack")) attack();
else process.stdout.write(line);
