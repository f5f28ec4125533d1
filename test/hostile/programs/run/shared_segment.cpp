// Leaves a System V shared memory segment.
void attack() {
  if (shmget(0x414c474f, 1 << 20, IPC_CREAT | 0600) >= 0) breach("a segment");
}
