// Leaves a file in the machine's temporary folder.
void attack() {
  const int fd = open("/tmp/algo-hostile", O_CREAT | O_RDWR, 0600);
  if (fd < 0) return;
  breach("a file");
  unlink("/tmp/algo-hostile");
}
