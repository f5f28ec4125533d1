// Becomes root, should it be allowed to.
void attack() {
  syscall(SYS_setuid, 0);
}
