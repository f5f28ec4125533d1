// Leaves a System V message queue.
void attack() {
  if (msgget(0x414c474f, IPC_CREAT | 0600) >= 0) breach("a queue");
}
