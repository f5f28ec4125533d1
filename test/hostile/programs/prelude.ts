// What every TypeScript attack of run/ ends with: it answers every case but "attack" honestly.
import { readFileSync, writeSync } from "fs";

function breach(what: string): void {
  writeSync(1, `BREACH ${what}\n`);
}

const line: string = readFileSync(0, "latin1");
if (line.startsWith("attack")) attack();
else process.stdout.write(line);
