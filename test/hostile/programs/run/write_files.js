function attack() {
  const fs = require("fs");
  for (const folder of [".", "/tmp", "/var/tmp", "/dev/shm", __dirname()]) {
    try {
      fs.writeFileSync(`${folder}/hostile`, "x");
      breach(folder);
    } catch {}
  }
}

function __dirname() {
  return require("path").dirname(process.argv[1]);
}
