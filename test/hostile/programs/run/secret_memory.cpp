// Keeps data in memory that the kernel itself cannot see.
void attack() {
  syscall(SYS_memfd_secret, 0);
}
