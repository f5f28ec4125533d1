// Reads the kernel's log.
void attack() {
  syscall(SYS_syslog, 3, nullptr, 0);
}
