// Leaves a POSIX message queue.
void attack() {
  if (mq_open("/algo-hostile", O_CREAT | O_RDWR, 0600, nullptr) >= 0) breach("a queue");
}
