// Leaves System V semaphores.
void attack() {
  if (semget(0x414c474f, 1, IPC_CREAT | 0600) >= 0) breach("semaphores");
}
