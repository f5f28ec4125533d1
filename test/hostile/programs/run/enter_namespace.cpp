// Enters the namespaces of another process.
void attack() {
  setns(0, 0);
}
