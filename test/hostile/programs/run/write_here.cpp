// Leaves a file in its own folder, for later cases to find.
void attack() {
  const int fd = open("algo-hostile", O_CREAT | O_RDWR, 0600);
  if (fd < 0) return;
  breach("a file");
  unlink("algo-hostile");
}
