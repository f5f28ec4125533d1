// Takes a descriptor out of another process.
void attack() {
  syscall(SYS_pidfd_getfd, syscall(SYS_pidfd_open, getpid(), 0), 0, 0);
}
