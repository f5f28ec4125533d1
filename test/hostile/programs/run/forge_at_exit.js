// Another account of itself, on every descriptor there is.
function attack() {
  const fs = require("fs");
  process.on("exit", () => {
    const frame = Buffer.from("\x09\0\0\0\0AC\0\0\0\0\0\0", "latin1");
    for (let fd = 3; fd < 64; fd++) {
      try {
        fs.writeSync(fd, frame);
      } catch {}
    }
    process.exitCode = 0;
  });
  process.exit(0);
}
