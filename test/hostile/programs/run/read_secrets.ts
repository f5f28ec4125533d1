// What an import reads when the program runs.
function attack(): void {
  for (const path of ["/etc/passwd", "/etc/hosts", "../bundle/test-cases.json", "/proc/1/environ"]) {
    try {
      breach(String(require(path)));
    } catch (problem) {
      // An error of syntax in it would show its first line.
      if (/root:x/.test(String((problem as Error).stack))) breach(path);
    }
  }
  for (const [name, value] of Object.entries(process.env)) {
    if (/SECRET/.test(value ?? "")) breach(name);
  }
}
