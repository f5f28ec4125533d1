// Leaves a link that leads who follows it to a file of the system.
void attack() {
  if (symlink("/etc/passwd", "algo-hostile-link") != 0) return;
  breach("a link");
  unlink("algo-hostile-link");
}
