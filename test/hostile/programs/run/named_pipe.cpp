// Leaves a pipe on which who opens it would hang.
void attack() {
  if (mkfifo("algo-hostile-pipe", 0600) != 0) return;
  breach("a pipe");
  unlink("algo-hostile-pipe");
}
