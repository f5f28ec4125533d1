// Changes the root of everybody.
void attack() {
  syscall(SYS_pivot_root, ".", ".");
}
