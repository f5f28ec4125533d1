// Loads a kernel module.
void attack() {
  syscall(SYS_finit_module, 0, "", 0);
}
