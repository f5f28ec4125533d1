// Leaves a POSIX shared memory object.
void attack() {
  if (shm_open("/algo-hostile-object", O_CREAT | O_RDWR, 0600) < 0) return;
  breach("an object");
  shm_unlink("/algo-hostile-object");
}
