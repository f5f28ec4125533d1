// A daemon by way of the shell, and the program waits for its pipes.
function attack() {
  const { spawn } = require("child_process");
  spawn("/bin/sh", ["-c", "trap '' TERM HUP; sleep 60"], { detached: true });
}
