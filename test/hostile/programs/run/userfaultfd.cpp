// Stops the kernel in the middle of its work.
void attack() {
  syscall(SYS_userfaultfd, 0);
}
