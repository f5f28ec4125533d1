// Asks the kernel to do its forbidden calls for it.
void attack() {
  if (syscall(SYS_io_uring_setup, 1, calloc(1, 256)) != -1) breach("a ring");
}
