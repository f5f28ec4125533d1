// Leaves a file in shared memory.
void attack() {
  const int fd = open("/dev/shm/algo-hostile", O_CREAT | O_RDWR, 0600);
  if (fd < 0) return;
  breach("a file");
  unlink("/dev/shm/algo-hostile");
}
